import { describe, expect, test, vi } from 'vitest';
import { nothingOpen, type OpenOccasion, OpenOccasions } from '../../../messaging/open-occasions.ts';
import type { Reading } from '../../../records/occasion.ts';

const page = (tabId = 7, documentId: string | null = 'D1') => ({ is: 'page' as const, tabId, documentId });
const frame = (tabId = 7, frameId = 5, documentId: string | null = 'F1') => ({
  is: 'frame' as const,
  tabId,
  frameId,
  documentId,
});
const reading = (ref: string): Reading => ({
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

function registry() {
  let saved: [number, OpenOccasion][] = [];
  const keep = (open: [number, OpenOccasion][]) => {
    saved = structuredClone(open);
  };
  return { open: new OpenOccasions([], keep), restart: () => new OpenOccasions(structuredClone(saved), keep) };
}

const code = (problem: string) => expect.objectContaining({ code: problem });

describe('open occasions', () => {
  test('the same occasion read again keeps its generation; another one, or another document, gets a new one', () => {
    const { open } = registry();
    const first = open.read(page(), reading('t1'));
    expect(first.another).toBe(true);
    expect(open.read(page(), reading('t1'))).toEqual({ another: false, open: first.open });
    const second = open.read(page(), reading('t2'));
    expect(second.open?.generation).not.toBe(first.open?.generation);
    const reloaded = open.read(page(7, 'D2'), reading('t2'));
    expect(reloaded.open?.generation).not.toBe(second.open?.generation);
    expect(reloaded.open?.frame).toBeNull();
  });

  test('a stale generation is refused, and the one that is open is not', () => {
    const { open } = registry();
    const old = open.read(page(), reading('t1')).open?.generation ?? '';
    open.check(7, old);
    open.read(page(), reading('t2'));
    expect(() => open.check(7, old)).toThrow(code('RM-302'));
    open.read(page(), { state: 'not-here' });
    expect(() => open.check(7, old)).toThrow(code('RM-302'));
    open.check(7, nothingOpen);
    expect(() => open.check(8, old)).toThrow(code('RM-302'));
  });

  test('a token lets one frame in, once, in its own tab', async () => {
    vi.useFakeTimers();
    const { open } = registry();
    open.read(page(), reading('t1'));
    open.read(page(8, 'D8'), reading('t1'));
    expect(open.openFrame(page(), 'T')).toBe(true);
    const wrong = [open.join(frame(8), 'T'), open.join(frame(9), 'T'), open.join(frame(), 'Tx')];
    const refused = Promise.all(wrong.map((each) => expect(each).rejects.toThrow(code('RM-303'))));
    await vi.advanceTimersByTimeAsync(2_000);
    await refused;
    await open.join(frame(), 'T');
    await expect(open.join(frame(7, 6, 'F2'), 'T')).rejects.toThrow(code('RM-303'));
    await expect(open.join(frame(), 'T')).rejects.toThrow(code('RM-303'));
    expect(open.openFrame(page(), 'T')).toBe(false);
    await expect(open.join(frame(), 'T')).rejects.toThrow(code('RM-303'));
    vi.useRealTimers();
  });

  test('a frame that is there before its page was heard waits for it', async () => {
    const { open } = registry();
    const joining = open.join(frame(), 'T');
    open.read(page(), reading('t1'));
    open.openFrame(page(), 'T');
    expect(await joining).toMatch(/^[\w-]{20,}$/);
  });

  test('a token dies with its document and its occasion', async () => {
    vi.useFakeTimers();
    const { open } = registry();
    const refused = async (token: string) => {
      const told = expect(open.join(frame(), token)).rejects.toThrow(code('RM-303'));
      await vi.advanceTimersByTimeAsync(2_000);
      await told;
    };
    open.read(page(), reading('t1'));
    open.openFrame(page(), 'T1');
    open.read(page(7, 'D2'), reading('t1'));
    await refused('T1');
    expect(() => open.openFrame(page(), 'T1')).toThrow(code('RM-304'));
    open.openFrame(page(7, 'D2'), 'T2');
    open.read(page(7, 'D2'), { state: 'not-here' });
    await refused('T2');
    expect(() => open.openFrame(page(7, 'D2'), 'T2')).toThrow(code('RM-304'));
    vi.useRealTimers();
  });

  test('after a stopped worker only the frame that had joined comes back', async () => {
    const { open, restart } = registry();
    open.read(page(), reading('t1'));
    const generation = open.in(7)?.generation ?? '';
    open.openFrame(page(), 'T1');
    const secret = await open.join(frame(), 'T1');
    const later = restart();
    later.openFrame(page(), 'T1');
    later.rejoin(frame(), secret);
    later.check(7, generation);
    for (const [who, said] of [
      [frame(8), secret],
      [frame(7, 6), secret],
      [frame(7, 5, 'F2'), secret],
      [frame(), 'guess'],
    ] as const)
      expect(() => later.rejoin(who, said)).toThrow(code('RM-303'));
    later.openFrame(page(), 'T2');
    expect(() => later.rejoin(frame(), secret)).toThrow(code('RM-303'));
  });

  test('what is saved says nothing of the people or the title', () => {
    let saved = '';
    const open = new OpenOccasions([], (all) => {
      saved = JSON.stringify(all);
    });
    const read = reading('t1');
    if (read.state === 'occasion') read.occasion.title = 'Secret plan';
    open.read(page(), read);
    expect(saved).not.toContain('Secret');
  });

  test('closing a tab closes what was open', () => {
    const { open } = registry();
    open.read(page(), reading('t1'));
    open.close(7);
    expect(open.in(7)).toBeNull();
  });
});
