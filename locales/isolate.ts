const start = '\u2068';
const end = '\u2069';
/** Marks that reorder or hide text (UAX #9 embeddings, overrides and isolates; zero-width and other invisible marks). */
const unruly = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]|(?!\s)\p{Cc}/gu;

/** Text from a page or a record without marks that reorder or hide what stands beside it. Joiners that scripts need stay. */
export const plain = (text: string): string => text.replace(unruly, '').replace(/\s+/gu, ' ').trim();

/** `text` fit to stand inside a sentence: its own direction isolated (UAX #9 FSI … PDI). */
export const isolate = (text: string): string => `${start}${plain(text)}${end}`;

/** A sentence cut at its isolates: plain words, and words that came from a record or a page. */
export function parts(sentence: string): { text: string; isolated: boolean }[] {
  return sentence
    .split(/(\u2068[^\u2069]*\u2069)/u)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith(start) ? { text: part.slice(1, -1), isolated: true } : { text: part, isolated: false },
    );
}
