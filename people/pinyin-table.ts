import { Problem } from '../records/problem.ts';

/** First and last code point of the block that the table covers: CJK Unified Ideographs. */
export const firstHanzi = 0x4e00;
export const lastHanzi = 0x9fff;

/** The readings of hanzi, in pinyin without tones, `ü` written `v`; made by `scripts/build-pinyin.ts`, handed in as data. */
export interface PinyinTable {
  /** All readings of one character, the most usual first; none for what is no hanzi. */
  readings(hanzi: string): readonly string[];
  /** The readings of a surname of one or two characters, as syllables; null for what is no known surname with a reading of its own. */
  surname(hanzi: string): readonly (readonly string[])[] | null;
}

/**
 * Reads the table file: a line of JSON `[syllables, sets, surnames]` (sets: indexes into syllables; surnames: hanzi →
 * readings, syllables apart by spaces), a line feed, then for each code point of the block its set's number, 16 bits
 * little-endian. Throws `RM-120` when the bytes are no such table.
 */
export function readPinyinTable(bytes: Uint8Array): PinyinTable {
  const end = bytes.indexOf(10);
  const numbers = bytes.subarray(end + 1);
  if (end < 0 || numbers.length !== (lastHanzi - firstHanzi + 1) * 2)
    throw new Problem('RM-120', 'The pinyin table of the extension is damaged. Install the extension again.');
  const [syllables, sets, surnames] = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as [
    string[],
    number[][],
    Record<string, string[]>,
  ];
  const view = new DataView(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  const readingsOfSet = sets.map((set) => set.map((index) => syllables[index] ?? ''));
  const surnameReadings = new Map(
    Object.entries(surnames).map(([hanzi, readings]) => [hanzi, readings.map((reading) => reading.split(' '))]),
  );
  return {
    readings(hanzi) {
      if (hanzi === '〇') return ['ling'];
      const code = hanzi.codePointAt(0) ?? 0;
      if (code < firstHanzi || code > lastHanzi) return [];
      return readingsOfSet[view.getUint16((code - firstHanzi) * 2, true)] ?? [];
    },
    surname: (hanzi) => surnameReadings.get(hanzi) ?? null,
  };
}
