import { overlap, tokensOf } from './lexical.ts';
import { alignment, nearness } from './meaning.ts';

/** Above this many texts, only the nearest are looked at closely. */
const lookedAt = 48;

/** Compares texts: by meaning where both have one, else by the words they share. Everything asked twice is kept. */
export class Fit {
  readonly #meanings: ReadonlyMap<string, Int8Array>;
  readonly #tokens = new Map<string, ReadonlySet<string>>();
  readonly #known = new Map<string, Map<string, number>>();

  /** `meanings`: text → its vector, as `encode` of `prompts/meaning.ts` made it. */
  constructor(meanings: ReadonlyMap<string, Int8Array>) {
    this.#meanings = meanings;
  }

  #tokensOf(text: string): ReadonlySet<string> {
    let tokens = this.#tokens.get(text);
    if (tokens === undefined) {
      tokens = tokensOf(text);
      this.#tokens.set(text, tokens);
    }
    return tokens;
  }

  /** How well two texts meet, 0 to 1. Symmetric. */
  of(one: string, other: string): number {
    const [a, b] = one <= other ? [one, other] : [other, one];
    let row = this.#known.get(a);
    if (row === undefined) {
      row = new Map();
      this.#known.set(a, row);
    }
    let fit = row.get(b);
    if (fit === undefined) {
      const [va, vb] = [this.#meanings.get(a), this.#meanings.get(b)];
      fit = va && vb ? alignment(va, vb) : overlap(this.#tokensOf(a), this.#tokensOf(b));
      row.set(b, fit);
    }
    return fit;
  }

  /** Those of `candidates` worth a closer look beside `text`: all of a few, of many the nearest. In their own order. */
  nearest<T>(text: string, candidates: readonly T[], textOf: (candidate: T) => string): readonly T[] {
    if (candidates.length <= lookedAt) return candidates;
    const vector = this.#meanings.get(text);
    const near: { place: number; candidate: T; score: number }[] = [];
    candidates.forEach((candidate, place) => {
      const other = this.#meanings.get(textOf(candidate));
      const score = vector && other ? nearness(vector, other) : this.of(text, textOf(candidate));
      if (score > 0.1) near.push({ place, candidate, score });
    });
    return near
      .sort((a, b) => b.score - a.score || a.place - b.place)
      .slice(0, lookedAt)
      .sort((a, b) => a.place - b.place)
      .map(({ candidate }) => candidate);
  }
}
