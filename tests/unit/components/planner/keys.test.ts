import { describe, expect, test } from 'vitest';
import { keyReader, newKeys, screenKeys } from '../../../../components/planner/keys.ts';
import { asksForNew, screens } from '../../../../components/planner/route.ts';

const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  busy: false,
  at: 0,
  ...more,
});

describe('the keys of the planner', () => {
  test('one letter each, none twice', () => {
    expect(new Set(Object.values(screenKeys)).size).toBe(screens.length);
    for (const screen of newKeys) expect(screens).toContain(screen);
  });

  test('g and n wait for their letter, not for ever', () => {
    const read = keyReader();
    expect(read(press('g'), true)).toBeNull();
    expect(read(press('m', { at: 900 }), true)).toEqual({ does: 'go', screen: 'matters' });
    expect(read(press('m', { at: 950 }), true)).toBeNull();
    read(press('n', { at: 1_000 }), true);
    expect(read(press('t', { at: 1_100 }), true)).toEqual({ does: 'new', screen: 'tips' });
    read(press('n', { at: 2_000 }), true);
    expect(read(press('s', { at: 2_100 }), true)).toBeNull();
    read(press('g', { at: 3_000 }), true);
    expect(read(press('m', { at: 9_000 }), true)).toBeNull();
  });

  test('the search opens from anywhere, even from a field; single keys only where nothing is typed, and when they are on', () => {
    const read = keyReader();
    expect(read(press('k', { ctrlKey: true, busy: true }), false)).toEqual({ does: 'find' });
    expect(read(press('K', { metaKey: true }), true)).toEqual({ does: 'find' });
    expect(read(press('/'), true)).toEqual({ does: 'find' });
    expect(read(press('/', { busy: true }), true)).toBeNull();
    expect(read(press('/'), false)).toBeNull();
    expect(read(press('?'), true)).toEqual({ does: 'help' });
    expect(read(press('z', { ctrlKey: true }), false)).toEqual({ does: 'undo' });
    expect(read(press('z', { ctrlKey: true, busy: true }), true)).toBeNull();
  });

  test('an address asks for something new, or does not', () => {
    expect([asksForNew('#/tips?new'), asksForNew('#/tips'), asksForNew('#/tips/new')]).toEqual([true, false, false]);
  });
});
