import type { Reading } from '../records/occasion.ts';

/** What of a page can tell that its occasion changed. */
export type Watched = {
  /** Small parts of the page watched with everything in them: headers, guest lists. Never a body or a text field. */
  deep: Element[];
  /** Elements watched themselves and along their ancestors: being added, removed, hidden, shown, renamed. */
  along: Element[];
  /** Elements in which something may appear at any depth, while nothing is open: only additions and removals count. */
  below: Element[];
  /** Frames of the page's own origin in which the site loads what it shows. */
  frames?: Element[];
};

/** The reader of one site: pure functions of a document and its address, no state. */
export type SiteReader = {
  /** Name in the site table. */
  site: string;
  /** Attributes that name an occasion and change when a node is used again for another one. */
  named: string[];
  /**
   * Reads the occasion that is on the screen. Never throws, never guesses people. What the page says in words of its
   * language is handed on as `wording`.
   */
  read(document: Document, url: string): Reading;
  /** A cheap name of what stands open, null for nothing. Another name means another occasion. */
  mark(document: Document, url: string): string | null;
  /** What to watch in the page as it is now. */
  watched(document: Document, url: string): Watched;
  /**
   * For a site that people run under addresses of their own: whether the document is one of its pages, by marks that no
   * other product carries. It says nothing of what is open.
   */
  fingerprint?(document: Document): boolean;
};

/** A reader and the paths of the addresses that it reads: several sites may share a host. */
export type Placed = { reader: SiteReader; path: RegExp };

/** The reader for an address, the first that fits, or null. */
export const readerAt = (placed: readonly Placed[], url: string): SiteReader | null =>
  placed.find(({ path }) => path.test(new URL(url).pathname))?.reader ?? null;
