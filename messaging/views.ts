import * as v from 'valibot';
import type { Act, ActResult } from '../records/act.ts';
import type { Brief } from '../records/brief.ts';
import { Problem } from '../records/problem.ts';
import { type DeskDeps, type DeskPort, refusalOf } from './desk-deps.ts';
import { nothingOpen } from './open-occasions.ts';
import { nothingThere, type Pages, stale } from './pages.ts';
import { type Answers, type Ask, type FromPanel, fromPanelSchema, ofNoOccasion } from './protocol.ts';
import type { Caller } from './senders.ts';
import { plainLook, type Tab, type Tabs } from './tabs.ts';

const unfit = () => new Problem('RM-301', 'The message is not one that Renmai takes from here.');

/** The background's side of what panels, side panels and popups say. */
export class Views<S extends { brief: Brief }> {
  readonly #deps: DeskDeps<S>;
  readonly #tabs: Tabs<S>;
  readonly #pages: Pages<S>;

  constructor(deps: DeskDeps<S>, tabs: Tabs<S>, pages: Pages<S>) {
    this.#deps = deps;
    this.#tabs = tabs;
    this.#pages = pages;
  }

  /** A view's first word decides which tab it sees; every later one is answered for that tab. */
  take(port: DeskPort, caller: Exclude<Caller, { is: 'page' }>): void {
    let tab: Tab<S> | null = null;
    /** The last greeting, once it is let in: what is asked right after it waits for that. */
    let entering: Promise<void> | null = null;
    let gone = false;

    const refuse = (cause: unknown): void => {
      port.postMessage({ type: 'refused', refusal: refusalOf(cause) });
      port.disconnect();
    };

    const admit = (id: number): void => {
      // It may have left while it waited to be let in.
      if (gone) return;
      tab?.windows.delete(port);
      tab = this.#tabs.of(id);
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
      void this.#pages.bring(tab).catch((cause) => console.error(cause));
    };

    const greet = async (message: Exclude<FromPanel, { type: 'ask' }>): Promise<void> => {
      if (message.type === 'join' && caller.is === 'frame') {
        const secret = await (await this.#tabs.occasions()).join(caller, message.token);
        port.postMessage({ type: 'joined', secret });
        admit(caller.tabId);
      } else if (message.type === 'rejoin' && caller.is === 'frame') {
        (await this.#tabs.occasions()).rejoin(caller, message.secret);
        admit(caller.tabId);
      } else if (message.type === 'watch' && caller.is === 'window') {
        if (message.tabId !== null) return admit(message.tabId);
        tab?.windows.delete(port);
        tab = null;
        const look = await this.#deps.work.look().catch(() => plainLook);
        port.postMessage({ type: 'view', view: { generation: nothingOpen, ...look, state: { is: 'nothing' } } });
      } else throw unfit();
    };

    const take = async (message: FromPanel): Promise<void> => {
      if (message.type !== 'ask') {
        entering = greet(message);
        return entering;
      }
      if (entering === null) throw unfit();
      await entering;
      try {
        const value = await this.#answer(tab, message.generation, message.ask, caller.is === 'frame');
        port.postMessage({ type: 'answer', id: message.id, value });
      } catch (cause) {
        port.postMessage({ type: 'failed', id: message.id, refusal: refusalOf(cause) });
      }
    };

    port.onMessage.addListener((said) => {
      const parsed = v.safeParse(fromPanelSchema, said);
      if (parsed.success) take(parsed.output).catch(refuse);
      else refuse(unfit());
    });
    port.onDisconnect.addListener(() => {
      gone = true;
      tab?.windows.delete(port);
      if (tab?.frame === port) tab.frame = null;
    });
  }

  async #answer(tab: Tab<S> | null, generation: string, ask: Ask, framed: boolean): Promise<Answers[keyof Answers]> {
    if (ask.ask === 'act' && ofNoOccasion(ask.act)) return this.#perform(ask.act, null);
    if (tab === null) throw generation === nothingOpen ? nothingThere() : stale();
    (await this.#tabs.occasions()).check(tab.id, generation);
    if (ask.ask === 'side-panel') {
      tab.place = ask.place;
      for (const port of tab.windows) port.postMessage({ type: 'place', place: ask.place });
      if (tab.windows.size === 0 && !ask.opened) await this.#deps.showSidePanel(tab.id);
      return null;
    }
    if (ask.ask === 'skeleton') return this.#deps.skeleton(tab.id);
    const seen = await this.#pages.live(tab, generation, framed);
    return ask.ask === 'tips' ? this.#deps.work.tips(ask.whom, seen) : this.#perform(ask.act, seen);
  }

  async #perform(act: Act, seen: S | null): Promise<ActResult> {
    const result = await this.#deps.work.perform(act, seen);
    if (result.ok) await this.#tabs.refresh();
    return result;
  }
}
