import type { Reading } from '../records/occasion.ts';
import { Problem } from '../records/problem.ts';
import type { Caller } from './senders.ts';

type Page = Extract<Caller, { is: 'page' }>;
type Frame = Extract<Caller, { is: 'frame' }>;

/** The occasion open in one tab, as far as it must outlive a stopped worker: nothing of what it says. */
export interface OpenOccasion {
  documentId: string | null;
  generation: string;
  /** What is open, told apart from every other: site and `ref`, site and the part that is broken, or between two occasions. */
  on: string;
  /** Waits for the frame it was made for; null once used. */
  token: string | null;
  /** The one frame that has joined. */
  joined: { secret: string; frameId: number; documentId: string | null } | null;
}

/** The generation of a tab in which nothing is open. */
export const nothingOpen = 'nothing';

const nameOf = (reading: Reading): string | null =>
  reading.state === 'not-yet'
    ? 'between'
    : reading.state === 'occasion'
      ? `occasion ${reading.occasion.site} ${reading.occasion.ref}`
      : reading.state === 'broken'
        ? `broken ${reading.site} ${reading.part}`
        : null;

const secret = () => crypto.randomUUID();

/**
 * Which occasion is open in which tab, its generation, and who has joined it. `save` is told of every change, and what
 * it was told is handed back as `saved` to the next worker.
 */
export class OpenOccasions {
  readonly #open: Map<number, OpenOccasion>;
  readonly #save: (open: [number, OpenOccasion][]) => void;

  constructor(saved: readonly [number, OpenOccasion][], save: (open: [number, OpenOccasion][]) => void) {
    this.#open = new Map(saved);
    this.#save = save;
  }

  #changed(): void {
    this.#save([...this.#open]);
  }

  /** What is open in this tab. */
  in(tabId: number): OpenOccasion | null {
    return this.#open.get(tabId) ?? null;
  }

  /**
   * Takes what a page's reader read. The same occasion of the same document keeps its generation, so that a guest list
   * that grows does not undo what the user is typing; any other one gets a new generation. Returns whether it is another.
   */
  read(page: Page, reading: Reading): { another: boolean; open: OpenOccasion | null } {
    const on = nameOf(reading);
    const before = this.#open.get(page.tabId) ?? null;
    if (on === null || (on === 'between' && before === null)) {
      if (before?.documentId === page.documentId) {
        this.#open.delete(page.tabId);
        this.#changed();
      }
      return { another: before?.documentId === page.documentId, open: null };
    }
    const sameDocument = before?.documentId === page.documentId;
    if (before !== null && sameDocument && before.on === on) return { another: false, open: before };
    const open: OpenOccasion = {
      documentId: page.documentId,
      generation: secret(),
      on,
      token: sameDocument ? (before?.token ?? null) : null,
      joined: sameDocument ? (before?.joined ?? null) : null,
    };
    this.#open.set(page.tabId, open);
    this.#changed();
    return { another: true, open };
  }

  /** A one-time token for the frame that this page's host is about to show. The frame before it is out. */
  openFrame(page: Page): string {
    const open = this.#open.get(page.tabId);
    if (open === undefined || open.documentId !== page.documentId)
      throw new Problem('RM-304', 'Nothing is open in this tab.');
    open.token = secret();
    open.joined = null;
    this.#changed();
    return open.token;
  }

  /** A frame joins with its token, once, in the tab that the token was made for. Returns the secret it comes back with. */
  join(frame: Frame, token: string): string {
    const open = this.#open.get(frame.tabId);
    if (open === undefined || open.token === null || open.token !== token)
      throw new Problem('RM-303', 'This frame was not opened by Renmai, or its token was used before.');
    open.token = null;
    open.joined = { secret: secret(), frameId: frame.frameId, documentId: frame.documentId };
    this.#changed();
    return open.joined.secret;
  }

  /** The frame that joined comes back after the worker was stopped: same tab, same frame, same document, its secret. */
  rejoin(frame: Frame, secretSaid: string): void {
    const joined = this.#open.get(frame.tabId)?.joined ?? null;
    if (
      joined === null ||
      joined.secret !== secretSaid ||
      joined.frameId !== frame.frameId ||
      joined.documentId !== frame.documentId
    )
      throw new Problem('RM-303', 'This frame does not belong to the occasion that is open in this tab.');
  }

  /** Throws `RM-302` unless `generation` is what is open in this tab now. */
  check(tabId: number, generation: string): void {
    if ((this.#open.get(tabId)?.generation ?? nothingOpen) !== generation)
      throw new Problem('RM-302', 'Another occasion is on the screen now.');
  }

  /** The tab was closed, or this document of it is gone. */
  close(tabId: number): void {
    if (this.#open.delete(tabId)) this.#changed();
  }
}
