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
  /** The frame that its page shows: the token by which it may join, once, and who has. */
  frame: { token: string; joined: { secret: string; frameId: number; documentId: string | null } | null } | null;
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

/** How long a frame that was loaded sooner than its page was heard may wait, in ms. */
const patience = 2_000;

/**
 * Which occasion is open in which tab, its generation, and who has joined it. `save` is told of every change, and what
 * it was told is handed back as `saved` to the next worker.
 */
export class OpenOccasions {
  readonly #open: Map<number, OpenOccasion>;
  readonly #save: (open: [number, OpenOccasion][]) => void;
  /** Frames that wait for their page to be heard. */
  readonly #waiting = new Set<() => void>();

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
      frame: sameDocument ? (before?.frame ?? null) : null,
    };
    this.#open.set(page.tabId, open);
    this.#changed();
    return { another: true, open };
  }

  /**
   * The page shows a frame that may join by `token` (null: none). The same one again changes nothing; of another, the
   * frame before it is out. Answers whether it is another.
   */
  openFrame(page: Page, token: string | null): boolean {
    const open = this.#open.get(page.tabId);
    if (open === undefined || open.documentId !== page.documentId)
      throw new Problem('RM-304', 'Nothing is open in this tab.');
    if ((open.frame?.token ?? null) === token) return false;
    open.frame = token === null ? null : { token, joined: null };
    this.#changed();
    for (const look of this.#waiting) look();
    return true;
  }

  /**
   * A frame joins with its token, once, in the tab whose page shows it; it may be there sooner than its page is heard.
   * Resolves with the secret that it comes back with. Rejects with RM-303.
   */
  async join(frame: Frame, token: string): Promise<string> {
    const named = () => this.#open.get(frame.tabId)?.frame?.token === token;
    if (!named()) await this.#heard(named);
    const known = this.#open.get(frame.tabId)?.frame ?? null;
    if (known === null || known.token !== token || known.joined !== null)
      throw new Problem('RM-303', 'This frame was not opened by Renmai, or its token was used before.');
    known.joined = { secret: secret(), frameId: frame.frameId, documentId: frame.documentId };
    this.#changed();
    return known.joined.secret;
  }

  /** Resolves when a page shows a frame so that `is` holds, or when that takes too long. */
  #heard(is: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve();
      };
      const look = () => {
        if (is()) done();
      };
      const timer = setTimeout(done, patience);
      this.#waiting.add(look);
    });
  }

  /** The frame that joined comes back after the worker was stopped: same tab, same frame, same document, its secret. */
  rejoin(frame: Frame, secretSaid: string): void {
    const joined = this.#open.get(frame.tabId)?.frame?.joined ?? null;
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
