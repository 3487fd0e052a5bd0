import { type ExistingPeople, keysToLookUp } from '../interchange/import-people.ts';
import type { ParsedPerson } from '../interchange/parsed.ts';
import type { Person } from '../records/person.ts';
import type { Store } from '../storage/store.ts';

/** Above this many keys, one pass over everybody is faster than asking for each. */
const oneByOne = 500;

/** The kept people that the entries may mean, by address key and by name key. */
export async function existingFor(store: Store, parsed: readonly ParsedPerson[]): Promise<ExistingPeople> {
  const wanted = keysToLookUp(parsed);
  const [keys, nameKeys] = [new Set(wanted.keys), new Set(wanted.nameKeys)];
  const byKey = new Map<string, Person[]>();
  const byNameKey = new Map<string, Person[]>();
  const add = (map: Map<string, Person[]>, key: string, person: Person) => {
    const there = map.get(key);
    if (there === undefined) map.set(key, [person]);
    else there.push(person);
  };
  const take = (person: Person) => {
    for (const key of person.keys) if (keys.has(key)) add(byKey, key, person);
    for (const key of person.nameKeys) if (nameKeys.has(key)) add(byNameKey, key, person);
  };
  if (keys.size + nameKeys.size > oneByOne) await store.people.each(take);
  else {
    const found = await Promise.all([
      store.people
        .where('keys')
        .anyOf([...keys])
        .toArray(),
      store.people
        .where('nameKeys')
        .anyOf([...nameKeys])
        .toArray(),
    ]);
    for (const person of new Map(found.flat().map((one) => [one.id, one])).values()) take(person);
  }
  return { byKey, byNameKey };
}
