import { describe, expect, test } from 'vitest';
import {
  compare,
  dimensions,
  encode,
  type MeaningTable,
  openTable,
  wordsIn,
  wordsKept,
} from '../../../prompts/meaning.ts';

/** A table of these words: each points along one axis; `rarity` as its byte, 255 for the rarest. */
function tableOf(words: Record<string, { axis: number; rarity?: number }>): MeaningTable {
  const names = Object.keys(words);
  const vectors = new Int8Array(names.length * dimensions);
  const rarity = new Uint8Array(names.length);
  names.forEach((name, row) => {
    vectors[row * dimensions + (words[name]?.axis ?? 0)] = 127;
    rarity[row] = words[name]?.rarity ?? 255;
  });
  return { rows: new Map(names.map((name, row) => [name, row])), rarity, vectors };
}

/** The file of such a table, as `scripts/build-meaning.ts` writes it. */
function fileOf(words: string[], change: (head: DataView, bytes: Uint8Array) => void = () => undefined): ArrayBuffer {
  const text = new TextEncoder().encode(words.join('\n'));
  const bytes = new Uint8Array(16 + text.length + words.length * (1 + dimensions));
  const head = new DataView(bytes.buffer);
  [0x314d4d52, words.length, text.length, dimensions].forEach((n, i) => {
    head.setUint32(i * 4, n, true);
  });
  bytes.set(text, 16);
  words.forEach((_, row) => {
    bytes[16 + text.length + row] = 100 + row;
    bytes[16 + text.length + words.length + row * dimensions] = 7 + row;
  });
  change(head, bytes);
  return bytes.buffer;
}

describe('the file', () => {
  test('holds words, rarities and vectors in this order', () => {
    const { rows, rarity, vectors } = openTable(fileOf(['ox', '牛']));
    expect([...rows]).toEqual([
      ['ox', 0],
      ['牛', 1],
    ]);
    expect([...rarity]).toEqual([100, 101]);
    expect([vectors[0], vectors[1], vectors[dimensions], vectors.length]).toEqual([7, 0, 8, 2 * dimensions]);
  });
  test('says what is wrong with it, and what to do', () => {
    const said = (bytes: ArrayBuffer) => {
      try {
        openTable(bytes);
        return 'opened';
      } catch (error) {
        return String((error as Error).message);
      }
    };
    expect(said(new ArrayBuffer(15))).toMatch(/cannot be read \(too short\)\. Install the extension again/);
    expect(said(new ArrayBuffer(16))).toContain('(not a word table)');
    expect(said(fileOf(['ox'], (head) => head.setUint32(0, 0x52, true)))).toContain('(not a word table)');
    expect(said(fileOf(['ox'], (head) => head.setUint32(12, 100, true)))).toContain('(100 dimensions)');
    expect(said(fileOf(['ox']).slice(0, -1))).toContain('(not whole)');
    expect(said(fileOf(['ox'], (head) => head.setUint32(8, 3, true)))).toContain('(not whole)');
    expect(
      said(
        fileOf(['ox', 'ax'], (_, bytes) => {
          bytes[18] = 32;
        }),
      ),
    ).toContain('(words missing)');
  });
});

describe('the words of a text', () => {
  const words = (text: string, ...known: string[]) =>
    wordsIn(text, tableOf(Object.fromEntries(known.map((name, axis) => [name, { axis }]))));

  test('are found under the form that the table has, the singular first', () => {
    expect(words('pumps', 'pump', 'pumps')).toEqual(['pump']);
    expect(words('pumps', 'pumps')).toEqual(['pumps']);
    expect(words('glass', 'glas', 'glass')).toEqual(['glass']);
    expect(words('gas', 'ga')).toEqual(['gas']);
    expect(words('cups', 'cup', 'cups')).toEqual(['cups']);
    expect(words('unheard', 'pump')).toEqual(['unheard']);
  });
  test.each([
    ['libraries', 'library'],
    ['boxes', 'box'],
    ['rots', 'rot'],
    ['sorting', 'sort'],
    ['baking', 'bake'],
    ['mended', 'mend'],
    ['baked', 'bake'],
    ['welders', 'weld'],
    ['welder', 'weld'],
    ['baker', 'bake'],
    ['quietly', 'quiet'],
  ])('%s leads to %s', (written, base) => expect(words(written, base)).toEqual([base]));
  test('no ending is dropped where hardly a word would be left, and none in the middle', () => {
    expect(words('oxes', 'ox')).toEqual(['oxes']);
    expect(words('ingot', 'ot', 'got')).toEqual(['ingot']);
    expect(words('sword', 'word')).toEqual(['sword']);
  });
  test('owners lose their mark', () => {
    expect(words("baker's", 'baker')).toEqual(['baker']);
    expect(words('bakers’', 'baker')).toEqual(['baker']);
  });
  test('what is joined by a hyphen is known by its parts, unless it is known whole or a part is one letter', () => {
    expect(words('cold-storage', 'cold', 'storage')).toEqual(['cold', 'storage']);
    expect(words('cold-storage', 'cold-storage', 'cold')).toEqual(['cold-storage']);
    expect(words('x-ray', 'ray')).toEqual(['x-ray']);
  });
  test('Chinese is cut where the words are likeliest on the whole', () => {
    const table = tableOf({
      仓库: { axis: 1, rarity: 120 },
      经理: { axis: 2, rarity: 120 },
      库经: { axis: 3, rarity: 250 },
      仓: { axis: 4, rarity: 200 },
      理: { axis: 5, rarity: 200 },
    });
    expect(wordsIn('仓库经理', table)).toEqual(['仓库', '经理']);
    expect(wordsIn('仓龘经理', table)).toEqual(['仓', '龘', '经理']);
    // Two words cost more than one where both are as rare.
    expect(wordsIn('仓库', tableOf({ 仓库: { axis: 1, rarity: 200 }, 仓: { axis: 2, rarity: 150 } }))).toEqual([
      '仓库',
    ]);
    // Six characters are the longest word looked up.
    expect(wordsIn('中华人民共和', tableOf({ 中华人民共和: { axis: 1 } }))).toEqual(['中华人民共和']);
    expect(wordsIn('中华人民共和国', tableOf({ 中华人民共和国: { axis: 1 } }))).not.toContain('中华人民共和国');
  });
});

describe('an encoded text', () => {
  const table = tableOf({ pump: { axis: 0 }, valve: { axis: 1 }, often: { axis: 2, rarity: 106 }, 泵: { axis: 3 } });
  const weightAt = (encoded: Int8Array, n: number) => encoded[dimensions + n * (5 + dimensions)];

  test('weighs a word by how rare it is: one in two thousand half', () => {
    // A rarity byte is −14 ln(frequency): 106 is a frequency of 0.0005.
    expect(weightAt(encode('often', table), 0)).toBeCloseTo(64, -0.5);
    expect(weightAt(encode('pump', table), 0)).toBe(127);
  });
  test('a lone Han character tells half, one that the table lacks a quarter, another unknown word nine tenths', () => {
    expect(weightAt(encode('泵', table), 0)).toBe(63);
    expect(weightAt(encode('龘', table), 0)).toBe(32);
    expect(weightAt(encode('zorblaxi', table), 0)).toBe(114);
  });
  test('keeps the heaviest words first, of equals the first written, and drops the lightest', () => {
    const [light, heavy] = [encode('often pump valve', table), encode('pump valve often', table)];
    expect(light).toEqual(heavy);
    const many = Object.fromEntries(
      Array.from({ length: 25 }, (_, i) => [`word${'abcdefghijklmnopqrstuvwxyz'[i]}`, { axis: i, rarity: 255 - i }]),
    );
    const all = encode(Object.keys(many).reverse().join(' '), tableOf(many));
    expect(all).toHaveLength(dimensions + wordsKept * (5 + dimensions));
    expect(all).toEqual(encode(Object.keys(many).slice(0, wordsKept).join(' '), tableOf(many)));
  });
  test('has a mean of length one along what it says', () => {
    const mean = encode('pump valve', table).subarray(0, 4);
    expect([...mean]).toEqual([90, 90, 0, 0]);
    expect([...encode('pump', table).subarray(0, 2)]).toEqual([127, 0]);
  });
});

describe('two texts', () => {
  const table = tableOf({
    pump: { axis: 0 },
    hydrant: { axis: 0 },
    valve: { axis: 1 },
    choir: { axis: 2 },
    song: { axis: 2 },
    often: { axis: 3, rarity: 106 },
  });
  const meet = (a: string, b: string) => compare(encode(a, table), encode(b, table));

  test('one word of one proves less than two of two, for two words of doubt stand beside each side', () => {
    expect(meet('pump', 'pump').fit).toBeCloseTo(1 / 3, 5);
    expect(meet('pump', 'hydrant').fit).toBeCloseTo(1 / 3, 5);
    expect(meet('pump valve', 'pump valve').fit).toBeCloseTo(2 / 4, 5);
    expect(meet('pump', 'choir').fit).toBe(0);
  });
  test('both sides count alike: one of two words here, all of one there', () => {
    expect(meet('pump valve', 'pump').fit).toBeCloseTo((1 / 4 + 1 / 3) / 2, 5);
    expect(meet('pump', 'pump valve').fit).toBe(meet('pump valve', 'pump').fit);
  });
  test('a common word in common proves less than a rare one', () => {
    expect(meet('often', 'often').fit).toBeLessThan(meet('pump', 'pump').fit);
  });
  test('the rest leaves out what stands in both, on both sides', () => {
    expect(meet('pump choir', 'pump song')).toEqual({ fit: 0.5, rest: expect.closeTo(1 / 3, 5), shared: 1 });
    expect(meet('pump choir', 'pump valve')).toMatchObject({ rest: 0, shared: 1 });
    expect(meet('pump valve', 'pump valve')).toMatchObject({ rest: 0, shared: 2 });
    expect(meet('pump', 'hydrant')).toMatchObject({ rest: expect.closeTo(1 / 3, 5), shared: 0 });
  });
  test('words that the table lacks meet themselves alone, told apart by all of their hash', () => {
    expect(meet('zorblaxi', 'zorblaxi')).toMatchObject({ shared: 1 });
    for (const other of ['zorblaxa', 'quendle', 'azorblaxi'])
      expect(meet('zorblaxi', other)).toMatchObject({ fit: 0, shared: 0 });
    const [a, b] = [encode('zorblaxi', table), encode('zorblaxi', table)];
    for (const byte of [1, 2, 3, 4]) {
      const changed = b.slice();
      changed[dimensions + byte] = (changed[dimensions + byte] ?? 0) ^ 1;
      expect(compare(a, changed).shared).toBe(0);
    }
  });
  test('nothing meets nothing', () => {
    expect(meet('', 'pump')).toEqual({ fit: 0, rest: 0, shared: 0 });
    expect(meet('pump', '')).toEqual({ fit: 0, rest: 0, shared: 0 });
    expect(meet('', '')).toEqual({ fit: 0, rest: 0, shared: 0 });
  });
});
