import { ianaZone } from '../interchange/zone.ts';
import type { WallClock } from '../records/occasion.ts';

/** The zone of this computer (IANA name). */
export const systemZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zone, where the platform knows it by that name, else null. */
export const knownZone = (zone: string | null): string | null =>
  zone === null || ianaZone(zone) === null ? null : zone;

const day = 86_400_000;

/**
 * The moment (epoch ms) at which a clock on the wall shows this in its zone, or in `zone` where it names none that the
 * platform knows. As in Temporal's `compatible`: a time that comes twice is the first, one that is skipped is as much
 * later. A date alone is its midnight. Null for what is no date.
 */
export function momentOf({ local, zone: written }: WallClock, zone: string): number | null {
  const [date = '', time = '00:00'] = local.split('T');
  const wall = Date.parse(`${date}T${time}:00Z`);
  // Date.parse takes 31 April for 1 May.
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 10) !== date) return null;
  const where = (written === null ? null : ianaZone(written)) ?? ianaZone(zone);
  return where === null ? null : wall - where.offsetAtWall(wall);
}

/** The moment at which a meeting ends that is shown to end at this: a date alone means that whole day. */
export function endOf(end: WallClock, zone: string): number | null {
  if (end.local.includes('T')) return momentOf(end, zone);
  const midnight = Date.parse(`${end.local}T00:00:00Z`);
  if (Number.isNaN(midnight) || momentOf(end, zone) === null) return null;
  return momentOf({ local: new Date(midnight + day).toISOString().slice(0, 10), zone: end.zone }, zone);
}

/** The day (`YYYY-MM-DD`) on which `at` (epoch ms) falls in `zone`. */
export const localDay = (at: number, zone: string): string =>
  new Date(at + (ianaZone(zone)?.offsetAtUtc(at) ?? 0)).toISOString().slice(0, 10);
