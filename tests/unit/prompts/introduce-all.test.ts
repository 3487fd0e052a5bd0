import { describe, expect, test } from 'vitest';
import { pairsAmongAll } from '../../../prompts/introduce-all.ts';
import { promptKey } from '../../../prompts/prompt-key.ts';
import { newBase } from '../../../records/base.ts';
import type { Decision } from '../../../records/decision.ts';
import type { Introduction } from '../../../records/introduction.ts';
import { newPerson, newWant, type Person } from '../../../records/person.ts';
import { newSettings } from '../../../records/settings.ts';

const now = Date.UTC(2026, 10, 24);
const want = (text: string) => newWant(text, now);
const person = (id: string, more: Partial<Person>) => newPerson({ id, name: id, ...more }, now);
const section = person('section', { needs: [want('a tenant for the empty workshop hall')], organisation: 'Office' });
const townsman = person('townsman', { offers: [want('rents a workshop hall as tenant')], organisation: 'Mill' });
const baker = person('baker', { offers: [want('bread and cakes')] });

const knowledge = (people: Person[], more: { introductions?: Introduction[]; decisions?: Decision[] } = {}) => ({
  me: newSettings(now).me,
  people,
  contacts: new Map(),
  cooperations: [],
  tips: [],
  shares: [],
  introductions: [],
  matters: [],
  decisions: [],
  reviewed: new Set<string>(),
  saidPeople: new Set<string>(),
  meanings: new Map(),
  ...more,
});

const pairs = (...given: Parameters<typeof knowledge>) =>
  pairsAmongAll(knowledge(...given), now).map(({ aId, bId }) => [aId, bId]);

describe('pairs among everybody', () => {
  test('one needs what another offers, whoever is here: who needs it is named first', () => {
    expect(pairs([baker, townsman, section])).toEqual([['section', 'townsman']]);
    expect(pairs([section, baker])).toEqual([]);
  });

  test('nobody of one house, nobody with an introduction on record, nobody whom the user decided about', () => {
    expect(pairs([section, { ...townsman, organisation: ' OFFICE' }])).toEqual([]);
    const begun: Introduction = {
      ...newBase(now),
      aId: 'townsman',
      bId: 'section',
      reason: '',
      state: 'declined',
      consentA: 'declined',
      consentB: 'not-asked',
      madeAt: null,
      outcome: null,
    };
    expect(pairs([section, townsman], { introductions: [begun] })).toEqual([]);
    const never: Decision = {
      ...newBase(now),
      promptKey: promptKey.introduce('section', 'townsman'),
      decision: 'never',
      until: null,
      at: now,
    };
    expect(pairs([section, townsman], { decisions: [never] })).toEqual([]);
    expect(pairs([section, townsman], { decisions: [{ ...never, decision: 'later', until: now - 1 }] })).toHaveLength(
      1,
    );
  });

  test('three hundred people with as many wants are paired in good time', () => {
    const many = Array.from({ length: 300 }, (_, n) =>
      person(`p${String(n).padStart(3, '0')}`, {
        needs: [want(`looks for thing${n} and part${n % 7}`)],
        offers: [want(`offers thing${(n + 1) % 300} of part${(n + 1) % 7}`)],
      }),
    );
    const found = pairs(many);
    expect(found.length).toBeGreaterThan(200);
    expect(found).toContainEqual(['p001', 'p000']);
  });
});
