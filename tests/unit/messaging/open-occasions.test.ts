import { describe, expect, test } from 'vitest';
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
    expect(reloaded.open?.joined).toBeNull();
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

  test('a token lets one frame in, once, in its own tab', () => {
    const { open } = registry();
    open.read(page(), reading('t1'));
    open.read(page(8, 'D8'), reading('t1'));
    const token = open.openFrame(page());
    expect(() => open.join(frame(8), token)).toThrow(code('RM-303'));
    expect(() => open.join(frame(9), token)).toThrow(code('RM-303'));
    expect(() => open.join(frame(), `${token}x`)).toThrow(code('RM-303'));
    open.join(frame(), token);
    expect(() => open.join(frame(7, 6, 'F2'), token)).toThrow(code('RM-303'));
    expect(() => open.join(frame(), token)).toThrow(code('RM-303'));
  });

  test('a token dies with its document and its occasion', () => {
    const { open } = registry();
    open.read(page(), reading('t1'));
    const token = open.openFrame(page());
    open.read(page(7, 'D2'), reading('t1'));
    expect(() => open.join(frame(), token)).toThrow(code('RM-303'));
    expect(() => open.openFrame(page())).toThrow(code('RM-304'));
    const another = open.openFrame(page(7, 'D2'));
    open.read(page(7, 'D2'), { state: 'not-here' });
    expect(() => open.join(frame(), another)).toThrow(code('RM-303'));
    expect(() => open.openFrame(page(7, 'D2'))).toThrow(code('RM-304'));
  });

  test('after a stopped worker only the frame that had joined comes back', () => {
    const { open, restart } = registry();
    open.read(page(), reading('t1'));
    const generation = open.in(7)?.generation ?? '';
    const secret = open.join(frame(), open.openFrame(page()));
    const later = restart();
    later.rejoin(frame(), secret);
    later.check(7, generation);
    for (const [who, said] of [
      [frame(8), secret],
      [frame(7, 6), secret],
      [frame(7, 5, 'F2'), secret],
      [frame(), 'guess'],
    ] as const)
      expect(() => later.rejoin(who, said)).toThrow(code('RM-303'));
    later.openFrame(page());
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
