import type { LanguageTag } from '../../locales/index.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Ways to write times (epoch ms, told in the browser's own zone unless one is given) and lists. */
export interface Formats {
  /** `3 Mar`, with the year where it is not this one. */
  date: (at: number) => string;
  /** `Tuesday 3 March`, with the year where it is not this one. */
  day: (at: number) => string;
  /** `Tue 3 Mar, 14:00`, with the year where it is not this one. */
  dateTime: (at: number, zone?: string | null) => string;
  /** `Tue 3 Mar, 14:00–15:30`. */
  range: (from: number, to: number, zone?: string | null) => string;
  /** `14:00`. */
  time: (at: number) => string;
  /** How long ago or until then, in words: `3 weeks ago`, `tomorrow`. */
  relative: (at: number) => string;
  /** How long ago within a month, else the date: `3 days ago`, `on 3 Mar 2025`. */
  when: (at: number) => string;
  /** `a, b and c`. */
  list: (items: readonly string[]) => string;
  /** `2,000`. */
  number: (n: number) => string;
}

/** The zone if the browser knows it, else its own (undefined). */
function known(zone: string | null | undefined): string | undefined {
  if (!zone) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** The formats of a language. `now` gives epoch ms; a zone that the browser does not know falls back to its own. */
export function formatsFor(language: LanguageTag, now: () => number): Formats {
  const locale = language === 'en' ? englishRegion() : language;
  const relativeFormat = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const listFormat = new Intl.ListFormat(locale, { type: 'conjunction' });
  const numberFormat = new Intl.NumberFormat(locale);
  const timeFormat = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });

  const year = (at: number) =>
    new Date(at).getFullYear() === new Date(now()).getFullYear() ? {} : { year: 'numeric' as const };
  const dated = (at: number, options: Intl.DateTimeFormatOptions, zone?: string | null) => {
    const full = { ...options, ...year(at) };
    return new Intl.DateTimeFormat(locale, { ...full, timeZone: known(zone) });
  };
  const date = (at: number) => dated(at, { month: 'short', day: 'numeric' }).format(at);
  const moment: Intl.DateTimeFormatOptions = {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  };

  /** Intl writes a Chinese range with a numeric month (`3/3周二`) though not a single time, so that one is put together. */
  const rangeOf = (from: number, to: number, zone?: string | null): string => {
    if (language === 'en') return dated(from, moment, zone).formatRange(from, to);
    const sameDay =
      dated(from, { day: 'numeric' }, zone).format(from) === dated(to, { day: 'numeric' }, zone).format(to);
    const end: Intl.DateTimeFormatOptions =
      sameDay && to - from < day ? { hour: '2-digit', minute: '2-digit' } : moment;
    const written = new Intl.DateTimeFormat(locale, { ...end, timeZone: known(zone) }).format(to);
    return `${dated(from, moment, zone).format(from)}–${written}`;
  };

  const relative = (at: number): string => {
    const away = at - now();
    const days = Math.round((startOfDay(at) - startOfDay(now())) / day);
    if (Math.abs(away) < hour) return relativeFormat.format(Math.round(away / minute), 'minute');
    if (days === 0) return relativeFormat.format(Math.round(away / hour), 'hour');
    if (Math.abs(days) < 14) return relativeFormat.format(days, 'day');
    if (Math.abs(days) < 60) return relativeFormat.format(Math.round(days / 7), 'week');
    if (Math.abs(days) < 700) return relativeFormat.format(Math.round(days / 30.44), 'month');
    return relativeFormat.format(Math.round(days / 365.25), 'year');
  };
  return {
    date,
    day: (at) => dated(at, { weekday: 'long', month: 'long', day: 'numeric' }).format(at),
    dateTime: (at, zone) => dated(at, moment, zone).format(at),
    range: (from, to, zone) => rangeOf(Math.min(from, to), Math.max(from, to), zone),
    time: (at) => timeFormat.format(at),
    relative,
    when: (at) => (Math.abs(at - now()) < 31 * day ? relative(at) : language === 'en' ? `on ${date(at)}` : date(at)),
    list: (items) => listFormat.format(items),
    number: (n) => numberFormat.format(n),
  };
}

/** The user's own kind of English, for the order of day and month: British where the browser speaks no English. */
function englishRegion(): string {
  const own = new Intl.DateTimeFormat().resolvedOptions().locale;
  return own.toLowerCase().startsWith('en') ? own : 'en-GB';
}
