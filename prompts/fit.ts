import { overlap, tokensOf } from './lexical.ts';
import { compare, dimensions, type Meeting } from './meaning.ts';

/** Of more texts than this, only the nearest are looked at closely. */
const lookedAt = 48;

/** Axes of a mean that the rough choice looks at: the first tell most. */
const roughAxes = 32;

/** Things laid out by text, so that those near to another text are found fast. */
export interface Shelf<T> {
  /** Those worth a closer look beside `text`: all of a few, of many the nearest by rough meaning. In their own order. */
  near: (text: string) => readonly T[];
}

/** Compares texts: by meaning where both have one, else by the words they share. Everything asked twice is kept. */
export class Fit {
  readonly #meanings: ReadonlyMap<string, Int8Array>;
  readonly #tokens = new Map<string, ReadonlySet<string>>();
  readonly #known = new Map<string, Map<string, Meeting>>();

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

  /** How two texts meet. Symmetric. */
  of(one: string, other: string): Meeting {
    const [a, b] = one <= other ? [one, other] : [other, one];
    let row = this.#known.get(a);
    if (row === undefined) {
      row = new Map();
      this.#known.set(a, row);
    }
    let meeting = row.get(b);
    if (meeting === undefined) {
      const [va, vb] = [this.#meanings.get(a), this.#meanings.get(b)];
      meeting = va && vb ? compare(va, vb) : overlap(this.#tokensOf(a), this.#tokensOf(b));
      row.set(b, meeting);
    }
    return meeting;
  }

  /** Lays out `things` by their text. */
  shelf<T>(things: readonly T[], textOf: (thing: T) => string): Shelf<T> {
    if (things.length <= lookedAt) return { near: () => things };
    const means = new Int8Array(things.length * roughAxes);
    const without: number[] = [];
    things.forEach((thing, place) => {
      const meaning = this.#meanings.get(textOf(thing));
      if (meaning !== undefined && meaning.length >= dimensions)
        means.set(meaning.subarray(0, roughAxes), place * roughAxes);
      else without.push(place);
    });
    return {
      near: (text) => {
        const scores = new Float64Array(things.length);
        const meaning = this.#meanings.get(text);
        if (meaning !== undefined)
          for (let place = 0, at = 0; place < things.length; place++) {
            let sum = 0;
            for (let d = 0; d < roughAxes; d++) sum += (meaning[d] ?? 0) * (means[at++] ?? 0);
            scores[place] = sum;
          }
        const tokens = this.#tokensOf(text);
        for (const place of meaning === undefined ? things.keys() : without)
          scores[place] = overlap(tokens, this.#tokensOf(textOf(things[place] as T))).fit * 127 * 127;
        return best(scores, lookedAt).map((place) => things[place] as T);
      },
    };
  }
}

/** Places of the `count` highest scores above 0, equal ones by place, in the order of their places. */
function best(scores: Float64Array, count: number): number[] {
  let kept = [...scores.keys()].filter((place) => (scores[place] ?? 0) > 0);
  if (kept.length > count) {
    const floor = Float64Array.from(kept, (place) => scores[place] ?? 0).sort()[kept.length - count] ?? 0;
    const above = kept.filter((place) => (scores[place] ?? 0) > floor);
    const level = kept.filter((place) => scores[place] === floor).slice(0, count - above.length);
    kept = [...above, ...level].sort((a, b) => a - b);
  }
  return kept;
}
