import { expect, test } from 'vitest';
import { hostPlaceOf, pageKeys, pagePrefsOf } from '../../../messaging/page-prefs.ts';

test('settings of a page are read from whatever lies in storage', () => {
  expect(pageKeys.prefs).not.toBe(pageKeys.place);
  const fresh = { panel: 'frame', sitesOff: [] };
  for (const odd of [undefined, null, 3, 'x', [], { panel: 'window', sitesOff: 'gmail' }])
    expect(pagePrefsOf(odd)).toEqual(fresh);
  expect(pagePrefsOf({ panel: 'side-panel', sitesOff: ['gmail', 3] })).toEqual({
    panel: 'side-panel',
    sitesOff: ['gmail'],
  });
});

test('a place is taken only whole', () => {
  for (const odd of [undefined, null, {}, { top: 'x' }, { top: Number.NaN }]) expect(hostPlaceOf(odd)).toBeNull();
  expect(hostPlaceOf({ top: -4, side: 'up', collapsed: 1 })).toEqual({ top: 0, side: 'right', collapsed: false });
  expect(hostPlaceOf({ top: 90, side: 'left', collapsed: true })).toEqual({ top: 90, side: 'left', collapsed: true });
});
