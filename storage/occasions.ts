import type { Occasion } from '../records/occasion.ts';
import type { Store } from './store.ts';

/** The kept occasion that a site knows by this `ref`, or null. */
export async function occasionAt(store: Store, site: string, ref: string): Promise<Occasion | null> {
  return (await store.occasions.where('[site+ref]').equals([site, ref]).first()) ?? null;
}

/** Occasions that begin from `from` on and before `to` (epoch ms), by their beginning. */
export const occasionsBetween = (store: Store, from: number, to: number): Promise<Occasion[]> =>
  store.occasions.where('startAt').between(from, to, true, false).toArray();

/** Occasions last seen from `from` on (epoch ms), oldest first. */
export const occasionsSeenSince = (store: Store, from: number): Promise<Occasion[]> =>
  store.occasions.where('lastSeenAt').aboveOrEqual(from).toArray();
