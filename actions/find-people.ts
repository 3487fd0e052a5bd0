import { foldQuery } from '../people/name-key.ts';
import type { PersonChoice } from '../records/brief.ts';
import { peopleByPrefix } from '../storage/people.ts';
import type { ActDeps } from './act-deps.ts';

/**
 * Kept people found by a few letters: the beginning of any word of a name, of pinyin or its initials, or of an address.
 * At most 20, by name. Reads an index, so that a store of any size answers at once.
 */
export async function findPeople(text: string, { store }: Pick<ActDeps, 'store'>): Promise<PersonChoice[]> {
  const people = await peopleByPrefix(store, { name: foldQuery(text), address: text.trim().toLowerCase() }, 20);
  return people
    .map(({ id, name, organisation, title }) => ({ id, name, organisation, title }))
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}
