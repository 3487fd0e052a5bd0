import type { PanelClient } from '../../messaging/panel-client.ts';
import type { Act, ActResult } from '../../records/act.ts';
import type { PanelView } from '../../records/brief.ts';
import { tips } from './briefs.ts';

/** A client that shows one view, keeps the acts it is asked for, and answers each with `result`. */
export function clientShowing(
  view: PanelView | null,
  result: ActResult = { ok: true, changeId: 'change', warning: null },
): { client: PanelClient; acts: Act[] } {
  const acts: Act[] = [];
  const client: PanelClient = {
    subscribe(onView) {
      if (view !== null) onView(view);
      return () => {};
    },
    onPlace: () => () => {},
    onRefusal(onRefusal) {
      onRefusal(null);
      return () => {};
    },
    async act(_generation, act) {
      acts.push(act);
      return result;
    },
    tips: async () => tips,
    skeleton: async () => '<main><div role="list"></div></main>',
    openSidePanel: async () => {},
    openPlanner: () => {},
  };
  return { client, acts };
}
