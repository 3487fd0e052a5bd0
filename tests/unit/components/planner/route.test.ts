import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hrefOf, parseRoute, screens } from '../../../../components/planner/route.ts';

test('every screen has its stable hash', () => {
  expect(screens.map((screen) => hrefOf(screen))).toEqual([
    '#/today',
    '#/people',
    '#/tips',
    '#/introductions',
    '#/matters',
    '#/reviews',
    '#/practice',
    '#/import',
    '#/settings',
  ]);
});

test('a route comes back from its hash, whatever the id holds', () => {
  fc.assert(
    fc.property(fc.constantFrom(...screens), fc.option(fc.string({ minLength: 1 })), (screen, id) => {
      expect(parseRoute(hrefOf(screen, id))).toEqual({ screen, id });
    }),
  );
});

test.each(['', '#', '#/', '#/nowhere', '#/People', '#today/x/y', '#/__proto__', '#/constructor'])(
  'an unknown hash %j is today',
  (hash) => {
    expect(parseRoute(hash).screen).toBe('today');
  },
);

test('an id that is not well-formed UTF-8 leads to the list', () => {
  expect(parseRoute('#/people/%E0%A4')).toEqual({ screen: 'people', id: null });
});

test('a search part is left out', () => {
  expect(parseRoute('#/people/p1?from=today')).toEqual({ screen: 'people', id: 'p1' });
});
