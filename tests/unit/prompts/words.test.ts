import { expect, test } from 'vitest';
import { hashOf, isEmptyWord, runsOf } from '../../../prompts/words.ts';

test('runs of Han and of letters, lower-cased, with inner hyphens', () => {
  expect(runsOf('RISC-V 移植, anyone’s 审稿人!')).toEqual([
    { text: 'risc-v', han: false },
    { text: '移植', han: true },
    { text: 'anyone’s', han: false },
    { text: '审稿人', han: true },
  ]);
  expect(runsOf('Ｗide 用CI跑')).toEqual([
    { text: 'wide', han: false },
    { text: '用', han: true },
    { text: 'ci', han: false },
    { text: '跑', han: true },
  ]);
  expect(runsOf('  …!? ')).toEqual([]);
});

test('empty words say nothing of a subject, in both languages', () => {
  expect(['the', 'who', '的', '没有'].every(isEmptyWord)).toBe(true);
  expect(['12', 'forty', 'weeks', '八万', '三百个', '两位'].every(isEmptyWord)).toBe(true);
  expect(['pump', '水泵', '', 'b2b', '三轮车', 'second'].some(isEmptyWord)).toBe(false);
});

test('hashes are FNV-1a of 32 bits', () => {
  expect(hashOf('')).toBe(0x811c9dc5);
  expect(hashOf('a')).toBe(0xe40c292c);
  expect(hashOf('foobar')).toBe(0xbf9cf968);
});
