const letters = String.raw`[[\p{L}\p{N}]--\p{Script=Han}]+`;
const run = new RegExp(String.raw`\p{Script=Han}+|${letters}(?:[\-'’]${letters})*`, 'gv');

/**
 * Runs of one script in a text, lower-cased: Han runs, to be cut into words by whoever reads them, and words of letters and
 * digits with inner hyphens and apostrophes. Everything else parts them.
 */
export function runsOf(text: string): { text: string; han: boolean }[] {
  const runs = text.normalize('NFKC').toLowerCase().match(run);
  return (runs ?? []).map((run) => ({ text: run, han: /^\p{Script=Han}/u.test(run) }));
}

/** English words that say nothing of a subject. */
const emptyEnglish = new Set(
  `the a an of to and in for on is was with as it by at from be has are have had not this that who whom whose they which will or its their his
her he she we you i our your my mine me us them would could should can may might must do does did done been being were but if so than then
there here what when where how why all any some no nor only own same too very just about into over after before out up down off again
more most other such one two also still even never always someone somebody anyone anybody nobody everybody everyone
something anything nothing everything every want wants wanted need needs needed look looks looking find finds know knows get gets getting got
make makes made like likes take takes give gives thing things way ways
three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty
fifty sixty seventy eighty ninety hundred hundreds thousand thousands million dozen
year years day days week weeks month months hour hours minute minutes today time times`.split(/\s+/),
);

/** Chinese words that say nothing of a subject: particles, pronouns, numerals, measure words, verbs of wishing. */
const emptyChinese = new Set(
  `的 了 是 在 我 有 和 就 不 人 都 一 一个 上 也 很 到 说 要 去 你 会 着 没有 看 好 自己 这 那 他 她 它 们 想 找 个 能 给 让 把 被 从 向 对 里 还 又 才 刚
得 地 与 及 或 等 为 以 于 之 其 所 而 但 没 来 下 中 过 吗 呢 吧 啊 每 各 几 两 三 四 五 六 七 八 九 十 年 月 日 号 天 次 只 可 可以 已 已经 正 跟 谁
什么 怎么 哪里 哪 几个 一位 位 名 家 条 件 份 种 张 台 套 批 间 些 一些 样 头 做 需要 希望 知道 愿意 寻找 缺 有人 没人 别人 大家 东西 事 事情 地方 肯 请 求 正要`.split(
    /\s+/,
  ),
);

/** Whether a word, in lower case, says nothing of a subject: bare numbers, too. */
export const isEmptyWord = (word: string): boolean =>
  emptyEnglish.has(word) ||
  emptyChinese.has(word) ||
  /^(\p{Nd}+|[〇零一二两三四五六七八九十百千万亿半几]+[个位家条件份种张台套批间场次名]?)$/u.test(word);

/** FNV-1a over UTF-16 code units, 32 bits, unsigned: tells words apart where only their hashes are kept. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
