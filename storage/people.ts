import type { Person } from '../records/person.ts';
import type { Store } from './store.ts';

/**
 * Address key → the people who have it, oldest first, read in the transaction that is open (or one of its own).
 * One `getAll` on the multi-entry index a key, all at once: the fastest way that was measured.
 */
export async function peopleByKeys(store: Store, keys: readonly string[]): Promise<Map<string, Person[]>> {
  const unique = [...new Set(keys)];
  return store.transaction('r', store.people, async () => {
    const found = await Promise.all(unique.map((key) => store.people.where('keys').equals(key).toArray()));
    return new Map(unique.map((key, i) => [key, found[i] ?? []]));
  });
}

/** The people found by any of these name keys, each once, at most `limit` a key: a name that half a store shares tells nothing. */
export async function peopleByNameKeys(store: Store, nameKeys: readonly string[], limit = 20): Promise<Person[]> {
  const unique = [...new Set(nameKeys)];
  return store.transaction('r', store.people, async () => {
    const found = await Promise.all(
      unique.map((key) => store.people.where('nameKeys').equals(key).limit(limit).toArray()),
    );
    return [...new Map(found.flat().map((person) => [person.id, person])).values()];
  });
}

/** Everybody who has a need or an offer. The closed bound matters: Chromium steps through every key equal to an open one. */
export async function peopleWithWants(store: Store): Promise<Person[]> {
  return store.transaction('r', store.people, async () => {
    const [needing, offering] = await Promise.all([
      store.people.where('needs.length').aboveOrEqual(1).toArray(),
      store.people.where('offers.length').aboveOrEqual(1).toArray(),
    ]);
    return [...new Map([...needing, ...offering].map((person) => [person.id, person])).values()];
  });
}

/** The people of whom a name key or an address key begins so, each once, at most `limit`. An empty beginning finds nobody. */
export async function peopleByPrefix(
  store: Store,
  prefix: { name: string; address: string },
  limit: number,
): Promise<Person[]> {
  return store.transaction('r', store.people, async () => {
    const found = await Promise.all([
      prefix.name === ''
        ? []
        : store.people
            .where('nameKeys')
            .startsWith(prefix.name)
            .limit(limit * 4)
            .toArray(),
      prefix.address === '' ? [] : store.people.where('keys').startsWith(prefix.address).limit(limit).toArray(),
    ]);
    return [...new Map(found.flat().map((person) => [person.id, person])).values()].slice(0, limit);
  });
}
