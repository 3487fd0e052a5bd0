import type { Person } from '../records/person.ts';
import type { PersonName } from '../records/planner.ts';
import type { Store } from '../storage/store.ts';

/** A kept person as lists name one, with the address to write to. */
export const personName = ({ id, name, organisation, addresses }: Person): PersonName => ({
  id,
  name,
  organisation,
  address: addresses[0]?.written ?? null,
});

/** Person id → name, for these ids. Who is not kept (any more) has an empty name. */
export async function namesOf(store: Store, ids: readonly string[]): Promise<(id: string) => PersonName> {
  const unique = [...new Set(ids)];
  const people = await store.people.bulkGet(unique);
  const names = new Map(people.flatMap((one) => (one === undefined ? [] : [[one.id, personName(one)]])));
  return (id) => names.get(id) ?? { id, name: '', organisation: null };
}
