import * as v from 'valibot';
import { expect, test } from 'vitest';
import { planOccasions } from '../../../interchange/import-occasions.ts';
import { planSightings } from '../../../interchange/import-sightings.ts';
import type { ParsedOccasion } from '../../../interchange/parsed.ts';
import type { Participant } from '../../../records/occasion.ts';
import { type Sighting, sightingSchema } from '../../../records/sighting.ts';

const hour = 3_600_000;
const now = Date.UTC(2026, 10, 24, 12);
const context = { now, importId: 'i1', mine: new Set(['me@example.com']), zone: 'Asia/Shanghai' };
const who = (address: string, name: string | null = null, marked: Participant['marked'] = null): Participant => ({
  name,
  address,
  role: 'attendee',
  answer: null,
  optional: false,
  self: false,
  marked,
});
const meeting = (ref: string, startAt: number, ...participants: Participant[]): ParsedOccasion => ({
  line: 1,
  ref,
  kind: 'meeting',
  title: null,
  startAt,
  endAt: null,
  zone: null,
  participants,
});
const plan = (occasions: ParsedOccasion[], people: string[] = [], before: Sighting[] = []) =>
  planSightings(
    planOccasions(occasions, new Map(), context),
    { people: new Set(people), sightings: new Map(before.map((one) => [one.key, one])) },
    context,
  );

test('everybody met who is nobody kept, once, with the days of the zone', () => {
  const planned = plan(
    [
      meeting('1', now - 50 * hour, who('Ana@example.com'), who('me@example.com'), who('kept@example.com')),
      meeting('2', now - 49 * hour, who('ana@example.com', 'Ana Lima'), who('blue@example.com', 'Blue', 'room')),
      meeting('3', now - 40 * hour, who('ana@example.com')),
      meeting('4', now + 40 * hour, who('ahead@example.com')),
    ],
    ['kept@example.com'],
  );
  expect(planned.map(({ after }) => after.key)).toEqual(['ana@example.com', 'blue@example.com', 'ahead@example.com']);
  for (const { after } of planned) expect(v.parse(sightingSchema, after)).toEqual(after);
  // 18:00, 19:00 and, the day after, 04:00 in Shanghai.
  expect(planned[0]).toMatchObject({
    before: null,
    after: {
      name: 'Ana Lima',
      kind: 'person',
      days: 2,
      lastSeenAt: now - 40 * hour,
      importId: 'i1',
      saidPerson: false,
    },
  });
  expect(planned[1]).toMatchObject({ after: { kind: 'room', days: 1 } });
  expect(planned[2]).toMatchObject({ after: { lastSeenAt: now } });
});

test('a sighting that is there counts what is new, and keeps what the user said', () => {
  const [first] = plan([meeting('1', now - 50 * hour, who('list@lists.example.org'))]);
  if (!first) throw new Error('no sighting');
  const kept = { ...first.after, saidPerson: true, importId: null, written: 'List@lists.example.org' };
  const [again] = plan(
    [
      meeting('2', now - 51 * hour, who('list@lists.example.org')),
      meeting('3', now - 2 * hour, who('list@lists.example.org', 'List')),
    ],
    [],
    [kept],
  );
  expect(again?.before).toBe(kept);
  expect(again?.after).toMatchObject({
    id: kept.id,
    days: 2,
    name: 'List',
    saidPerson: true,
    importId: null,
    written: kept.written,
  });
  expect(again?.after.lastSeenAt).toBe(now - 2 * hour);
});

test('occasions that are there already add nothing', () => {
  const occasions = [meeting('1', now - 50 * hour, who('ana@example.com'))];
  const [first] = planOccasions(occasions, new Map(), context);
  if (first?.is !== 'add') throw new Error('not added');
  const again = planOccasions(occasions, new Map([['1', first.after]]), context);
  expect(planSightings(again, { people: new Set(), sightings: new Map() }, context)).toEqual([]);
  const [moved] = planOccasions(
    [meeting('1', now - 9 * hour, who('ana@example.com'))],
    new Map([['1', first.after]]),
    context,
  );
  const [sighting] = plan(occasions);
  if (!moved || !sighting) throw new Error('not moved');
  expect(
    planSightings([moved], { people: new Set(), sightings: new Map([['ana@example.com', sighting.after]]) }, context),
  ).toEqual([]);
});
