import { ianaZone } from './zone.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = `(${months.join('|')})[a-z]*\\.?`;

/** Ways to write a day that leave no doubt which number is the month, and where year, month and day stand in each. */
const days: { form: RegExp; order: [year: number, month: number, day: number] }[] = [
  { form: /(\d{4})[-/](\d{1,2})[-/](\d{1,2})/, order: [1, 2, 3] },
  { form: /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/, order: [1, 2, 3] },
  { form: /(\d{1,2})\.(\d{1,2})\.(\d{4})/, order: [3, 2, 1] },
  { form: new RegExp(`${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`, 'i'), order: [3, 1, 2] },
  { form: new RegExp(`(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?${month},?\\s+(\\d{4})`, 'i'), order: [3, 2, 1] },
];

const clock = /(上午|下午|晚上)?\s*(\d{1,2})(?:[:：点](\d{2})?)?\s*(am|pm|a\.m\.|p\.m\.)?/giu;

/** The clock times in a text, in minutes of the day. A bare number is one only beside "am", "pm" or their like. */
function clocksIn(text: string): number[] {
  const found = [...text.matchAll(clock)].map(([written, before = '', hour = '', minute = '0', after = '']) => ({
    hour: Number(hour),
    minute: Number(minute),
    half: /^p/i.test(after) || /下午|晚上/.test(before) ? 'pm' : after !== '' || before !== '' ? 'am' : '',
    clear: /[:：点]/.test(written),
  }));
  // "10 – 11am": the first takes its half of the day from the second.
  return found.flatMap(({ hour, minute, half, clear }, place) => {
    const next = found[place + 1];
    const by = half === '' && next !== undefined ? next.half : half;
    if ((by === '' && !clear) || hour > 24 || minute > 59 || (by !== '' && hour > 12)) return [];
    return [((by === '' ? hour : (hour % 12) + (by === 'pm' ? 12 : 0)) * 60 + minute) % 1_440];
  });
}

/**
 * Start and end (epoch ms, null where it is not told) of a time as invitations write it, by the clock of `zone`. Null where the
 * day could be another one: `9/10/2026` is the tenth of September or the ninth of October.
 */
export function whenIn(text: string, zone: string): { startAt: number; endAt: number | null } | null {
  for (const { form, order } of days) {
    const match = form.exec(text);
    if (match === null) continue;
    const [year = '', named = '', date = ''] = order.map((place) => match[place] ?? '');
    const number = /^\d/.test(named) ? Number(named) : months.indexOf(named.slice(0, 3).toLowerCase()) + 1;
    const midnight = Date.UTC(Number(year), number - 1, Number(date));
    const real = new Date(midnight);
    if (real.getUTCMonth() !== number - 1 || real.getUTCDate() !== Number(date)) continue;
    const [from, to] = clocksIn(text.replace(match[0], ' '));
    const where = ianaZone(zone);
    if (where === null || from === undefined) return null;
    const at = (minutes: number): number => {
      const wall = midnight + minutes * 60_000;
      return wall - where.offsetAtWall(wall);
    };
    return { startAt: at(from), endAt: to === undefined || to <= from ? null : at(to) };
  }
  return null;
}
