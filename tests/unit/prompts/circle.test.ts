import { describe, expect, test } from 'vitest';
import { otherCircles, ownDomains } from '../../../prompts/circle.ts';
import { promptsFor } from '../../../prompts/engine.ts';
import type { Knowledge } from '../../../prompts/knowledge.ts';
import { viewOf } from '../../../prompts/view.ts';
import { weights } from '../../../prompts/weights.ts';
import type { Person } from '../../../records/person.ts';
import { cooperation, day, decision, knowledge, now, occasion, participant, person, share, tip } from './make.ts';

const at = (id: string, given: Parameters<typeof person>[1], ...keys: string[]): Person => ({
  ...person(id, given),
  keys,
  addresses: keys.map((key) => ({ key, written: key })),
});
const me = (...keys: string[]): Knowledge['me'] => ({
  ...knowledge().me,
  addresses: keys.map((key) => ({ key, written: key })),
});
const ana = at('ana', { organisation: ' Tide Mill ' }, 'ana@mill.example');
const here = occasion([], {
  participants: ['ana@mill.example', 'ana@gmail.com'].map((key) => participant('ana', { key })),
});
const met = (...days: [string, number][]): Knowledge['contacts'] =>
  new Map(days.map(([id, ago]) => [id, [{ at: now - ago * day, kind: 'mail' as const }]]));
const circleOf = (given: Partial<Knowledge>, id = 'ana') => {
  const known = { ...knowledge(), me: me('me@own.example'), people: [ana], ...given };
  return otherCircles(viewOf(here, known, now))(id)?.params.organisation ?? null;
};

test('domains of organisations, each once; free-mail hosts tell nothing', () => {
  expect(ownDomains(['a@x.org', 'b@x.org', 'c@gmail.com', 'd@qq.com', 'e@y.org', 'nowhere', 'f@'])).toEqual([
    'x.org',
    'y.org',
  ]);
});

describe('another circle', () => {
  test('is an organisation where nobody else was met within twelve months, with the record that says so', () => {
    const view = viewOf(here, { ...knowledge(), people: [ana], contacts: met(['ana', 3]) }, now);
    expect(otherCircles(view)('ana')).toEqual({
      code: 'another-circle',
      params: { organisation: 'Tide Mill' },
      from: { table: 'people', id: 'ana' },
    });
    expect(otherCircles(view)('nobody')).toBeNull();
  });
  test.each([
    ['of the same name', at('bo', { organisation: 'tide mill' }, 'bo@gmail.com')],
    ['at the same domain', at('bo', {}, 'bo@mill.example')],
    ['at a domain below', at('bo', {}, 'bo@sales.mill.example')],
    ['at a domain above', at('bo', {}, 'bo@example')],
  ])('is none where a colleague %s was met lately', (_, bo) => {
    for (const given of [{ people: [ana, bo] }, { colleagues: [bo] }]) {
      expect(circleOf({ ...given, contacts: met(['bo', 365]) })).toBeNull();
      expect(circleOf({ ...given, contacts: met(['bo', 366]) })).toBe('Tide Mill');
      expect(circleOf({ ...given, contacts: met(['bo', -1]) })).toBe('Tide Mill');
      expect(circleOf(given)).toBe('Tide Mill');
    }
  });
  test('stays one when others of another house were met', () => {
    const bo = at('bo', { organisation: 'Tide' }, 'bo@other.example');
    expect(circleOf({ people: [ana, bo], contacts: met(['bo', 1]) })).toBe('Tide Mill');
  });
  test('is told by the domain where no organisation is written, and by nothing at a free-mail host', () => {
    expect(circleOf({ people: [at('ana', {}, 'ana@gmail.com', 'ana@mill.example')] })).toBe('mill.example');
    expect(circleOf({ people: [at('ana', {}, 'ana@mill.example', 'ana@gmail.com')] })).toBe('mill.example');
    expect(circleOf({ people: [at('ana', { organisation: ' ' }, 'ana@gmail.com')] })).toBeNull();
    const others = [at('ana', { organisation: 'Tide Mill' }, 'ana@gmail.com'), at('bo', {}, 'bo@gmail.com')];
    expect(circleOf({ people: others, contacts: met(['bo', 1]) })).toBe('Tide Mill');
  });
  test('is never the own organisation: by domain, a domain below it, or what colleagues there have written', () => {
    expect(circleOf({ me: me('me@gmail.com', 'me@mill.example') })).toBeNull();
    expect(circleOf({ me: me('me@sales.mill.example') })).toBeNull();
    expect(circleOf({ me: me('me@example') })).toBeNull();
    const privately = at('ana', { organisation: 'Tide Mill' }, 'ana@gmail.com');
    const colleague = at('bo', { organisation: 'TIDE MILL' }, 'bo@own.example');
    expect(circleOf({ people: [privately, colleague] })).toBeNull();
    expect(circleOf({ people: [privately], colleagues: [colleague] })).toBeNull();
    expect(circleOf({ people: [privately] })).toBe('Tide Mill');
  });
  test('two domains under one ending are no one house', () => {
    expect(circleOf({ me: me('me@own.example'), people: [ana] })).toBe('Tide Mill');
    const bo = at('bo', {}, 'bo@bank.example');
    expect(circleOf({ people: [ana, bo], contacts: met(['bo', 1]) })).toBe('Tide Mill');
  });
  test('is not told of a crowded domain, nor to a user whose address is not known', () => {
    expect(circleOf({ crowded: new Set(['mill.example']) })).toBeNull();
    expect(circleOf({ crowded: new Set(['other.example']) })).toBe('Tide Mill');
    expect(circleOf({ me: me() })).toBeNull();
  });
});

describe('in the order', () => {
  // Two alike, who each may have one tip; by key alone a would stand before b.
  const a = at('a', {}, 'a@near.example');
  const b = at('b', {}, 'b@far.example');
  const friend = at('c', {}, 'c@near.example');
  const both = occasion([], { participants: [a, b].map(({ id, keys: [key = null] }) => participant(id, { key })) });
  const known = {
    ...knowledge(),
    me: me('me@own.example'),
    people: [a, b, friend],
    tips: [tip('t', 'alpha beta', { reach: 'few', few: ['a', 'b'] })],
    contacts: met(['c', 5]),
  };
  test('another circle comes first, and only there the reason is given', () => {
    const prompts = promptsFor(both, known, now);
    expect(prompts.map(({ key }) => key)).toEqual(['share/b/t', 'share/a/t']);
    expect(prompts.map(({ because }) => because.map(({ code }) => code))).toEqual([
      ['tip-named', 'another-circle'],
      ['tip-named'],
    ]);
  });
  test('it says nothing beside what is owed', () => {
    const owed = { ...known, tips: [], cooperations: [cooperation('x', 'b')] };
    expect(promptsFor(both, owed, now).map(({ because }) => because.map(({ code }) => code))).toEqual([
      ['i-owe-answer'],
    ]);
  });
  test('it makes no guess sure', () => {
    const filler = (name: string) => [0, 1, 2, 3].map((n) => `${name}${n}x`).join(' ');
    const needs = at('a', { needs: [`alpha beta ${filler('a')}`] }, 'a@near.example');
    const offers = at('b', { offers: [`alpha beta ${filler('b')}`] }, 'b@far.example');
    expect(promptsFor(both, { ...known, people: [needs, offers], tips: [] }, now)).toEqual([]);
  });
  test('what was shown on earlier days comes after what was not, for each day a little, and is never gone', () => {
    const alike = { ...known, contacts: met(['c', 5]), me: me('me@far.example') };
    const order = (shown: [string, number][]) =>
      promptsFor(both, { ...alike, shown: new Map(shown) }, now).map(({ key }) => key);
    expect(order([])).toEqual(['share/a/t', 'share/b/t']);
    expect(order([['share/a/t', 1]])).toEqual(['share/b/t', 'share/a/t']);
    expect(
      order([
        ['share/a/t', 1],
        ['share/b/t', 2],
      ]),
    ).toEqual(['share/a/t', 'share/b/t']);
    expect(
      order([
        ['share/a/t', 1e9],
        ['share/b/t', 5],
      ]),
    ).toEqual(['share/a/t', 'share/b/t']);
  });
  test('what was answered and came back counts as fresh', () => {
    const later = decision('share/a/t', 'later', { until: now - 1 });
    const alike = { ...known, me: me('me@far.example'), shown: new Map([['share/a/t', 3]]) };
    const first = (decisions: Knowledge['decisions']) => promptsFor(both, { ...alike, decisions }, now)[0]?.key;
    expect([first([]), first([later])]).toEqual(['share/b/t', 'share/a/t']);
  });
  test('what is owed stays first, however often it was shown', () => {
    const owed = { ...known, cooperations: [cooperation('x', 'a')], shares: [share('t', 'b', 'planned')] };
    const shown = new Map([['follow-up/a/x', 400]]);
    const keys = promptsFor(both, { ...owed, tips: [tip('u', 'news', { reach: 'few', few: ['b'] })], shown }, now);
    expect(keys.map(({ key }) => key)).toEqual(['follow-up/a/x', 'share/b/u']);
    expect(weights.shownMost).toBeLessThan(1);
  });
});
