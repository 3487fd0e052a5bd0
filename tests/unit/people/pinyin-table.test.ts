import { pinyin as pinyinPro } from 'pinyin-pro';
import { expect, test } from 'vitest';
import { firstHanzi, lastHanzi, readPinyinTable } from '../../../people/pinyin-table.ts';
import { pinyin } from './pinyin.ts';

test('the shipped table gives each hanzi the readings of pinyin-pro, the usual one first', () => {
  for (let code = firstHanzi; code <= lastHanzi; code += 7) {
    const hanzi = String.fromCodePoint(code);
    const given = pinyinPro(hanzi, { multiple: true, toneType: 'none', type: 'array', v: true });
    const syllables = [...new Set(given)].filter((one) => /^[a-z]+$/.test(one) && /[aeiouv]/.test(one));
    expect(pinyin.readings(hanzi), hanzi).toEqual(syllables);
  }
});

test('surnames are read as surnames', () => {
  expect(pinyin.surname('单')).toEqual([['shan']]);
  expect(pinyin.surname('曾')).toEqual([['zeng']]);
  expect(pinyin.surname('乐')).toEqual([['yue'], ['le']]);
  expect(pinyin.surname('欧阳')).toEqual([['ou', 'yang']]);
  expect(pinyin.surname('長孫')).toEqual([['zhang', 'sun']]);
  expect(pinyin.surname('王')).toBeNull();
});

test('what is no hanzi has no reading', () => {
  for (const text of ['', 'a', 'あ', '한', '😀', '\ud800']) expect(pinyin.readings(text)).toEqual([]);
  expect(pinyin.readings('〇')).toEqual(['ling']);
});

test('a damaged table is said to be one', () => {
  expect(() => readPinyinTable(new Uint8Array([91, 93, 10, 1]))).toThrow(expect.objectContaining({ code: 'RM-120' }));
});
