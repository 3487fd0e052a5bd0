import { isDecided, newestDecisions } from '../prompts/decisions.ts';
import { promptKey } from '../prompts/prompt-key.ts';
import type { Occasion } from '../records/occasion.ts';
import type { ReviewsView, ReviewWaiting } from '../records/planner.ts';
import { occasionsBetween } from '../storage/occasions.ts';
import type { Store } from '../storage/store.ts';

const day = 86_400_000;
/** A meeting older than this is no longer fresh enough to be asked about. */
const askedWithin = 14 * day;

/** Who was at an occasion, as the page named them, the user left out. */
export const namesAt = (occasion: Occasion): string[] => [
  ...new Set(
    occasion.participants
      .filter((one) => !one.self && one.marked == null)
      .map((one) => one.name ?? one.written ?? '')
      .filter((name) => name !== ''),
  ),
];

const whenOf = (occasion: Occasion): number | null => occasion.endAt ?? occasion.startAt;

/** Meetings of the last two weeks that are over, had somebody else in them, and have no review; the latest first. */
export async function reviewsWaiting(store: Store, now: number): Promise<ReviewWaiting[]> {
  return store.transaction('r', store.occasions, store.reviews, store.decisions, async () => {
    const recent = await occasionsBetween(store, now - askedWithin, now);
    const over = recent.filter((one) => one.kind === 'meeting' && (one.endAt ?? Infinity) <= now);
    const [reviews, decisions] = await Promise.all([
      store.reviews
        .where('occasionId')
        .anyOf(over.map((one) => one.id))
        .toArray(),
      store.decisions.toArray(),
    ]);
    const written = new Set(reviews.map((review) => review.occasionId));
    const newest = newestDecisions(decisions);
    return over
      .map((one) => ({ occasionId: one.id, title: one.title, at: whenOf(one), people: namesAt(one) }))
      .filter(
        (one) =>
          one.people.length > 0 &&
          !written.has(one.occasionId) &&
          !isDecided(promptKey.review(one.occasionId), newest, now),
      )
      .sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
  });
}

/** The reviews to write and those written, the latest first. `now` in epoch ms. */
export async function viewReviews(store: Store, now: number): Promise<ReviewsView> {
  return store.transaction('r', store.occasions, store.reviews, store.decisions, async () => {
    const [waiting, reviews] = await Promise.all([reviewsWaiting(store, now), store.reviews.toArray()]);
    const occasions = await store.occasions.bulkGet(reviews.map((review) => review.occasionId));
    const written = reviews.map((review, i) => {
      const occasion = occasions[i];
      return {
        review,
        title: occasion?.title ?? null,
        at: occasion === undefined ? null : whenOf(occasion),
        people: occasion === undefined ? [] : namesAt(occasion),
      };
    });
    return { waiting, written: written.sort((a, b) => b.review.writtenAt - a.review.writtenAt) };
  });
}
