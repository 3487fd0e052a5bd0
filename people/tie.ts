import type { Tie } from '../records/standing.ts';

const day = 86_400_000;
const year = 365 * day;

/**
 * Contact on at least this many days of the last twelve months makes a tie strong. Granovetter (1973; 1974, “Getting a
 * Job”) counts contact at least twice a week as often, more than once a year as occasional and less as rare; where only
 * calendar and mail are seen, every second week stands for the first of these. Below it a tie is weak.
 */
export const strongDays = 26;

/** Silence longer than this makes a tie dormant: once a year or less is Granovetter's *rarely*. Milliseconds. */
export const dormantAfter = year;

/**
 * How strong a tie is, from the distinct days of contact (UTC days; several mails on one day count once). `now` in epoch
 * ms; what lies ahead of it is no contact yet. Without any history the tie is `unknown`: silence proves nothing.
 */
export function tieOf(contacts: readonly { at: number }[], now: number): Tie {
  let lastAt: number | null = null;
  const days = new Set<number>();
  for (const { at } of contacts) {
    if (!(at <= now)) continue;
    if (lastAt === null || at > lastAt) lastAt = at;
    if (now - at < year) days.add(Math.floor(at / day));
  }
  if (lastAt === null) return { word: 'unknown', lastAt: null, days: 0 };
  const word = now - lastAt > dormantAfter ? 'dormant' : days.size >= strongDays ? 'strong' : 'weak';
  return { word, lastAt, days: days.size };
}
