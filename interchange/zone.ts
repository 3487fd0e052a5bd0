/** A zone as needed to place wall clocks: offsets in ms, wall clocks written as `Date.UTC` of their fields. */
export interface Zone {
  /** IANA name, or null for one described in a file. */
  name: string | null;
  offsetAtUtc(utc: number): number;
  /** In the hour that a clock goes through twice, the first one; in the hour left out, the offset before it (RFC 5545 §3.3.5). */
  offsetAtWall(wall: number): number;
}

const day = 86_400_000;

/** The offset of the moment by the platform's zone data. */
function offsetBy(format: Intl.DateTimeFormat, utc: number): number {
  const fields: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(utc)) fields[type] = Number(value);
  const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second = 0 } = fields;
  const wall = new Date(0);
  wall.setUTCFullYear(year, month - 1, date);
  wall.setUTCHours(hour, minute, second);
  return wall.getTime() - Math.floor(utc / 1000) * 1000;
}

/** A zone by its offset (ms) at each moment (epoch ms). Days without a change are answered from memory. */
export function zoneOf(name: string | null, exact: (utc: number) => number): Zone {
  const atMidnight = new Map<number, number>();
  const midnight = (n: number): number => {
    const known = atMidnight.get(n);
    if (known !== undefined) return known;
    const offset = exact(n * day);
    atMidnight.set(n, offset);
    return offset;
  };
  const offsetAtUtc = (utc: number): number => {
    const n = Math.floor(utc / day);
    return midnight(n) === midnight(n + 1) ? midnight(n) : exact(utc);
  };
  return {
    name,
    offsetAtUtc,
    offsetAtWall(wall) {
      const before = offsetAtUtc(wall - day);
      if (offsetAtUtc(wall - before) === before) return before;
      const after = offsetAtUtc(wall + day);
      return offsetAtUtc(wall - after) === after ? after : before;
    },
  };
}

const ianaZones = new Map<string, Zone | null>();

/** The zone of an IANA name, or null for what is none. */
export function ianaZone(name: string): Zone | null {
  if (!ianaZones.has(name)) {
    let zone: Zone | null = null;
    try {
      const format = new Intl.DateTimeFormat('en-US-u-ca-iso8601', {
        timeZone: name,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
      zone = zoneOf(name, (utc) => offsetBy(format, utc));
    } catch {
      zone = null;
    }
    ianaZones.set(name, zone);
  }
  return ianaZones.get(name) ?? null;
}
