import type { Brief } from '../../../records/brief.ts';

/** When a share is meant to be given. */
export type ShareWhen = 'open' | 'before' | 'after' | 'tomorrow' | 'nextWeek' | 'day';

/** The choices that make sense for an occasion at `now` (epoch ms): before and after only while they lie ahead. */
export function shareWhens(occasion: Brief['occasion'], now: number): ShareWhen[] {
  const meeting = occasion.kind === 'meeting';
  return [
    'open',
    ...(meeting && occasion.startAt !== null && occasion.startAt > now ? ['before' as const] : []),
    ...(meeting && occasion.endAt !== null && occasion.endAt > now ? ['after' as const] : []),
    'tomorrow',
    'nextWeek',
    'day',
  ];
}

/** The time of a choice, epoch ms; null where it is open. `day` is a local date `YYYY-MM-DD`, told at nine. */
export function shareTime(when: ShareWhen, day: string, occasion: Brief['occasion'], now: number): number | null {
  const days = (n: number) => {
    const date = new Date(now);
    date.setDate(date.getDate() + n);
    return date.setHours(9, 0, 0, 0);
  };
  switch (when) {
    case 'open':
      return null;
    case 'before':
      return occasion.startAt;
    case 'after':
      return occasion.endAt;
    case 'tomorrow':
      return days(1);
    case 'nextWeek':
      return days(7);
    case 'day': {
      const time = new Date(`${day}T09:00`).getTime();
      return Number.isNaN(time) ? null : time;
    }
  }
}
