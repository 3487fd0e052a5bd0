import { describe, expect, test, vi } from 'vitest';
import { type PagePortLike, pageClient } from '../../../messaging/page-client.ts';
import type { FromPage, ToPage } from '../../../messaging/protocol.ts';
import type { Reading } from '../../../records/occasion.ts';

const occasion = (ref: string): Reading => ({
  state: 'occasion',
  occasion: {
    site: 'gmail',
    ref,
    kind: 'thread',
    title: null,
    start: null,
    end: null,
    whenText: null,
    own: null,
    participants: [],
    extent: { complete: true, shown: 0, total: 0 },
  },
});

function start() {
  const ports: { said: FromPage[]; hear: (message: ToPage) => void; drop: () => void }[] = [];
  const host = { framed: false, shown: [] as string[], hidden: 0 };
  let orphaned = false;
  let now: Reading = { state: 'not-here' };
  let call = () => false;
  let ended = 0;
  const client = pageClient({
    connect(): PagePortLike {
      if (orphaned) throw new Error('Extension context invalidated.');
      const port = { said: [] as FromPage[], hear: (_: ToPage) => {}, drop: () => {} };
      ports.push(port);
      return {
        postMessage: (message) => port.said.push(message),
        disconnect: () => {},
        onMessage: {
          addListener: (listener) => {
            port.hear = listener;
          },
        },
        onDisconnect: {
          addListener: (listener) => {
            port.drop = listener;
          },
        },
      };
    },
    orphaned: () => orphaned,
    onCall: (answer) => {
      call = answer;
    },
    readNow: () => now,
    host: {
      get framed() {
        return host.framed;
      },
      steady: true,
      show: (token) => {
        host.framed = true;
        host.shown.push(token);
      },
      hide: () => {
        host.framed = false;
        host.hidden += 1;
      },
    },
    end: () => {
      ended += 1;
    },
  });
  return {
    client,
    ports,
    host,
    call: () => call(),
    see: (reading: Reading) => {
      now = reading;
      client.take(reading);
    },
    orphan: () => {
      orphaned = true;
    },
    ended: () => ended,
    said: () => ports.flatMap((port) => port.said),
  };
}

describe('a content script', () => {
  test('says nothing and wakes nobody while no occasion is on the screen', () => {
    const page = start();
    page.see({ state: 'not-yet' });
    page.see({ state: 'not-here' });
    expect(page.ports).toHaveLength(0);
    expect(page.call()).toBe(false);
  });

  test('wakes the background as soon as something may stand open, and says nothing yet', () => {
    const page = start();
    page.client.opening();
    page.client.opening();
    expect(page.ports).toHaveLength(1);
    expect(page.said()).toEqual([]);
    expect(page.host.shown).toEqual([]);
  });

  test('shows one frame at once, and says by which token it may join as long as it is there', () => {
    const page = start();
    page.see(occasion('t1'));
    page.see(occasion('t2'));
    const [token = ''] = page.host.shown;
    expect(token).toMatch(/^[\w-]{36}$/);
    expect(page.host.shown).toEqual([token]);
    expect(page.said()).toMatchObject([
      { type: 'reading', frame: token },
      { type: 'reading', frame: token },
    ]);
    page.see({ state: 'not-here' });
    expect(page.said().at(-1)).toMatchObject({ frame: null });
    page.see(occasion('t1'));
    expect(page.host.shown).toHaveLength(2);
    expect(page.host.shown[1]).not.toBe(token);
  });

  test('a page that cannot be read has a panel too', () => {
    const page = start();
    page.see({ state: 'broken', site: 'gmail', part: 'the sender' });
    expect(page.said()).toMatchObject([{ frame: page.host.shown[0] }]);
  });

  test('hides at once when the occasion is gone', () => {
    const page = start();
    page.see(occasion('t1'));
    page.see({ state: 'not-here' });
    expect(page.host.framed).toBe(false);
    expect(page.said().at(-1)).toMatchObject({ reading: { state: 'not-here' } });
  });

  test('between two occasions the frame stays for a moment, told to forget; then it goes', () => {
    vi.useFakeTimers();
    const page = start();
    page.see(occasion('t1'));
    page.see({ state: 'not-yet' });
    expect(page.said().at(-1)).toMatchObject({ reading: { state: 'not-yet' } });
    vi.advanceTimersByTime(500);
    page.see(occasion('t2'));
    vi.advanceTimersByTime(5_000);
    expect(page.host.hidden).toBe(0);
    page.see({ state: 'not-yet' });
    vi.advanceTimersByTime(5_000);
    vi.useRealTimers();
    expect(page.host.hidden).toBe(1);
    expect(page.said().at(-1)).toMatchObject({ reading: { state: 'not-here' } });
  });

  test('answers by what is on the screen at that moment, not by what it said last', () => {
    const page = start();
    page.see(occasion('t1'));
    page.ports[0]?.hear({ type: 'still', id: 4 });
    expect(page.said().at(-1)).toEqual({ type: 'still', id: 4, on: { site: 'gmail', ref: 't1' }, steady: true });
    page.client.take(occasion('t1'));
    page.see({ state: 'not-here' });
    page.ports[0]?.hear({ type: 'still', id: 5 });
    expect(page.said().at(-1)).toEqual({ type: 'still', id: 5, on: null, steady: true });
  });

  test('a stopped worker is not woken for nothing; called, the page says again what is on the screen', () => {
    const page = start();
    page.see(occasion('t1'));
    page.ports[0]?.drop();
    expect(page.ports).toHaveLength(1);
    expect(page.call()).toBe(true);
    expect(page.ports[1]?.said).toMatchObject([{ reading: { occasion: { ref: 't1' } }, frame: page.host.shown[0] }]);
    expect(page.host.shown).toHaveLength(1);
  });

  test('orphaned by an update it takes its host away and ends', () => {
    const page = start();
    page.see(occasion('t1'));
    page.orphan();
    page.ports[0]?.drop();
    expect(page.ended()).toBe(1);
    expect(page.host.hidden).toBe(1);
    const late = start();
    late.orphan();
    late.see(occasion('t1'));
    expect(late.ended()).toBe(1);
  });

  test('where the user wants the side panel, no frame is asked for; readings go on', () => {
    const page = start();
    page.client.frameWanted(false);
    page.see(occasion('t1'));
    expect(page.said()).toMatchObject([{ frame: null }]);
    page.client.frameWanted(true);
    expect(page.said().at(-1)).toMatchObject({ frame: page.host.shown[0] });
    page.client.frameWanted(false);
    expect(page.host.framed).toBe(false);
    expect(page.said().at(-1)).toMatchObject({ frame: null });
  });

  test('a host that the page took away comes back with a new token, until the page has gone too far', () => {
    const page = start();
    page.see(occasion('t1'));
    page.host.framed = false;
    page.client.lost(false);
    expect(page.host.shown).toHaveLength(2);
    expect(page.host.shown[1]).not.toBe(page.host.shown[0]);
    expect(page.said().at(-1)).toMatchObject({ frame: page.host.shown[1] });
    page.host.framed = false;
    page.client.lost(true);
    page.see(occasion('t2'));
    expect(page.said().at(-1)).toMatchObject({ frame: null });
    expect(page.host.shown).toHaveLength(2);
  });

  test('stopped by the user for this site, it withdraws what it said', () => {
    const page = start();
    page.see(occasion('t1'));
    page.client.stop();
    expect(page.said().at(-1)).toMatchObject({ reading: { state: 'not-here' } });
  });
});
