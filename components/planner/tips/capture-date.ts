/** A day found at the start of a text: how many characters it took, and the end of that day in local time (epoch ms). */
export interface FoundDay {
  length: number;
  endsAt: number;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthWord =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const weekdayWord =
  'sun(?:day)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?';
const hanziNumber = '[一二三四五六七八九十]{1,3}|\\d{1,2}';

const digitOf = (hanzi: string): number => '一二三四五六七八九'.indexOf(hanzi) + 1;

/** 1 to 99 from Arabic or Chinese numerals such as 5, 十二 or 二十一. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['0', text];
  return (text.includes('十') ? (digitOf(tens) || 1) * 10 : 0) + digitOf(ones);
}

/** The end of a local day; null where the calendar has no such day. */
function endOf(year: number, month: number, day: number): number | null {
  const date = new Date(year, month, day, 23, 59, 59, 999);
  return date.getMonth() === month && date.getDate() === day ? date.getTime() : null;
}

const endAfter = (today: Date, days: number): number =>
  new Date(today.getFullYear(), today.getMonth(), today.getDate() + days, 23, 59, 59, 999).getTime();

/** Day and month, in the year given or else in the first year in which it is not over yet. */
function dayOf(year: string | undefined, month: number, day: number, now: number): number | null {
  if (year !== undefined) return endOf(Number(year), month, day);
  const thisYear = new Date(now).getFullYear();
  for (let ahead = 0; ahead <= 8; ahead++) {
    const end = endOf(thisYear + ahead, month, day);
    if (end !== null && end >= now) return end;
  }
  return null;
}

/** A weekday (0 Sunday) after today, or in the week after this one; weeks begin on Monday (ISO 8601). */
function weekdayEnd(weekday: number, week: 'coming' | 'this' | 'next', now: number): number {
  const today = new Date(now);
  const fromMonday = (day: number) => (day + 6) % 7;
  const within = fromMonday(weekday) - fromMonday(today.getDay());
  if (week === 'this') return endAfter(today, within);
  if (week === 'next') return endAfter(today, within + 7);
  return endAfter(today, within > 0 ? within : within + 7);
}

const monthEnd = (now: number, ahead: number): number => {
  const today = new Date(now);
  return new Date(today.getFullYear(), today.getMonth() + ahead + 1, 0, 23, 59, 59, 999).getTime();
};

/** The end of a month, in the year given or else in the first year in which it is not over yet. */
function monthOf(year: string | undefined, month: number, now: number): number | null {
  const today = new Date(now);
  const own = year === undefined ? today.getFullYear() + (month < today.getMonth() ? 1 : 0) : Number(year);
  return endOf(own, month, new Date(own, month + 1, 0).getDate());
}

const yearEnd = (now: number): number => new Date(new Date(now).getFullYear(), 11, 31, 23, 59, 59, 999).getTime();

type Rule = [pattern: string, end: (found: (string | undefined)[], now: number) => number | null];

const monthIndex = (word = ''): number => months.indexOf(word.slice(0, 3).toLowerCase());
const weekdayIndex = (word = ''): number => weekdays.indexOf(word.slice(0, 3).toLowerCase());
const hanziWeekday = (word = ''): number => (/[日天末]/.test(word) ? 0 : numberOf(word));

const isoRule: Rule = [
  String.raw`(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)`,
  ([year, month, day]) => endOf(Number(year), Number(month) - 1, Number(day)),
];

const countWords = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const countWord = `${countWords.join('|')}|an?|\\d{1,3}`;
const countOf = (word = ''): number =>
  /^\d+$/.test(word) ? Number(word) : /^an?$/i.test(word) ? 1 : countWords.indexOf(word.toLowerCase()) + 1;

/** The end of the day so many days, weeks, months or years after today; a day that the later month has not is its last. */
function endAfterSpan(now: number, count: number, unit: 'd' | 'w' | 'm' | 'y'): number {
  const today = new Date(now);
  if (unit === 'd' || unit === 'w') return endAfter(today, unit === 'd' ? count : 7 * count);
  const months = unit === 'm' ? count : 12 * count;
  const last = new Date(today.getFullYear(), today.getMonth() + months + 1, 0).getDate();
  const day = Math.min(today.getDate(), last);
  return new Date(today.getFullYear(), today.getMonth() + months, day, 23, 59, 59, 999).getTime();
}

const unitOf = (word = ''): 'd' | 'w' | 'm' | 'y' => {
  if (/^[天日]/.test(word)) return 'd';
  if (/周|星期|礼拜/.test(word)) return 'w';
  if (/月/.test(word)) return 'm';
  if (/年/.test(word)) return 'y';
  const first = word.charAt(0).toLowerCase();
  return first === 'd' || first === 'w' || first === 'm' ? first : 'y';
};

const englishRules: Rule[] = [
  isoRule,
  [
    String.raw`(?:in\s+|another\s+|the\s+next\s+)?(${countWord})\s+(days?|weeks?|months?|years?)\b(?:\s+from\s+(?:now|today)\b)?`,
    ([count, unit], now) => endAfterSpan(now, countOf(count), unitOf(unit)),
  ],
  [String.raw`(?:the\s+)?day\s+after\s+tomorrow\b`, (_, now) => endAfter(new Date(now), 2)],
  [
    String.raw`(?:the\s+)?end\s+of\s+(${monthWord})\b(?:,?\s+(\d{4})\b)?`,
    ([month, year], now) => monthOf(year, monthIndex(month), now),
  ],
  [
    String.raw`(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(${monthWord})\b\.?(?:,?\s+(\d{4})\b)?`,
    ([day, month, year], now) => dayOf(year, monthIndex(month), Number(day), now),
  ],
  [
    String.raw`(${monthWord})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s+(\d{4})\b)?`,
    ([month, day, year], now) => dayOf(year, monthIndex(month), Number(day), now),
  ],
  [String.raw`today\b`, (_, now) => endAfter(new Date(now), 0)],
  [String.raw`tomorrow\b`, (_, now) => endAfter(new Date(now), 1)],
  [String.raw`next\s+week\b`, (_, now) => weekdayEnd(0, 'next', now)],
  [String.raw`next\s+month\b`, (_, now) => monthEnd(now, 1)],
  [String.raw`next\s+(${weekdayWord})\b`, ([day], now) => weekdayEnd(weekdayIndex(day), 'next', now)],
  [String.raw`(?:this\s+)?(${weekdayWord})\b`, ([day], now) => weekdayEnd(weekdayIndex(day), 'coming', now)],
  [String.raw`(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?week\b`, (_, now) => weekdayEnd(0, 'this', now)],
  [String.raw`(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?month\b`, (_, now) => monthEnd(now, 0)],
  [String.raw`(?:the\s+)?end\s+of\s+next\s+month\b`, (_, now) => monthEnd(now, 1)],
  [String.raw`(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?year\b`, (_, now) => yearEnd(now)],
];

const hanziCount = (text = ''): number => (text === '半' ? 0.5 : text === '两' ? 2 : numberOf(text));

const chineseRules: Rule[] = [
  isoRule,
  [
    `(两|半|${hanziNumber})\\s*(天|日|个?周|个?星期|个?礼拜|个月|年)(?:之?[后内]|以内|以后)`,
    ([count, unit], now) => {
      const n = hanziCount(count);
      if (n !== 0.5) return endAfterSpan(now, n, unitOf(unit));
      return unitOf(unit) === 'y' ? endAfterSpan(now, 6, 'm') : endAfterSpan(now, unitOf(unit) === 'm' ? 15 : 3, 'd');
    },
  ],
  [
    `(?:(\\d{4})\\s*年\\s*)?(${hanziNumber})\\s*月底`,
    ([year, month = ''], now) => monthOf(year, numberOf(month) - 1, now),
  ],
  [
    `(?:(\\d{4})\\s*年\\s*)?(${hanziNumber})\\s*月\\s*(${hanziNumber})\\s*[日号號]?`,
    ([year, month = '', day = ''], now) => dayOf(year, numberOf(month) - 1, numberOf(day), now),
  ],
  [
    String.raw`(\d{1,2})[/.](\d{1,2})(?![\d/.])`,
    ([month, day], now) => dayOf(undefined, Number(month) - 1, Number(day), now),
  ],
  ['今天', (_, now) => endAfter(new Date(now), 0)],
  ['明天', (_, now) => endAfter(new Date(now), 1)],
  ['大后天', (_, now) => endAfter(new Date(now), 3)],
  ['后天', (_, now) => endAfter(new Date(now), 2)],
  ['下个?(?:周|星期|礼拜)([一二三四五六日天末])', ([day], now) => weekdayEnd(hanziWeekday(day), 'next', now)],
  ['[本这]个?(?:周|星期|礼拜)([一二三四五六日天末])', ([day], now) => weekdayEnd(hanziWeekday(day), 'this', now)],
  ['(?:周|星期|礼拜)([一二三四五六日天末])', ([day], now) => weekdayEnd(hanziWeekday(day), 'coming', now)],
  ['下个?(?:周|星期|礼拜)', (_, now) => weekdayEnd(0, 'next', now)],
  ['下个?月底?', (_, now) => monthEnd(now, 1)],
  ['[本这]?个?月底', (_, now) => monthEnd(now, 0)],
  ['(?:今年)?年底', (_, now) => yearEnd(now)],
  [
    `(\\d{1,2})[日号號](?=$|[\\s,.;，。；、#@!＃＠！前止])`,
    ([day], now) => {
      const today = new Date(now);
      const end = endOf(today.getFullYear(), today.getMonth(), Number(day));
      return end !== null && end >= now ? end : endOf(today.getFullYear(), today.getMonth() + 1, Number(day));
    },
  ],
];

const compiled = (rules: Rule[]) => rules.map(([pattern, end]) => [new RegExp(`^(?:${pattern})`, 'iu'), end] as const);
const rulesOf = { en: compiled(englishRules), zh: compiled(chineseRules) };

/**
 * The day that `text` begins with, in English (`5 Dec`, `next Friday`, `end of the month`) or Chinese (`12月5日`, `下周五`,
 * `月底`) words. Null where it begins with none, or with one that the calendar has not (31 February). A form that two
 * countries read differently (`5/12` in English) is none.
 */
export function dayAtStart(text: string, language: 'en' | 'zh', now: number): FoundDay | null {
  for (const [pattern, end] of rulesOf[language]) {
    const found = pattern.exec(text);
    if (!found) continue;
    const endsAt = end(found.slice(1), now);
    return endsAt === null ? null : { length: found[0].length, endsAt };
  }
  return null;
}
