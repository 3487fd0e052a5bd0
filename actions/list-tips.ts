import type { TipRow } from '../records/planner.ts';
import type { Store } from '../storage/store.ts';
import { grouped } from './grouped.ts';
import { namesOf } from './names-of.ts';

/** Every tip, newest first, with everybody it went, or is promised, to. */
export async function listTips(store: Store): Promise<TipRow[]> {
  return store.transaction('r', [store.tips, store.shares, store.people], async () => {
    const [tips, shares] = await Promise.all([store.tips.toArray(), store.shares.toArray()]);
    const name = await namesOf(store, [...tips.flatMap((tip) => tip.few), ...shares.map((share) => share.personId)]);
    const sharesOf = grouped(shares, (share) => share.tipId);
    return tips
      .sort((a, b) => b.learnedAt - a.learnedAt || (a.id < b.id ? 1 : -1))
      .map((tip) => ({
        tip,
        few: tip.few.map(name),
        shares: (sharesOf.get(tip.id) ?? [])
          .sort((a, b) => a.createdAt - b.createdAt)
          .map((share) => ({ share, person: name(share.personId) })),
      }));
  });
}
