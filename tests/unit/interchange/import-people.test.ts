import { describe, expect, test } from 'vitest';
import {
  type ExistingPeople,
  type ImportContext,
  keysToLookUp,
  type PlannedPerson,
  planPeople,
} from '../../../interchange/import-people.ts';
import { type ParsedPerson, parsedPerson } from '../../../interchange/parsed.ts';
import { nameKeys } from '../../../people/name-key.ts';
import { newNote, newPerson, type Person } from '../../../records/person.ts';

const now = Date.UTC(2026, 10, 24);
const context: ImportContext = { now, importId: 'i1', mine: new Set(['me@example.com']), pinyin: null };
const entry = (name: string, given: Partial<ParsedPerson> = {}) => parsedPerson({ line: 1, name, ...given });
const kept = (name: string, keys: string[], given: Partial<Person> = {}): Person => {
  const person = newPerson({ name, addresses: keys.map((key) => ({ written: key, key })), ...given }, now - 1000);
  return { ...person, nameKeys: nameKeys(person, null) };
};
function existing(...people: Person[]): ExistingPeople {
  const byKey = new Map<string, Person[]>();
  const byNameKey = new Map<string, Person[]>();
  for (const person of people) {
    for (const key of person.keys) byKey.set(key, [...(byKey.get(key) ?? []), person]);
    for (const key of person.nameKeys) byNameKey.set(key, [...(byNameKey.get(key) ?? []), person]);
  }
  return { byKey, byNameKey };
}
/** The store after a plan. */
const carriedOut = (before: Person[], plans: PlannedPerson[]): Person[] => {
  const all = new Map(before.map((person) => [person.id, person]));
  for (const plan of plans) if (plan.is !== 'skip') all.set(plan.after.id, plan.after);
  return [...all.values()];
};
const told = (plans: PlannedPerson[]) => plans.map((plan) => (plan.is === 'skip' ? plan.why : plan.is));

const file = [
  entry('Ana Lima', {
    addresses: ['Ana@Example.com', 'nan@example.org'],
    tags: ['choir'],
    notes: ['met'],
    needs: ['a van'],
  }),
  entry('李伟', { addresses: ['li@example.cn'], organisation: '织造厂', phones: ['138 0000 0001'] }),
  entry('Bo Berg'),
  entry('Cy', { phones: ['+1 555 0100'] }),
];

test('new people are added with all that the file tells', () => {
  const plans = planPeople(file, existing(), context);
  expect(told(plans)).toEqual(['add', 'add', 'add', 'add']);
  const [ana] = plans;
  expect(ana?.is === 'add' && ana.after).toMatchObject({
    name: 'Ana Lima',
    keys: ['ana@example.com', 'nan@example.org'],
    addresses: [{ written: 'Ana@Example.com' }, { written: 'nan@example.org' }],
    tags: ['choir'],
    importId: 'i1',
    notes: [{ text: 'met', confidential: false }],
    needs: [{ text: 'a van' }],
  });
  expect(ana?.is === 'add' && ana.after.nameKeys).toContain('analima');
});

test('the same file twice adds nothing and changes nothing', () => {
  const people = carriedOut([], planPeople(file, existing(), context));
  expect(told(planPeople(file, existing(...people), { ...context, now: now + 5 }))).toEqual([
    'same',
    'same',
    'same',
    'same',
  ]);
});

describe('people that are kept already', () => {
  const mine = kept('Nan', ['ana@example.com'], {
    organisation: 'My own word',
    notes: [newNote('mine', true, now)],
    tags: ['friend of Bo'],
  });
  const [plan] = planPeople(
    [
      entry('Ana Lima', {
        addresses: ['ANA+x@example.com', 'nan@example.org'],
        organisation: 'The Weavers',
        title: 'founder',
        tags: ['choir'],
        notes: ['met'],
      }),
    ],
    existing(mine),
    context,
  );
  test('are filled where they are empty, and keep what the user wrote', () => {
    expect(plan).toMatchObject({
      is: 'update',
      before: mine,
      after: {
        id: mine.id,
        name: 'Nan',
        otherNames: ['Ana Lima'],
        organisation: 'My own word',
        title: 'founder',
        tags: ['friend of Bo'],
        keys: ['ana@example.com', 'nan@example.org'],
        importId: null,
        createdAt: mine.createdAt,
        updatedAt: now,
      },
    });
    expect(plan?.is === 'update' && plan.after.notes.map((note) => [note.text, note.confidential])).toEqual([
      ['mine', true],
      ['met', false],
    ]);
  });
  test('are not changed by the plan itself', () => expect(mine.keys).toEqual(['ana@example.com']));

  test('get their name where only an address stood for it', () => {
    const bare = kept('ana@example.com', ['ana@example.com']);
    const [filled] = planPeople([entry('Ana Lima', { addresses: ['ana@example.com'] })], existing(bare), context);
    expect(filled).toMatchObject({ is: 'update', after: { name: 'Ana Lima', otherNames: [] } });
  });

  test('two of them are never merged by a file, and no address goes to a second person', () => {
    const [ana, bo] = [kept('Ana', ['ana@example.com']), kept('Bo', ['bo@example.com'])];
    const [both] = planPeople(
      [entry('Ana', { addresses: ['ana@example.com', 'bo@example.com', 'x@example.com'] })],
      existing(ana, bo),
      context,
    );
    expect(both).toMatchObject({ is: 'update', after: { id: ana.id, keys: ['ana@example.com', 'x@example.com'] } });
  });

  test('of the same name at another address are somebody else', () => {
    const plans = planPeople(
      [entry('Ana', { addresses: ['other@example.com'] })],
      existing(kept('Ana', ['ana@example.com'])),
      context,
    );
    expect(told(plans)).toEqual(['add']);
  });

  test('are known again by name alone only where the entry has no address and no other phone', () => {
    const ana = kept('Ana Lima', ['ana@example.com'], { phones: ['+1 (555) 0100-22'] });
    expect(told(planPeople([entry('Lima, Ana')], existing(ana), context))).toEqual(['update']);
    expect(told(planPeople([entry('Ana Lima', { phones: ['1555010022'] })], existing(ana), context))).toEqual(['same']);
    expect(told(planPeople([entry('Ana Lima', { phones: ['999999999'] })], existing(ana), context))).toEqual(['add']);
  });
});

test('two entries of a file with one address are one person', () => {
  const plans = planPeople(
    [
      entry('Ana', { line: 2, addresses: ['ana@example.com'] }),
      entry('Ana', { line: 3, addresses: ['a.n@gmail.com', 'ana@example.com'], title: 'founder' }),
    ],
    existing(),
    context,
  );
  expect(told(plans)).toEqual(['add', 'same']);
  expect(plans[0]).toMatchObject({ after: { keys: ['ana@example.com', 'an@gmail.com'], title: 'founder' } });
});

test('the user’s own card is passed over, and own addresses are nobody else’s', () => {
  const plans = planPeople(
    [
      entry('Me', { addresses: ['me@example.com'] }),
      entry('Ana', { addresses: ['ana@example.com', 'me+x@example.com'] }),
    ],
    existing(),
    context,
  );
  expect(told(plans)).toEqual(['own', 'add']);
  expect(plans[1]).toMatchObject({ after: { keys: ['ana@example.com'] } });
});

test('what to look up: keys, and names only where there is no address', () => {
  expect(keysToLookUp(file)).toEqual({
    keys: ['ana@example.com', 'nan@example.org', 'li@example.cn'],
    nameKeys: ['boberg', 'bergbo', 'cy'],
  });
});
