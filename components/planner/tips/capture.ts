import type { PersonName } from '../../../records/planner.ts';
import type { Reach } from '../../../records/tip.ts';
import { dayAtStart } from './capture-date.ts';

/** A mark in the line that could not be understood; it stays in the text. */
export interface Unclear {
  said: string;
  why: 'nobody' | 'several' | 'day' | 'flag';
  /** For `several`: who it may be. */
  candidates: readonly PersonName[];
}

/** What one line of quick capture was understood as. */
export interface Captured {
  text: string;
  topics: string[];
  reach: Reach;
  few: PersonName[];
  /** End of the last day of its shelf life, local time, epoch ms. */
  expiresAt: number | null;
  confidential: boolean;
  source: string | null;
  unclear: Unclear[];
}

type Mark =
  | { is: 'words'; text: string }
  | { is: 'topic'; text: string; topic: string }
  | { is: 'person'; text: string; person: PersonName }
  | { is: 'day'; text: string; endsAt: number }
  | { is: 'flag'; text: string; flag: 'confidential' | Reach }
  | { is: 'source'; text: string; source: string };

const flags: Record<string, 'confidential' | Reach> = {
  confidential: 'confidential',
  机密: 'confidential',
  保密: 'confidential',
  open: 'open',
  公开: 'open',
  one: 'one',
  一人: 'one',
};

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
const quoted = /^["“”「『]([^"“”」』]{1,80})["“”」』]/u;
const closedTopic = /^([^\s#＃]{1,30})[#＃](?=$|\s)/u;
// A Chinese topic has no space before the day that follows it.
const openTopic = /^(?:(?![到至](?:\d|[一二三四五六七八九十今明后下本这周星礼月年大]))[\p{L}\p{N}_·-])+/u;
const word = /^[\p{L}\p{M}\p{N}'’.·-]+/u;
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。；：！？、（）]/u;
const untilWord =
  /^(?:(?:good|valid|open|true|fresh)\s+(?:until|till|for)|until|till|til|no\s+later\s+than|expir(?:es|ing)(?:\s+(?:on|in))?|deadline(?:\s+is)?\s*:?)\s+/iu;
/** Words that begin a day as often as anything else: at the end of the line they set its end, within it they are words. */
const perhapsUntil = /^(?:by|before|within|for)\s+/iu;
/** Chinese says the day first: 下周五前, 两周内. */
const hanziBefore = /^\s*(?:之?前|以前|为止|截止|止)/u;
const hanziWithin = /[内]$/u;
const untilHanzi = /^(?:直到|截至到?|截止到?|有效期?[到至]|期限[:：]?|到|至)\s*/u;
const sourceWord = /^(?:source|via|来源|來源|来自|來自)\s*[:：]\s*/iu;
const sourceText = /^(?:(?!\s+[#@!＃＠！]|\s+until\s|\s+[到至]\d)[^\n]){1,200}/iu;

/** The person whose name `rest` begins with: the longest whole name, else the only one with that first word. */
function personAtStart(rest: string, names: readonly PersonName[]): { length: number; people: readonly PersonName[] } {
  const inQuotes = quoted.exec(rest);
  const said = inQuotes?.[1] ?? '';
  if (inQuotes) {
    return { length: inQuotes[0].length, people: names.filter((one) => plain(one.name) === plain(said.trim())) };
  }
  const lower = plain(rest);
  let longest: PersonName[] = [];
  let length = 0;
  for (const one of names) {
    const name = plain(one.name);
    if (name.length < Math.max(length, 1) || !lower.startsWith(name)) continue;
    const next = rest.charAt(name.length);
    if (/[\p{L}\p{N}]/u.test(next) && !cjk.test(name.charAt(name.length - 1))) continue;
    if (name.length > length) longest = [];
    length = name.length;
    longest.push(one);
  }
  if (longest.length > 0) return { length, people: longest };
  const first = word.exec(rest)?.[0].replace(/[.'’-]+$/u, '') ?? '';
  const begins = plain(first);
  const people = begins
    ? names.filter((one) =>
        plain(one.name)
          .split(/\s+/)
          .some((part) => part === begins),
      )
    : [];
  return { length: first.length, people };
}

/** Whether a mark may begin at `at`: at the start, after a space, or right after Chinese, never inside an address or link. */
const mayBegin = (line: string, at: number): boolean =>
  at === 0 || /\s/.test(line.charAt(at - 1)) || cjk.test(line.charAt(at - 1));

/** Whether nothing but other marks follows: then what stands before is no part of the sentence. */
const onlyMarksFollow = (rest: string): boolean =>
  /^[\s,.;，。；、]*(?:$|[#＃@＠!！]|(?:source|via|来源|來源|来自|來自)\s*[:：])/iu.test(rest);

/** A day told in words that may also mean something else, at the end of the line: `by Friday`, `within two weeks`, `下周五前`. */
function looseDay(hereOn: string, now: number): { length: number; endsAt: number } | null {
  const lead = perhapsUntil.exec(hereOn)?.[0] ?? '';
  if (lead !== '') {
    const day = dayAtStart(hereOn.slice(lead.length), 'en', now);
    const length = lead.length + (day?.length ?? 0);
    return day !== null && onlyMarksFollow(hereOn.slice(length)) ? { length, endsAt: day.endsAt } : null;
  }
  if (!/^[\d一二三四五六七八九十两半今明后大下本这周星礼月年]/u.test(hereOn)) return null;
  const day = dayAtStart(hereOn, 'zh', now);
  if (day === null) return null;
  const said = hereOn.slice(0, day.length);
  const before = hanziBefore.exec(hereOn.slice(day.length))?.[0] ?? '';
  if (before === '' && !hanziWithin.test(said)) return null;
  const length = day.length + before.length;
  const tail = /^(?:有效|截止)/u.exec(hereOn.slice(length))?.[0].length ?? 0;
  return onlyMarksFollow(hereOn.slice(length + tail)) ? { length: length + tail, endsAt: day.endsAt } : null;
}

function marksOf(
  line: string,
  names: readonly PersonName[],
  now: number,
  chosen: ReadonlyMap<string, PersonName>,
  unclear: Unclear[],
): Mark[] {
  const marks: Mark[] = [];
  let words = '';
  let at = 0;
  const take = (length: number, mark: Mark) => {
    if (words) marks.push({ is: 'words', text: words });
    words = '';
    marks.push(mark);
    at += length;
  };
  while (at < line.length) {
    const sign = line.charAt(at);
    const rest = line.slice(at + 1);
    if (!mayBegin(line, at)) {
      words += sign;
      at += 1;
      continue;
    }
    const hereOn = line.slice(at);
    if (sign === '#' || sign === '＃') {
      const inQuotes = quoted.exec(rest) ?? closedTopic.exec(rest);
      const topic = inQuotes?.[1] ?? openTopic.exec(rest)?.[0] ?? '';
      if (/\p{L}/u.test(topic)) {
        take(1 + (inQuotes?.[0].length ?? topic.length), {
          is: 'topic',
          text: topic,
          topic: topic.replaceAll('_', ' ').trim(),
        });
        continue;
      }
    } else if (sign === '@' || sign === '＠') {
      const { length, people } = personAtStart(rest, names);
      const said = `@${rest.slice(0, length)}`;
      const [first, second] = people;
      const only = second ? chosen.get(said) : first;
      if (only) {
        take(1 + length, { is: 'person', text: only.name, person: only });
        continue;
      }
      if (length > 0) unclear.push({ said, why: second ? 'several' : 'nobody', candidates: people });
    } else if (sign === '!' || sign === '！') {
      const said = /^\p{L}+/u.exec(rest)?.[0] ?? '';
      const name = Object.keys(flags).find((key) =>
        cjk.test(key) ? said.startsWith(key) : said.toLowerCase() === key,
      );
      const flag = name === undefined ? undefined : flags[name];
      if (name !== undefined && flag) {
        take(1 + name.length, { is: 'flag', text: '', flag });
        continue;
      }
      if (said && (at === 0 || /\s/.test(line.charAt(at - 1)))) {
        unclear.push({ said: `!${said}`, why: 'flag', candidates: [] });
      }
    } else {
      const loose = looseDay(hereOn, now);
      if (loose !== null) {
        take(loose.length, { is: 'day', text: hereOn.slice(0, loose.length), endsAt: loose.endsAt });
        continue;
      }
      const english = untilWord.exec(hereOn);
      const chinese = english ? null : untilHanzi.exec(hereOn);
      const lead = english ?? chinese;
      const day = lead && dayAtStart(hereOn.slice(lead[0].length), english ? 'en' : 'zh', now);
      if (lead && day) {
        const length = lead[0].length + day.length;
        const tail = /^\s*(?:前|为止|止)/u.exec(hereOn.slice(length))?.[0].length ?? 0;
        take(length + tail, { is: 'day', text: hereOn.slice(0, length + tail), endsAt: day.endsAt });
        continue;
      }
      if (english && /^\d/.test(hereOn.slice(english[0].length))) {
        const said =
          hereOn.slice(0, english[0].length) +
          (/^\S+(?:\s+[A-Za-z]{3,9}\b)?/.exec(hereOn.slice(english[0].length))?.[0] ?? '');
        unclear.push({ said, why: 'day', candidates: [] });
      }
      const source = sourceWord.exec(hereOn);
      const from = source && sourceText.exec(hereOn.slice(source[0].length))?.[0];
      if (source && from?.trim()) {
        take(source[0].length + from.length, { is: 'source', text: '', source: from.trim() });
        continue;
      }
    }
    words += sign;
    at += 1;
  }
  if (words) marks.push({ is: 'words', text: words });
  return marks;
}

/** How many marks at the end of the line stand alone: these are not part of the sentence. */
function countTrailing(marks: readonly Mark[]): number {
  let count = 0;
  for (const mark of marks.toReversed()) {
    if (mark.is === 'words' && /[^\s,;，；、.。]/u.test(mark.text)) break;
    count += 1;
  }
  return count;
}

/**
 * Reads one line of quick capture: `#topic`, `@person`, `until 5 Dec` or `到12月5日`, `source: …`, `!confidential`, `!open`.
 * Marks at the end are taken out of the text; within a sentence their words stay. What is not understood stays in the text
 * and is told in `unclear`. Naming people makes the reach `few`; else it is `one`. `now` in epoch ms; `chosen`: who the user
 * said is meant by an `@…` that fits several.
 */
export function parseCapture(
  line: string,
  names: readonly PersonName[],
  now: number,
  chosen: ReadonlyMap<string, PersonName> = new Map(),
): Captured {
  const captured: Captured = {
    text: '',
    topics: [],
    reach: 'one',
    few: [],
    expiresAt: null,
    confidential: false,
    source: null,
    unclear: [],
  };
  const marks = marksOf(line.trim(), names, now, chosen, captured.unclear);
  const stays = marks.length - countTrailing(marks);
  for (const [index, mark] of marks.entries()) {
    if (mark.is === 'topic' && !captured.topics.some((topic) => plain(topic) === plain(mark.topic)))
      captured.topics.push(mark.topic);
    if (mark.is === 'person' && !captured.few.some((one) => one.id === mark.person.id)) captured.few.push(mark.person);
    if (mark.is === 'day') captured.expiresAt = mark.endsAt;
    if (mark.is === 'source') captured.source = mark.source;
    if (mark.is === 'flag' && mark.flag === 'confidential') captured.confidential = true;
    else if (mark.is === 'flag' && mark.flag !== 'confidential') captured.reach = mark.flag;
    if (index < stays) captured.text += mark.text;
  }
  captured.text = captured.text
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;:!?])(?=\s|$)/g, '$1')
    .trim()
    .replace(/[,;，；、]$/u, '');
  if (captured.few.length > 0) captured.reach = 'few';
  return captured;
}
