import type { PanelClient } from '../../messaging/panel-client.ts';
import type { PanelPlace, Refusal } from '../../messaging/protocol.ts';
import type { Act, ActResult } from '../../records/act.ts';
import type { PanelView } from '../../records/brief.ts';
import { tips } from './briefs.ts';

/** A client whose views a test gives; it keeps what it is asked for. */
export interface ShownClient {
  client: PanelClient;
  acts: Act[];
  /** Generations that acts came with. */
  generations: string[];
  routes: string[];
  places: PanelPlace[];
  /** Answers to come, the last one for good. */
  answers: ActResult[];
  show(view: PanelView): void;
  refuse(refusal: Refusal | null): void;
  goTo(place: PanelPlace): void;
}

/** A client that shows one view (null: none yet), and does whatever it is asked. */
export function clientShowing(first: PanelView | null): ShownClient {
  const views = new Set<(view: PanelView) => void>();
  const refusals = new Set<(refusal: Refusal | null) => void>();
  const at = new Set<(place: PanelPlace) => void>();
  let view = first;
  const shown: ShownClient = {
    acts: [],
    generations: [],
    routes: [],
    places: [],
    answers: [{ ok: true, changeId: 'change', warning: null }],
    show(next) {
      view = next;
      for (const each of views) each(next);
    },
    refuse(refusal) {
      for (const each of refusals) each(refusal);
    },
    goTo(place) {
      for (const each of at) each(place);
    },
    client: {
      subscribe(onView) {
        views.add(onView);
        if (view !== null) onView(view);
        return () => views.delete(onView);
      },
      onPlace(onPlace) {
        at.add(onPlace);
        return () => at.delete(onPlace);
      },
      onRefusal(onRefusal) {
        refusals.add(onRefusal);
        onRefusal(null);
        return () => refusals.delete(onRefusal);
      },
      async act(generation, act) {
        shown.acts.push(act);
        shown.generations.push(generation);
        const [answer = { ok: true, changeId: null, warning: null }] = shown.answers;
        if (shown.answers.length > 1) shown.answers.shift();
        return answer;
      },
      tips: async () => tips,
      skeleton: async () => '<main><div role="list"></div></main>',
      async openSidePanel(_generation, place) {
        shown.places.push(place);
      },
      openPlanner(route) {
        shown.routes.push(route);
      },
    },
  };
  return shown;
}
