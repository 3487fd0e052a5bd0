import { likeness } from './link-compare.ts';
import { familiarForms } from './link-nicknames.ts';
import { surnameReadings, toSimplified, wadeGiles } from './link-romanised.ts';
import { namesIn } from './name.ts';
import { hanziParts, readingsOf } from './name-key.ts';
import type { PinyinTable } from './pinyin-table.ts';

/** How two names stand to each other, the closest first; the place in this list is the level that linking compares by. */
export const nameAgreements = [
  /** The same words, in whatever order, or the same characters. */
  'same',
  /** The same name in another writing: hanzi and pinyin, traditional and simplified, another romanisation. */
  'other-writing',
  /** A short form: Bob for Robert, without the middle name, one of two family names. */
  'short-form',
  /** The same family name, and an initial for the given name. */
  'initials',
  /** The same but for a slip of the pen. */
  'alike',
  /** The same given name and another family name, as after a marriage. */
  'other-family-name',
  /** One name says less than the other and nothing against it: Bob, 小王, a romanisation that cannot be read, David Wang beside 王小明. */
  'compatible',
  /** The same family name and clearly another given name: relatives, or two of one name. */
  'other-given-name',
  /** Different names. */
  'different',
] as const;
export type NameAgreement = (typeof nameAgreements)[number];

/** One written name, taken apart once, to be compared with many. */
export interface LinkName {
  /** Words in Latin script as written, without forms of address; of hanzi, none. */
  words: readonly string[];
  /** The words joined in order. */
  joined: string;
  hanzi: { text: string; family: string; given: string; familiar: string | null } | null;
  /** Pinyin of a name in hanzi: family and given name, each run together, in all readings. */
  readings: readonly { family: string; given: string; initials: string }[];
}

/** 王总, 李工, 张姐: a family name with what somebody is called by, and nothing more. */
const calledBy =
  /^(\p{Script=Han}{1,2})(总|工|哥|姐|叔|姨|伯|老|董|导|队|处|局|科|师傅|老板|经理|主任|老师|先生|女士|小姐|教授|医生|律师|院长|校长)$/u;
const little = /^[小老阿大](\p{Script=Han})[哥姐总叔子儿]?$/u;
const doubled = /^(\p{Script=Han})\1$/u;

/** What a familiar form in hanzi holds of the name: 小王 and 王总 → 王, 明明 → 明; null for a whole name. */
const familiarPart = (hanzi: string): string | null =>
  little.exec(hanzi)?.[1] ?? calledBy.exec(hanzi)?.[1] ?? doubled.exec(hanzi)?.[1] ?? null;

/** The written forms of a name, taken apart. Without the table, hanzi and pinyin do not meet. */
export function linkNames(written: readonly string[], pinyin: PinyinTable | null): LinkName[] {
  return written.flatMap((text) =>
    namesIn(text).map(({ words, hanzi }): LinkName => {
      if (hanzi === null) return { words, joined: words.join(''), hanzi: null, readings: [] };
      const simple = toSimplified(hanzi);
      const { family, given } = hanziParts(simple, pinyin);
      const readings = pinyin === null || simple.length > 5 ? [] : readingsOf(simple, pinyin);
      return {
        words: [],
        joined: hanzi,
        hanzi: { text: simple, family, given, familiar: familiarPart(simple) },
        readings: readings.map((one) => ({
          family: one.family.join(''),
          given: one.given.join(''),
          initials: one.given.map((syllable) => syllable[0] ?? '').join(''),
        })),
      };
    }),
  );
}

type Given = 'same' | 'short' | 'initials' | 'alike' | 'other';

/** How two given names (words of them) stand to each other. */
function givenNames(a: readonly string[], b: readonly string[]): Given {
  const [x, y] = [a.join(''), b.join('')];
  if (x === y) return 'same';
  const [firstA = '', firstB = ''] = [a[0] ?? '', b[0] ?? ''];
  const initialsOf = (words: readonly string[]) => words.map((word) => word[0] ?? '').join('');
  const short = (one: string, other: readonly string[]) =>
    one.length <= 3 && (one === initialsOf(other) || (one.length === 1 && other[0]?.startsWith(one) === true));
  if (short(x, b) || short(y, a)) return 'initials';
  if (a.length > 1 && a.every((word) => word.length === 1) && initialsOf(a) === initialsOf(b)) return 'initials';
  if (b.length > 1 && b.every((word) => word.length === 1) && initialsOf(a) === initialsOf(b)) return 'initials';
  // With a middle name and without; two middle names that differ are two people.
  if (firstA === firstB && (a.length === 1 || b.length === 1) && firstA.length > 1) return 'short';
  if (firstA === firstB && firstA.length > 1) {
    const [restA, restB] = [initialsOf(a.slice(1)), initialsOf(b.slice(1))];
    const isInitial = a.slice(1).every((word) => word.length === 1) || b.slice(1).every((word) => word.length === 1);
    return isInitial && restA === restB ? 'short' : 'other';
  }
  if (familiarForms(firstA).includes(firstB) && Math.min(a.length, b.length) <= 1) return 'short';
  // Called by the middle name.
  if ((a.length === 1 && b.slice(1).includes(firstA)) || (b.length === 1 && a.slice(1).includes(firstB)))
    return 'short';
  const near = likeness(x, y);
  return near === 1 || (near === 2 && Math.min(x.length, y.length) > 4) ? 'alike' : 'other';
}

type Family = 'same' | 'part' | 'alike' | 'other';

function familyNames(a: string, b: string): Family {
  if (a === b) return 'same';
  const near = likeness(a, b);
  return near === 1 || (near === 2 && Math.min(a.length, b.length) > 5) ? 'alike' : 'other';
}

/** Latin words as given names and family name, in both orders where the name may be written either way. */
function splits({ words }: LinkName): { given: readonly string[]; family: string }[] {
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  return [
    { given: words.slice(0, -1), family: last },
    { given: words.slice(1), family: first },
  ];
}

const rank = (one: NameAgreement): number => nameAgreements.indexOf(one);
const closest = (all: readonly NameAgreement[]): NameAgreement =>
  all.reduce((best, one) => (rank(one) < rank(best) ? one : best), 'different');

function ofSplits(
  a: { given: readonly string[]; family: string },
  b: { given: readonly string[]; family: string },
): NameAgreement {
  const given = givenNames(a.given, b.given);
  const family = familyNames(a.family, b.family);
  if (family === 'same')
    return given === 'same'
      ? 'same'
      : given === 'initials'
        ? 'initials'
        : given === 'short'
          ? 'short-form'
          : given === 'alike'
            ? 'alike'
            : 'other-given-name';
  if (family === 'alike') return given === 'same' || given === 'short' ? 'alike' : 'different';
  const sameGiven = given === 'same' || given === 'short';
  return sameGiven && Math.min(a.given.join('').length, b.given.join('').length) > 2
    ? 'other-family-name'
    : 'different';
}

const sortedWords = (one: LinkName): string => [...one.words].sort().join(' ');

/** Whether the first word of a name may be its family name, as in Chinese. */
const mayBeSurname = (word: string): boolean => looksPinyin([word]) || surnameReadings(word).length > 0;

/** Two names in Latin script. */
function latin(a: LinkName, b: LinkName): NameAgreement {
  if (a.joined === b.joined || sortedWords(a) === sortedWords(b)) return 'same';
  const [less, more] = a.words.length <= b.words.length ? [a, b] : [b, a];
  if (less.words.length === 1) {
    const [word = ''] = less.words;
    // A whole name run together, as user names are.
    if (
      more.words.length > 1 &&
      splits(more).some(({ given, family }) => word === given.join('') + family || word === family + given.join(''))
    )
      return 'same';
    const isIn = more.words.some((one) => one === word || (word.length > 1 && familiarForms(one).includes(word)));
    if (more.words.length === 1) return isIn ? 'compatible' : oneWordAlike(word, more.joined);
    return isIn ? 'compatible' : 'different';
  }
  // “Xiao Ming Wang” and “Wang Xiaoming”: the same syllables run together otherwise.
  if (less.words.length !== more.words.length) {
    const joins = (one: LinkName) => splits(one).map(({ given, family }) => `${given.join('')} ${family}`);
    const those = new Set(joins(more));
    if (joins(less).some((one) => those.has(one))) return 'same';
  }
  // One of two family names: Anna Müller-Schmidt, Anna Müller.
  if (less.words.length >= 2 && more.words.length > less.words.length) {
    const rest = new Set(more.words);
    if (less.words.every((word) => rest.has(word))) return 'short-form';
  }
  const [westernA, firstA] = splits(a);
  const [westernB, firstB] = splits(b);
  const easternA = firstA && mayBeSurname(firstA.family) ? firstA : undefined;
  const easternB = firstB && mayBeSurname(firstB.family) ? firstB : undefined;
  const straight = westernA && westernB ? ofSplits(westernA, westernB) : 'different';
  const crossed = [
    westernA && easternB ? ofSplits(westernA, easternB) : 'different',
    easternA && westernB ? ofSplits(easternA, westernB) : 'different',
    // Both with the family name first: there a common first word is the family name.
    easternA && easternB ? ofSplits(easternA, easternB) : 'different',
  ] as const;
  const strong = closest([straight, ...crossed].filter((one) => rank(one) <= rank('alike')));
  if (strong !== 'different') return strong;
  // “Alice Tan” and “Alice Wong”: the first word the same is a given name, unless both are written family name first.
  if (straight !== 'different') return straight;
  return closest(crossed.filter((one) => one === 'other-given-name'));
}

const oneWordAlike = (a: string, b: string): NameAgreement =>
  Math.min(a.length, b.length) > 4 && likeness(a, b) <= 1 ? 'alike' : 'different';

/** A name in hanzi beside one in Latin script. */
function acrossScripts(hanzi: LinkName, other: LinkName): NameAgreement {
  const { words } = other;
  if (hanzi.hanzi?.familiar != null) {
    const readings = hanzi.readings.flatMap(({ family, given }) => [family, given]);
    return words.some((word) => readings.includes(word)) ? 'compatible' : 'different';
  }
  let found: NameAgreement = 'different';
  const take = (one: NameAgreement) => {
    found = closest([found, one]);
  };
  for (const { family, given, initials } of hanzi.readings) {
    for (const split of splits(other)) {
      const theirs = split.given.join('');
      const families = [split.family, ...surnameReadings(split.family), ...wadeGiles(split.family)];
      const sameFamily = families.includes(family);
      if (!sameFamily) continue;
      if (theirs === given) take('other-writing');
      else if (theirs !== '' && (theirs === initials || theirs === initials[0])) take('initials');
      else if (words.length > 1 && readsAs(split.given, given)) take('other-writing');
      else if (theirs === '') take('compatible');
      // Hong Kong and Singapore names give the family name in another romanisation and may put an English one before.
      else if (split.given.some((word) => word === given)) take('short-form');
      else if (split.family !== family || !looksPinyin(split.given)) take('compatible');
      else take('other-given-name');
    }
    if (words.length === 1) {
      const [word = ''] = words;
      if (word === family + given || word === given + family) take('other-writing');
      else if (word === given || word === family) take('compatible');
    }
  }
  return found;
}

/** Whether syllables in Wade–Giles are this given name in pinyin. */
function readsAs(given: readonly string[], pinyin: string): boolean {
  const starts = (rest: string, at: number): boolean => {
    const syllable = given[at];
    if (syllable === undefined) return rest === '';
    return wadeGiles(syllable).some((one) => rest.startsWith(one) && starts(rest.slice(one.length), at + 1));
  };
  return starts(pinyin, 0);
}

/** What may stand before and after the vowels of a syllable of pinyin; enough to tell Xiaoming from David. */
const syllable =
  '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:i?ang|i?ong|uang|ing|eng|[iu]an|uen|[aeiuv]n|iao|uai|[iu]e|ia|u[ao]|[aeo]i|ao|ou|iu|ui|er|[aeiouv])';
const pinyinWords = new RegExp(`^(?:${syllable}){1,3}$`);
const looksPinyin = (words: readonly string[]): boolean => words.every((word) => pinyinWords.test(word));

/** Two names in hanzi. */
function bothHanzi(a: LinkName, b: LinkName): NameAgreement {
  const [x, y] = [a.hanzi, b.hanzi];
  if (x === null || y === null) return 'different';
  if (a.joined === b.joined) return 'same';
  if (x.text === y.text) return 'other-writing';
  const [short, whole] = x.familiar !== null ? [x, y] : [y, x];
  if (short.familiar !== null && whole.familiar === null)
    return whole.family === short.familiar || whole.given.includes(short.familiar) || short.text === whole.given
      ? 'compatible'
      : 'different';
  if (short.familiar !== null) return short.familiar === whole.familiar ? 'compatible' : 'different';
  if (x.text === y.given || y.text === x.given) return 'compatible';
  if (x.family === y.family) {
    const sounds = (one: LinkName) => one.readings.map(({ family, given }) => `${family} ${given}`);
    const those = new Set(sounds(b));
    // 李玮 typed for 李伟.
    return sounds(a).some((sound) => those.has(sound)) ? 'alike' : 'other-given-name';
  }
  return x.given === y.given && x.given.length > 1 ? 'other-family-name' : 'different';
}

/** How two people's names stand to each other: the closest that any form of the one is to any form of the other. Null where one of them has none. */
export function compareNames(a: readonly LinkName[], b: readonly LinkName[]): NameAgreement | null {
  if (a.length === 0 || b.length === 0) return null;
  let found: NameAgreement = 'different';
  for (const x of a)
    for (const y of b) {
      const one =
        x.hanzi && y.hanzi
          ? bothHanzi(x, y)
          : x.hanzi
            ? acrossScripts(x, y)
            : y.hanzi
              ? acrossScripts(y, x)
              : latin(x, y);
      if (rank(one) < rank(found)) found = one;
      if (found === 'same') return found;
    }
  return found;
}

/** Keys by which names are brought together to be compared; wide on purpose, for comparing tells them apart again. */
export function nameBlocks(names: readonly LinkName[]): string[] {
  const keys = new Set<string>();
  for (const { words, joined, hanzi, readings } of names) {
    if (hanzi !== null) {
      keys.add(`h:${hanzi.text}`);
      if (hanzi.familiar !== null) keys.add(`f:${hanzi.familiar}`);
      for (const { family, given, initials } of readings) {
        keys.add(`n:${[family, given].sort().join(' ')}`);
        keys.add(`i:${family} ${initials[0] ?? ''}`);
      }
      continue;
    }
    keys.add(`j:${joined.slice(0, 8)}`);
    for (const { given, family } of splits({ words, joined, hanzi, readings })) {
      const [first = ''] = given;
      keys.add(`n:${[family, given.join('')].sort().join(' ')}`);
      keys.add(`n:${[family, first].sort().join(' ')}`);
      for (const form of familiarForms(first)) keys.add(`n:${[family, form].sort().join(' ')}`);
      keys.add(`i:${family} ${first[0] ?? ''}`);
      keys.add(`s:${family.slice(0, 4)} ${first.slice(0, 3)}`);
      for (const reading of surnameReadings(family)) keys.add(`i:${reading} ${first[0] ?? ''}`);
    }
  }
  return [...keys];
}
