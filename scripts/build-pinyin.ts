/**
 * Writes `public/pinyin.bin`, the readings of hanzi that people are found by (format: `people/pinyin-table.ts`), from
 * the published package pinyin-pro. Run it again after that package is updated: `npx tsx scripts/build-pinyin.ts`.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { firstHanzi, lastHanzi } from '../people/pinyin-table.ts';

/** Surnames with more than one reading in use, or one that the package does not give (《现代汉语词典》). */
const twoReadings: Record<string, string[]> = {
  乐: ['yue', 'le'],
  覃: ['qin', 'tan'],
  盖: ['gai', 'ge'],
  翟: ['zhai', 'di'],
  员: ['yun', 'yuan'],
  隗: ['wei', 'kui'],
  缪: ['miao', 'miu'],
  叶: ['ye'],
  吕: ['lv', 'lu', 'lyu'],
  闾: ['lv', 'lu', 'lyu'],
  种: ['chong', 'zhong'],
  秘: ['bi', 'mi'],
  黑: ['he', 'hei'],
  尉迟: ['yu chi'],
  澹台: ['tan tai'],
  子车: ['zi ju'],
};

/** Traditional forms that are read as their simplified ones. */
const simplified: Record<string, string> = {
  樂: '乐',
  蓋: '盖',
  員: '员',
  繆: '缪',
  葉: '叶',
  呂: '吕',
  閭: '闾',
  單: '单',
  區: '区',
  尉遲: '尉迟',
  澹臺: '澹台',
  長孫: '长孙',
};

/** Surnames of two characters (《百家姓》 and the families with many bearers today). */
const compound =
  '欧阳 歐陽 太史 端木 上官 司马 司馬 东方 東方 独孤 獨孤 南宫 南宮 万俟 闻人 聞人 夏侯 诸葛 諸葛 尉迟 尉遲 公羊 赫连 赫連 澹台 澹臺 皇甫 宗政 濮阳 濮陽 公冶 太叔 申屠 公孙 公孫 慕容 仲孙 钟离 鍾離 长孙 長孫 宇文 司徒 鲜于 鮮于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 軒轅 令狐 段干 百里 呼延 东郭 東郭 南门 羊舌 微生 梁丘 左丘 东门 西门 西門 第五'.split(
    ' ',
  );

const isSyllable = (text: string): boolean => /^([a-z]{2,6}|[aeo])$/.test(text) && /[aeiouv]/.test(text);

const readingsOf = (hanzi: string): string[] => {
  const readings = pinyin(hanzi, { multiple: true, toneType: 'none', type: 'array', v: true });
  return [...new Set(readings.map((reading) => reading.toLowerCase()).filter(isSyllable))];
};

const surnameOf = (hanzi: string): string =>
  pinyin(hanzi, { mode: 'surname', toneType: 'none', type: 'array', v: true }).join(' ');

const syllables: string[] = [];
const sets: number[][] = [[]];
const numberOfSet = new Map<string, number>([['', 0]]);
const numbers = new Uint16Array(lastHanzi - firstHanzi + 1);
const surnames: Record<string, string[]> = {};

for (let code = firstHanzi; code <= lastHanzi; code++) {
  const hanzi = String.fromCodePoint(code);
  const readings = readingsOf(hanzi);
  const set = readings.map((reading) => {
    if (!syllables.includes(reading)) syllables.push(reading);
    return syllables.indexOf(reading);
  });
  const name = set.join();
  if (!numberOfSet.has(name)) {
    numberOfSet.set(name, sets.length);
    sets.push(set);
  }
  numbers[code - firstHanzi] = numberOfSet.get(name) ?? 0;
  const family = twoReadings[hanzi] ?? [surnameOf(hanzi)];
  const known = readings.length > 1 && family[0] !== readings[0];
  if (twoReadings[hanzi] || (known && isSyllable(family[0] ?? ''))) surnames[hanzi] = family;
}
for (const hanzi of compound) surnames[hanzi] = twoReadings[hanzi] ?? [surnameOf(hanzi)];
for (const [hanzi, same] of Object.entries(simplified)) surnames[hanzi] = surnames[same] ?? [];

const head = new TextEncoder().encode(`${JSON.stringify([syllables, sets, surnames])}\n`);
const file = new Uint8Array(head.length + numbers.length * 2);
file.set(head);
const view = new DataView(file.buffer, head.length);
numbers.forEach((number, index) => {
  view.setUint16(index * 2, number, true);
});
writeFileSync(resolve(import.meta.dirname, '../public/pinyin.bin'), file);
console.log(`${file.length} bytes, ${syllables.length} syllables, ${sets.length} sets of readings`);
