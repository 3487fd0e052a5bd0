/** A language's words for months, weekdays and halves of the day, as the browser's own tables give them. */
export type TimeWords = {
  months: Map<string, number>;
  /** Sunday is 0. */
  weekdays: Map<string, number>;
  /** Words such as "pm" or "下午", with the hours of the day they are used for. */
  periods: Map<string, Set<number>>;
  /** Whether a numeric date puts the day before the month; null where the bare language does not settle it. */
  dayFirst: boolean | null;
  /** Whether times are written with a dot ("9.30"). */
  dotTimes: boolean;
};

/** Languages tried where the page's own is missing or does not fit. */
export const knownLanguages = ['en', 'zh-CN', 'zh-TW', 'ja', 'ko', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'ru', 'pl'];

const plain = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200E\u200F\u061C]/g, '')
    .replace(/\.$/, '')
    .trim();

const cache = new Map<string, TimeWords>();

/** The words of a language tag; those of English for a tag that is none. */
export function timeWords(tag: string): TimeWords {
  const known = cache.get(tag);
  if (known) return known;
  const words = build(tag);
  cache.set(tag, words);
  return words;
}

function build(tag: string): TimeWords {
  const words: TimeWords = {
    months: new Map(),
    weekdays: new Map(),
    periods: new Map(),
    dayFirst: null,
    dotTimes: false,
  };
  const format = (options: Intl.DateTimeFormatOptions) => {
    const all = { timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn', ...options };
    try {
      return new Intl.DateTimeFormat(tag, all);
    } catch {
      return new Intl.DateTimeFormat('en', all);
    }
  };
  const part = (f: Intl.DateTimeFormat, at: number, type: string) =>
    plain(f.formatToParts(at).find((p) => p.type === type)?.value ?? '');

  // Months alone and beside a day differ in some languages, and abbreviations everywhere.
  for (const options of [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric' },
  ] as const) {
    const f = format(options);
    for (let m = 1; m <= 12; m++) {
      const word = part(f, Date.UTC(2026, m - 1, 15), 'month');
      if (/^\p{L}/u.test(word)) words.months.set(word, m);
    }
  }
  for (const weekday of ['long', 'short'] as const) {
    const f = format({ weekday });
    // 4 January 2026 is a Sunday.
    for (let d = 0; d < 7; d++) words.weekdays.set(part(f, Date.UTC(2026, 0, 4 + d), 'weekday'), d);
  }
  const addPeriod = (word: string, hour: number) => {
    if (word === '') return;
    const hours = words.periods.get(word) ?? new Set<number>();
    words.periods.set(word, hours.add(hour));
  };
  for (const options of [
    { hour: 'numeric', hour12: true },
    { hour: 'numeric', dayPeriod: 'short', hour12: true },
  ] as const) {
    const f = format(options);
    for (let h = 0; h < 24; h++) addPeriod(part(f, Date.UTC(2026, 0, 4, h), 'dayPeriod'), h);
  }
  for (let h = 0; h < 24; h++)
    for (const form of ['am', 'a.m', 'a. m']) addPeriod(h < 12 ? form : form.replace('a', 'p'), h);

  const order = format({ day: 'numeric', month: 'numeric', year: 'numeric' })
    .formatToParts(0)
    .map((p) => p.type);
  if (!/^en$/i.test(tag)) words.dayFirst = order.indexOf('day') < order.indexOf('month');
  words.dotTimes = /\d\.\d\d/.test(format({ hour: 'numeric', minute: '2-digit' }).format(Date.UTC(2026, 0, 4, 9, 30)));
  return words;
}
