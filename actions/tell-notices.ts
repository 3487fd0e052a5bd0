import { promptKey } from '../prompts/prompt-key.ts';
import { type Notices, newNotices } from '../records/settings.ts';
import { occasionsBetween } from '../storage/occasions.ts';
import { readSettings } from '../storage/settings.ts';
import type { Store } from '../storage/store.ts';
import { due } from './due.ts';
import { reviewsWaiting } from './list-reviews.ts';
import { type NoticedMeeting, type NoticePlan, planNotices } from './notice-plan.ts';

const day = 86_400_000;

/** What a notice may say: the title of the meeting and how many, never what was written about anybody. */
export interface NoticeWords {
  key: string;
  is: 'before' | 'after' | 'morning';
  occasionId: string | null;
  title: string | null;
  startAt: number | null;
  /** How many of the people there are kept. */
  known: number;
  /** For the morning: how many meetings of the day, things due and reviews. */
  meetings: number;
  due: number;
  reviews: number;
}

/** What is to be shown now, in numbers and titles, and when to look again. */
export interface NoticesNow {
  settings: Notices;
  show: NoticeWords[];
  next: NoticePlan['next'];
}

/** Meetings of two days back and three ahead, without those that nobody else is in. */
async function meetingsAround(
  store: Store,
  now: number,
): Promise<(NoticedMeeting & { title: string | null; keys: string[] })[]> {
  const occasions = (await occasionsBetween(store, now - 2 * day, now + 3 * day)).filter(
    (one) => one.kind === 'meeting' && one.keys.length > 0,
  );
  const [reviews, decisions] = await Promise.all([
    store.reviews
      .where('occasionId')
      .anyOf(occasions.map(({ id }) => id))
      .toArray(),
    store.decisions
      .where('promptKey')
      .anyOf(occasions.map(({ id }) => promptKey.review(id)))
      .toArray(),
  ]);
  const written = new Set(reviews.map(({ occasionId }) => occasionId));
  const decided = new Set(decisions.map((one) => one.promptKey));
  return occasions.flatMap(({ id, startAt, endAt, title, keys }) =>
    startAt === null
      ? []
      : {
          id,
          startAt,
          endAt: endAt ?? startAt + 3_600_000,
          reviewed: written.has(id) || decided.has(promptKey.review(id)),
          title,
          keys,
        },
  );
}

/** What the browser should say now, by the settings; `told`: keys of what was said before. `now` in epoch ms. */
export async function tellNotices(
  store: Store,
  told: ReadonlySet<string>,
  now: number,
  zone: string,
): Promise<NoticesNow> {
  const settings = (await readSettings(store, now)).notices ?? newNotices;
  if (!settings.on) return { settings, show: [], next: null };
  const meetings = await meetingsAround(store, now);
  const { show, next } = planNotices(now, zone, settings, meetings, told);
  const words = await Promise.all(
    show.map(async ({ key, is, occasionId }): Promise<NoticeWords> => {
      const meeting = meetings.find(({ id }) => id === occasionId);
      const nothing = { title: null, startAt: null, known: 0, meetings: 0, due: 0, reviews: 0 };
      if (is === 'morning') return { ...nothing, key, is, occasionId, ...(await dayInNumbers(store, now)) };
      const known =
        meeting === undefined ? 0 : new Set(await store.people.where('keys').anyOf(meeting.keys).primaryKeys()).size;
      return {
        ...nothing,
        key,
        is,
        occasionId,
        title: meeting?.title ?? null,
        startAt: meeting?.startAt ?? null,
        known,
      };
    }),
  );
  return { settings, show: words, next };
}

/** Meetings still to come today, what is due until tonight, reviews that wait. */
async function dayInNumbers(store: Store, now: number): Promise<Pick<NoticeWords, 'meetings' | 'due' | 'reviews'>> {
  const tonight = new Date(now).setHours(24, 0, 0, 0);
  const [meetings, items, waiting] = await Promise.all([
    occasionsBetween(store, now, tonight),
    due(store, now),
    reviewsWaiting(store, now),
  ]);
  return {
    meetings: meetings.filter((one) => one.kind === 'meeting').length,
    due: items.filter(({ is, at }) =>
      is === 'cooperation' || is === 'introduction' ? true : at !== null && at < tonight,
    ).length,
    reviews: waiting.length,
  };
}
