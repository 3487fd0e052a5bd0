import { habitOf } from '../prompts/habit.ts';
import type { HabitRow } from '../records/habit.ts';
import { readSettings } from '../storage/settings.ts';
import type { Store } from '../storage/store.ts';

/** What was learned from what the user did about prompts, a row a way, as far as it was not forgotten. `now` in epoch ms. */
export async function learned(store: Store, now: number): Promise<HabitRow[]> {
  const tables = [store.decisions, store.tips, store.shares, store.introductions, store.matters, store.cooperations];
  return store.transaction('r', [...tables, store.settings], async () => {
    const [settings, decisions, tips, shares, introductions, matters, cooperations] = await Promise.all([
      readSettings(store, now),
      store.decisions.toArray(),
      store.tips.toArray(),
      store.shares.toArray(),
      store.introductions.toArray(),
      store.matters.toArray(),
      store.cooperations.toArray(),
    ]);
    const done = { decisions, tips, shares, introductions, matters, cooperations };
    return [...habitOf(done, settings.habit?.since ?? 0, now).values()];
  });
}
