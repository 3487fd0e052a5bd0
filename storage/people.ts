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
