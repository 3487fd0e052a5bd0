import type { PinyinTable } from '../people/pinyin-table.ts';
import type { Occasion } from '../records/occasion.ts';
import type { TodayView } from '../records/planner.ts';
import { occasionsBetween, occasionsSeenSince } from '../storage/occasions.ts';
import { Reader } from '../storage/reader.ts';
import type { Store } from '../storage/store.ts';
import { briefOf } from './brief.ts';
import { due } from './due.ts';
import { reviewsWaiting } from './list-reviews.ts';
import { loadKnowledge } from './load-knowledge.ts';

const day = 86_400_000;

/** How far the first screen looks ahead and back, in ms, and how many occasions it shows of each. */
const reach = { ahead: 14 * day, running: day, seen: 7 * day, most: 20 };

/** Meetings that run now or begin within two weeks, the next first. */
async function ahead(store: Store, now: number): Promise<Occasion[]> {
  const meetings = await occasionsBetween(store, now - reach.running, now + reach.ahead);
  return meetings
    .filter((one) => one.kind === 'meeting' && (one.endAt ?? one.startAt ?? 0) > now)
    .sort((a, b) => (a.startAt ?? 0) - (b.startAt ?? 0))
    .slice(0, reach.most);
}

/** Tells Dexie that what follows depends on every act: a live query is then asked anew, though the rows are read without Dexie. */
const lookAt = (store: Store): Promise<unknown> => store.changes.toCollection().last();

/** The first screen: occasions ahead and lately seen with their briefs, what is due, what wants a review. `now` in epoch ms. */
export async function today(
  store: Store,
  { pinyin, now }: { pinyin: PinyinTable | null; now: number },
): Promise<TodayView> {
  const [coming, lately, dueItems, toReview] = await Promise.all([
    ahead(store, now),
    occasionsSeenSince(store, now - reach.seen),
    due(store, now),
    reviewsWaiting(store, now),
  ]);
  const shown = new Set(coming.map(({ id }) => id));
  const seen = lately
    .filter(({ id }) => !shown.has(id))
    .sort((a, b) => b.lastSeenAt - a.lastSeenAt)
    .slice(0, reach.most);
  await lookAt(store);
  const loaded = await loadKnowledge(Reader.of(store.backendDB()), [...coming, ...seen], { pinyin, now });
  const brief = (occasion: Occasion) => briefOf(occasion, true, loaded, now);
  return { ahead: coming.map(brief), seen: seen.map(brief), due: dueItems, toReview };
}

/** The brief of one kept occasion; null when it is not there (any more). */
export async function occasionPage(store: Store, id: string, context: { pinyin: PinyinTable | null; now: number }) {
  const occasion = await store.occasions.get(id);
  if (occasion === undefined) return null;
  await lookAt(store);
  const loaded = await loadKnowledge(Reader.of(store.backendDB()), [occasion], context);
  return briefOf(occasion, true, loaded, context.now);
}
