import type { Act, ActResult, Whom } from '../records/act.ts';
import type { PanelView, TipChoice } from '../records/brief.ts';
import { Problem } from '../records/problem.ts';
import type { Answers, Ask, FromPanel, PanelPlace, Refusal, ToPanel } from './protocol.ts';

/**
 * All that a view (framed panel, side panel, popup) can know and do; components get it as a prop. Every method takes
 * the `generation` of the view on which the user acted: the background refuses one that is no longer open.
 */
export interface PanelClient {
  /** Calls back with the view now and after every change, until the returned function is called. */
  subscribe(onView: (view: PanelView) => void): () => void;
  /** Calls back with the place that another view asked this one to open at. */
  onPlace(onPlace: (place: PanelPlace) => void): () => void;
  /** Calls back when the background refuses this view for good (`RM-303` …) or has it again (null). */
  onRefusal(onRefusal: (refusal: Refusal | null) => void): () => void;
  /** Carries out one act of the user. Never throws: a failure is a result with its `RM-…` number. */
  act(generation: string, act: Act): Promise<ActResult>;
  /** Tips that could be given to this one person, the best first. Throws `Problem`. */
  tips(generation: string, whom: Whom): Promise<TipChoice[]>;
  /** A censored skeleton of the page (no text, no address), for a report of a page that could not be read. Throws `Problem`. */
  skeleton(generation: string): Promise<string>;
  /** Opens the browser's side panel (Firefox: sidebar) at this place. Call it straight from a click. Throws `Problem`. */
  openSidePanel(generation: string, place: PanelPlace): Promise<void>;
  /** Opens the planner in a tab, at a route such as `#/people`. */
  openPlanner(route: string): void;
}

/** One connection to the background, as the browser's `Port`. */
export interface PortLike {
  postMessage(message: FromPanel): void;
  disconnect(): void;
  onMessage: { addListener(listener: (message: ToPanel) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

/** What an entrypoint hands in: the transport, and what only it can do. */
export interface PanelTransport {
  /** Opens a port and says who this view is; throws when the extension was updated under this page. */
  connect(greeting: FromPanel): PortLike;
  /** How this view says who it is, for a new port. `secret`: got when it first joined, else null. */
  greeting(secret: string | null): FromPanel;
  /** Calls back when the view should come back to the background (`wake-panels`, a message of the content script). */
  onWake(wake: () => void): void;
  /** Calls back with a new greeting when the view is to see another tab. */
  onGreeting?(say: (greeting: FromPanel) => void): void;
  /** Opens the browser's side panel from a click; whether it could. Where not, the background shows it in another way. */
  openSidePanel(): Promise<boolean>;
  openPlanner(route: string): void;
}

/** How long an answer may take before the user is told, in ms. */
const patience = 15_000;

const lost: Refusal = { code: 'RM-306', detail: 'The background did not answer.', transient: true };

/** A client on this transport. Comes back by itself when the worker was stopped, as soon as something is to be said. */
export function panelClient(transport: PanelTransport): PanelClient {
  const views = new Set<(view: PanelView) => void>();
  const places = new Set<(place: PanelPlace) => void>();
  const refusals = new Set<(refusal: Refusal | null) => void>();
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (refusal: Refusal) => void }>();
  let port: PortLike | null = null;
  let secret: string | null = null;
  let lastView: PanelView | null = null;
  let lastPlace: PanelPlace = null;
  let lastRefusal: Refusal | null = null;
  let count = 0;

  function tell(refusal: Refusal | null): void {
    lastRefusal = refusal;
    for (const each of refusals) each(refusal);
  }

  function hear(message: ToPanel): void {
    if (message.type === 'joined') secret = message.secret;
    else if (message.type === 'refused') tell(message.refusal);
    else if (message.type === 'place') {
      lastPlace = message.place;
      for (const each of places) each(message.place);
    } else if (message.type === 'view') {
      lastView = message.view;
      if (lastRefusal !== null) tell(null);
      for (const each of views) each(message.view);
    } else {
      const asked = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.type === 'answer') asked?.resolve(message.value);
      else asked?.reject(message.refusal);
    }
  }

  function connected(): PortLike {
    if (port !== null) return port;
    const opened = transport.connect(transport.greeting(secret));
    port = opened;
    opened.onMessage.addListener(hear);
    opened.onDisconnect.addListener(() => {
      if (port !== opened) return;
      port = null;
      for (const asked of waiting.values()) asked.reject(lost);
      waiting.clear();
    });
    return opened;
  }

  function wake(): void {
    try {
      connected();
    } catch {
      tell({
        code: 'RM-307',
        detail: 'The extension was updated; this view belongs to the old one.',
        transient: false,
      });
    }
  }

  async function ask<A extends Ask>(generation: string, question: A): Promise<Answers[A['ask']]> {
    const id = count++;
    const answer = await new Promise<unknown>((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(id);
        reject(lost);
      }, patience);
      const done =
        <T>(then: (given: T) => void) =>
        (given: T) => {
          clearTimeout(timer);
          then(given);
        };
      waiting.set(id, { resolve: done(resolve), reject: done(reject) });
      try {
        connected().postMessage({ type: 'ask', id, generation, ask: question });
      } catch {
        waiting.get(id)?.reject({ ...lost, code: 'RM-307', transient: false });
        waiting.delete(id);
      }
    }).catch((refusal: Refusal) => {
      throw new Problem(refusal.code as `RM-${number}`, refusal.detail, refusal.transient);
    });
    return answer as Answers[A['ask']];
  }

  transport.onWake(wake);
  transport.onGreeting?.((greeting) => (port === null ? wake() : port.postMessage(greeting)));

  return {
    subscribe(onView) {
      views.add(onView);
      if (lastView !== null) onView(lastView);
      wake();
      return () => views.delete(onView);
    },
    onPlace(onPlace) {
      places.add(onPlace);
      if (lastPlace !== null) onPlace(lastPlace);
      return () => places.delete(onPlace);
    },
    onRefusal(onRefusal) {
      refusals.add(onRefusal);
      onRefusal(lastRefusal);
      return () => refusals.delete(onRefusal);
    },
    act: (generation, act) =>
      ask(generation, { ask: 'act', act }).catch((problem: Problem) => ({
        ok: false,
        code: problem.code,
        detail: problem.message,
        transient: problem.transient,
      })),
    tips: (generation, whom) => ask(generation, { ask: 'tips', whom }),
    skeleton: (generation) => ask(generation, { ask: 'skeleton' }),
    async openSidePanel(generation, place) {
      // The browser opens it only inside the click, so this comes before any answer.
      const opened = await transport.openSidePanel();
      await ask(generation, { ask: 'side-panel', place, opened });
    },
    openPlanner: (route) => transport.openPlanner(route),
  };
}
