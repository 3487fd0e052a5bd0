import { asciiDigits } from '../count.ts';
import { lineOf } from '../text.ts';
import { knownLanguages, type TimeWords, timeWords } from './time-words.ts';

/** Start and end as wall-clock text: `YYYY-MM-DDTHH:MM`, or `YYYY-MM-DD` for whole days (the end is the last day). */
export type Span = { start: string; end: string | null };

/** What tells the year of a date written without one: the day that the page's address shows, and today, `YYYY-MM-DD`. */
export type Days = { shown: string | null; today: string };

type Clock = { hour: number; minute: number; period: Set<number> | null };
type Day = { year: number | null; month: number; day: number };

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');
const two = (n: number): string => pad(n);

/**
 * Reads a time that Google Calendar wrote in its user's language, first in the page's `language`, else in the one of the
 * known languages that all fitting ones agree on. Null where it is not certain: a time is never guessed.
 */
export function parseWhen(text: string, language: string, days: Days): Span | null {
  const line = normal(text);
  if (line.length > 200) return null;
  const own = language === '' ? null : inLanguage(line, timeWords(language), days, false);
  if (own) return own;
  const spans = new Set(
    knownLanguages
      .map((tag) => inLanguage(line, timeWords(tag), days, true))
      .filter((s) => s !== null)
      .map((s) => JSON.stringify(s)),
  );
  const [only] = spans;
  return spans.size === 1 && only ? (JSON.parse(only) as Span) : null;
}

/** A time of day on its own ("9:30am", "下午3:00", "15.30") as `HH:MM`, null where it is not one or not certain. */
export function parseClock(text: string, language: string): string | null {
  for (const tag of language === '' ? knownLanguages : [language, ...knownLanguages]) {
    const { clocks, rest } = takeClocks(normal(text), timeWords(tag));
    const clock = clocks[0];
    if (clocks.length === 1 && clock && !/\d/.test(rest)) return clockText(clock, clock.period);
  }
  return null;
}

const normal = (text: string): string =>
  asciiDigits((lineOf(text) ?? '').normalize('NFKC'))
    .toLowerCase()
    .replace(/\(?\b(?:gmt|utc)\s*(?:[+−-]\s*\d{1,2}(?::?\d{2})?)?\)?/g, ' ');

/** `strict`: no word may be left over that the language does not know. */
function inLanguage(line: string, words: TimeWords, days: Days, strict: boolean): Span | null {
  const numeric = takeNumericDates(line, words);
  if (!numeric) return null;
  const { clocks, rest } = takeClocks(numeric.rest, words);
  if (clocks.length > 2) return null;
  const written = takeWrittenDates(rest, words, strict);
  if (!written) return null;
  if (numeric.dates.length > 0 && written.dates.length > 0) return null;
  const dates = numeric.dates.length > 0 ? numeric.dates : written.dates;
  const from = dates[0];
  const to = dates.at(-1);
  if (!from || !to || dates.length > 2) return null;
  if (dates.length === 2 && clocks.length === 1) return null;

  // The end's year is the start's where only one is written; across New Year the start's is the one before.
  if (from.year === null && to.year !== null) from.year = to.year - (from.month > to.month ? 1 : 0);
  const weekdays = written.weekdays.length === dates.length ? written.weekdays : [];
  const startDay = fullDate(from, weekdays[0] ?? null, days);
  if (to !== from && to.year === null && startDay)
    to.year = Number(startDay.slice(0, 4)) + (from.month > to.month ? 1 : 0);
  const endDay = to === from ? startDay : fullDate(to, weekdays[1] ?? null, days);
  if (!startDay || !endDay || endDay < startDay) return null;
  return span(startDay, endDay, clocks);
}

function span(startDay: string, endDay: string, clocks: Clock[]): Span | null {
  const [first, second] = clocks;
  if (!first) return { start: startDay, end: endDay };
  const startTime = clockText(first, first.period ?? (startDay === endDay ? (second?.period ?? null) : null));
  if (!startTime) return null;
  const start = `${startDay}T${startTime}`;
  if (!second) return { start, end: null };
  const endTime = clockText(second, second.period ?? first.period);
  const end = endTime && `${endDay}T${endTime}`;
  // "11:30 – 12:30pm" says both in one half of the day; when that turns the span around, the start is not certain.
  if (end && end < start) return first.period || !second.period ? { start, end: null } : null;
  return { start, end };
}

function clockText({ hour, minute }: Clock, period: Set<number> | null): string | null {
  if (hour > 24 || minute > 59) return null;
  if (!period) return hour === 24 ? null : `${two(hour)}:${two(minute)}`;
  if (hour > 12) return period.has(hour) ? `${two(hour)}:${two(minute)}` : null;
  const hours = [...period];
  const exact = hours.find((h) => h % 12 === hour % 12);
  if (exact !== undefined) return `${two(exact)}:${two(minute)}`;
  if (hours.every((h) => h >= 12)) return `${two((hour % 12) + 12)}:${two(minute)}`;
  return hours.every((h) => h < 12) ? `${two(hour % 12)}:${two(minute)}` : null;
}

const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function takeClocks(line: string, words: TimeWords): { clocks: Clock[]; rest: string } {
  const period = [...words.periods.keys()]
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join('|');
  const minutes = `\\s*[:${words.dotTimes ? '.' : ''}]\\s*(?<m>\\d{2})(?!\\d)|\\s*(?<mark>[h時时시点點])(?!\\p{L})\\s*(?:(?<n>\\d{2})(?!\\d))?\\s*[分분]?`;
  const pattern = new RegExp(
    `(?:(?<!\\p{L})(?<before>${period})\\s*)?(?<![\\d:])(?<h>\\d{1,2})(?:${minutes})?(?:\\s*(?<after>${period})\\.?(?!\\p{L}))?`,
    'gu',
  );
  // "3 – 4pm": a bare number before a dash and a marked time is a time too.
  const bare = new RegExp(
    `(?<![\\d:.])(\\d{1,2})(?=\\s*[–—-]\\s*\\d{1,2}(?::\\d{2})?\\s*(?:${period})(?!\\p{L}))`,
    'u',
  );
  const clocks: Clock[] = [];
  const rest = line.replace(bare, '$1:00').replace(pattern, (all: string, ...args: unknown[]) => {
    const { before, h, m, mark, n, after } = args.at(-1) as Record<string, string | undefined>;
    const word = before ?? after;
    if ((m ?? mark ?? word) === undefined) return all;
    clocks.push({
      hour: Number(h),
      minute: Number(m ?? n ?? 0),
      period: (word && words.periods.get(word)) || null,
    });
    return ' ';
  });
  return { clocks, rest };
}

/** Dates in figures. Null where day and month could be either way round. */
function takeNumericDates(line: string, words: TimeWords): { dates: Day[]; rest: string } | null {
  const dates: Day[] = [];
  let unsure = false;
  const rest = line.replace(
    /(?<!\d)(?:(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})\.?|(\d{1,2})([-/.])\s?(\d{1,2})\6\s?(\d{4}))(?!\d)/g,
    (all, y1?: string, _s?: string, m1?: string, d1?: string, a?: string, _t?: string, b?: string, y2?: string) => {
      if (y1 !== undefined) dates.push({ year: Number(y1), month: Number(m1), day: Number(d1) });
      else {
        const [first, second] = [Number(a), Number(b)];
        const dayFirst = first > 12 ? true : second > 12 ? false : first === second ? true : words.dayFirst;
        if (dayFirst === null) unsure = true;
        else dates.push({ year: Number(y2), month: dayFirst ? second : first, day: dayFirst ? first : second });
      }
      return ' '.repeat(all.length);
    },
  );
  return unsure ? null : { dates, rest };
}

/** In scripts without spaces an unknown word may be half of the day: then nothing is certain. */
const otherScript = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Arab}]/u;
const smallWord = /^(?:[日号號일]|から|まで|[到至]|全天|整天|終日|종일|부터|까지|من|إلى|في)$/u;

/** Dates in words or with 月 and 日. Null where their parts cannot be put together with certainty. */
function takeWrittenDates(
  line: string,
  words: TimeWords,
  strict: boolean,
): { dates: Day[]; weekdays: number[] } | null {
  const months: { month: number; weekday: number | null }[] = [];
  const dayNumbers: number[] = [];
  const years: number[] = [];
  const weekdays: number[] = [];
  for (const [token] of line.matchAll(/\d+\s*[月월年년](?!\p{L})|\d+\s*[月월年년]|\d+|\p{L}[\p{L}\p{M}.'’-]*/gu)) {
    const number = Number.parseInt(token, 10);
    if (Number.isNaN(number)) {
      const word = token.replace(/\.+$/, '');
      const month = words.months.get(word);
      const weekday = words.weekdays.get(word) ?? words.weekdays.get(word.replace(/^[日일]/, ''));
      if (month !== undefined) months.push({ month, weekday: weekday ?? null });
      else if (weekday !== undefined) weekdays.push(weekday);
      else if ((strict || otherScript.test(word)) && !smallWord.test(word)) return null;
    } else if (/[月월]$/.test(token)) months.push({ month: number, weekday: null });
    else if (/[年년]$/.test(token) || /^\d{4}$/.test(token)) years.push(number);
    else if (number >= 1 && number <= 31) dayNumbers.push(number);
    else return null;
  }
  // "mar." is Tuesday and March in some languages: with a month too many, it was the weekday.
  while (months.length > 1 && months.length > dayNumbers.length) {
    const at = months.findIndex((m) => m.weekday !== null);
    if (at < 0) return null;
    weekdays.push(...months.splice(at, 1).map((m) => m.weekday ?? 0));
  }
  const [month] = months;
  if (!month || dayNumbers.length > 2 || dayNumbers.length < months.length)
    return months.length + dayNumbers.length + years.length === 0 ? { dates: [], weekdays } : null;
  if (years.length > dayNumbers.length || years.some((y) => y < 1970 || y > 2200)) return null;
  const dates = dayNumbers.map((day, i) => ({
    year:
      years.length === dayNumbers.length ? (years[i] ?? null) : i === dayNumbers.length - 1 ? (years[0] ?? null) : null,
    month: (months[i] ?? month).month,
    day,
  }));
  return { dates, weekdays };
}

/** The date with its year. One without: the year in which it lies nearest to the day shown, or this year, if the weekday fits. */
function fullDate({ year, month, day }: Day, weekday: number | null, days: Days): string | null {
  const real = (y: number): boolean => {
    const at = new Date(Date.UTC(y, month - 1, day));
    return (
      at.getUTCMonth() === month - 1 && at.getUTCDate() === day && (weekday === null || at.getUTCDay() === weekday)
    );
  };
  const text = (y: number): string => `${pad(y, 4)}-${two(month)}-${two(day)}`;
  if (year !== null) return real(year) ? text(year) : null;
  const now = Number(days.today.slice(0, 4));
  const near = days.shown ?? null;
  const candidates = near ? [0, -1, 1].map((n) => Number(near.slice(0, 4)) + n) : [now];
  const distance = (y: number): number => (near ? Math.abs(Date.parse(text(y)) - Date.parse(near)) : 0);
  const best = [...new Set([...candidates, now])]
    .filter((y) => real(y) && distance(y) < 200 * 86_400_000)
    .sort((a, b) => distance(a) - distance(b))[0];
  return best === undefined ? null : text(best);
}
