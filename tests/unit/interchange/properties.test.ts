import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planPeople } from '../../../interchange/import-people.ts';
import { parsedPerson } from '../../../interchange/parsed.ts';
import type { Person } from '../../../records/person.ts';

const now = Date.UTC(2026, 10, 24);
const context = { now, importId: 'i1', mine: new Set(['me@example.com']), pinyin: null };

const some = <T>(...values: T[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 });
const entry = fc
  .record({
    name: fc.constantFrom('Ana Lima', 'Lima, Ana', 'Ana', 'Bo', '李伟', 'a@example.com', '555 0100'),
    otherNames: some('Nan', 'Ana', 'Wei Li'),
    addresses: some('a@example.com', 'A+x@example.com', 'b@example.com', 'c@gmail.com', 'me@example.com', 'none'),
    phones: some('555 0100', '+1 555 0100', '999999999'),
    organisation: fc.option(fc.constantFrom('Weavers', 'Looms')),
    tags: some('choir', 'kiln'),
    notes: some('met', 'sings'),
    needs: some('a van'),
  })
  .map((given) => parsedPerson({ line: 1, ...given }));

/** As the store answers: who has which key, who is found by which name key. */
function existing(people: readonly Person[]) {
  const byKey = new Map<string, Person[]>();
  const byNameKey = new Map<string, Person[]>();
  for (const person of people) {
    for (const key of person.keys) byKey.set(key, [...(byKey.get(key) ?? []), person]);
    for (const key of person.nameKeys) byNameKey.set(key, [...(byNameKey.get(key) ?? []), person]);
  }
  return { byKey, byNameKey };
}

function imported(entries: Parameters<typeof planPeople>[0], people: readonly Person[]): Person[] {
  const all = new Map(people.map((person) => [person.id, person]));
  for (const plan of planPeople(entries, existing(people), context))
    if (plan.is !== 'skip') all.set(plan.after.id, plan.after);
  return [...all.values()];
}

test('any file twice adds nothing and changes nothing the second time; no address has two holders', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 6 }), (entries) => {
      const people = imported(entries, []);
      const keys = people.flatMap((person) => person.keys);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys).not.toContain('me@example.com');
      expect(planPeople(entries, existing(people), context).map((plan) => plan.is)).toEqual(entries.map(() => 'skip'));
    }),
    { numRuns: 1_000 },
  );
}, 60_000);
