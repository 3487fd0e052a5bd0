import { promptKey } from '../prompts/prompt-key.ts';
import type { Occasion } from '../records/occasion.ts';
import type { ReviewsView, ReviewWaiting } from '../records/planner.ts';
import { occasionsBetween } from '../storage/occasions.ts';
import type { Store } from '../storage/store.ts';

/** So long after a meeting its review is asked for, in ms. */
const askedFor = 14 * 86_400_000;

/** The names of the people of an occasion, the user and rooms left out. */
const peopleOf = (occasion: Occasion): string[] => [
  ...new Set(
    occasion.participants
      .filter((one) => !one.self && one.marked == null)
      .map((one) => one.name ?? one.written ?? '')
      .filter((name) => name !== ''),
  ),
];

/** Meetings of the last 14 days that are over, had other people in them, have no review yet, and were not put off. */
export async function reviewsWaiting(store: Store, now: number): Promise<ReviewWaiting[]> {
  return store.transaction('r', [store.occasions, store.reviews, store.decisions], async () => {
    const meetings = (await occasionsBetween(store, now - askedFor, now)).filter(
      (one) => one.kind === 'meeting' && one.endAt !== null && one.endAt <= now && peopleOf(one).length > 0,
    );
    const [reviews, decisions] = await Promise.all([
      store.reviews
        .where('occasionId')
        .anyOf(meetings.map(({ id }) => id))
        .toArray(),
      store.decisions
        .where('promptKey')
        .anyOf(meetings.map(({ id }) => promptKey.review(id)))
        .toArray(),
    ]);
    const written = new Set(reviews.map((review) => review.occasionId));
    const silenced = new Set(
      decisions
        .filter((one) => one.decision !== 'later' || one.until === null || one.until > now)
        .map((one) => one.promptKey),
    );
    return meetings
      .filter(({ id }) => !written.has(id) && !silenced.has(promptKey.review(id)))
      .sort((a, b) => (b.endAt ?? 0) - (a.endAt ?? 0))
      .map((one) => ({ occasionId: one.id, title: one.title, at: one.startAt, people: peopleOf(one) }));
  });
}

/** Reviews written, newest first, and those that wait. `now` in epoch ms. */
export async function listReviews(store: Store, now: number): Promise<ReviewsView> {
  return store.transaction('r', [store.occasions, store.reviews, store.decisions], async () => {
    const [waiting, reviews] = await Promise.all([reviewsWaiting(store, now), store.reviews.toArray()]);
    const occasions = await store.occasions.bulkGet(reviews.map((review) => review.occasionId));
    const written = reviews.map((review, i) => {
      const occasion = occasions[i];
      return {
        review,
        title: occasion?.title ?? null,
        at: occasion?.startAt ?? null,
        people: occasion === undefined ? [] : peopleOf(occasion),
      };
    });
    return { waiting, written: written.sort((a, b) => b.review.writtenAt - a.review.writtenAt) };
  });
}
