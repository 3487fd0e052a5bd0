import { describe, expect, test } from 'vitest';
import { fold, namesIn } from '../../../people/name.ts';

describe('folding', () => {
  test.each([
    ['José  MARÍA', 'jose maria'],
    ['Ｗｅｉ\u3000Ｌｉ', 'wei li'],
    ['Strauß Łukasz Øster Ægir', 'strauss lukasz oster aegir'],
    ['Ёлкина Й', 'елкина и'],
    ['が', 'が'],
    ['हिन्दी', 'हिन्दी'],
    ['al\u200bi\u202ece', 'alice'],
    ['İpek Işık', 'ipek isik'],
  ])('%s', (text, folded) => expect(fold(text)).toBe(folded));
});

describe('the names in a display name', () => {
  const wordsOf = (text: string) => namesIn(text).map((one) => one.words.join(' '));
  test.each<[string, string[]]>([
    ['Ana Lima', ['ana lima']],
    ['LIMA, Ana', ['ana lima']],
    ['Lima, Ana, PhD', ['ana lima']],
    ['Dr. Ana Lima', ['ana lima']],
    ['Prof. Dr. Jörg Müller', ['jorg muller']],
    ['Ana Lima Jr.', ['ana lima']],
    ['Jack Ma', ['jack ma']],
    ['Ana Lima, M.A.', ['ana lima']],
    ['Don Lee', ['don lee']],
    ['Don. Diego Vega', ['diego vega']],
    ['Gen Sato', ['gen sato']],
    ['Mr. Dr. Bo Berg MBA', ['bo berg']],
    ['Dr. Lima', ['lima']],
    ['Lima, Dr. Ana', ['ana lima']],
    ['Md Rahman', ['md rahman']],
    ['销售部 李伟', ['李伟']],
    ['李伟-市场部', ['李伟']],
    ['市场部', ['市场部']],
    ['市场部 销售部', ['市场部销售部']],
    ["Sinéad O'Connor", ['sinead oconnor']],
    ['Jean-Luc Martin', ['jean luc martin']],
    ['"Ana Lima"', ['ana lima']],
    ["'Ana Lima' via Weavers", ['ana lima']],
    ['Ana Lima (Example Ltd)', ['ana lima']],
    ['Ana Lima [EXT]', ['ana lima']],
    ['李伟', ['李伟']],
    ['李 伟', ['李伟']],
    ['李伟先生', ['李伟']],
    ['王老师', ['王老师']],
    ['李伟 Wei Li', ['李伟', 'wei li']],
    ['Wei Li 李伟', ['李伟', 'wei li']],
    ['Wei Li (李伟)', ['wei li', '李伟']],
    ['李伟（Wei Li）', ['李伟', 'wei li']],
    ['李伟（市场部）', ['李伟']],
    ['佐々木 さくら', ['佐々木さくら']],
    ['Ms', ['ms']],
    ['ana@example.com', []],
    ['', []],
    ['  ...  ', []],
    ['😀', []],
  ])('%s', (text, names) => expect(wordsOf(text)).toEqual(names));

  test('only a name in Chinese characters alone has hanzi', () => {
    expect(namesIn('李伟')[0]?.hanzi).toBe('李伟');
    expect(namesIn('佐々木 さくら')[0]?.hanzi).toBeNull();
  });
});
