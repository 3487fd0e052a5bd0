import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compare, dimensions, encode, openTable, wordsIn, wordsKept } from '../../../prompts/meaning.ts';

const file = readFileSync(resolve(import.meta.dirname, '../../../public/meaning.bin'));
const bytes = new Uint8Array(file).buffer;
const table = openTable(bytes);
const meet = (a: string, b: string) => compare(encode(a, table), encode(b, table)).fit;

describe('the table', () => {
  test('opens whole', () => {
    expect(table.rows.size).toBeGreaterThan(80_000);
    expect(table.vectors.length).toBe(table.rows.size * dimensions);
    expect(file.length).toBeLessThan(8_000_000);
  });

  test.each([
    ['nothing', new ArrayBuffer(0)],
    ['another file', new TextEncoder().encode('<!doctype html><html lang="en">').buffer],
    ['half of it', bytes.slice(0, bytes.byteLength / 2)],
    [
      'other dimensions',
      (() => {
        const b = bytes.slice(0);
        new DataView(b).setUint32(12, 100, true);
        return b;
      })(),
    ],
  ])('%s is refused with a number', (_, broken) => {
    expect(() => openTable(broken as ArrayBuffer)).toThrow(expect.objectContaining({ code: 'RM-501' }));
  });
});

describe('words', () => {
  test('Chinese is cut into the likeliest words', () => {
    expect(wordsIn('仓库经理找翻译', table)).toEqual(['仓库', '经理', '翻译']);
  });
  test('plurals and endings lead to the word that the table has', () => {
    expect(wordsIn("Warehouses, the owner's pumps", table)).toEqual(['warehouse', 'owner', 'pump']);
  });
  test('each word once, names that the table lacks too', () => {
    expect(wordsIn('Qzxwv qzxwv 氢氢', table)).toEqual(['qzxwv', '氢']);
  });
});

describe('meaning', () => {
  test('other words of one sense meet better than words of another', () => {
    expect(meet('needs a plumber for a leaking pipe', 'repairs water taps and drains')).toBeGreaterThan(
      meet('needs a plumber for a leaking pipe', 'teaches violin to children'),
    );
  });
  test('across Chinese and English', () => {
    expect(meet('找人翻译合同', 'translation of legal contracts')).toBeGreaterThan(
      meet('找人翻译合同', 'fresh apples from our orchard'),
    );
    expect(meet('水果卖不出去', 'buys local fruit for the school kitchen')).toBeGreaterThan(
      meet('水果卖不出去', 'reviews compiler patches'),
    );
  });
  test('a name that the table lacks meets itself', () => {
    expect(meet('moving to Zorblaxi', 'knows Zorblaxi well')).toBeGreaterThan(
      meet('moving to Zorblaxi', 'knows Quendle well') + 0.1,
    );
  });
  test('symmetric, between 0 and 1, and 0 beside nothing', () => {
    const [a, b] = [encode('a long need about cold storage for avocados', table), encode('冷库', table)];
    expect(compare(a, b)).toEqual(compare(b, a));
    expect(compare(a, a).fit).toBeLessThanOrEqual(1);
    expect(compare(a, a).fit).toBeGreaterThan(0.5);
    expect(compare(a, encode('', table)).fit).toBe(0);
    expect(compare(new Int8Array(0), a)).toEqual({ fit: 0, rest: 0, shared: 0 });
  });
  test('the mean has length 1, or none', () => {
    const length = (text: string) => Math.hypot(...encode(text, table).subarray(0, dimensions)) / 127;
    expect(length('cold storage for avocados')).toBeCloseTo(1, 1);
    expect(length('the of and')).toBe(0);
    expect(length('qzxwv')).toBe(0);
  });
  test('what is left without the shared words tells two senses of one word apart', () => {
    const of = (a: string, b: string) => compare(encode(a, table), encode(b, table));
    const trap = of('Java developers on site, five days', 'Java and Sulawesi green beans, small lots');
    const real = of('Java developers on site, five days', 'programs payment software in Java');
    expect(trap.shared).toBe(1);
    expect(real.shared).toBe(1);
    expect(trap.rest).toBeLessThan(real.rest);
    expect(trap.rest).toBeLessThan(trap.fit);
    const none = of('cold storage', '冷库');
    expect(none.shared).toBe(0);
    expect(none.rest).toBe(none.fit);
    expect(of('Java beans', 'Java').rest).toBe(0);
  });
  test('one shared word among others of another sense proves little', () => {
    expect(meet('Java developers on site', 'Java beans')).toBeLessThan(
      meet('Java developers on site', 'Java programmers on site'),
    );
  });
  test('a long text keeps its heaviest words only', () => {
    const long = [...table.rows.keys()].slice(3000, 3200).join(' ');
    expect(encode(long, table).length).toBe(dimensions + wordsKept * (5 + dimensions));
    expect(encode('', table).length).toBe(dimensions);
  });
});
