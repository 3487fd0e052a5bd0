import { expect, test } from 'vitest';
import { compareNames, linkNames, nameAgreements, nameBlocks } from '../../../people/link-names.ts';
import { familiarForms } from '../../../people/link-nicknames.ts';
import { surnameReadings, toSimplified, wadeGiles } from '../../../people/link-romanised.ts';
import { pinyin } from './pinyin.ts';

const compared = (a: string, b: string) => compareNames(linkNames([a], pinyin), linkNames([b], pinyin));

test.each([
  ['Ana Lima', 'Lima, Ana', 'same'],
  ['Wang Xiao Ming', 'Xiaoming Wang', 'same'],
  ['Prof. Dr. Jens Weber', 'Jens Weber', 'same'],
  ['王小明', '王小明先生', 'same'],
  ['王伟', 'Wei Wang', 'other-writing'],
  ['单雄信', 'Shan Xiongxin', 'other-writing'],
  ['重庆', 'Chong Qing', 'other-writing'],
  ['陳偉', '陈伟', 'other-writing'],
  ['张小明', 'Chang Hsiao-ming', 'other-writing'],
  ['Bob Smith', 'Robert Smith', 'short-form'],
  ['Sasha Petrov', 'Aleksandr Petrov', 'short-form'],
  ['Anna Müller-Schmidt', 'Anna Schmidt', 'short-form'],
  ['John Smith', 'John A. Smith', 'short-form'],
  ['R. Evans', 'Rosemary Evans', 'initials'],
  ['J. R. Smith', 'John Robert Smith', 'initials'],
  ['W. Wang', '王伟', 'initials'],
  ['Jon Sørensen', 'Jon Soerensen', 'alike'],
  ['Madeleine Rgers', 'Madeleine Rogers', 'alike'],
  ['李玮', '李伟', 'alike'],
  ['Elizabeth Campbell', 'Elizabeth Lefèvre', 'other-family-name'],
  ['小王', '王小明', 'compatible'],
  ['王总', '王小明', 'compatible'],
  ['丽丽', '王丽', 'compatible'],
  ['David Wang', '王小明', 'compatible'],
  ['Wong Ka Ming', '黄家明', 'compatible'],
  ['Bob', 'Robert Smith', 'compatible'],
  ['Li Na', 'Li Wei', 'other-given-name'],
  ['John A. Smith', 'John B. Smith', 'other-given-name'],
  ['王伟', '王强', 'other-given-name'],
  ['Wei Wang', '王强', 'other-given-name'],
  ['Ana Lima', 'Jens Weber', 'different'],
  ['王伟', '李强', 'different'],
])('%s and %s: %s', (a, b, agreement) => {
  expect(compared(a, b)).toBe(agreement);
  expect(compared(b, a)).toBe(agreement);
});

test('the closest of all forms counts, and none where there is no name', () => {
  expect(compareNames(linkNames(['David Wang', '王小明'], pinyin), linkNames(['Xiaoming Wang'], pinyin))).toBe(
    'other-writing',
  );
  expect(compared('ana@example.com', 'Ana Lima')).toBeNull();
});

test('names that are not told apart share a block', () => {
  const pairs = [
    ['Bob Smith', 'Robert Smith'],
    ['王伟', 'Wei Wang'],
    ['Anna Schmidt', 'Schmidt, Anna'],
    ['R. Evans', 'Rosemary Evans'],
  ];
  for (const [a = '', b = ''] of pairs) {
    const keys = new Set(nameBlocks(linkNames([a], pinyin)));
    expect(nameBlocks(linkNames([b], pinyin)).filter((key) => keys.has(key)).length, `${a} / ${b}`).toBeGreaterThan(0);
  }
  expect(nameAgreements[0]).toBe('same');
});

test('short forms, simplified characters and romanisations from their tables', () => {
  expect(familiarForms('peggy')).toContain('margaret');
  expect(familiarForms('dima')).toContain('dmitri');
  expect(familiarForms('bob')).not.toContain('bob');
  expect(toSimplified('張麗華')).toBe('张丽华');
  expect(surnameReadings('wong')).toEqual(['wang', 'huang']);
  expect(surnameReadings('smith')).toEqual([]);
  expect(wadeGiles('hsiao')).toContain('xiao');
  expect(wadeGiles('chung')).toContain('zhong');
});
