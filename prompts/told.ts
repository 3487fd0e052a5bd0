import type { Tip } from '../records/tip.ts';
import { dimensions, type MeaningTable, weightIn, wordsIn } from './meaning.ts';

/** Longest text looked through, in characters: what stands after that is not looked at. */
const longest = 20_000;

/** So many neighbouring sentences are looked at together: what a tip says is often told in two or three. */
const together = 3;

/** Words of a sentence that are looked at; a longer one is cut. */
const sentenceWords = 60;

/** From this likeness on (cosine) two words stand for the same; below, chance neighbours are as near. */
const alike = 0.6;

/**
 * How much of a tip's weight must be said: of a short tip nearly all, for its few words stand in many mails; of a long one
 * half, for whoever retells it leaves things out.
 */
const enoughOf = (words: number): number => Math.max(0.5, 0.95 - 0.075 * Math.max(0, words - 2));

/** So many words of it must be the same and not only near: else it is its subject that is spoken of. */
const same = 2;

interface Word {
  text: string;
  weight: number;
  vector: Int8Array | null;
}

const wordOf = (text: string, table: MeaningTable): Word => {
  const row = table.rows.get(text);
  return {
    text,
    weight: weightIn(text, table),
    vector: row === undefined ? null : table.vectors.subarray(row * dimensions, (row + 1) * dimensions),
  };
};

function likeness(a: Word, b: Word): number {
  if (a.text === b.text) return 1;
  if (a.vector === null || b.vector === null) return 0;
  let sum = 0;
  for (let d = 0; d < dimensions; d++) sum += (a.vector[d] as number) * (b.vector[d] as number);
  const cosine = sum / (127 * 127);
  return cosine < alike ? 0 : cosine;
}

/** The sentences of a text, in its order. */
const sentencesOf = (text: string): string[] =>
  text
    .slice(0, longest)
    .split(/(?<=[.!?;])\s+|(?<=[。！？；])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

/** The words of a text by sentence, and how near each sentence comes to a word; what was asked before is kept. */
class Mail {
  readonly #sentences: Word[][];
  readonly #near = new Map<string, Float64Array>();

  constructor(text: string, table: MeaningTable) {
    const words = new Map<string, Word>();
    const known = (text: string): Word => {
      const word = words.get(text) ?? wordOf(text, table);
      words.set(text, word);
      return word;
    };
    this.#sentences = sentencesOf(text).map((sentence) => wordsIn(sentence, table).slice(0, sentenceWords).map(known));
  }

  get length(): number {
    return this.#sentences.length;
  }

  /** For each sentence the likeness of its word nearest to this one. */
  near(word: Word): Float64Array {
    const kept = this.#near.get(word.text);
    if (kept !== undefined) return kept;
    const near = Float64Array.from(this.#sentences, (sentence) => {
      let best = 0;
      for (const other of sentence) {
        const value = likeness(word, other);
        if (value > best) best = value;
        if (best === 1) break;
      }
      return best;
    });
    this.#near.set(word.text, near);
    return near;
  }
}

/** How much of a tip the likeliest passage of a mail says, 0 to 1; 0 where it is not enough. */
function saidIn(mail: Mail, words: readonly Word[]): number {
  const all = words.reduce((sum, { weight }) => sum + weight, 0);
  const near = words.map((word) => mail.near(word));
  const needed = Math.min(same, words.length);
  let most = 0;
  for (let at = 0; at < mail.length && all > 0; at++) {
    let [said, told] = [0, 0];
    words.forEach(({ weight }, n) => {
      let best = 0;
      for (let s = at; s < Math.min(at + together, mail.length); s++) best = Math.max(best, near[n]?.[s] ?? 0);
      said += weight * best;
      if (best === 1) told += 1;
    });
    if (told >= needed) most = Math.max(most, said / all);
  }
  return most >= enoughOf(words.length) ? most : 0;
}

/**
 * Finds in texts which of these tips they tell, the surest first: those of which a passage says enough, in their own words
 * or words near to them. Pure. `table`: the word table of `prompts/meaning.ts`.
 */
export function findTold(tips: readonly Tip[], table: MeaningTable): (text: string) => Tip[] {
  const known = tips.map((tip) => ({ tip, words: wordsIn(tip.text, table).map((word) => wordOf(word, table)) }));
  return (text) => {
    const mail = new Mail(text, table);
    return known
      .map(({ tip, words }) => ({ tip, share: saidIn(mail, words) }))
      .filter(({ share }) => share > 0)
      .sort((a, b) => b.share - a.share || (a.tip.id < b.tip.id ? -1 : 1))
      .map(({ tip }) => tip);
  };
}
