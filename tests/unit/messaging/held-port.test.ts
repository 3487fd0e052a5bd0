import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { DeskPort } from '../../../messaging/desk-deps.ts';
import { heldPort } from '../../../messaging/held-port.ts';
import { siteRequestSchema } from '../../../messaging/site-requests.ts';

function port() {
  const hearers: ((message: unknown) => void)[] = [];
  const goers: (() => void)[] = [];
  const sent: unknown[] = [];
  let open = true;
  const made: DeskPort = {
    name: 'page',
    sender: { id: 'us' },
    postMessage: (message) => void sent.push(message),
    disconnect: () => {
      open = false;
    },
    onMessage: { addListener: (hear) => void hearers.push(hear) },
    onDisconnect: { addListener: (go) => void goers.push(go) },
  };
  return {
    made,
    sent,
    say: (message: unknown) => hearers.forEach((hear) => void hear(message)),
    go: () => goers.forEach((go) => void go()),
    isOpen: () => open,
  };
}

test('what comes before anybody listens is heard later, in its order, once', () => {
  const { made, say } = port();
  const held = heldPort(made);
  say(1);
  say(2);
  const heard: unknown[] = [];
  held.onMessage.addListener((message) => heard.push(message));
  say(3);
  expect(heard).toEqual([1, 2, 3]);
  expect(held).toMatchObject({ name: 'page', sender: { id: 'us' } });
});

test('one that goes while it is held tells so to whoever listens then, and takes no more', () => {
  const { made, go, sent, isOpen } = port();
  const held = heldPort(made);
  held.postMessage({ type: 'still', id: 1 });
  go();
  let gone = 0;
  held.onDisconnect.addListener(() => {
    gone += 1;
  });
  held.postMessage({ type: 'still', id: 2 });
  expect(gone).toBe(1);
  expect(sent).toEqual([{ type: 'still', id: 1 }]);
  held.disconnect();
  expect(isOpen()).toBe(false);
});

test('the popup’s requests name one origin and one tab, nothing wider', () => {
  const fits = (message: unknown) => v.safeParse(siteRequestSchema, message).success;
  expect(fits({ type: 'add-site', origin: 'https://mail.example.org', tabId: 3 })).toBe(true);
  for (const origin of [
    'https://*',
    '*://*',
    'https://*.example.org',
    'https://a.example/x',
    'file://x',
    'https://a.example:8',
    '',
  ])
    expect(fits({ type: 'add-site', origin, tabId: 3 }), origin).toBe(false);
  expect(fits({ type: 'add-site', origin: 'https://mail.example.org', tabId: 1.5 })).toBe(false);
  expect(fits({ type: 'other', origin: 'https://mail.example.org', tabId: 3 })).toBe(false);
});
