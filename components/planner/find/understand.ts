/** What the words of a search were understood as. `said`: the words themselves, as they stand in the query. Times in epoch ms. */
export type Clue =
  | { is: 'helps'; said: string; about: string }
  | { is: 'met'; said: string; from: number; to: number }
  | { is: 'silent'; said: string; since: number }
  | { is: 'standing'; said: string; word: 'connection' | 'friend' | 'potential' }
  | { is: 'only'; said: string; kind: FoundKind };

/** The kinds of thing that are found. */
export const foundKinds = ['people', 'needs', 'offers', 'tips', 'matters', 'introductions', 'notes'] as const;
export type FoundKind = (typeof foundKinds)[number];

/** A query as it was understood: clues, and the words left over, which must stand in what is found. */
export interface Understood {
  clues: readonly Clue[];
  rest: string;
}

const year = (now: number): number => new Date(now).getFullYear();
const start = (y: number, month: number, day = 1): number => new Date(y, month, day).getTime();

const seasonsEn: Record<string, number> = { spring: 2, summer: 5, autumn: 8, fall: 8, winter: 11 };
const seasonsZh: Record<string, number> = { 春: 2, 夏: 5, 秋: 8, 冬: 11 };
const monthsEn = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const hanziDigits = '零一二三四五六七八九';

/** A number written in digits, English words up to twelve, or Chinese. Null where it is none. */
function numberIn(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const words = [
    'a',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ];
  const at = words.indexOf(text.toLowerCase());
  if (at >= 0) return Math.max(1, at);
  if (text.toLowerCase() === 'an') return 1;
  if (text === '半') return 0.5;
  if (text === '两') return 2;
  if (text.includes('十')) {
    const [tens = '', ones = ''] = text.split('十');
    return (tens === '' ? 1 : hanziDigits.indexOf(tens)) * 10 + (ones === '' ? 0 : hanziDigits.indexOf(ones));
  }
  const digit = hanziDigits.indexOf(text);
  return digit > 0 ? digit : null;
}

/** The span of `months` from that month on, in the year said, or the latest that has begun. */
function spanOf(
  month: number,
  months: number,
  said: number | null,
  back: number,
  now: number,
): { from: number; to: number } {
  let y = said ?? year(now) - back;
  // Unless a year was said, the latest that has begun.
  if (said === null && back === 0 && start(y, month) > now) y -= 1;
  return { from: start(y, month), to: start(y, month + months) };
}

type Found = Omit<Extract<Clue, { is: 'met' }>, 'is' | 'said'>;

/** The span of time that the words name: a season, a month, a week, a year. Null where they name none. */
function timeIn(text: string, now: number): Found | null {
  const plain = text.trim().toLowerCase();
  const today = new Date(now);
  const monday = today.getDate() - ((today.getDay() + 6) % 7);
  const week = (ago: number) => ({
    from: start(year(now), today.getMonth(), monday - 7 * ago),
    to: start(year(now), today.getMonth(), monday - 7 * ago + 7),
  });
  const month = (ago: number) => ({
    from: start(year(now), today.getMonth() - ago),
    to: start(year(now), today.getMonth() - ago + 1),
  });
  const wholeYear = (y: number) => ({ from: start(y, 0), to: start(y + 1, 0) });
  const day = (ago: number) => ({
    from: start(year(now), today.getMonth(), today.getDate() - ago),
    to: start(year(now), today.getMonth(), today.getDate() - ago + 1),
  });
  const simple: [RegExp, () => Found][] = [
    [/^(?:today|今天)$/, () => day(0)],
    [/^(?:yesterday|昨天)$/, () => day(1)],
    [/^(?:this week|[这本]个?(?:周|星期|礼拜))$/, () => week(0)],
    [/^(?:last week|上个?(?:周|星期|礼拜))$/, () => week(1)],
    [/^(?:this month|[这本]个?月)$/, () => month(0)],
    [/^(?:last month|上个?月)$/, () => month(1)],
    [/^(?:this year|今年)$/, () => wholeYear(year(now))],
    [/^(?:last year|去年)$/, () => wholeYear(year(now) - 1)],
    [/^前年$/, () => wholeYear(year(now) - 2)],
  ];
  for (const [pattern, span] of simple) if (pattern.test(plain)) return span();
  const english = /^(?:(last|this)\s+)?(?:the\s+)?([a-z]+)(?:\s+(?:of\s+)?(\d{4}))?$/.exec(plain);
  if (english) {
    const [, which, word = '', said] = english;
    const y = said === undefined ? null : Number(said);
    const season = seasonsEn[word];
    const named = monthsEn.findIndex((name) => word.length >= 3 && word.startsWith(name));
    const first = season ?? (named >= 0 ? named : null);
    if (first !== null) {
      const found = spanOf(first, season === undefined ? 1 : 3, y, 0, now);
      // *Last spring* said in spring is the one before.
      if (which === 'last' && now < found.to) return spanOf(first, season === undefined ? 1 : 3, null, 1, now);
      return found;
    }
  }
  if (/^\d{4}年?$/.test(plain)) return wholeYear(Number(plain.slice(0, 4)));
  const chinese =
    /^(?:(今|去|前)年的?|(\d{4})年的?)?(?:([春夏秋冬])[天季]?|(\d{1,2}|十[一二]?|[一二三四五六七八九])月份?)$/.exec(
      plain,
    );
  if (chinese) {
    const [, which, said, season, named] = chinese;
    const first = season === undefined ? (numberIn(named ?? '') ?? 0) - 1 : (seasonsZh[season] ?? 0);
    const back = which === '去' ? 1 : which === '前' ? 2 : 0;
    const y = said === undefined ? (which === '今' ? year(now) : null) : Number(said);
    if (first >= 0 && first < 12) return spanOf(first, season === undefined ? 1 : 3, y, back, now);
  }
  return null;
}

/** The moment so long before `now`, by the calendar. Null where the words name no length of time. */
function ago(count: string, unit: string, now: number): number | null {
  const n = numberIn(count.trim());
  if (n === null) return null;
  const date = new Date(now);
  const whole = Math.floor(n);
  if (/^(?:d|天|日)/i.test(unit)) date.setDate(date.getDate() - Math.round(n));
  else if (/^(?:w|个?周|个?星期|个?礼拜)/i.test(unit)) date.setDate(date.getDate() - Math.round(7 * n));
  else if (/^(?:m|个?月)/i.test(unit)) date.setMonth(date.getMonth() - whole, date.getDate() - (n === whole ? 0 : 15));
  else date.setMonth(date.getMonth() - Math.round(12 * n));
  return date.getTime();
}

const count = 'an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,3}';
const hanziCount = '半|两|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]|\\d{1,3}';

type Rule = [pattern: RegExp, clue: (found: RegExpExecArray, now: number) => Clue | null];

const helps = (found: RegExpExecArray): Clue | null => {
  const about = (found[1] ?? '').replace(/[?？。.!！]+$/u, '').trim();
  return about === '' ? null : { is: 'helps', said: found[0].trim(), about };
};
const silent = (found: RegExpExecArray, now: number): Clue | null => {
  const since = ago(found[1] ?? '', found[2] ?? '', now);
  return since === null ? null : { is: 'silent', said: found[0].trim(), since };
};
const met = (found: RegExpExecArray, now: number): Clue | null => {
  const span = timeIn(found[1] ?? '', now);
  return span === null ? null : { is: 'met', said: found[0].trim(), ...span };
};
const kindWords: [RegExp, FoundKind][] = [
  [/(?:^|\s)(?:people|persons?)\s*[:：]|(?:联系人)\s*[:：]/iu, 'people'],
  [/(?:^|\s)(?:needs?)\s*[:：]|(?:需求)\s*[:：]/iu, 'needs'],
  [/(?:^|\s)(?:offers?)\s*[:：]|(?:资源)\s*[:：]/iu, 'offers'],
  [/(?:^|\s)(?:tips?)\s*[:：]|(?:信息)\s*[:：]/iu, 'tips'],
  [/(?:^|\s)(?:matters?)\s*[:：]|(?:事务)\s*[:：]/iu, 'matters'],
  [/(?:^|\s)(?:introductions?)\s*[:：]|(?:引荐)\s*[:：]/iu, 'introductions'],
  [/(?:^|\s)(?:notes?)\s*[:：]|(?:备注)\s*[:：]/iu, 'notes'],
];

const rules: Rule[] = [
  [
    /(?:^|\s)who\s+(?:can|could|might|would)\s+(?:help\s+(?:me\s+|us\s+)?(?:with|to|find|in)?\s*|do\s+|fix\s+)?(.+)$/iu,
    helps,
  ],
  [/(?:^|\s)who\s+(?:knows|offers|has|does|sells|makes)\s+(.+)$/iu, helps],
  [/谁(?:能|可以|会|愿意)(?:够)?(?:帮(?:我|我们|忙)?)?(?:一下|忙)?(?:找|办|做|解决)?\s*(.+)$/u, helps],
  [/(?:谁(?:有|认识|懂|做|卖)|(?:有没有|有)人(?:能|会|认识|懂)|找谁)\s*(.+)$/u, helps],
  [
    new RegExp(
      `(?:not|never|n't|nobody)?\\s*(?:not\\s+)?(?:seen|met|spoken(?:\\s+to)?|heard\\s+from|in\\s+touch)\\s+(?:for|in)\\s+(?:over\\s+|more\\s+than\\s+|at\\s+least\\s+)?(${count})\\s+(days?|weeks?|months?|years?)`,
      'iu',
    ),
    silent,
  ],
  [new RegExp(`silent\\s+(?:for\\s+)?(?:over\\s+)?(${count})\\s+(days?|weeks?|months?|years?)`, 'iu'), silent],
  [
    /not\s+(?:seen|met|spoken(?:\s+to)?)\s+since\s+([a-z]+\s+\d{4}|\d{4}|last\s+\w+|[a-z]+)/iu,
    (found, now) => {
      const span = timeIn(found[1] ?? '', now);
      return span === null ? null : { is: 'silent', said: found[0].trim(), since: span.from };
    },
  ],
  [
    new RegExp(
      `(?:超过|已经|有)?(${hanziCount})\\s*(?:来|几|多)?\\s*(天|日|个?周|个?星期|个?礼拜|个?月|年)(?:多|以上|来)?(?:都|里)?(?:没有?|未)(?:再)?(?:见过?面?|联系过?|碰面|来往|往来|说过?话)(?:过)?(?:了|的)?(?:人)?`,
      'u',
    ),
    silent,
  ],
  [
    /(?:^|\s)(?:(?:people|those|everybody|everyone|whom?|who)\s+)?(?:i\s+)?(?:met|seen|saw)\s+(?:in\s+|during\s+|on\s+)?((?:last|this)\s+[a-z]+|(?:the\s+)?[a-z]+\s+(?:of\s+)?\d{4}|(?:the\s+)?[a-z]+|\d{4})(?=$|\s|[,;])/iu,
    met,
  ],
  [
    /((?:(?:今|去|前)年|\d{4}年)?的?(?:[春夏秋冬][天季]?|(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月份?)|今年|去年|前年|\d{4}年|上个?(?:周|月|星期|礼拜)|[这本]个?(?:周|月|星期|礼拜)|昨天|今天)\s*(?:见过?|碰到过?|遇到过?|认识|聊过?)(?:面)?(?:过)?(?:的)?(?:人)?/u,
    met,
  ],
  [
    /(?:^|\s)potential(?:\s+connections?)?(?=$|\s)|潜在人脉/iu,
    (found) => ({ is: 'standing', said: found[0].trim(), word: 'potential' }),
  ],
  [
    /(?:^|\s)(?:my\s+)?connections?(?=$|\s)|(?:^|\s)人脉(?=$|\s)/iu,
    (found) => ({ is: 'standing', said: found[0].trim(), word: 'connection' }),
  ],
  [
    /(?:^|\s)(?:my\s+)?friends(?=$|\s)|(?:^|\s)朋友(?=$|\s)/iu,
    (found) => ({ is: 'standing', said: found[0].trim(), word: 'friend' }),
  ],
  ...kindWords.map(([pattern, kind]): Rule => [pattern, (found) => ({ is: 'only', said: found[0].trim(), kind })]),
];

/** Words that only join clues: left over, they say nothing. */
const joining = /^(?:and|who|whom|people|those|with|but|i|have|has|had|haven't|not|的|和|且|并且|而且|但|人)$/iu;

/**
 * Reads a search as a person would say it, in English or Chinese: *who can help with a permit*, *met in spring*, *not seen for
 * three years*, *谁能帮忙找学校*. What is not understood is looked for as it stands. `now` in epoch ms.
 */
export function understand(query: string, now: number): Understood {
  let left = query.normalize('NFKC').trim();
  const clues: Clue[] = [];
  for (const [pattern, read] of rules) {
    const found = pattern.exec(left);
    if (!found) continue;
    const clue = read(found, now);
    if (clue === null) continue;
    clues.push(clue);
    left = `${left.slice(0, found.index)} ${left.slice(found.index + found[0].length)}`.trim();
  }
  const words = left.split(/[\s,，;；]+/u).filter((word) => word !== '');
  const rest = clues.length === 0 ? words : words.filter((word) => !joining.test(word));
  return { clues, rest: rest.join(' ') };
}

/** The query without the words of one clue. */
export const withoutClue = (query: string, clue: Clue): string =>
  query.normalize('NFKC').replace(clue.said, ' ').replace(/\s+/gu, ' ').trim();
