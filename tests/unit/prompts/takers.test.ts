import { describe, expect, test } from 'vitest';
import type { Contact } from '../../../prompts/knowledge.ts';
import { takersOf } from '../../../prompts/takers.ts';
import { newBase } from '../../../records/base.ts';
import type { Cooperation } from '../../../records/cooperation.ts';
import { newPerson, newWant, type Person } from '../../../records/person.ts';
import { newSettings } from '../../../records/settings.ts';
import type { Share } from '../../../records/share.ts';
import { newTip, type Tip } from '../../../records/tip.ts';

const now = Date.UTC(2026, 10, 24);
const day = 86_400_000;
const person = (id: string, needs: string[], more: Partial<Person> = {}) =>
  newPerson({ id, name: id, needs: needs.map((text) => newWant(text, now)), ...more }, now);
const tip = (more: Partial<Tip> = {}) =>
  newTip({ id: 'hall', text: 'the concert hall is free in March', ...more }, now);
const share = (personId: string, more: Partial<Share>): Share => ({
  ...newBase(now),
  tipId: 'hall',
  personId,
  state: 'given',
  setting: 'walk',
  plannedFor: null,
  whyYou: '',
  occasionId: null,
  givenAt: now - day,
  outcome: null,
  ...more,
});

interface More {
  contacts?: [string, Contact[]][];
  shares?: Share[];
  cooperations?: Cooperation[];
}
const takers = (given: Tip, people: Person[], { contacts = [], shares = [], cooperations = [] }: More = {}) =>
  takersOf(
    given,
    {
      me: newSettings(now).me,
      people,
      contacts: new Map(contacts),
      cooperations,
      tips: [given],
      shares,
      introductions: [],
      matters: [],
      decisions: [],
      reviewed: new Set(),
      saidPeople: new Set(),
      meanings: new Map(),
    },
    now,
  );

describe('to whom a tip is worth most', () => {
  const singer = person('singer', ['a hall for a concert in March']);
  const baker = person('baker', ['flour']);
  const choir = person('choir', [], { topics: ['concert hall'] });

  test('to whom needs it first, then to whom it interests; nobody else', () => {
    const found = takers(tip(), [baker, choir, singer]);
    expect(found.map(({ personId }) => personId)).toEqual(['singer', 'choir']);
    expect(found[0]?.because).toMatchObject([
      { code: 'tip-meets-need', params: { need: 'a hall for a concert in March' } },
    ]);
  });

  test('confidential or over it is for nobody; given, it is not offered again', () => {
    expect(takers(tip({ confidential: true }), [singer])).toEqual([]);
    expect(takers(tip({ expiresAt: now }), [singer])).toEqual([]);
    expect(takers(tip(), [singer, choir], { shares: [share('choir', {})] })).toEqual([]);
  });

  test('for a few by name only these, even where nothing is known of their needs', () => {
    expect(takers(tip({ reach: 'few', few: ['baker'] }), [singer, baker])).toMatchObject([
      { personId: 'baker', because: [{ code: 'tip-named' }] },
    ]);
  });

  test('of two as fit, who is seldom seen goes before who is met every day, and says so', () => {
    const other = person('another', ['a hall for a concert in March']);
    const daily: [string, Contact[]] = ['another', [{ at: now - day, kind: 'meeting' }]];
    const seldom: [string, Contact[]] = ['singer', [{ at: now - 300 * day, kind: 'meeting' }]];
    const found = takers(tip(), [other, singer], { contacts: [daily, seldom] });
    expect(found.map(({ personId }) => personId)).toEqual(['singer', 'another']);
    expect(found[0]?.because.map(({ code }) => code)).toContain('seldom-seen');
  });

  test('of two as fit, who was given something this month comes after', () => {
    const other = person('another', ['a hall for a concert in March']);
    const shares = [share('another', { tipId: 'different' })];
    expect(takers(tip(), [other, singer], { shares }).map(({ personId }) => personId)).toEqual(['singer', 'another']);
  });
});

describe('of two to whom it is worth as much', () => {
  const needs = ['a hall for a concert in March'];
  const [a, b] = [person('a', needs), person('b', needs)];
  const agreed = (personId: string, more: Partial<Cooperation> = {}): Cooperation => ({
    ...newBase(now),
    id: `c-${personId}`,
    personId,
    direction: 'i-asked',
    about: 'the keys',
    answer: 'agreed',
    at: now - 200 * day,
    answeredAt: null,
    ...more,
  });
  const order = (more: More) => takers(tip(), [a, b], more).map(({ personId }) => personId);

  test('they stand by their ids', () => expect(order({})).toEqual(['a', 'b']));
  test('who agreed to something once comes first, and it is told with its record', () => {
    const found = takers(tip(), [a, b], { cooperations: [agreed('b', { answeredAt: now - 190 * day })] });
    expect(found.map(({ personId }) => personId)).toEqual(['b', 'a']);
    expect(found[0]?.because).toEqual([
      {
        code: 'tip-meets-need',
        params: { tip: tip().text, need: needs[0] },
        from: { table: 'people', id: 'b' },
      },
      {
        code: 'once-cooperated',
        params: { about: 'the keys', at: now - 190 * day },
        from: { table: 'cooperations', id: 'c-b' },
      },
    ]);
    expect(found[1]?.because.map(({ code }) => code)).toEqual(['tip-meets-need']);
    const undated = takers(tip(), [b], { cooperations: [agreed('b')] });
    expect(undated[0]?.because[1]?.params.at).toBe(now - 200 * day);
  });
  test('a refused or an open request says nothing for them', () => {
    expect(order({ cooperations: [agreed('b', { answer: 'declined' })] })).toEqual(['a', 'b']);
    expect(order({ cooperations: [agreed('b', { answer: 'open' })] })).toEqual(['a', 'b']);
  });
  test('who is seldom seen comes first, and it is told; three months to the day is not seldom', () => {
    const seen = (days: number): More => ({ contacts: [['b', [{ at: now - days * day, kind: 'mail' }]]] });
    expect(order(seen(91))).toEqual(['b', 'a']);
    expect(order(seen(90))).toEqual(['a', 'b']);
    expect(takers(tip(), [b], seen(91))[0]?.because[1]).toEqual({
      code: 'seldom-seen',
      params: { at: now - 91 * day },
      from: { table: 'people', id: 'b' },
    });
  });
  test('who was given something this month comes last', () => {
    const other = (days: number, more: Partial<Share> = {}): More => ({
      shares: [share('a', { tipId: 'other', givenAt: now - days * day, ...more })],
    });
    expect(order(other(29))).toEqual(['b', 'a']);
    expect(order(other(30))).toEqual(['a', 'b']);
    expect(order(other(1, { state: 'planned', givenAt: null }))).toEqual(['a', 'b']);
  });
  test('who is named comes first, whether or not anything of theirs is met, and nobody outside the few', () => {
    const few = tip({ reach: 'few', few: ['a', 'z'] });
    const found = takers(few, [a, b, person('z', [])]);
    expect(found.map(({ personId }) => personId)).toEqual(['a', 'z']);
    expect(found[1]?.because).toEqual([{ code: 'tip-named', params: {}, from: { table: 'tips', id: 'hall' } }]);
    // Names beside a tip for one say nothing.
    expect(takers(tip({ few: ['z'] }), [person('z', [])])).toEqual([]);
  });
  test('a subject of theirs is told as a subject', () => {
    const found = takers(tip(), [person('t', [], { topics: ['concert hall'] })]);
    expect(found[0]?.because).toEqual([
      {
        code: 'tip-meets-topic',
        params: { tip: tip().text, topic: 'concert hall' },
        from: { table: 'people', id: 't' },
      },
    ]);
  });
});
