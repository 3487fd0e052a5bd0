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
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase().replace(/ +/g, ' ').trim();
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

/** Forms of address before a name, folded. */
const honorifics = words(
  'mr mrs ms miss mx dr drs prof professor sir rev revd herr frau dipl fru mme mlle monsieur madame sra srta doutor doutora signor signora dott dottssa',
);

/** These are names too (Don Lee, Ing-Marie, Gen Sato): forms of address only with a dot after them. */
const dotted = words('don dona eng ing mag sig hon capt lt col gen sgt hr avv ir drir sr');

/** Degrees and the like after a name. */
const degrees = words('phd dphil md mba msc bsc mphil llm jd esq cpa cfa pmp frcp frs obe mbe jr sr iii junior senior');

/** After a comma only: Ma and Ba are family names. */
const degreesApart = words('ma ba ii iv');

/** Chinese, Japanese and Korean forms of address that follow a name. */
const addressForms =
  /(先生|女士|小姐|太太|老师|老師|博士|教授|医生|醫生|院士|主任|处长|處長|科长|科長|局长|局長|部长|部長|校长|校長|院长|院長|经理|經理|总监|總監|董事长|律师|律師|书记|書記|さん|様|さま|氏|殿|先輩|님|씨)$/u;

/** “销售部 李伟”: what ends so beside a name is a department or a company. */
const department = /(部|组|組|科|处|處|室|中心|公司|集团|集團)$/u;

const cjk = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー·・〇]+$/u;
const han = /^[\p{Script=Han}〇]+$/u;

/** “Ana via Weavers”, “'Ana' via list”: lists write the sender so. And quotes around it all. */
const stripWrapping = (text: string): string =>
  text.replace(/\s+(via|par|über|por)\s+.*$/iu, '').replace(/^[\s"'“”‘’「『]+|[\s"'“”‘’」』]+$/gu, '');

const latinSplit = (part: string): string[] =>
  part
    .replace(/['’`´ʼ]\p{Mn}*/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');

/** Without forms of address at its beginning, as long as something is left. */
function withoutHonorifics(text: string): string {
  const match = /^([\p{L}]+)(\.?)[\s.]+(?=\S)/u.exec(text);
  const [whole = '', word = '', dot = ''] = match ?? [];
  const isForm = honorifics.has(word) || (dot !== '' && dotted.has(word));
  return isForm && latinSplit(text.slice(whole.length)).length > 0 ? withoutHonorifics(text.slice(whole.length)) : text;
}

/** The family name before a comma goes last; degrees after a name or a comma go away. */
function latinWords(text: string): string[] {
  const [first = '', ...rest] = fold(text).split(/[,，;；]/);
  const isDegree = (part: string) =>
    latinSplit(part.replaceAll('.', '')).every((word) => degrees.has(word) || degreesApart.has(word));
  const given = rest.filter((part) => !isDegree(part)).flatMap((part) => latinSplit(withoutHonorifics(part.trim())));
  const all = [...given, ...latinSplit(withoutHonorifics(first))];
  const bare = all.filter((word, i) => i === 0 || !degrees.has(word));
  return bare.length > 1 ? bare : all;
}

/** One name: hanzi and kana run together, Latin in words. */
function parseOne(text: string): ParsedName | null {
  const parts = fold(text).split(/[\s/|_-]+/);
  const named =
    parts.length > 1 && parts.every((part) => cjk.test(part)) ? parts.filter((part) => !department.test(part)) : parts;
  const joined = (named.length > 0 ? named : parts).join('').replace(/[·・.]/g, '');
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
