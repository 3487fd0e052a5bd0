import { expect, test } from 'vitest';
import { standingOf } from '../../../people/standing.ts';
import type { Cooperation } from '../../../records/cooperation.ts';

const now = Date.UTC(2026, 10, 24);
const person = { id: 'p1', friend: false, potentialSince: null };
const friend = { ...person, friend: true };

let n = 0;
const cooperation = (answer: Cooperation['answer'], at: number, more: Partial<Cooperation> = {}): Cooperation => ({
  id: `c${n++}`,
  createdAt: at,
  updatedAt: at,
  personId: 'p1',
  direction: 'i-asked',
  about: 'lend the hall',
  answer,
  at,
  answeredAt: null,
  ...more,
});

test('without evidence an acquaintance; a friend only by mark', () => {
  expect(standingOf(person, [], now)).toEqual({
    word: 'acquaintance',
    friend: false,
    connection: false,
    potential: false,
    evidence: [],
  });
  expect(standingOf(friend, [], now)).toMatchObject({ word: 'friend', friend: true, connection: false });
});

test.each(['i-asked', 'they-asked'] as const)('one agreed request, %s, makes a connection', (direction) => {
  const made = standingOf(friend, [cooperation('agreed', now - 5, { direction })], now);
  expect(made).toMatchObject({ word: 'connection', friend: true, connection: true });
});

test('open and declined requests, other people’s and future ones make none', () => {
  const list = [
    cooperation('open', now - 5),
    cooperation('declined', now - 4),
    cooperation('agreed', now - 3, { personId: 'p2' }),
    cooperation('agreed', now + 1),
  ];
  expect(standingOf(person, list, now)).toMatchObject({ word: 'acquaintance', connection: false });
  expect(standingOf(person, list, now).evidence).toHaveLength(2);
});

test('one refusal afterwards leaves it, two in a row end it, a new agreement restores it', () => {
  const list = [cooperation('agreed', now - 9), cooperation('declined', now - 8)];
  expect(standingOf(person, list, now).connection).toBe(true);
  list.push(cooperation('open', now - 8), cooperation('declined', now - 7));
  expect(standingOf(friend, list, now)).toMatchObject({ word: 'friend', connection: false });
  list.push(cooperation('agreed', now - 6));
  expect(standingOf(person, list, now).connection).toBe(true);
});

test('potential is the tag before there is evidence', () => {
  const tagged = { ...person, potentialSince: now - 50 };
  expect(standingOf(tagged, [cooperation('declined', now - 5)], now).potential).toBe(true);
  expect(standingOf(tagged, [cooperation('agreed', now - 5)], now).potential).toBe(false);
});

test('evidence newest first by the answer, whatever the order given', () => {
  const early = cooperation('agreed', now - 50, { answeredAt: now - 1 });
  const late = cooperation('declined', now - 20);
  const open = cooperation('open', now - 30);
  const ids = (list: Cooperation[]) => standingOf(person, list, now).evidence.map((one) => one.cooperationId);
  expect(ids([late, early, open])).toEqual([early.id, late.id, open.id]);
  expect(ids([open, early, late])).toEqual([early.id, late.id, open.id]);
});

test('what is still open is no answer: it ends nothing', () => {
  const list = [cooperation('agreed', now - 9), cooperation('declined', now - 8), cooperation('open', now - 7)];
  expect(standingOf(person, list, now).connection).toBe(true);
  expect(standingOf(person, [...list, cooperation('open', now - 6)], now).connection).toBe(true);
});

test('a request made this very moment counts, and order is settled to the last', () => {
  const first = cooperation('agreed', now, { id: 'a' });
  const twin = cooperation('open', now, { id: 'b' });
  const earlier = cooperation('open', now - 5, { id: 'c', answeredAt: now });
  for (const list of [
    [first, twin, earlier],
    [earlier, twin, first],
  ])
    expect(standingOf(person, list, now).evidence.map((one) => one.cooperationId)).toEqual(['a', 'b', 'c']);
  expect(standingOf(person, [first], now).connection).toBe(true);
});
