import { isFreeMail } from './free-mail.ts';
import { fold, namesIn, type ParsedName } from './name.ts';
import type { PinyinTable } from './pinyin-table.ts';

/** So many readings of one name at most are kept as keys. */
const mostReadings = 12;

/**
 * The words of a name run together, once from each word on, so that order, spaces and hyphens make no difference and
 * each word can be found by its beginning: “Ana Maria Lima” → `anamarialima`, `marialimaana`, `limaanamaria`; and first
 * and last word alone, for middle names come and go.
 */
export function wordKeys(words: readonly string[]): string[] {
  if (words.length > 8) return [words.join('')];
  const rotations = words.map((_, i) => [...words.slice(i), ...words.slice(0, i)].join(''));
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  return words.length > 2 ? [...rotations, first + last, last + first] : rotations;
}

const combinations = (lists: readonly (readonly string[])[]): string[][] =>
  lists.reduce<string[][]>(
    (all, list) => all.flatMap((one) => list.map((next) => [...one, next])).slice(0, mostReadings),
    [[]],
  );

/** Surname and given name of a name in hanzi, as in Chinese: a surname of two characters where there is such a one. */
export function hanziParts(hanzi: string, pinyin: PinyinTable | null): { family: string; given: string } {
  const characters = [...hanzi];
  const two = characters.slice(0, 2).join('');
  const long = characters.length > 2 && (pinyin?.surname(two) ?? null) !== null;
  return long
    ? { family: two, given: characters.slice(2).join('') }
    : { family: characters[0] ?? '', given: characters.slice(1).join('') };
}

/** How a Chinese name may be read: syllables of surname and of given name. A surname has the readings of a surname only. */
export function readingsOf(hanzi: string, pinyin: PinyinTable): { family: string[]; given: string[] }[] {
  const { family, given } = hanziParts(hanzi, pinyin);
  const single = pinyin.readings(family);
  const families = pinyin.surname(family) ?? (single[0] === undefined ? [] : [[single[0]]]);
  const givens = combinations([...given].map((character) => pinyin.readings(character)));
  return families.flatMap((f) => givens.map((g) => ({ family: [...f], given: g }))).slice(0, mostReadings);
}

/** Full pinyin of a name in hanzi, surname first and last, run together: 王小明 → `wangxiaoming`, `xiaomingwang`. */
export function pinyinKeys(hanzi: string, pinyin: PinyinTable): string[] {
  if (hanzi.length < 2 || hanzi.length > 5) return [];
  return readingsOf(hanzi, pinyin).flatMap(({ family, given }) => {
    const f = family.join('');
    const g = given.join('');
    return [f + g, g + f];
  });
}

/** What a Chinese name is typed by in short: 王小明 → `wxm`, `wangxm`. */
function shortKeys(hanzi: string, pinyin: PinyinTable): string[] {
  if (hanzi.length < 2 || hanzi.length > 5) return [];
  return readingsOf(hanzi, pinyin).flatMap(({ family, given }) => {
    const initials = (list: readonly string[]) => list.map((syllable) => syllable[0] ?? '').join('');
    return [initials(family) + initials(given), family.join('') + initials(given)];
  });
}

/** German umlauts are written with an e where the keyboard has none; both spellings find the name. */
const withoutUmlauts = (text: string): string =>
  text.normalize('NFC').replace(/[äöüÄÖÜ]/g, (letter) => `${letter.normalize('NFD')[0] ?? ''}e`);

function parsed(text: string): ParsedName[] {
  const plain = withoutUmlauts(text);
  return plain === text.normalize('NFC') ? namesIn(text) : [...namesIn(text), ...namesIn(plain)];
}

const keysOf = (one: ParsedName): string[] => (one.hanzi === null ? wordKeys(one.words) : [one.hanzi]);

/** The keys of one written name, without pinyin: equal for two written forms of it. */
export const writtenKeys = (name: string): string[] => [...new Set(parsed(name).flatMap(keysOf))];

/** The key of a name that holds no word (“😀”, an address), by which only the very same text is found again. */
export const textKey = (name: string): string => `=${fold(name)}`;

/** All Chinese names in a text. */
export const hanziIn = (name: string): string[] => namesIn(name).flatMap((one) => one.hanzi ?? []);

/** 小王 and 老王 → `王`, 阿明 → `明`; null for what is no such familiar form. */
export const familiarForm = (name: string): string | null =>
  /^[小老阿]([\p{Script=Han}])[哥姐总叔]?$/u.exec(hanziIn(name)[0] ?? '')?.[1] ?? null;

/** `王@example.cn`: by this a familiar form finds its person within one organisation, never beyond it. */
export const familiarKey = (hanzi: string, key: string): string | null => {
  const domain = key.slice(key.lastIndexOf('@') + 1);
  return domain === '' || isFreeMail(domain) ? null : `${hanzi}@${domain}`;
};

/**
 * What a person is found by in the index, for exact look-up (`lookupKeys`) and for finding by the beginning
 * (`foldQuery`): the names run together from each word on, pinyin in all its readings, initials, and the familiar forms
 * within the person's organisation. Sorted, without repeats.
 */
export function nameKeys(
  person: { name: string; otherNames: readonly string[]; keys: readonly string[] },
  pinyin: PinyinTable | null,
): string[] {
  const keys = new Set<string>();
  for (const name of [person.name, ...person.otherNames]) {
    const names = parsed(name);
    if (names.length === 0 && name.trim() !== '') keys.add(textKey(name));
    for (const one of names) {
      const { words, hanzi } = one;
      for (const key of keysOf(one)) keys.add(key);
      if (hanzi === null) {
        if (words.length > 1 && words.length < 6) keys.add(words.map((word) => [...word][0] ?? '').join(''));
        continue;
      }
      if (pinyin) for (const key of [...pinyinKeys(hanzi, pinyin), ...shortKeys(hanzi, pinyin)]) keys.add(key);
      const { family, given } = hanziParts(hanzi, pinyin);
      for (const part of [family, [...given].at(-1) ?? ''])
        for (const address of person.keys) {
          const key = part === '' || given === '' ? null : familiarKey(part, address);
          if (key !== null) keys.add(key);
        }
    }
  }
  return [...keys]
    .filter((key) => key !== '')
    .map((key) => key.slice(0, 200))
    .sort();
}

/** What the user typed to find somebody, as the keys begin: folded, separators dropped. Empty when there is nothing to find by. */
export const foldQuery = (typed: string): string => fold(typed).replace(/[^\p{L}\p{M}\p{N}@]+/gu, '');
