import type { Brief, PanelView } from '../records/brief.ts';
import type { Reading, ReadOccasion } from '../records/occasion.ts';
import { Problem } from '../records/problem.ts';
import { type DeskDeps, type DeskPort, refusalOf } from './desk-deps.ts';
import { nothingOpen, OpenOccasions } from './open-occasions.ts';
import type { FromPage, PanelPlace } from './protocol.ts';

/** What a page answers when it is asked what is on its screen. */
export type Still = Extract<FromPage, { type: 'still' }>;

/** The content script of a tab. */
export interface PagePort {
  port: DeskPort;
  documentId: string | null;
  answers: Map<number, (still: Still) => void>;
}

/** What this worker knows of one tab. */
export interface Tab<S> {
  id: number;
  page: PagePort | null;
  frame: DeskPort | null;
  windows: Set<DeskPort>;
  reading: Reading | null;
  /** What `view` shows, and of which generation it is. */
  seen: { generation: string; seen: S } | null;
  view: PanelView | null;
  /** Counts readings, so that a slow answer to an earlier one is dropped. */
  turn: number;
  place: PanelPlace;
}

/** How a view looks until the settings are read. */
export const plainLook = { language: 'auto', theme: 'auto' } as const;

/** The views that show a tab. */
export const viewsOf = (tab: Tab<unknown>): DeskPort[] =>
  tab.frame === null ? [...tab.windows] : [tab.frame, ...tab.windows];

/** Hands a view to everybody who shows this tab. */
export function show(tab: Tab<unknown>, view: PanelView): void {
  tab.view = view;
  for (const port of viewsOf(tab)) port.postMessage({ type: 'view', view });
}

/** The tabs of one worker, what is open in them, and what is shown of it. */
export class Tabs<S extends { brief: Brief }> {
  readonly #deps: DeskDeps<S>;
  readonly #tabs = new Map<number, Tab<S>>();
  #occasions: Promise<OpenOccasions> | null = null;

  constructor(deps: DeskDeps<S>) {
    this.#deps = deps;
  }

  /** Which occasion is open in which tab. */
  occasions(): Promise<OpenOccasions> {
    this.#occasions ??= this.#deps.saved().then((saved) => new OpenOccasions(saved, this.#deps.save));
    return this.#occasions;
  }

  /** What is known of a tab; of one that nothing is known of, that. */
  of(id: number): Tab<S> {
    const known = this.#tabs.get(id);
    if (known !== undefined) return known;
    const tab: Tab<S> = {
      id,
      page: null,
      frame: null,
      windows: new Set(),
      reading: null,
      seen: null,
      view: null,
      turn: 0,
      place: null,
    };
    this.#tabs.set(id, tab);
    return tab;
  }

  /** The tab was closed. */
  close(id: number): void {
    this.#tabs.delete(id);
    void this.occasions().then((open) => open.close(id));
  }

  /** Works out anew what is shown anywhere. */
  async refresh(): Promise<void> {
    await Promise.all([...this.#tabs.values()].filter((tab) => viewsOf(tab).length > 0).map((tab) => this.work(tab)));
  }

  /** Works out what the tab shows now, and shows it, unless another reading came meanwhile. */
  async work(tab: Tab<S>): Promise<void> {
    tab.turn += 1;
    const turn = tab.turn;
    const open = await this.occasions();
    const generation = open.in(tab.id)?.generation ?? nothingOpen;
    const looking = this.#deps.work.look().catch(() => plainLook);
    const onPeople = async (brief: Brief) => {
      const look = await looking;
      // Where the occasion is shown already, its prompts would go and come back.
      const shown = tab.view?.generation === generation && tab.view.state.is === 'occasion';
      if (turn === tab.turn && !shown) show(tab, { generation, ...look, state: this.#stateOf(brief) });
    };
    const [{ state, seen }, look] = await Promise.all([this.#see(tab.reading, onPeople), looking]);
    if (turn !== tab.turn) return;
    tab.seen = seen === null ? null : { generation, seen };
    show(tab, { generation, ...look, state });
  }

  async #see(
    reading: Reading | null,
    onPeople: (brief: Brief) => void,
  ): Promise<{ state: PanelView['state']; seen: S | null }> {
    const bare = (state: PanelView['state']) => ({ state, seen: null });
    if (reading?.state === 'broken') return bare(this.#brokenOf(reading));
    if (reading?.state === 'not-yet') return bare({ is: 'loading' });
    if (reading?.state !== 'occasion') return bare({ is: 'nothing' });
    let broken: PanelView['state'] | null = null;
    const understood = async (occasion: ReadOccasion): Promise<ReadOccasion> => {
      const whole = await this.#deps.understood({ state: 'occasion', occasion });
      if (whole.state === 'occasion') return whole.occasion;
      if (whole.state === 'broken') broken = this.#brokenOf(whole);
      throw new Problem('RM-301', 'What the page says in words contradicts what it shows.');
    };
    try {
      const seen = await this.#deps.work.see(reading.occasion, onPeople, understood);
      return { state: this.#stateOf(seen.brief), seen };
    } catch (cause) {
      if (broken !== null) return bare(broken);
      return bare({ is: 'store-problem', code: refusalOf(cause).code });
    }
  }

  #brokenOf({ site, part }: Extract<Reading, { state: 'broken' }>): PanelView['state'] {
    return { is: 'broken', site: this.#deps.siteOf(site).label, part };
  }

  #stateOf(brief: Brief): PanelView['state'] {
    const { unproven } = this.#deps.siteOf(brief.occasion.site);
    return { is: 'occasion', brief, ...(unproven ? { unproven } : {}) };
  }
}
