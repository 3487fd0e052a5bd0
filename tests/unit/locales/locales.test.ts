import { describe, expect, test } from 'vitest';
import { catalogue, chosenLanguage } from '../../../locales/index.ts';
import { isolate, parts, plain } from '../../../locales/isolate.ts';
import { counted } from '../../../locales/plural.ts';
import { reasonCodeSchema } from '../../../records/prompt.ts';

type Leaf = { path: string; value: unknown };

function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
  return [{ path, value }];
}

const han = /\p{Script=Han}/u;
/** Gives every property a distinct mark, so that a message shows which of its params it speaks. */
const anything = new Proxy(
  {},
  { get: (_, name) => (name === 'n' || name === 'shown' || name === 'total' ? 3 : `⟦${String(name)}⟧`) },
);

describe('the catalogues', () => {
  const en = leaves(catalogue('en'));
  const zh = leaves(catalogue('zh-CN'));

  test('have the same keys, each of the same kind', () => {
    expect(zh.map((leaf) => `${leaf.path} ${typeof leaf.value}`).sort()).toEqual(
      en.map((leaf) => `${leaf.path} ${typeof leaf.value}`).sort(),
    );
  });

  test('say nothing empty, no Chinese in English, and no English sentence in Chinese', () => {
    const said = (leaf: Leaf): string => (typeof leaf.value === 'function' ? leaf.value(anything) : String(leaf.value));
    for (const leaf of en) {
      expect(said(leaf).trim(), leaf.path).not.toBe('');
      expect(said(leaf), leaf.path).not.toMatch(han);
    }
    for (const leaf of zh) {
      expect(said(leaf).trim(), leaf.path).not.toBe('');
      const words = said(leaf).replace(/[⁨⟦][^⁩⟧]*[⁩⟧]/gu, '');
      expect(words, leaf.path).not.toMatch(/[a-z]{3,} [a-z]{3,} [a-z]{3,}/i);
    }
  });

  test('have a sentence for each reason code, and for nothing else', () => {
    expect(Object.keys(catalogue('en').reasons).sort()).toEqual([...reasonCodeSchema.options].sort());
  });
});

describe('the language', () => {
  test.each([
    ['auto', ['de-DE', 'zh-TW', 'en'], 'zh-CN'],
    ['auto', ['fr'], 'en'],
    ['auto', ['EN-gb', 'zh'], 'en'],
    ['zh-CN', ['en'], 'zh-CN'],
  ] as const)('%s with %j is %s', (setting, preferred, expected) => {
    expect(chosenLanguage(setting, preferred)).toBe(expected);
  });

  test('counts in English', () => {
    expect([counted(1, 'guest', 'guests'), counted(2000, 'guest', 'guests')]).toEqual(['1 guest', '2,000 guests']);
  });
});

describe('text from outside', () => {
  test('loses the marks that reorder or hide it, and keeps joiners', () => {
    expect(plain('a\u202Egnp.exe\u200B  b\n\u2066c')).toBe('agnp.exe b c');
    expect(plain('می\u200Cخواهم')).toBe('می\u200Cخواهم');
  });

  test('comes out of a sentence as its own part', () => {
    expect(parts(`Keep ${isolate('\u2069Ann\u202E')}!`)).toEqual([
      { text: 'Keep ', isolated: false },
      { text: 'Ann', isolated: true },
      { text: '!', isolated: false },
    ]);
  });
});
