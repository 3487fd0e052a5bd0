import type { PinyinTable } from '../people/pinyin-table.ts';
import type { TodayView } from '../records/planner.ts';
import { occasionsBetween, occasionsSeenSince } from '../storage/occasions.ts';
import type { Store } from '../storage/store.ts';
import { briefOf } from './brief.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { viewDue } from './view-due.ts';
import { reviewsWaiting } from './view-reviews.ts';

const day = 86_400_000;
const aheadFor = 14 * day;
const seenFor = 7 * day;
const mostAhead = 12;
const mostSeen = 8;
/** A meeting that began longer ago than this and has no end is taken for over. */
const longest = 12 * 3_600_000;

/**
 * What the first screen shows: meetings that are on or ahead within two weeks by their beginning, what else was seen in
 * the last week by when, what is due and what wants a review. `now` in epoch ms.
 */
export async function viewToday(
  store: Store,
  { pinyin, now }: { pinyin: PinyinTable | null; now: number },
): Promise<TodayView> {
  const [near, recent, due, toReview] = await Promise.all([
    occasionsBetween(store, now - longest, now + aheadFor),
    occasionsSeenSince(store, now - seenFor),
    viewDue(store, now),
    reviewsWaiting(store, now),
  ]);
  const ahead = near
    .filter((one) => one.kind === 'meeting' && (one.endAt ?? one.startAt ?? 0) > now)
    .slice(0, mostAhead);
  const isAhead = new Set(ahead.map((one) => one.id));
  const seen = recent
    .filter((one) => !isAhead.has(one.id) && one.lastSeenAt <= now && (one.startAt ?? 0) <= now)
    .sort((a, b) => b.lastSeenAt - a.lastSeenAt)
    .slice(0, mostSeen);
  const loaded = await loadKnowledge(store, [...ahead, ...seen], { pinyin, now });
  return {
    ahead: ahead.map((one) => briefOf(one, true, loaded, now)),
    seen: seen.map((one) => briefOf(one, true, loaded, now)),
    due,
    toReview,
  };
}
