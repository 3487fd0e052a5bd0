import type { WallClock } from '../records/occasion.ts';

/**
 * A time of ISO 8601, in its long or its short form, as a wall clock: as it is written where it names no offset (in `zone`,
 * if that is known), else by the clock of this computer. Null for anything else.
 */
export function clockOf(text: string | null, zone: string | null = null): WallClock | null {
  const parts = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)[\d:.]*(Z|[+-]\d\d:?\d\d)?)?$/.exec(text ?? '');
  if (parts === null) return null;
  const [, year, month, day, hour, minute, offset] = parts;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return { local: date, zone: null };
  const local = `${date}T${hour}:${minute}`;
  if (offset === undefined) return { local, zone };
  const at = new Date(`${local}${offset.replace(/(\d\d)(\d\d)$/, '$1:$2')}`);
  if (Number.isNaN(at.getTime())) return null;
  // The same moment, written as this computer's clock would show it.
  at.setMinutes(at.getMinutes() - at.getTimezoneOffset());
  return { local: at.toISOString().slice(0, 16), zone: null };
}
