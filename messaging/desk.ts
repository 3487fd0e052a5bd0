import * as v from 'valibot';
import type { Act, ActResult, Whom } from '../records/act.ts';
import type { Brief, PanelView, TipChoice } from '../records/brief.ts';
import type { Reading, ReadOccasion } from '../records/occasion.ts';
import { Problem } from '../records/problem.ts';
import { cleanReading } from './clean.ts';
import { nothingOpen, type OpenOccasion, OpenOccasions } from './open-occasions.ts';
import {
  type Answers,
  type Ask,
  type FromPage,
  type FromPanel,
  fromPageSchema,
  fromPanelSchema,
  ofNoOccasion,
  type PanelPlace,
  type Refusal,
  type ToPage,
  type ToPanel,
} from './protocol.ts';
import { type Caller, callerOf, type SenderLike, type Us } from './senders.ts';

/** A port as the background gets it. */
export interface DeskPort {
  name: string;
  sender?: SenderLike | undefined;
  postMessage(message: ToPage | ToPanel): void;
  disconnect(): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

/** What the program does, handed in. `S`: what comes of seeing an occasion. Everything rejects with `Problem` where a user may meet the failure. */
export interface Work<S extends { brief: Brief }> {
  /** Keeps the occasion as seen and works out what to show; tells who is here as soon as that is known. */
  see(occasion: ReadOccasion, onPeople: (brief: Brief) => void): Promise<S>;
  perform(act: Act, seen: S | null): Promise<ActResult>;
  tips(whom: Whom, seen: S): Promise<TipChoice[]>;
  look(): Promise<Pick<PanelView, 'language' | 'theme'>>;
}

/** What the background's desk is given. */
export interface DeskDeps<S extends { brief: Brief }> {
  us: Us;
  work: Work<S>;
  /** What views are told of a site: its product's name, and whether reading there is not proven yet. */
  siteOf(name: string): { label: string; unproven: boolean };
  /** Told of every reading, to keep count of how reading goes. */
  noted?(tabId: number, reading: Reading): void;
  /** Puts what the page says in words into a reading. */
  understood(reading: Reading): Promise<Reading>;
  /** What `save` was told last, by this worker or the one before. */
  saved(): Promise<[number, OpenOccasion][]>;
  save(open: [number, OpenOccasion][]): void;
  /** Asks a tab's page to say again what is on its screen; whether it has an occasion. Never rejects. */
  callPage(tabId: number): Promise<boolean>;
  /** The censored outline of a tab's page. */
  skeleton(tabId: number): Promise<string>;
  /** Asks panels whose port died with a stopped worker to come back. */
  wakePanels(): void;
  /** Shows the side panel of a tab where a view could not open it itself. */
  showSidePanel(tabId: number): Promise<void>;
}

/** The background's side of the protocol. */
export interface Desk {
  connect(port: DeskPort): void;
  /** The store was changed elsewhere: every view is told anew. */
  refresh(): void;
  tabClosed(tabId: number): void;
}

type Still = Extract<FromPage, { type: 'still' }>;

interface PagePort {
  port: DeskPort;
  documentId: string | null;
  answers: Map<number, (still: Still) => void>;
}

/** What this worker knows of one tab. */
interface Tab<S> {
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

/** How long a page may take to answer a question, in ms. */
const pagePatience = 4_000;

const stale = () => new Problem('RM-302', 'Another occasion is on the screen now.');
const nothingThere = () => new Problem('RM-304', 'Nothing is open in this tab.');
const unfit = () => new Problem('RM-301', 'The message is not one that Renmai takes from here.');
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A failure as it is told to a view: its number and cause, nothing of the records. */
export function refusalOf(cause: unknown): Refusal {
  if (cause instanceof Problem) return { code: cause.code, detail: cause.message, transient: cause.transient };
  return { code: 'RM-300', detail: cause instanceof Error ? cause.message : String(cause), transient: false };
}

/**
 * The background's side of the protocol: takes ports, decides who is calling by what the browser says of the sender, and
 * answers by what is open in that tab now. Holds no rule of the program: `work` does.
 */
export function desk<S extends { brief: Brief }>(deps: DeskDeps<S>): Desk {
  const tabs = new Map<number, Tab<S>>();
  let registry: Promise<OpenOccasions> | null = null;
  let question = 0;

  const openOccasions = (): Promise<OpenOccasions> => {
    registry ??= deps.saved().then((saved) => new OpenOccasions(saved, deps.save));
    return registry;
  };

  function tabOf(id: number): Tab<S> {
    const known = tabs.get(id);
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
    tabs.set(id, tab);
    return tab;
  }

  const viewsOf = (tab: Tab<S>): DeskPort[] => (tab.frame === null ? [...tab.windows] : [tab.frame, ...tab.windows]);

  function refuse(port: DeskPort, cause: unknown): void {
    port.postMessage({ type: 'refused', refusal: refusalOf(cause) });
    port.disconnect();
  }

  function show(tab: Tab<S>, view: PanelView): void {
    tab.view = view;
    for (const port of viewsOf(tab)) port.postMessage({ type: 'view', view });
  }

  async function stateOf(
    reading: Reading | null,
    onPeople: (brief: Brief) => void,
  ): Promise<{ state: PanelView['state']; seen: S | null }> {
    const bare = (state: PanelView['state']) => ({ state, seen: null });
    if (reading?.state === 'broken')
      return bare({ is: 'broken', site: deps.siteOf(reading.site).label, part: reading.part });
    if (reading?.state === 'not-yet') return bare({ is: 'loading' });
    if (reading?.state !== 'occasion') return bare({ is: 'nothing' });
    try {
      const seen = await deps.work.see(reading.occasion, onPeople);
      return { state: occasionState(seen.brief), seen };
    } catch (cause) {
      return bare({ is: 'store-problem', code: refusalOf(cause).code });
    }
  }

  function occasionState(brief: Brief): PanelView['state'] {
    const { unproven } = deps.siteOf(brief.occasion.site);
    return { is: 'occasion', brief, ...(unproven ? { unproven } : {}) };
  }

  const plainLook = { language: 'auto', theme: 'auto' } as const;

  /** Works out what the tab shows now, and shows it, unless another reading came meanwhile. */
  async function work(tab: Tab<S>): Promise<void> {
    tab.turn += 1;
    const turn = tab.turn;
    const open = await openOccasions();
    const generation = open.in(tab.id)?.generation ?? nothingOpen;
    const looking = deps.work.look().catch(() => plainLook);
    const onPeople = async (brief: Brief) => {
      const look = await looking;
      // Where the occasion is shown already, its prompts would go and come back.
      const shown = tab.view?.generation === generation && tab.view.state.is === 'occasion';
      if (turn === tab.turn && !shown) show(tab, { generation, ...look, state: occasionState(brief) });
    };
    const [{ state, seen }, look] = await Promise.all([stateOf(tab.reading, onPeople), looking]);
    if (turn !== tab.turn) return;
    tab.seen = seen === null ? null : { generation, seen };
    show(tab, { generation, ...look, state });
  }

  async function takeReading(
    tab: Tab<S>,
    caller: Extract<Caller, { is: 'page' }>,
    reading: Reading,
    needsFrame: boolean,
  ) {
    const occasions = await openOccasions();
    if (tab.page !== null && tab.page.documentId !== caller.documentId) return;
    const { another, open } = occasions.read(caller, reading);
    tab.reading = open === null ? null : reading;
    deps.noted?.(tab.id, reading);
    if (open !== null && needsFrame) {
      tab.frame?.disconnect();
      tab.frame = null;
      tab.page?.port.postMessage({ type: 'token', token: occasions.openFrame(caller) });
    }
    if (another && viewsOf(tab).length > 0) {
      const look = tab.view ?? plainLook;
      const state = { is: open === null ? 'nothing' : 'loading' } as const;
      show(tab, { generation: open?.generation ?? nothingOpen, language: look.language, theme: look.theme, state });
    }
    // Views whose port died with the worker before this one do not know that anything happened.
    if (another) deps.wakePanels();
    void work(tab).catch((cause) => console.error(cause));
  }

  function askPage(tab: Tab<S>): Promise<Still> {
    const page = tab.page;
    if (page === null) return Promise.reject(nothingThere());
    question += 1;
    const id = question;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        page.answers.delete(id);
        reject(new Problem('RM-305', 'The page did not answer.', true));
      }, pagePatience);
      page.answers.set(id, (value) => {
        clearTimeout(timer);
        page.answers.delete(id);
        resolve(value);
      });
      page.port.postMessage({ type: 'still', id });
    });
  }

  /** What was seen of this generation, once the tab's page has said what is on its screen: only a stopped worker may have heard it. */
  async function seenOf(tab: Tab<S>, generation: string): Promise<S> {
    const now = () => (tab.page !== null && tab.seen?.generation === generation ? tab.seen.seen : null);
    if (tab.page === null && !(await deps.callPage(tab.id))) throw nothingThere();
    for (let waited = 0; waited < pagePatience && now() === null; waited += 25) await pause(25);
    const seen = now();
    if (seen === null) throw new Problem('RM-305', 'The page did not answer.', true);
    return seen;
  }

  /** What the user acts on. Throws unless the page shows its occasion at this moment. */
  async function liveSeen(tab: Tab<S>, generation: string, framed: boolean): Promise<S> {
    const seen = await seenOf(tab, generation);
    const reading = tab.reading;
    const { on, steady } = await askPage(tab);
    if (reading?.state !== 'occasion' || on?.site !== reading.occasion.site || on.ref !== reading.occasion.ref)
      throw stale();
    if (framed && !steady) throw new Problem('RM-308', 'The page moved the panel just now. Nothing was done.', true);
    (await openOccasions()).check(tab.id, generation);
    return seen;
  }

  async function answer(
    tab: Tab<S> | null,
    generation: string,
    ask: Ask,
    framed: boolean,
  ): Promise<Answers[keyof Answers]> {
    if (ask.ask === 'act' && ofNoOccasion(ask.act)) return perform(ask.act, null);
    if (tab === null) throw generation === nothingOpen ? nothingThere() : stale();
    (await openOccasions()).check(tab.id, generation);
    if (ask.ask === 'side-panel') {
      tab.place = ask.place;
      for (const port of tab.windows) port.postMessage({ type: 'place', place: ask.place });
      if (tab.windows.size === 0 && !ask.opened) await deps.showSidePanel(tab.id);
      return null;
    }
    if (ask.ask === 'skeleton') return deps.skeleton(tab.id);
    const seen = await liveSeen(tab, generation, framed);
    return ask.ask === 'tips' ? deps.work.tips(ask.whom, seen) : perform(ask.act, seen);
  }

  async function perform(act: Act, seen: S | null): Promise<ActResult> {
    const result = await deps.work.perform(act, seen);
    if (result.ok) await Promise.all([...tabs.values()].filter((each) => viewsOf(each).length > 0).map(work));
    return result;
  }

  function takePage(port: DeskPort, caller: Extract<Caller, { is: 'page' }>): void {
    const tab = tabOf(caller.tabId);
    const page: PagePort = { port, documentId: caller.documentId, answers: new Map() };
    tab.page?.port.disconnect();
    tab.page = page;
    let queue: Promise<void> = Promise.resolve();
    const take = (reading: Reading, needsFrame: boolean) => {
      queue = queue.then(() => takeReading(tab, caller, reading, needsFrame)).catch((cause) => console.error(cause));
    };
    const gone = () => {
      if (tab.page !== page) return;
      tab.page = null;
      take({ state: 'not-here' }, false);
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
      else take(message.reading, message.needsFrame);
    });
    port.onDisconnect.addListener(gone);
  }

  /** A view's first word decides which tab it sees; every later one is answered for that tab. */
  function takeView(port: DeskPort, caller: Exclude<Caller, { is: 'page' }>): void {
    let tab: Tab<S> | null = null;
    /** The last greeting, once it is let in: what is asked right after it waits for that. */
    let entering: Promise<void> | null = null;

    function admit(id: number): void {
      tab?.windows.delete(port);
      tab = tabOf(id);
      if (caller.is === 'frame') {
        if (tab.frame !== port) tab.frame?.disconnect();
        tab.frame = port;
      } else tab.windows.add(port);
      if (tab.place !== null && caller.is === 'window') {
        port.postMessage({ type: 'place', place: tab.place });
        tab.place = null;
      }
      const view = tab.view ?? { generation: nothingOpen, ...plainLook, state: { is: 'loading' } };
      port.postMessage({ type: 'view', view });
      void bring(tab).catch((cause) => console.error(cause));
    }

    /** Sees to it that a tab's page, which only a stopped worker may have heard, says what is on its screen. */
    async function bring(watched: Tab<S>): Promise<void> {
      if (watched.page === null && !(await deps.callPage(watched.id))) await work(watched);
    }

    async function greet(message: Exclude<FromPanel, { type: 'ask' }>): Promise<void> {
      if (message.type === 'join' && caller.is === 'frame') {
        const secret = (await openOccasions()).join(caller, message.token);
        port.postMessage({ type: 'joined', secret });
        admit(caller.tabId);
      } else if (message.type === 'rejoin' && caller.is === 'frame') {
        (await openOccasions()).rejoin(caller, message.secret);
        admit(caller.tabId);
      } else if (message.type === 'watch' && caller.is === 'window') {
        if (message.tabId !== null) return admit(message.tabId);
        tab?.windows.delete(port);
        tab = null;
        const look = await deps.work.look().catch(() => plainLook);
        port.postMessage({ type: 'view', view: { generation: nothingOpen, ...look, state: { is: 'nothing' } } });
      } else throw unfit();
    }

    async function take(message: FromPanel): Promise<void> {
      if (message.type !== 'ask') {
        entering = greet(message);
        return entering;
      }
      if (entering === null) throw unfit();
      await entering;
      try {
        const value = await answer(tab, message.generation, message.ask, caller.is === 'frame');
        port.postMessage({ type: 'answer', id: message.id, value });
      } catch (cause) {
        port.postMessage({ type: 'failed', id: message.id, refusal: refusalOf(cause) });
      }
    }

    port.onMessage.addListener((said) => {
      const parsed = v.safeParse(fromPanelSchema, said);
      if (parsed.success) take(parsed.output).catch((cause) => refuse(port, cause));
      else refuse(port, unfit());
    });
    port.onDisconnect.addListener(() => {
      tab?.windows.delete(port);
      if (tab?.frame === port) tab.frame = null;
    });
  }

  return {
    connect(port) {
      const caller = callerOf(port.sender, port.name, deps.us);
      if (caller === null) port.disconnect();
      else if (caller.is === 'page') takePage(port, caller);
      else takeView(port, caller);
    },
    refresh() {
      for (const tab of tabs.values()) if (viewsOf(tab).length > 0) void work(tab);
    },
    tabClosed(tabId) {
      tabs.delete(tabId);
      void openOccasions().then((open) => open.close(tabId));
    },
  };
}
