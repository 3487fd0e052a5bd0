import type { Brief } from '../records/brief.ts';
import type { DeskDeps, DeskPort } from './desk-deps.ts';
import { Pages } from './pages.ts';
import { callerOf } from './senders.ts';
import { Tabs } from './tabs.ts';
import { Views } from './views.ts';

/** The background's side of the protocol. */
export interface Desk {
  connect(port: DeskPort): void;
  /** The store was changed elsewhere: every view is told anew. */
  refresh(): void;
  tabClosed(tabId: number): void;
}

/**
 * The background's side of the protocol: takes ports, decides who is calling by what the browser says of the sender, and
 * answers by what is open in that tab now. Holds no rule of the program: `work` does.
 */
export function desk<S extends { brief: Brief }>(deps: DeskDeps<S>): Desk {
  const tabs = new Tabs(deps);
  const pages = new Pages(deps, tabs);
  const views = new Views(deps, tabs, pages);
  return {
    connect(port) {
      const caller = callerOf(port.sender, port.name, deps.us);
      if (caller === null) port.disconnect();
      else if (caller.is === 'page') pages.take(port, caller);
      else views.take(port, caller);
    },
    refresh: () => void tabs.refresh().catch((cause) => console.error(cause)),
    tabClosed: (tabId) => tabs.close(tabId),
  };
}
