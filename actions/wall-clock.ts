import type { WallClock } from '../records/occasion.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}

/** The zone of this computer (IANA name). */
export const systemZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zone, where the platform knows it by that name, else null. */
export function knownZone(zone: string | null): string | null {
  if (zone === null) return null;
  try {
    formatOf(zone);
    return zone;
  } catch {
    return null;
  }
}

/** What a clock on the wall shows at `at` (epoch ms) in `zone`, as if it were UTC, in epoch ms. */
function wallAt(at: number, zone: string): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** How far the zone is ahead of UTC at `at`, in ms. */
const offsetAt = (at: number, zone: string): number => wallAt(at, zone) - Math.floor(at / 1000) * 1000;

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
  const where = knownZone(written) ?? zone;
  const [before, after] = [offsetAt(wall - day, where), offsetAt(wall + day, where)];
  const moments = [wall - before, wall - after].filter((at) => wallAt(at, where) === wall);
  return moments.length > 0 ? Math.min(...moments) : wall - before;
}

/** The moment at which a meeting ends that is shown to end at this: a date alone means that whole day. */
export function endOf(end: WallClock, zone: string): number | null {
  if (end.local.includes('T')) return momentOf(end, zone);
  const midnight = Date.parse(`${end.local}T00:00:00Z`);
  if (Number.isNaN(midnight) || momentOf(end, zone) === null) return null;
  return momentOf({ local: new Date(midnight + day).toISOString().slice(0, 10), zone: end.zone }, zone);
}

/** The day (`YYYY-MM-DD`) on which `at` (epoch ms) falls in `zone`. */
export const localDay = (at: number, zone: string): string => new Date(wallAt(at, zone)).toISOString().slice(0, 10);
