import { deleteContacts } from '../storage/contacts.ts';
import { readSettings } from '../storage/settings.ts';
import type { Store } from '../storage/store.ts';
import { storeProblem } from '../storage/store-problem.ts';
import { mergeAct } from './unmerge-people.ts';

const day = 86_400_000;

/** So long an act can be undone, in days. */
const undoDays = 90;

/** How many rows went. */
export interface Pruned {
  occasions: number;
  sightings: number;
  changes: number;
}

/**
 * Deletes what was only seen and is older than the user wants it kept (`keepDays`): occasions that nothing was planned,
 * written or decided about and that are not ahead, addresses, and that prompts were shown. What the user imported or said stays. Acts of more than
 * 90 days ago can no longer be undone, but for merges, which are kept for good. One transaction. `now` in epoch ms. Throws `Problem`s.
 */
export async function prune(store: Store, now: number): Promise<Pruned> {
  const tables = [store.occasions, store.contacts, store.sightings, store.changes, store.settings, store.shown];
  try {
    return await store.transaction('rw', tables, async () => {
      const { keepDays } = await readSettings(store, now);
      const changes = await store.changes
        .where('createdAt')
        .below(now - undoDays * day)
        .filter((change) => change.act !== mergeAct)
        .delete();
      if (keepDays === null) return { occasions: 0, sightings: 0, changes };
      const limit = now - keepDays * day;
      const occasions = await store.occasions
        .where('lastSeenAt')
        .below(limit)
        .filter((one) => !one.pinned && one.importId === null && (one.endAt ?? one.startAt ?? 0) < limit)
        .primaryKeys();
      await store.occasions.bulkDelete(occasions);
      await deleteContacts(store, occasions);
      const sightings = await store.sightings
        .where('lastSeenAt')
        .below(limit)
        .filter((one) => !one.saidPerson && one.importId === null)
        .delete();
      await store.shown.where('lastAt').below(limit).delete();
      return { occasions: occasions.length, sightings, changes };
    });
  } catch (error) {
    throw storeProblem(error);
  }
}
