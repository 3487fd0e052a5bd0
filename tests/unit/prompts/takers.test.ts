import { describe, expect, test } from 'vitest';
import type { Contact } from '../../../prompts/knowledge.ts';
import { takersOf } from '../../../prompts/takers.ts';
import { newBase } from '../../../records/base.ts';
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
}
const takers = (given: Tip, people: Person[], { contacts = [], shares = [] }: More = {}) =>
  takersOf(
    given,
    {
      me: newSettings(now).me,
      people,
      contacts: new Map(contacts),
      cooperations: [],
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
