import type { MatterRow } from '../records/planner.ts';
import type { Store } from '../storage/store.ts';
import { namesOf } from './names-of.ts';

/** Every matter, open ones first, then last changed first, with the names of the people it speaks of. */
export async function listMatters(store: Store): Promise<MatterRow[]> {
  return store.transaction('r', [store.matters, store.people], async () => {
    const matters = await store.matters.toArray();
    const peopleOf = (row: (typeof matters)[number]) =>
      [row.owner, ...row.steps.flatMap((step) => step.who ?? [])].filter((id) => id !== 'me');
    const name = await namesOf(store, matters.flatMap(peopleOf));
    return matters
      .sort(
        (a, b) =>
          Number(b.state === 'open') - Number(a.state === 'open') ||
          b.updatedAt - a.updatedAt ||
          (a.id < b.id ? 1 : -1),
      )
      .map((matter) => ({
        matter,
        names: Object.fromEntries(peopleOf(matter).map((id) => [id, name(id).name])),
      }));
  });
}
