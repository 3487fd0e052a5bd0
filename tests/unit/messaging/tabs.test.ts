import { expect, test } from 'vitest';
import type { DeskDeps, DeskPort } from '../../../messaging/desk-deps.ts';
import { Pages } from '../../../messaging/pages.ts';
import type { ToPage, ToPanel } from '../../../messaging/protocol.ts';
import { show, Tabs, viewsOf } from '../../../messaging/tabs.ts';
import { Views } from '../../../messaging/views.ts';
import type { Brief, PanelView } from '../../../records/brief.ts';

type Seen = { brief: Brief };

function port() {
  const heard: (ToPage | ToPanel)[] = [];
  let say: (message: unknown) => void = () => {};
  let drop = () => {};
  const made: DeskPort = {
    name: 'panel',
    postMessage: (message) => heard.push(message),
    disconnect: () => {},
    onMessage: { addListener: (listener) => (say = listener) },
    onDisconnect: { addListener: (listener) => (drop = listener) },
  };
  return { port: made, heard, say: (message: unknown) => say(message), drop: () => drop() };
}

function world() {
  let prepared = 0;
  const deps: DeskDeps<Seen> = {
    us: { id: 'me', origin: 'chrome-extension://me', readsAt: () => true },
    work: {
      prepare: () => {
        prepared += 1;
      },
      see: async () => {
        throw new Error('nothing is read here');
      },
      perform: async () => ({ ok: true, changeId: 'c1', warning: null }),
      tips: async () => [],
      look: async () => ({ language: 'en', theme: 'auto' }),
    },
    siteOf: (name) => ({ label: name, unproven: false }),
    understood: async (read) => read,
    saved: async () => [],
    save: () => {},
    callPage: async () => false,
    skeleton: async () => '',
    wakePanels: () => {},
    showSidePanel: async () => {},
  };
  const tabs = new Tabs(deps);
  const pages = new Pages(deps, tabs);
  return { tabs, pages, views: new Views(deps, tabs, pages), prepared: () => prepared };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const view: PanelView = { generation: 'g', language: 'en', theme: 'auto', state: { is: 'loading' } };

test('a tab is shown in its frame and in every window, and nowhere else', () => {
  const { tabs } = world();
  const [frame, side, other] = [port(), port(), port()];
  const tab = tabs.of(7);
  tab.frame = frame.port;
  tab.windows.add(side.port);
  tabs.of(8).windows.add(other.port);
  show(tab, view);
  expect(viewsOf(tab)).toEqual([frame.port, side.port]);
  expect(frame.heard).toEqual([{ type: 'view', view }]);
  expect(side.heard).toEqual([{ type: 'view', view }]);
  expect(other.heard).toEqual([]);
  expect(tabs.of(7)).toBe(tab);
  tabs.close(7);
  expect(tabs.of(7)).not.toBe(tab);
});

test('a content script that opens a port has everything opened that an answer takes, before it says a word', () => {
  const { pages, prepared } = world();
  pages.take(port().port, { is: 'page', tabId: 7, documentId: 'D1' });
  expect(prepared()).toBe(1);
});

test('asked about a tab without a page, the answer is that nothing is there', async () => {
  const { pages, tabs } = world();
  await expect(pages.ask(tabs.of(7))).rejects.toMatchObject({ code: 'RM-304' });
});

test('a frame that leaves while it waits to be let in is in no tab afterwards', async () => {
  const { views, tabs } = world();
  const frame = port();
  views.take(frame.port, { is: 'frame', tabId: 7, frameId: 5, documentId: 'F1' });
  frame.say({ type: 'join', token: 't'.repeat(36) });
  await settle();
  const occasions = await tabs.occasions();
  const page = { is: 'page', tabId: 7, documentId: 'D1' } as const;
  occasions.read(page, { state: 'broken', site: 'gmail', part: 'x' });
  frame.drop();
  occasions.openFrame(page, 't'.repeat(36));
  await settle();
  expect(tabs.of(7).frame).toBeNull();
});
