import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { newTip, type Tip } from '../records/tip.ts';
import { random as seeded } from '../scripts/random.ts';
import { tips as sampleTips } from '../scripts/sample/story.ts';

/** Mails to prove the guard by: many that tell no tip, and some that do, reworded. The same seed makes the same mails. */

const root = resolve(import.meta.dirname, '..');
const now = Date.UTC(2026, 10, 24);

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

interface World {
  tips?: { text: string }[];
  people?: { needs?: unknown[]; offers?: unknown[]; notes?: unknown[] }[];
  [more: string]: unknown;
}

/** Every sentence of a world that is no tip: needs, offers, notes, titles. They speak of the same subjects as the tips. */
function sentencesOfWorld(world: World): string[] {
  const told = new Set((world.tips ?? []).map(({ text }) => text));
  const found: string[] = [];
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      const speaks = isChinese(value) ? value.length >= 6 : value.split(' ').length >= 4;
      if (speaks && !told.has(value) && /^(text|note|notes|needs|offers|title|because|what)$/.test(key))
        found.push(value);
    } else if (Array.isArray(value)) for (const each of value) walk(each, key);
    else if (typeof value === 'object' && value !== null)
      for (const [name, each] of Object.entries(value))
        if (name !== 'tips' && name !== 'labels' && name !== 'never') walk(each, name);
  };
  walk(world, '');
  return found;
}

function worldsIn(dir: string): World[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(dir, name), 'utf8')) as World);
}

/** Prose of the mails of the corpus, by sentence; none where it is not there. */
function sentencesOfCorpus(): string[] {
  const dir = resolve(root, '../shared/corpora/eml/flanker');
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .flatMap((name) => {
      const raw = readFileSync(join(dir, name), 'latin1');
      const body = raw.slice(raw.search(/\r?\n\r?\n/));
      return body
        .replace(/=\r?\n/g, '')
        .replace(/<[^>]*>/g, ' ')
        .replace(/^[>|\s]+/gm, '')
        .replace(/\s+/g, ' ')
        .split(/(?<=[.!?])\s/)
        .filter((one) => /^[\w ,.'"!?()-]{25,300}$/.test(one) && one.split(' ').length >= 5);
    });
}

/** What is written in mails on any day. */
const everyday = [
  'Thank you for your mail of yesterday, and sorry for the late answer.',
  'Could we move our call to Thursday at three?',
  'I attach the minutes; please tell me if something is missing.',
  'The invoice for October has not arrived yet, could you send it once more?',
  'We will be nine for lunch, one of us without meat.',
  'I am out of the office until Monday and will read this then.',
  'Please sign on page four and send both copies back.',
  'My train is late, start without me.',
  'The numbers in the second table do not add up, did we count March twice?',
  'Happy birthday! I hope the whole family is well.',
  'The projector in the small room is broken again.',
  'Who takes the notes this time?',
  'I have read the draft and have only small remarks.',
  'The customs papers for the last delivery are with Anna.',
  'We still look for storage for the old chairs.',
  'The audit went well, the report comes in two weeks.',
  'Can you tell me who is responsible for the website now?',
  'The parcel came, everything is whole.',
  'See you in the new year, and have a good rest.',
  'Please do not answer to this address.',
  '昨天的邮件收到了，回复晚了，抱歉。',
  '我们的电话会能不能改到周四下午三点？',
  '会议纪要见附件，有遗漏请告诉我。',
  '十月的发票还没收到，麻烦再寄一次。',
  '中午吃饭一共九个人，其中一位吃素。',
  '我这周出差，周一回来再处理。',
  '请在第四页签字，两份都寄回来。',
  '火车晚点了，你们先开始吧。',
  '第二张表的数字对不上，三月是不是算了两遍？',
  '生日快乐，祝全家都好。',
  '小会议室的投影仪又坏了。',
  '这次谁做记录？',
  '稿子看过了，只有一点小意见。',
  '上一批货的报关单在小安那里。',
  '旧椅子还没找到地方放。',
  '审核很顺利，两周后出报告。',
  '现在网站归谁管，您知道吗？',
  '包裹收到了，东西都完好。',
  '明年见，假期好好休息。',
  '本邮箱不接收回复。',
];

/** Words that say the same. */
const synonyms: [string, string][] = [
  ['pays', 'gives money'],
  ['free', 'at no cost'],
  ['new', 'fresh'],
  ['deadline', 'closing date'],
  ['before', 'ahead of'],
  ['wants', 'would like'],
  ['looks for', 'is searching for'],
  ['needs', 'is in need of'],
  ['opens', 'starts'],
  ['closes', 'ends'],
  ['money', 'funds'],
  ['price', 'cost'],
  ['shop', 'store'],
  ['old', 'former'],
  ['month', 'four weeks'],
  ['published', 'put out'],
  ['nobody', 'no one'],
  ['buy', 'purchase'],
  ['sell', 'part with'],
  ['cut', 'reduced'],
  ['start', 'begin'],
  ['asks', 'requests'],
  ['small', 'little'],
  ['big', 'large'],
  ['may', 'can'],
  ['left', 'remaining'],
  ['免费', '不收钱'],
  ['名额', '位子'],
  ['截止', '为止'],
  ['申请', '报名申请'],
  ['招', '招聘'],
  ['刚', '刚刚'],
  ['公告', '通告'],
  ['价格', '价钱'],
  ['明年', '来年'],
  ['可以', '能'],
  ['可', '能'],
  ['单位', '机构'],
  ['开放', '放开'],
  ['补贴', '补助'],
  ['要', '准备'],
  ['只', '仅'],
  ['还没', '尚未'],
  ['拿到', '得到'],
];

const openings = {
  en: [
    'By the way, ',
    'Between the two of us: ',
    'I was told that ',
    'One thing for you: ',
    'Perhaps you know already, ',
    '',
  ],
  zh: ['顺便说一句，', '就跟您一个人说，', '我听说', '有件事告诉您：', '您可能还不知道，', ''],
};

/** A tip in other words: clauses turned, words exchanged, some left out, told in one sentence or two. */
function reworded(text: string, random: () => number): string {
  const chinese = isChinese(text);
  const mark = chinese ? '，' : ', ';
  const clauses = text
    .replace(/[.。]$/u, '')
    .split(/[,;:，；：]\s*/u)
    .filter((clause) => clause !== '');
  if (clauses.length > 1 && random() < 0.5) clauses.push(clauses.shift() ?? '');
  let told = clauses.join(clauses.length > 1 && random() < 0.4 ? (chinese ? '。' : '. ') : mark);
  for (const [one, other] of synonyms)
    if (random() < 0.6) told = told.replace(chinese ? one : new RegExp(`\\b${one}\\b`), other);
  if (!chinese) {
    const words = told.split(' ');
    told = words.filter((word) => words.length < 7 || random() > 0.15 || /^[A-Z]/.test(word)).join(' ');
  } else if (told.length > 14 && random() < 0.5) {
    const at = 2 + Math.floor(random() * (told.length - 6));
    told = told.slice(0, at) + told.slice(at + 2);
  }
  const pick = openings[chinese ? 'zh' : 'en'];
  const opening = pick[Math.floor(random() * pick.length)] ?? '';
  return `${opening}${told}${chinese ? '。' : '.'}`;
}

/** A mail that is not to be warned of, or one that tells `tip`. */
export interface Mail {
  text: string;
  tip: Tip | null;
}

const tipOf = (text: string, id: string): Tip => ({ ...newTip({ text }, now), id });

/** The tips of a user who has many, and mails: `harmless` that tell none of them, `telling` that tell one, reworded. */
export function guardMails(
  counts: { harmless: number; telling: number },
  seed: number,
): { tips: Tip[]; mails: Mail[]; from: string[] } {
  const random = seeded(seed);
  const dirs = [resolve(root, '../shared/fixtures/worlds'), join(root, 'tests/fixtures/worlds')];
  const worlds = dirs.flatMap(worldsIn);
  const hand = JSON.parse(readFileSync(join(root, 'tests/fixtures/guard/rewordings.json'), 'utf8')) as {
    tip: string;
    told: string[];
  }[];
  const texts = [
    ...new Set([
      ...worlds.flatMap(({ tips = [] }) => tips.map(({ text }) => text)),
      ...sampleTips.map(({ text }) => text),
    ]),
  ];
  const generated = texts.map((text, n) => tipOf(text, `tip-${n}`));
  const byHand = hand.map(({ tip }, n) => tipOf(tip, `hand-${n}`));
  const corpus = sentencesOfCorpus();
  const ofWorlds = worlds.flatMap(sentencesOfWorld);
  const pools = [corpus, ofWorlds, everyday].filter((pool) => pool.length > 0);
  const some = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const chatter = (count: number) => Array.from({ length: count }, () => some(some(pools)));
  const around = (middle: string[]): string => {
    const lines = [...chatter(Math.floor(random() * 4)), ...middle, ...chatter(Math.floor(random() * 3))];
    return lines.reduce((mail, line) => `${mail}${random() < 0.3 ? '\n\n' : ' '}${line}`, '').trim();
  };
  const harmless = Array.from(
    { length: counts.harmless },
    (): Mail => ({ text: around(chatter(1 + Math.floor(random() * 5))), tip: null }),
  );
  const ownWords = hand.flatMap(({ told }, n) =>
    told.map((text): Mail => ({ text: around([text]), tip: byHand[n] ?? null })),
  );
  const telling = ownWords.slice(0, counts.telling);
  while (telling.length < counts.telling) {
    const tip = some(generated);
    telling.push({ text: around([reworded(tip.text, random)]), tip });
  }
  return {
    tips: [...generated, ...byHand],
    mails: [...harmless, ...telling],
    from: [`${corpus.length} sentences of mails`, `${ofWorlds.length} of worlds`, `${everyday.length} of every day`],
  };
}
