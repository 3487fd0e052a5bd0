import * as v from 'valibot';
import { expect, test } from 'vitest';
import { fileSite, joinThread, planOccasions } from '../../../interchange/import-occasions.ts';
import { excerpt, lines, oneLine, type ParsedOccasion, rejectionCodes } from '../../../interchange/parsed.ts';
import { type Occasion, occasionSchema, type Participant } from '../../../records/occasion.ts';

const now = Date.UTC(2026, 10, 24);
const context = { now, importId: 'i1', mine: new Set(['me@example.com']) };
const who = (address: string | null, given: Partial<Participant> = {}): Participant => ({
  name: null,
  address,
  role: 'attendee',
  answer: null,
  optional: false,
  self: false,
  marked: null,
  ...given,
});
const parsed = (ref: string, participants: Participant[], given: Partial<ParsedOccasion> = {}): ParsedOccasion => ({
  line: 4,
  ref,
  kind: 'meeting',
  title: 'Looms',
  startAt: now - 1000,
  endAt: now,
  zone: 'Europe/Berlin',
  participants,
  ...given,
});

const file = [
  parsed('1', [
    who('Ana@example.com', { role: 'organizer', name: 'Ana' }),
    who('me+cal@example.com'),
    who('room@example.com', { marked: 'room' }),
  ]),
  parsed('2', [who('me@example.com', { role: 'organizer' })]),
  parsed('3', [who(null, { name: 'Bo Berg' })]),
];

test('an occasion for each event with somebody else in it', () => {
  const plans = planOccasions(file, new Map(), context);
  expect(plans.map((plan) => plan.is)).toEqual(['add', 'skip', 'add']);
  expect(plans[1]).toMatchObject({ why: 'alone' });
  const [first] = plans;
  if (first?.is !== 'add') throw new Error('not added');
  expect(v.parse(occasionSchema, first.after)).toEqual(first.after);
  expect(first.after).toMatchObject({
    site: fileSite,
    ref: '1',
    organizerKey: 'ana@example.com',
    keys: ['ana@example.com', 'room@example.com'],
    importId: 'i1',
    participants: [
      { key: 'ana@example.com', written: 'Ana@example.com', self: false },
      { key: 'me@example.com', self: true },
      { key: 'room@example.com', marked: 'room' },
    ],
  });
});

test('the same file twice adds nothing; a changed event is brought up to date', () => {
  const kept = new Map<string, Occasion>();
  for (const plan of planOccasions(file, kept, context)) if (plan.is !== 'skip') kept.set(plan.after.ref, plan.after);
  const again = planOccasions(file, kept, { ...context, now: now + 9, importId: 'i2' });
  expect(again.map((plan) => plan.is)).toEqual(['skip', 'skip', 'skip']);
  const moved = planOccasions([parsed('1', file[0]?.participants ?? [], { startAt: now + 5 })], kept, {
    ...context,
    importId: 'i2',
  });
  expect(moved).toMatchObject([{ is: 'update', after: { id: kept.get('1')?.id, startAt: now + 5, importId: 'i1' } }]);
});

test('one event twice in a file is one', () => {
  const [first] = file;
  expect(planOccasions(first ? [first, first] : [], new Map(), context).map((plan) => plan.is)).toEqual([
    'add',
    'skip',
  ]);
});

test('messages of one thread, in one file or in several, are one occasion', () => {
  const mail = (address: string, startAt: number | null) =>
    parsed('mail:<1>', [who(address, { role: 'from' })], { kind: 'thread', startAt, endAt: startAt, title: address });
  const [first] = planOccasions([mail('bo@example.com', now), mail('ana@example.com', now - 9)], new Map(), context);
  if (first?.is !== 'add') throw new Error('not added');
  expect(first.after).toMatchObject({
    startAt: now - 9,
    endAt: now,
    lastSeenAt: now,
    title: 'ana@example.com',
    keys: ['ana@example.com', 'bo@example.com'],
  });
  const kept = new Map([['mail:<1>', first.after]]);
  expect(planOccasions([mail('bo@example.com', now)], kept, context)).toMatchObject([{ is: 'skip', why: 'same' }]);
  expect(planOccasions([mail('cy@example.com', now + 9)], kept, context)).toMatchObject([
    {
      is: 'update',
      after: {
        id: first.after.id,
        startAt: now - 9,
        endAt: now + 9,
        keys: ['ana@example.com', 'bo@example.com', 'cy@example.com'],
      },
    },
  ]);
  expect(joinThread(mail('a@example.com', null), mail('b@example.com', null))).toMatchObject({
    startAt: null,
    endAt: null,
  });
});

test('a message without a date counts as seen now, once', () => {
  const undated = parsed('mail:<2>', [who('bo@example.com', { role: 'from' })], {
    kind: 'thread',
    startAt: null,
    endAt: null,
  });
  const [plan] = planOccasions([undated], new Map(), context);
  if (plan?.is !== 'add') throw new Error('not added');
  expect(plan.after).toMatchObject({ startAt: now, endAt: null, lastSeenAt: now });
  const later = planOccasions([undated], new Map([['mail:<2>', plan.after]]), { ...context, now: now + 99 });
  expect(later).toMatchObject([{ is: 'skip', why: 'same' }]);
});

test('texts of a file as lines', () => {
  expect(oneLine(' a\r\n\tb ')).toBe('a b');
  expect(oneLine('  ')).toBeNull();
  expect(lines(['a', null, 'a ', ''])).toEqual(['a']);
  expect(excerpt('x'.repeat(20_000))).toHaveLength(10_000);
  expect(new Set(rejectionCodes).size).toBe(rejectionCodes.length);
});
