import type { MatterRow } from '../records/planner.ts';
import type { Store } from '../storage/store.ts';
import { namesOf } from './names-of.ts';

/** Every matter, open ones first, then last changed first, with the names of the people it speaks of. */
export async function listMatters(store: Store): Promise<MatterRow[]> {
  return store.transaction('r', [store.matters, store.people, store.cooperations], async () => {
    const matters = await store.matters.toArray();
    const peopleOf = (row: (typeof matters)[number]) =>
      [row.owner, ...row.steps.flatMap((step) => step.who ?? [])].filter((id) => id !== 'me');
    const requestsOf = (row: (typeof matters)[number]) =>
      [row.cooperationId, ...row.steps.map((step) => step.cooperationId)].filter((id) => typeof id === 'string');
    const [name, requests] = await Promise.all([
      namesOf(store, matters.flatMap(peopleOf)),
      store.cooperations.bulkGet([...new Set(matters.flatMap(requestsOf))]),
    ]);
    const request = new Map(requests.flatMap((one) => (one === undefined ? [] : [[one.id, one] as const])));
    return matters
      .sort(
        (a, b) =>
          Number(b.state === 'open') - Number(a.state === 'open') ||
          b.updatedAt - a.updatedAt ||
          (a.id < b.id ? 1 : -1),
      )
      .map((matter) => ({
        matter,
        ownerAddress: matter.owner === 'me' ? null : (name(matter.owner).address ?? null),
        requests: Object.fromEntries(
          requestsOf(matter).flatMap((id) => {
            const one = request.get(id);
            return one === undefined ? [] : [[id, one]];
          }),
        ),
        names: Object.fromEntries(peopleOf(matter).map((id) => [id, name(id).name])),
      }));
  });
}
