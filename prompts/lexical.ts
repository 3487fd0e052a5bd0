import type { Meeting } from './meaning.ts';
import { isEmptyWord, runsOf } from './words.ts';

/**
 * What two texts are compared by when no meaning is at hand: words of letters, their plain plurals dropped, and pairs of
 * neighbouring Han characters.
 */
export function tokensOf(text: string): ReadonlySet<string> {
  const tokens = new Set<string>();
  for (const { text: run, han } of runsOf(text)) {
    const characters = han ? [...run] : [];
    if (han) for (let i = 0; i + 1 < characters.length; i++) tokens.add(`${characters[i]}${characters[i + 1]}`);
    else if (!isEmptyWord(run))
      tokens.add(run.length > 4 && run.endsWith('s') && !run.endsWith('ss') ? run.slice(0, -1) : run);
  }
  for (const token of tokens) if (isEmptyWord(token)) tokens.delete(token);
  return tokens;
}

/** Doubt added to either side, in tokens: one of one in common proves less than five of five. */
const doubt = 2;

/** How two token sets meet: what is the same of both, 0 to 1, and how many. Without meanings nothing is known of the rest. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): Meeting {
  let shared = 0;
  for (const token of a) if (b.has(token)) shared++;
  const [x, y] = [shared / (a.size + doubt), shared / (b.size + doubt)];
  return { fit: (Math.min(x, y) + Math.max(x, y)) / 2, rest: 0, shared };
}
