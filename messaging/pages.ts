import * as v from 'valibot';
import type { Brief } from '../records/brief.ts';
import type { Reading } from '../records/occasion.ts';
import { Problem } from '../records/problem.ts';
import { cleanReading } from './clean.ts';
import type { DeskDeps, DeskPort } from './desk-deps.ts';
import { nothingOpen } from './open-occasions.ts';
import { fromPageSchema } from './protocol.ts';
import type { Caller } from './senders.ts';
import { type PagePort, plainLook, type Still, show, type Tab, type Tabs, viewsOf } from './tabs.ts';

type Page = Extract<Caller, { is: 'page' }>;

/** How long a page may take to answer a question, in ms. */
const patience = 4_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Nothing is open in the tab that was asked about. */
export const nothingThere = () => new Problem('RM-304', 'Nothing is open in this tab.');
/** The user acted on something else than what is open now. */
export const stale = () => new Problem('RM-302', 'Another occasion is on the screen now.');

/** The background's side of what content scripts say. */
export class Pages<S extends { brief: Brief }> {
  readonly #deps: DeskDeps<S>;
  readonly #tabs: Tabs<S>;
  #question = 0;

  constructor(deps: DeskDeps<S>, tabs: Tabs<S>) {
    this.#deps = deps;
    this.#tabs = tabs;
  }

  /** A content script has opened a port: something is likely to be read soon. */
  take(port: DeskPort, caller: Page): void {
    const tab = this.#tabs.of(caller.tabId);
    const page: PagePort = { port, documentId: caller.documentId, answers: new Map() };
    tab.page?.port.disconnect();
    tab.page = page;
    void this.#tabs.occasions();
    this.#deps.work.prepare();
    let queue: Promise<void> = Promise.resolve();
    const take = (reading: Reading, token: string | null) => {
      queue = queue.then(() => this.#read(tab, caller, reading, token)).catch((cause) => console.error(cause));
    };
    const gone = () => {
      if (tab.page !== page) return;
      tab.page = null;
      take({ state: 'not-here' }, null);
    };
    port.onMessage.addListener((said) => {
      const raw = said as { type?: unknown; reading?: unknown } | null;
      const isReading = typeof raw === 'object' && raw?.type === 'reading';
      const parsed = v.safeParse(fromPageSchema, isReading ? { ...raw, reading: cleanReading(raw.reading) } : raw);
      if (tab.page !== page) return;
      if (!parsed.success) {
        // A page that talks nonsense loses its port; the next thing that it reads comes by a new one.
        port.disconnect();
        return gone();
      }
      const message = parsed.output;
      if (message.type === 'still') page.answers.get(message.id)?.(message);
      else take(message.reading, message.frame);
    });
    port.onDisconnect.addListener(gone);
  }

  async #read(tab: Tab<S>, caller: Page, reading: Reading, token: string | null): Promise<void> {
    const occasions = await this.#tabs.occasions();
    if (tab.page !== null && tab.page.documentId !== caller.documentId) return;
    const { another, open } = occasions.read(caller, reading);
    tab.reading = open === null ? null : reading;
    this.#deps.noted?.(tab.id, reading);
    if (open !== null && occasions.openFrame(caller, token)) {
      tab.frame?.disconnect();
      tab.frame = null;
    }
    if (another && viewsOf(tab).length > 0) {
      const { language, theme } = tab.view ?? plainLook;
      const state = { is: open === null ? 'nothing' : 'loading' } as const;
      show(tab, { generation: open?.generation ?? nothingOpen, language, theme, state });
    }
    // Views whose port died with the worker before this one do not know that anything happened.
    if (another) this.#deps.wakePanels();
    void this.#tabs.work(tab).catch((cause) => console.error(cause));
  }

  /** Asks a tab's page what is on its screen at this moment. Throws RM-304, RM-305. */
  ask(tab: Tab<S>): Promise<Still> {
    const page = tab.page;
    if (page === null) return Promise.reject(nothingThere());
    this.#question += 1;
    const id = this.#question;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        page.answers.delete(id);
        reject(new Problem('RM-305', 'The page did not answer.', true));
      }, patience);
      page.answers.set(id, (value) => {
        clearTimeout(timer);
        page.answers.delete(id);
        resolve(value);
      });
      page.port.postMessage({ type: 'still', id });
    });
  }

  /** Sees to it that a tab's page, which only a stopped worker may have heard, says what is on its screen. */
  async bring(tab: Tab<S>): Promise<void> {
    if (tab.page === null && !(await this.#deps.callPage(tab.id))) await this.#tabs.work(tab);
  }

  /** What the user acts on. Throws RM-302, RM-304, RM-305, RM-308 unless the page shows its occasion at this moment. */
  async live(tab: Tab<S>, generation: string, framed: boolean): Promise<S> {
    const seen = await this.#seenOf(tab, generation);
    const reading = tab.reading;
    const { on, steady } = await this.ask(tab);
    if (reading?.state !== 'occasion' || on?.site !== reading.occasion.site || on.ref !== reading.occasion.ref)
      throw stale();
    if (framed && !steady) throw new Problem('RM-308', 'The page moved the panel just now. Nothing was done.', true);
    (await this.#tabs.occasions()).check(tab.id, generation);
    return seen;
  }

  /** What was seen of this generation, once the tab's page has said what is on its screen: only a stopped worker may have heard it. */
  async #seenOf(tab: Tab<S>, generation: string): Promise<S> {
    const now = () => (tab.page !== null && tab.seen?.generation === generation ? tab.seen.seen : null);
    if (tab.page === null && !(await this.#deps.callPage(tab.id))) throw nothingThere();
    for (let waited = 0; waited < patience && now() === null; waited += 25) await pause(25);
    const seen = now();
    if (seen === null) throw new Problem('RM-305', 'The page did not answer.', true);
    return seen;
  }
}
