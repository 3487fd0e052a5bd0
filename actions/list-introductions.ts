import type { IntroductionRow } from '../records/planner.ts';
import type { Store } from '../storage/store.ts';
import { namesOf } from './names-of.ts';

/** Every introduction with the names of both, last changed first. */
export async function listIntroductions(store: Store): Promise<IntroductionRow[]> {
  return store.transaction('r', [store.introductions, store.people], async () => {
    const introductions = await store.introductions.toArray();
    const name = await namesOf(
      store,
      introductions.flatMap((one) => [one.aId, one.bId]),
    );
    return introductions
      .sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1))
      .map((introduction) => ({ introduction, a: name(introduction.aId), b: name(introduction.bId) }));
  });
}
