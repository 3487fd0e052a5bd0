import { ianaZone } from '../interchange/zone.ts';
import type { Notices } from '../records/settings.ts';
import { localDay, momentOf } from './wall-clock.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A meeting as notices need it. Times in epoch ms. */
export interface NoticedMeeting {
  id: string;
  startAt: number;
  endAt: number;
  /** Its review is written, or was said not to be wanted. */
  reviewed: boolean;
}

/** One thing to be shown, once. `key` names it for ever: of two with one key only one is ever shown. */
export interface Notice {
  key: string;
  is: 'before' | 'after' | 'morning';
  /** null for the morning. */
  occasionId: string | null;
  /** From when on, and until when it may be shown, epoch ms: later it is of no use. */
  from: number;
  until: number;
}

/** What is to be shown now, and when to look again; null: nothing ahead is known. */
export interface NoticePlan {
  show: Notice[];
  next: number | null;
}

/** A notice of a meeting that has begun so long ago says nothing any more. */
const lateForMeeting = 5 * minute;
/** A review is asked for within a day, a morning summary until so long after its time. */
const lateForReview = day;
const lateForMorning = 4 * hour;

/** The moment of a local time on a local day (`YYYY-MM-DD`), epoch ms. */
function momentAt(date: string, minutes: number, zone: string): number | null {
  const two = (n: number) => String(n).padStart(2, '0');
  return momentOf({ local: `${date}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`, zone }, zone);
}

/** Minutes after local midnight. */
function minutesAt(at: number, zone: string): number {
  const local = at + (ianaZone(zone)?.offsetAtUtc(at) ?? 0);
  return Math.floor((((local % day) + day) % day) / minute);
}

/** Whether nothing may be shown at this minute of the day. */
export function isQuiet({ quietFrom, quietTo }: Notices, minutes: number): boolean {
  if (quietFrom === quietTo) return false;
  return quietFrom < quietTo ? minutes >= quietFrom && minutes < quietTo : minutes >= quietFrom || minutes < quietTo;
}

/** The first moment from `at` on at which something may be shown. */
function loudFrom(at: number, notices: Notices, zone: string): number {
  if (!isQuiet(notices, minutesAt(at, zone))) return at;
  const today = localDay(at, zone);
  for (const date of [today, localDay(at + day, zone)]) {
    const end = momentAt(date, notices.quietTo, zone);
    if (end !== null && end > at) return end;
  }
  return at + hour;
}

/** Everything that was or will be worth showing around `now`, by its key. */
function noticesAround(now: number, zone: string, notices: Notices, meetings: readonly NoticedMeeting[]): Notice[] {
  const found: Notice[] = [];
  for (const { id, startAt, endAt, reviewed } of meetings) {
    // A meeting that was moved is another one to be told of.
    if (notices.before !== null)
      found.push({
        key: `before/${id}/${startAt}`,
        is: 'before',
        occasionId: id,
        from: startAt - notices.before * minute,
        until: startAt + lateForMeeting,
      });
    if (notices.after && !reviewed)
      found.push({ key: `after/${id}`, is: 'after', occasionId: id, from: endAt, until: endAt + lateForReview });
  }
  if (notices.morningAt !== null)
    for (const date of new Set([localDay(now - day, zone), localDay(now, zone), localDay(now + day, zone)])) {
      const at = momentAt(date, notices.morningAt, zone);
      if (at !== null)
        found.push({ key: `morning/${date}`, is: 'morning', occasionId: null, from: at, until: at + lateForMorning });
    }
  return found;
}

/**
 * What to show now and when to look again. What was `told` is never shown again, whatever the clock or the zone say; what
 * could not be shown in time (asleep, quiet hours) is shown at the first moment that is not too late. Pure. Times in epoch ms.
 */
export function planNotices(
  now: number,
  zone: string,
  notices: Notices,
  meetings: readonly NoticedMeeting[],
  told: ReadonlySet<string>,
): NoticePlan {
  if (!notices.on) return { show: [], next: null };
  const open = noticesAround(now, zone, notices, meetings).filter(({ key, until }) => !told.has(key) && until >= now);
  const quiet = isQuiet(notices, minutesAt(now, zone));
  const show = quiet ? [] : open.filter(({ from }) => from <= now).sort((a, b) => a.from - b.from);
  const ahead = open
    .filter((one) => !show.includes(one))
    .map(({ from, until }) => ({ at: loudFrom(Math.max(from, now), notices, zone), until }))
    .filter(({ at, until }) => at <= until && at > now)
    .map(({ at }) => at);
  return { show, next: ahead.length === 0 ? null : Math.min(...ahead) };
}
