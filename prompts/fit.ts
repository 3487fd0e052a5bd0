import { overlap, tokensOf } from './lexical.ts';
import { compare, dimensions, type Meeting } from './meaning.ts';

/** Of more texts than this, only the nearest are looked at closely. */
const lookedAt = 48;

/** Axes of a mean that the rough choice looks at: the first tell most. */
const roughAxes = 32;

/** Things laid out by text, so that those near to another text are found fast. */
export interface Shelf<T> {
  /** Those worth a closer look beside `text`: all of a few, of many the `count` nearest by rough meaning. In their own order. */
  near: (text: string, count?: number) => readonly T[];
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
    const scores = new Float64Array(things.length);
    const without: number[] = [];
    things.forEach((thing, place) => {
      const meaning = this.#meanings.get(textOf(thing));
      if (meaning !== undefined && meaning.length >= dimensions)
        for (let d = 0; d < roughAxes; d++) means[place * roughAxes + d] = meaning[d] as number;
      else without.push(place);
    });
    return {
      near: (text, count = lookedAt) => {
        scores.fill(0);
        const meaning = this.#meanings.get(text);
        if (meaning !== undefined)
          for (let place = 0, at = 0; place < things.length; place++) {
            let sum = 0;
            for (let d = 0; d < roughAxes; d++) sum += (meaning[d] as number) * (means[at++] as number);
            scores[place] = sum;
          }
        for (const place of meaning === undefined ? things.keys() : without)
          scores[place] = overlap(this.#tokensOf(text), this.#tokensOf(textOf(things[place] as T))).fit * 127 * 127;
        return best(scores, count).map((place) => things[place] as T);
      },
    };
  }
}

/** Places of the `count` highest scores above 0, equal ones by place, in the order of their places. */
function best(scores: Float64Array, count: number): number[] {
  // Falling by score; a score must pass the last one kept to enter, so that of equals the first stays.
  const kept: number[] = [];
  let floor = 0;
  for (let place = 0; place < scores.length; place++) {
    const score = scores[place] ?? 0;
    if (score <= floor) continue;
    let at = kept.length;
    while (at > 0 && (scores[kept[at - 1] ?? 0] ?? 0) < score) at--;
    kept.splice(at, 0, place);
    if (kept.length > count) kept.pop();
    if (kept.length === count) floor = scores[kept[count - 1] ?? 0] ?? 0;
  }
  return kept.sort((a, b) => a - b);
}
