import { Problem } from '../records/problem.ts';
import { hashOf, isEmptyWord, runsOf } from './words.ts';

/** Dimensions of a word's vector in `public/meaning.bin`. */
export const dimensions = 64;

/** Words kept of one text; the heaviest stay. Tips run to three lines, needs and offers to one. */
export const wordsKept = 20;

/** Bytes of one word in an encoded text: weight, hash, vector. */
const wordBytes = 5 + dimensions;

const magic = 0x314d4d52; // "RMM1", little-endian

/**
 * Frequency at which a word weighs half: the `a` of smooth inverse frequency (Arora, Liang, Ma: “A simple but tough-to-beat
 * baseline for sentence embeddings”, ICLR 2017), found best between 0.0002 and 0.003.
 */
const halfWeight = 5e-4;

/** The word table, opened from the bytes of `public/meaning.bin`. */
export interface MeaningTable {
  /** Word → row. */
  rows: ReadonlyMap<string, number>;
  /** Row → minus the natural logarithm of the word's frequency, times 14. */
  rarity: Uint8Array;
  vectors: Int8Array;
}

/**
 * Opens the bytes of `public/meaning.bin`, written by `scripts/build-meaning.ts`.
 * @throws Problem RM-501 when they are not such a table, or not whole.
 */
export function openTable(bytes: ArrayBuffer): MeaningTable {
  const broken = (what: string) =>
    new Problem('RM-501', `The word table of the extension cannot be read (${what}). Install the extension again.`);
  if (bytes.byteLength < 16) throw broken('too short');
  const head = new DataView(bytes);
  if (head.getUint32(0, true) !== magic) throw broken('not a word table');
  const [count, textBytes, size] = [head.getUint32(4, true), head.getUint32(8, true), head.getUint32(12, true)];
  if (size !== dimensions) throw broken(`${size} dimensions`);
  if (bytes.byteLength !== 16 + textBytes + count * (1 + dimensions)) throw broken('not whole');
  const words = new TextDecoder().decode(new Uint8Array(bytes, 16, textBytes)).split('\n');
  if (words.length !== count) throw broken('words missing');
  return {
    rows: new Map(words.map((word, row) => [word, row])),
    rarity: new Uint8Array(bytes, 16 + textBytes, count),
    vectors: new Int8Array(bytes, 16 + textBytes + count, count * dimensions),
  };
}

/** How much a word tells, 0 to 1, from its rarity byte. */
const weightOf = (rarity: number): number => halfWeight / (halfWeight + Math.exp(-rarity / 14));

/** Longest Chinese word looked up. */
const longestWord = 6;

/** Cuts a run of Han characters into the likeliest words of the table (unigram model); characters it lacks stand alone. */
function cut(run: string, table: MeaningTable): string[] {
  const characters = [...run];
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= characters.length; end++) {
    let found = { cost: Number.POSITIVE_INFINITY, from: end - 1 };
    for (let from = Math.max(0, end - longestWord); from < end; from++) {
      const row = table.rows.get(characters.slice(from, end).join(''));
      if (row === undefined && end - from > 1) continue;
      const cost = (best[from]?.cost ?? 0) + (row === undefined ? 255 : (table.rarity[row] ?? 255));
      if (cost < found.cost) found = { cost, from };
    }
    best.push(found);
  }
  const words: string[] = [];
  for (let end = characters.length; end > 0; end = best[end]?.from ?? 0)
    words.unshift(characters.slice(best[end]?.from ?? 0, end).join(''));
  return words;
}

/** Endings dropped, in this order, while the table lacks a word: the ending, and what takes its place. */
const endings: readonly (readonly [string, string])[] = [
  ['ies', 'y'],
  ['es', ''],
  ['s', ''],
  ['ing', ''],
  ['ing', 'e'],
  ['ed', ''],
  ['ed', 'e'],
  ['ers', ''],
  ['er', ''],
  ['er', 'e'],
  ['ly', ''],
];

/** The forms of one written word under which the table knows it; the word itself when it knows none. */
function formsOf(word: string, table: MeaningTable): string[] {
  const singular = word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
  if (table.rows.has(singular)) return [singular];
  if (table.rows.has(word)) return [word];
  const owner = /^(.+)['’]s?$/.exec(word)?.[1];
  if (owner !== undefined) return formsOf(owner, table);
  for (const [ending, instead] of endings) {
    const base = word.slice(0, -ending.length) + instead;
    if (word.endsWith(ending) && base.length >= 3 && table.rows.has(base)) return [base];
  }
  const parts = word.split(/[-'’]/);
  if (parts.length > 1 && parts.every((part) => part.length > 1)) return parts.flatMap((part) => formsOf(part, table));
  return [word];
}

/** The words of a text that say something, as the table knows them, in the order of the text, each once. */
export function wordsIn(text: string, table: MeaningTable): string[] {
  const words = runsOf(text).flatMap((run) => (run.han ? cut(run.text, table) : formsOf(run.text, table)));
  return [...new Set(words)].filter((word) => !isEmptyWord(word));
}

/** A word that the table lacks: a name or a coined word, which meets only itself. A lone Han character tells little. */
const unknownWeight = (word: string): number => (/^\p{Script=Han}$/u.test(word) ? 0.25 : 0.9);

/** How much a word, as `wordsIn` gives it, tells of a text's subject, 0 to 1. */
export function weightIn(word: string, table: MeaningTable): number {
  const row = table.rows.get(word);
  if (row === undefined) return unknownWeight(word);
  return weightOf(table.rarity[row] ?? 0) * (/^\p{Script=Han}$/u.test(word) ? 0.5 : 1);
}

/**
 * A text's meaning, to be kept beside it: the mean of its words, then for each of its heaviest words weight, hash and
 * vector, all in signed bytes. Two texts encoded with the same table are compared by `compare`; the means alone are for a rough choice.
 */
export function encode(text: string, table: MeaningTable): Int8Array {
  const words = wordsIn(text, table)
    .map((word, place) => ({ word, row: table.rows.get(word), weight: weightIn(word, table), place }))
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .slice(0, wordsKept);
  const out = new Int8Array(dimensions + words.length * wordBytes);
  const hashes = new DataView(out.buffer);
  const mean = new Float64Array(dimensions);
  words.forEach(({ word, row, weight }, n) => {
    const at = dimensions + n * wordBytes;
    out[at] = Math.round(weight * 127);
    hashes.setUint32(at + 1, hashOf(word), true);
    if (row === undefined) return;
    const vector = table.vectors.subarray(row * dimensions, (row + 1) * dimensions);
    out.set(vector, at + 5);
    vector.forEach((value, d) => {
      mean[d] = (mean[d] ?? 0) + weight * value;
    });
  });
  const length = Math.hypot(...mean);
  if (length > 0) out.set(mean.map((value) => Math.round((value / length) * 127)));
  return out;
}

function dot(a: Int8Array, atA: number, b: Int8Array, atB: number): number {
  let sum = 0;
  for (let d = 0; d < dimensions; d++) sum += (a[atA + d] as number) * (b[atB + d] as number);
  return sum / (127 * 127);
}

/** Words of an encoded text. */
const countOf = (encoded: Int8Array): number => Math.floor((encoded.length - dimensions) / wordBytes);

const sameHash = (a: Int8Array, atA: number, b: Int8Array, atB: number): boolean =>
  a[atA] === b[atB] && a[atA + 1] === b[atB + 1] && a[atA + 2] === b[atB + 2] && a[atA + 3] === b[atB + 3];

/**
 * Doubt added to the weight of each text, in full words: one word in common out of one proves less than five out of five.
 */
const doubt = 2;

/** How two texts meet. */
export interface Meeting {
  /** How well, 0 to 1. */
  fit: number;
  /** The same without the words that stand in both: what is left when a word has two senses. */
  rest: number;
  /** Words that stand in both. */
  shared: number;
}

const apart: Meeting = { fit: 0, rest: 0, shared: 0 };

/** The mean of both sides' weighted means of each word's nearest word. `left` tells which words take part. */
function evenly(
  near: Float64Array,
  weightsA: number[],
  weightsB: number[],
  left: (i: number, j: number) => boolean,
): number {
  const bestB = new Float64Array(weightsB.length);
  let [sumA, sumB, allA, allB] = [0, 0, 0, 0];
  weightsA.forEach((weight, i) => {
    if (!left(i, -1)) return;
    let best = 0;
    for (let j = 0; j < weightsB.length; j++) {
      const value = left(i, j) ? (near[i * weightsB.length + j] ?? 0) : 0;
      if (value > best) best = value;
      if (value > (bestB[j] ?? 0)) bestB[j] = value;
    }
    sumA += weight * best;
    allA += weight;
  });
  weightsB.forEach((weight, j) => {
    if (!left(-1, j)) return;
    sumB += weight * (bestB[j] ?? 0);
    allB += weight;
  });
  // Divided before the sum, and the smaller first, so that either order of the texts gives the same bits.
  const [x, y] = [sumA / (allA + doubt), sumB / (allB + doubt)];
  return (Math.min(x, y) + Math.max(x, y)) / 2;
}

/**
 * How two encoded texts meet: every word of each looks for its nearest word in the other (the same word meets by 1), and
 * the weighted means of both sides are averaged. Symmetric.
 */
export function compare(a: Int8Array, b: Int8Array): Meeting {
  const [countA, countB] = [countOf(a), countOf(b)];
  if (countA <= 0 || countB <= 0) return apart;
  const weightsOf = (encoded: Int8Array, count: number) =>
    Array.from({ length: count }, (_, n) => (encoded[dimensions + n * wordBytes] ?? 0) / 127);
  const near = new Float64Array(countA * countB);
  const sharedA = new Set<number>();
  const sharedB = new Set<number>();
  for (let i = 0; i < countA; i++) {
    const atA = dimensions + i * wordBytes;
    for (let j = 0; j < countB; j++) {
      const atB = dimensions + j * wordBytes;
      if (sameHash(a, atA + 1, b, atB + 1)) {
        near[i * countB + j] = 1;
        sharedA.add(i);
        sharedB.add(j);
      } else near[i * countB + j] = dot(a, atA + 5, b, atB + 5);
    }
  }
  const [weightsA, weightsB] = [weightsOf(a, countA), weightsOf(b, countB)];
  const fit = evenly(near, weightsA, weightsB, () => true);
  const rest =
    sharedA.size === 0 ? fit : evenly(near, weightsA, weightsB, (i, j) => !sharedA.has(i) && !sharedB.has(j));
  return { fit, rest, shared: sharedA.size };
}
