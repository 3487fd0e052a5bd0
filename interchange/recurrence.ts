import ICAL from 'ical.js';
import type { Zone } from './zone.ts';

/** A date or date-time of a calendar: its wall clock as `Date.UTC` of the fields, and how it is placed. */
export interface CalendarTime {
  wall: number;
  /** A whole day. */
  date: boolean;
  utc: boolean;
}

/** `20261124`, `20261124T0930`, `20261124T093000Z`, and with separators as some programs write it; null when it is no date. */
export function calendarTime(text: string): CalendarTime | null {
  const match = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?(Z)?)?$/i.exec(text.trim());
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  const isDay = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  if (!isDay || hour > 24 || minute > 59 || second > 60) return null;
  at.setUTCHours(hour, minute, Math.min(second, 59));
  return { wall: at.getTime(), date: match[4] === undefined, utc: match[7] !== undefined };
}

/** Where in time a calendar's time lies, epoch ms. */
export const placed = (time: CalendarTime, zone: Zone): number =>
  time.utc ? time.wall : time.wall - zone.offsetAtWall(time.wall);

/** An ISO 8601 duration (RFC 5545 §3.3.6) in ms; null when it is none. */
export function durationMs(text: string): number | null {
  const match = /^([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i.exec(text.trim());
  if (!match || !/\d/.test(text)) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(2).map((part) => Number(part ?? 0));
  const ms = ((weeks * 7 + days) * 24 * 3600 + hours * 3600 + minutes * 60 + seconds) * 1000;
  return match[1] === '-' ? -ms : ms;
}

const asTime = (wall: number, date: boolean) => {
  const at = new Date(wall);
  const fields = {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
    isDate: date,
  };
  return new ICAL.Time(fields, ICAL.Timezone.localTimezone);
};

const wallOf = (time: ICAL.Time): number => {
  const at = new Date(0);
  at.setUTCFullYear(time.year, time.month - 1, time.day);
  at.setUTCHours(time.hour, time.minute, time.second);
  return at.getTime();
};

/** So many dates of one rule are stepped through at most: a daily one for a hundred years. */
export const mostSteps = 40_000;

/** Meetings every hour or oftener are no meetings: of such a rule only the first dates are looked at. */
const mostShortSteps = 2_000;

/**
 * The wall clocks at which an event with this rule (RFC 5545 §3.3.10) repeats, from its start on and not before `from`,
 * not after `until` (wall clocks too); without the start itself. `cut` when there were more steps than are taken. Throws
 * when the rule cannot be read.
 */
export function repeats(
  rule: string,
  start: CalendarTime,
  zone: Zone,
  from: number,
  until: number,
): { walls: number[]; cut: boolean } {
  const recur = ICAL.Recur.fromString(rule.replace(/\s+/g, '').replace(/^RRULE:/i, ''));
  if (recur.until) {
    // UNTIL is written in UTC where the start has a zone; here everything is reckoned by the wall clock of that zone.
    const last = wallOf(recur.until);
    const isUtc = recur.until.zone === ICAL.Timezone.utcTimezone && !start.utc;
    const wall = recur.until.isDate && !start.date ? last + 86_399_000 : isUtc ? last + zone.offsetAtUtc(last) : last;
    recur.until = asTime(wall, start.date);
  }
  const iterator = recur.iterator(asTime(start.wall, start.date));
  const walls: number[] = [];
  const most = /SECONDLY|MINUTELY|HOURLY/i.test(rule) ? mostShortSteps : mostSteps;
  for (let step = 0; step < most; step++) {
    const next = iterator.next();
    if (!next) return { walls, cut: false };
    const wall = wallOf(next);
    if (wall > until) return { walls, cut: false };
    if (wall >= from && wall !== start.wall) walls.push(wall);
  }
  return { walls, cut: true };
}
