/** One written name taken apart: the words of it, folded, in the order written. `hanzi` when it is written in Chinese characters alone. */
export interface ParsedName {
  words: readonly string[];
  hanzi: string | null;
}

/** Letters that compatibility decomposition leaves whole. */
const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ħ: 'h',
};

/**
 * A text as it is compared: NFKC, lower case, marks over Latin, Greek and Cyrillic letters dropped (those of other
 * scripts are letters of their own), invisible marks dropped, spaces single. Idempotent.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{Mn}+/gu, '$1')
    .replace(/[ßæœøđðłıþħ]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFC')
    .replace(/[\s\p{Z}\p{Cc}]+/gu, ' ')
    .trim();
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Forms of address and degrees, folded and without dots; not part of a name. */
const honorifics = words(
  'mr mrs ms miss mx dr drs prof professor sir dame rev revd hon capt captain lt col gen sgt eng ' +
    'herr frau dipl ing mag hr fru mme mlle monsieur madame maitre sr sra srta don dona doutor doutora sig signor signora dott dottssa avv ir drir',
);
const degrees = words(
  'phd dphil md mba msc bsc ba ma mphil llm jd esq cpa cfa pmp frcp frs obe mbe jr sr ii iii iv junior senior',
);

/** Chinese, Japanese and Korean forms of address that follow a name. */
const addressForms =
  /(先生|女士|小姐|太太|老师|老師|博士|教授|医生|醫生|院士|主任|处长|處長|科长|科長|局长|局長|部长|部長|校长|校長|院长|院長|经理|經理|总监|總監|董事长|律师|律師|书记|書記|さん|様|さま|氏|殿|先輩|님|씨)$/u;

const cjk = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー·・〇]+$/u;
const han = /^[\p{Script=Han}〇]+$/u;

/** “Ana via Weavers”, “'Ana' via list”: lists write the sender so. And quotes around it all. */
const stripWrapping = (text: string): string =>
  text.replace(/\s+(via|par|über|por)\s+.*$/iu, '').replace(/^[\s"'“”‘’「『]+|[\s"'“”‘’」』]+$/gu, '');

/** The name of a family before a comma goes last; degrees after a comma go away. */
function latinWords(text: string): string[] {
  const [first = '', ...rest] = fold(text).split(/[,，;；]/);
  const split = (part: string) =>
    part
      .replace(/['’`´ʼ]/g, '')
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => word !== '');
  const isDegree = (part: string) => split(part.replaceAll('.', '')).every((word) => degrees.has(word));
  const given = rest.filter((part) => !isDegree(part)).flatMap(split);
  const all = [...given, ...split(first)];
  const bare = all.filter((word, i) => !(honorifics.has(word) && i < 3) && !(degrees.has(word) && i > 0));
  return bare.length > 0 ? bare : all;
}

/** One name: hanzi and kana run together, Latin in words. */
function parseOne(text: string): ParsedName | null {
  const joined = fold(text).replace(/[\s·・.]/g, '');
  if (cjk.test(joined)) {
    const shorter = joined.replace(addressForms, '');
    const name = [...shorter].length >= 2 ? shorter : joined;
    return { words: [name], hanzi: han.test(name) ? name : null };
  }
  const list = latinWords(text);
  return list.length === 0 ? null : { words: list, hanzi: null };
}

/**
 * The names that one display name holds: “Wei Li (李伟)” and “李伟 Wei Li” hold two, “Ana Lima (Example Ltd)” one, for a
 * bracket in the same script says something else. An address or a text without letters holds none. Never throws.
 */
export function namesIn(display: string): ParsedName[] {
  const text = stripWrapping(display.normalize('NFC').slice(0, 500));
  if (/@[^\s@]+\.[^\s@]+/.test(text)) return [];
  const outside = text.replace(/[([{（【［<][^)\]}）】］>]*[)\]}）】］>]?/gu, ' ');
  const bracketed = [...text.matchAll(/[([（【［]([^)\]）】］]*)/gu)].map((match) => match[1] ?? '');
  const runs = splitScripts(outside);
  const isCjk = (run: string) => cjk.test(fold(run).replace(/[\s·・.]/g, ''));
  const other =
    runs.length === 1 && runs[0] !== undefined
      ? bracketed.filter((b) => b.trim() !== '' && isCjk(b) !== isCjk(runs[0] ?? ''))
      : [];
  const latinInBracket = other.filter((b) => isCjk(b) || /^[\p{Script=Latin}\s.'’-]+$/u.test(b));
  return [...runs, ...latinInBracket].map(parseOne).filter((name) => name !== null);
}

/** A run of hanzi and a run of Latin words side by side are two ways to write one name. */
function splitScripts(text: string): string[] {
  const match = /^([^\p{Script=Han}]*?)\s*(\p{Script=Han}[\p{Script=Han}\s·]*?)\s*([^\p{Script=Han}]*)$/u.exec(
    text.trim(),
  );
  if (!match) return text.trim() === '' ? [] : [text];
  const [, before = '', hanzi = '', after = ''] = match;
  const latin = `${before} ${after}`.trim();
  return /\p{Script=Latin}{2,}/u.test(latin) && !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(latin)
    ? [hanzi, latin]
    : [text];
}
