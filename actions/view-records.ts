import type { IntroductionRow, MatterRow, PersonName, TipRow } from '../records/planner.ts';
import type { Store } from '../storage/store.ts';
import { groupBy } from './group-by.ts';
import { namesById } from './view-people.ts';

const named = (names: ReadonlyMap<string, PersonName>, id: string): PersonName =>
  names.get(id) ?? { id, name: '', organisation: null };

/** All tips, the newest first, each with those it is meant for and those it went to. */
export async function viewTips(store: Store): Promise<TipRow[]> {
  return store.transaction('r', store.tips, store.shares, store.people, async () => {
    const [tips, shares] = await Promise.all([store.tips.toArray(), store.shares.toArray()]);
    const names = await namesById(store, [
      ...shares.map((share) => share.personId),
      ...tips.flatMap((tip) => (tip.reach === 'few' ? tip.few : [])),
    ]);
    const byTip = groupBy(shares, (share) => share.tipId);
    return tips
      .sort((a, b) => b.learnedAt - a.learnedAt || (a.id < b.id ? 1 : -1))
      .map((tip) => ({
        tip,
        few: tip.reach === 'few' ? tip.few.map((id) => named(names, id)) : [],
        shares: (byTip.get(tip.id) ?? [])
          .sort((a, b) => a.createdAt - b.createdAt)
          .map((share) => ({ share, person: named(names, share.personId) })),
      }));
  });
}

/** All introductions, the latest touched first. */
export async function viewIntroductions(store: Store): Promise<IntroductionRow[]> {
  return store.transaction('r', store.introductions, store.people, async () => {
    const introductions = await store.introductions.toArray();
    const names = await namesById(
      store,
      introductions.flatMap(({ aId, bId }) => [aId, bId]),
    );
    return introductions
      .sort((a, b) => b.updatedAt - a.updatedAt)
      .map((introduction) => ({
        introduction,
        a: named(names, introduction.aId),
        b: named(names, introduction.bId),
      }));
  });
}

/** All matters, the latest touched first, with the names of those they speak of. */
export async function viewMatters(store: Store): Promise<MatterRow[]> {
  return store.transaction('r', store.matters, store.people, async () => {
    const matters = await store.matters.toArray();
    const idsOf = (matter: MatterRow['matter']) =>
      [matter.owner, ...matter.steps.map((step) => step.who)].filter((id) => id !== null && id !== 'me');
    const names = await namesById(
      store,
      matters.flatMap(idsOf).filter((id) => id !== null),
    );
    return matters
      .sort((a, b) => b.updatedAt - a.updatedAt)
      .map((matter) => ({
        matter,
        names: Object.fromEntries(idsOf(matter).flatMap((id) => (id === null ? [] : [[id, named(names, id).name]]))),
      }));
  });
}
