import type { PersonName } from '../records/planner.ts';
import type { Store } from '../storage/store.ts';

/** Person id → name, for these ids. Who is not kept (any more) has an empty name. */
export async function namesOf(store: Store, ids: readonly string[]): Promise<(id: string) => PersonName> {
  const unique = [...new Set(ids)];
  const people = await store.people.bulkGet(unique);
  const names = new Map(
    people.flatMap((one) =>
      one === undefined ? [] : [[one.id, { id: one.id, name: one.name, organisation: one.organisation }]],
    ),
  );
  return (id) => names.get(id) ?? { id, name: '', organisation: null };
}
