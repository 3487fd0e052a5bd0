import { describe, expect, test } from 'vitest';
import {
  familiarForm,
  familiarKey,
  foldQuery,
  hanziIn,
  hanziParts,
  nameKeys,
  pinyinKeys,
  readingsOf,
  textKey,
  writtenKeys,
} from '../../../people/name-key.ts';
import { pinyin } from './pinyin.ts';

const keysOf = (name: string, ...otherNames: string[]) => nameKeys({ name, otherNames, keys: [] }, pinyin);

test('a name is found from each of its words on, and by its initials', () => {
  expect(keysOf('Ana Maria Lima')).toEqual(
    ['aml', 'analima', 'anamarialima', 'limaana', 'limaanamaria', 'marialimaana'].sort(),
  );
});

test('a Chinese name is found by hanzi, pinyin in either order, initials, surname and initials', () => {
  expect(keysOf('王小明')).toEqual(['wangxiaoming', 'wangxm', 'wxm', 'xiaomingwang', '王小明'].sort());
  expect(keysOf('欧阳娜娜')).toEqual(expect.arrayContaining(['ouyangnana', 'nanaouyang', 'oynn', 'ouyangnn']));
});

test('surnames are read as surnames, given names in all readings', () => {
  expect(readingsOf('单雄', pinyin)).toEqual([{ family: ['shan'], given: ['xiong'] }]);
  expect(pinyinKeys('曾行', pinyin)).toEqual(expect.arrayContaining(['zengxing', 'zenghang']));
  expect(pinyinKeys('曾行', pinyin)).not.toContain('cengxing');
  expect(pinyinKeys('乐长', pinyin)).toEqual(expect.arrayContaining(['yuechang', 'lezhang']));
  expect(pinyinKeys('吕布', pinyin)).toEqual(expect.arrayContaining(['lvbu', 'lyubu', 'lubu']));
  expect(readingsOf('曾行长重参', pinyin).length).toBeLessThanOrEqual(12);
});

test('a name that holds no word is found by its very text alone', () => {
  expect(keysOf('😀')).toEqual(['=😀']);
  expect(keysOf(' Ana@Example.com ')).toEqual(['=ana@example.com']);
  expect(textKey('Ana@Example.com')).toBe('=ana@example.com');
  expect(keysOf(' ')).toEqual([]);
});

test('without the table, names in hanzi are found by hanzi', () => {
  expect(nameKeys({ name: '王小明', otherNames: [], keys: [] }, null)).toEqual(['王小明']);
  expect(hanziParts('欧阳娜娜', null)).toEqual({ family: '欧', given: '阳娜娜' });
  expect(hanziParts('欧阳娜娜', pinyin)).toEqual({ family: '欧阳', given: '娜娜' });
});

test('familiar forms find within the organisation, never at free-mail hosts', () => {
  const keys = nameKeys({ name: '王小明', otherNames: [], keys: ['wxm@weavers.example', 'wxm@qq.com'] }, null);
  expect(keys).toEqual(['明@weavers.example', '王@weavers.example', '王小明'].sort());
  expect(familiarForm('小王')).toBe('王');
  expect(familiarForm('老李')).toBe('李');
  expect(familiarForm('阿明')).toBe('明');
  expect(familiarForm('小明明')).toBeNull();
  expect(familiarForm('Ana')).toBeNull();
  expect(familiarKey('王', 'x@qq.com')).toBeNull();
});

describe('written variants of one name', () => {
  test.each([
    ['Xiaoming Wang', 'Wang Xiao-Ming'],
    ['Xiaoming Wang', 'WANG, Xiaoming'],
    ['Jörg Müller', 'Joerg Mueller'],
    ['Jörg Müller', 'Jorg Muller'],
    ['Ana Maria Lima', 'Ana Lima'],
    ['Siân O’Neil', "Sian O'Neil"],
    ['李伟', '李 伟 (Wei Li)'],
  ])('%s and %s meet', (a, b) => {
    expect(writtenKeys(a).some((key) => writtenKeys(b).includes(key))).toBe(true);
  });

  test('different names do not', () => {
    expect(writtenKeys('Ana Lima').some((key) => writtenKeys('Ana Lopes').includes(key))).toBe(false);
    expect(hanziIn('Ana 李伟')).toEqual(['李伟']);
  });
});

test('what is typed begins a key', () => {
  for (const [name, typed] of [
    ['Ana Maria Lima', 'Maria L'],
    ['José Lima', 'jose li'],
    ['王小明', 'wang xiao'],
    ['王小明', 'WXM'],
    ['王小明', '王小'],
  ] as const)
    expect(
      keysOf(name).some((key) => key.startsWith(foldQuery(typed))),
      typed,
    ).toBe(true);
  expect(foldQuery(' - ')).toBe('');
});

test('more than eight words are one key, and more than five give no initials', () => {
  const words = ['ana', 'bea', 'cleo', 'dora', 'eva', 'fay', 'gina', 'hela', 'ida'];
  expect(writtenKeys(words.join(' '))).toEqual([words.join('')]);
  expect(writtenKeys(words.slice(0, 8).join(' '))).toHaveLength(10);
  expect(keysOf(words.slice(0, 5).join(' '))).toContain('abcde');
  expect(keysOf(words.slice(0, 6).join(' '))).not.toContain('abcdef');
  expect(keysOf('Ana')).toEqual(['ana']);
  expect(writtenKeys('Ana Lima')).toEqual(['analima', 'limaana']);
});

test('a Chinese name of one character or of more than five is no name to be read', () => {
  expect(pinyinKeys('王', pinyin)).toEqual([]);
  expect(pinyinKeys('王小明明明明', pinyin)).toEqual([]);
  expect(pinyinKeys('王小明明明', pinyin)).toContain('wangxiaomingmingming');
  expect(pinyinKeys('王明', pinyin)).toEqual(['wangming', 'mingwang']);
  expect(keysOf('王明')).toEqual(['mingwang', 'wangm', 'wangming', 'wm', '王明'].sort());
});

test('a surname of two characters needs a given name behind it', () => {
  expect(hanziParts('欧阳', pinyin)).toEqual({ family: '欧', given: '阳' });
  expect(hanziParts('欧阳修', pinyin)).toEqual({ family: '欧阳', given: '修' });
  expect(hanziParts('欧阳修', null)).toEqual({ family: '欧', given: '阳修' });
});

test('a familiar form belongs to an organisation, not to free mail, and not to a name of one character', () => {
  const familiar = (name: string, key: string) =>
    nameKeys({ name, otherNames: [], keys: [key] }, null).filter((each) => each.includes('@'));
  expect(familiar('王小明', 'w@mill.example')).toEqual(['明@mill.example', '王@mill.example'].sort());
  expect(familiar('王小明', 'w@qq.com')).toEqual([]);
  expect(familiar('Ana Lima', 'a@mill.example')).toEqual([]);
  expect(familiarKey('王', '')).toBeNull();
});

test('what is typed loses its separators, however many', () => {
  expect(foldQuery('Ana --  Lima')).toBe('analima');
  expect(foldQuery(' ?! ')).toBe('');
});

test('keys are cut to what an index may hold', () => {
  expect(Math.max(...keysOf('x'.repeat(400)).map((key) => key.length))).toBe(200);
});
