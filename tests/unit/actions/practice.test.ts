import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ActDeps } from '../../../actions/act-deps.ts';
import { keepSeen } from '../../../actions/keep-seen.ts';
import { practice } from '../../../actions/practice.ts';
import { giftAt, practiceWeeks, weekEdges } from '../../../actions/practice-weeks.ts';
import { newBase } from '../../../records/base.ts';
import type { Cooperation } from '../../../records/cooperation.ts';
import type { Introduction } from '../../../records/introduction.ts';
import { newPerson } from '../../../records/person.ts';
import type { Share } from '../../../records/share.ts';
import { newTip } from '../../../records/tip.ts';
import { freshDeps } from '../storage/fresh-store.ts';
import { meeting } from './readings.ts';

const day = 86_400_000;
// A Wednesday, local time.
const now = new Date(2026, 10, 25, 15).getTime();
let deps: ActDeps;

const share = (id: string, personId: string, givenAt: number, more: Partial<Share> = {}): Share => ({
  ...newBase(givenAt),
  id,
  tipId: 'tip',
  personId,
  state: 'given',
  setting: 'walk',
  plannedFor: null,
  whyYou: '',
  occasionId: null,
  givenAt,
  outcome: null,
  ...more,
});
const cooperation = (id: string, personId: string, at: number, more: Partial<Cooperation> = {}): Cooperation => ({
  ...newBase(at),
  id,
  personId,
  direction: 'i-asked',
  about: id,
  answer: 'agreed',
  at,
  answeredAt: at,
  ...more,
});
const introduction = (id: string, more: Partial<Introduction>): Introduction => ({
  ...newBase(now),
  id,
  aId: 'ana',
  bId: 'bo',
  reason: id,
  state: 'done',
  consentA: 'agreed',
  consentB: 'agreed',
  madeAt: now - day,
  outcome: null,
  ...more,
});

beforeEach(async () => {
  deps = await freshDeps({ now: () => now });
  await deps.store.people.bulkAdd([
    newPerson({ id: 'ana', name: 'Ana', addresses: [{ key: 'ana@x.org', written: 'ana@x.org' }] }, now),
    newPerson(
      { id: 'bo', name: 'Bo', potentialSince: now - 900 * day, addresses: [{ key: 'bo@x.org', written: 'bo@x.org' }] },
      now,
    ),
  ]);
  await deps.store.tips.bulkAdd([
    newTip({ id: 'tip', text: 'a hall' }, now),
    newTip({ id: 'open', text: 'news', reach: 'open' }, now),
  ]);
});

describe('weeks', () => {
  test('begin on Monday at local midnight, the running one last', () => {
    const edges = weekEdges(now, 3);
    expect(edges.map((at) => new Date(at).getDay())).toEqual([1, 1, 1, 1]);
    expect(edges.map((at) => new Date(at).getHours())).toEqual([0, 0, 0, 0]);
    expect([edges[2], edges[3]]).toEqual([new Date(2026, 10, 23).getTime(), new Date(2026, 10, 30).getTime()]);
  });

  test('cover every moment once, at whatever moment one looks, also where clocks change', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2050, 0, 1) }), (moment) => {
        const edges = weekEdges(moment, 12);
        expect([...edges].sort((a, b) => a - b)).toEqual(edges);
        expect((edges[11] ?? 0) <= moment && moment < (edges[12] ?? 0)).toBe(true);
        expect(new Set(edges.map((at) => new Date(at).getHours()))).toEqual(new Set([0]));
      }),
    );
  });

  test('count what was done in them: no open tip, nothing of tomorrow, nothing twice', () => {
    const monday = new Date(2026, 10, 23).getTime();
    const records = {
      occasions: [],
      tips: new Map([
        ['tip', newTip({ id: 'tip', text: 'x' }, now)],
        ['open', newTip({ id: 'open', text: 'y', reach: 'open' as const }, now)],
      ]),
      shares: [
        share('a', 'ana', monday),
        share('b', 'ana', monday - 1),
        share('c', 'bo', now, { tipId: 'open' }),
        share('d', 'bo', now, { state: 'planned', givenAt: null }),
        share('e', 'bo', now + day),
      ],
      introductions: [introduction('i', {}), introduction('j', { state: 'agreed', madeAt: null })],
      matters: [],
      cooperations: [
        cooperation('asked', 'ana', now - day, { answer: 'open', answeredAt: null }),
        cooperation('answered', 'ana', now - 40 * day, { direction: 'they-asked', answeredAt: now - day }),
      ],
    };
    const [before, running] = practiceWeeks(records, weekEdges(now, 2), now);
    expect(running).toMatchObject({ occasions: 0, given: 1, introduced: 1, advanced: 0, asked: 1, answered: 1 });
    expect(before).toMatchObject({ given: 1, introduced: 0, asked: 0 });
    expect(giftAt(share('x', 'ana', now, { tipId: 'gone' }), records.tips)).toBeNull();
  });
});

describe('what it led to', () => {
  test('a share is followed by the first agreement of the same person within three months, and by nobody else’s', async () => {
    await deps.store.shares.bulkAdd([share('to-ana', 'ana', now - 20 * day), share('to-bo', 'bo', now - 20 * day)]);
    await deps.store.cooperations.bulkAdd([
      cooperation('before', 'ana', now - 21 * day),
      cooperation('later', 'ana', now - 3 * day, { direction: 'they-asked' }),
      cooperation('first', 'ana', now - 9 * day),
      cooperation('refused', 'bo', now - 9 * day, { answer: 'declined' }),
    ]);
    const view = await practice(deps.store, now);
    expect(view.followed.share).toEqual({ of: 2, by: 1 });
    expect(view.cases).toMatchObject([
      { is: 'share', person: { name: 'Ana' }, what: 'a hall', after: { about: 'first' } },
    ]);
    expect(view.asks).toEqual({ agreed: 2, declined: 1, open: 0 });
  });

  test('an introduction by an agreement of either side; a step for somebody by another one than the request it belongs to', async () => {
    await deps.store.introductions.add(introduction('i', { madeAt: now - 20 * day }));
    await deps.store.matters.add({
      ...newBase(now),
      id: 'm',
      title: 'School',
      owner: 'ana',
      steps: [{ id: 's', title: 'Ask', who: 'me', state: 'done', dueAt: null, doneAt: now - 10 * day }],
      state: 'open',
      outcome: null,
      cooperationId: 'own',
    });
    await deps.store.cooperations.bulkAdd([
      cooperation('own', 'ana', now - 30 * day, { direction: 'they-asked', answeredAt: now - 10 * day + 1 }),
    ]);
    expect((await practice(deps.store, now)).followed).toMatchObject({
      introduction: { of: 1, by: 1 },
      step: { of: 1, by: 0 },
    });
    await deps.store.cooperations.add(cooperation('another', 'ana', now - 2 * day));
    const view = await practice(deps.store, now);
    expect(view.followed.step).toEqual({ of: 1, by: 1 });
    expect(view.weeks.reduce((sum, week) => sum + week.advanced, 0)).toBe(1);
  });
});

describe('what has grown cold', () => {
  test('who was to become a connection and has not been met for over a year; never who was not met at all', async () => {
    const at = { now, zone: 'UTC' };
    const bo = {
      name: 'Bo',
      address: 'bo@x.org',
      role: 'attendee' as const,
      answer: null,
      optional: false,
      self: false,
      marked: null,
    };
    expect((await practice(deps.store, now)).cold).toEqual([]);
    const start = { local: '2025-06-01T10:00', zone: 'UTC' };
    await keepSeen(deps.store, meeting({ ref: 'old', start, end: start, participants: [bo] }), 'old', at);
    expect((await practice(deps.store, now)).cold).toMatchObject([
      { is: 'tie', person: { name: 'Bo' }, at: Date.UTC(2025, 5, 1, 10), agreed: null },
    ]);
  });

  test('what was planned or begun and left', async () => {
    await deps.store.shares.add(
      share('s', 'ana', now, { state: 'planned', givenAt: null, plannedFor: now - 15 * day }),
    );
    await deps.store.introductions.add({
      ...introduction('i', { state: 'asked', madeAt: null }),
      updatedAt: now - 22 * day,
    });
    await deps.store.matters.add({
      ...newBase(now - 31 * day),
      title: 'Move',
      owner: 'me',
      steps: [],
      state: 'open',
      outcome: null,
    });
    expect((await practice(deps.store, now)).cold.map(({ is }) => is).sort()).toEqual([
      'introduction',
      'matter',
      'share',
    ]);
  });
});

test('a meeting of the week counts once it is over and somebody else was in it', async () => {
  const at = { now, zone: 'UTC' };
  const local = (moment: number) => ({ local: new Date(moment).toISOString().slice(0, 16), zone: 'UTC' });
  const meet = (ref: string, start: number, more = {}) =>
    keepSeen(deps.store, meeting({ ref, start: local(start), end: local(start + 3_600_000), ...more }), ref, at);
  await meet('over', now - day);
  await meet('ahead', now + day);
  await meet('alone', now - day, { participants: [] });
  expect((await practice(deps.store, now)).weeks.at(-1)?.occasions).toBe(1);
});
