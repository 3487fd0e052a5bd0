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

/** How much of two token sets is the same, 0 to 1. Symmetric. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let same = 0;
  for (const token of a) if (b.has(token)) same++;
  return (same / (a.size + doubt) + same / (b.size + doubt)) / 2;
}
