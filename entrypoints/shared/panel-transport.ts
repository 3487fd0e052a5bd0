import { browser } from 'wxt/browser';
import type { PanelTransport, PortLike } from '../../messaging/panel-client.ts';
import { portNames } from '../../messaging/port-names.ts';
import type { FromPanel } from '../../messaging/protocol.ts';
import type { Joining } from '../join/index.ts';
import { ownFile } from './own-file.ts';

function connect(greeting: FromPanel): PortLike {
  const port = browser.runtime.connect({ name: portNames.panel }) as unknown as PortLike;
  port.postMessage(greeting);
  return port;
}

function onWake(wake: () => void): void {
  browser.runtime.onMessage.addListener((message, sender) => {
    // Only the background, which has no tab, calls views back.
    if (sender.id === browser.runtime.id && sender.tab === undefined && message?.type === 'wake-panels') wake();
  });
}

const openPlanner = (route: string): void =>
  void window.open(`${ownFile('/planner.html')}${route}`, '_blank', 'noopener');

/** The side panel of a tab, opened inside a click. Chromium only: Firefox lets nobody but its own controls do that. */
async function openSidePanel(tabId: number | undefined): Promise<boolean> {
  if (browser.sidePanel?.open === undefined || tabId === undefined) return false;
  return browser.sidePanel.open({ tabId }).then(
    () => true,
    () => false,
  );
}

/** The port that `join.js` opened; whoever listens to it hears what was said since, too. */
const opened = (joining: Joining): PortLike => ({
  postMessage: (message) => joining.port.postMessage(message),
  disconnect: () => joining.port.disconnect(),
  onDisconnect: {
    addListener(listener) {
      if (joining.cut) queueMicrotask(listener);
      else joining.port.onDisconnect.addListener(listener);
    },
  },
  onMessage: {
    addListener(listener) {
      joining.later = listener;
      for (const message of joining.heard.splice(0)) listener(message);
    },
  },
});

/**
 * For `panel.html`, framed in a page: goes on where `join.js` began. A panel that is not framed by a top-level page has no
 * token that counts.
 */
export function frameTransport(): PanelTransport {
  let joining = (globalThis as { renmaiJoining?: Joining }).renmaiJoining ?? null;
  const token = joining?.token ?? '';
  let tabId: number | undefined;
  void browser.tabs?.getCurrent?.().then((tab) => {
    tabId = tab?.id;
  });
  return {
    connect(greeting) {
      const first = joining;
      joining = null;
      return first === null ? connect(greeting) : opened(first);
    },
    greeting: (secret): FromPanel => (secret === null ? { type: 'join', token } : { type: 'rejoin', secret }),
    onWake,
    openSidePanel: () => openSidePanel(tabId),
    openPlanner,
  };
}

/**
 * For `sidepanel.html` and `popup.html`: watches the tab that is in front of the user in its window, or the one named in
 * its address (`?tab=`, where the background had to show the side panel in a window of its own).
 */
export async function windowTransport(): Promise<PanelTransport> {
  const asked = new URLSearchParams(location.search).get('tab');
  const named = asked !== null && /^\d+$/.test(asked);
  const active = async () => (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id ?? null;
  let tabId = named ? Number(asked) : await active();
  return {
    connect,
    greeting: (): FromPanel => ({ type: 'watch', tabId }),
    onWake,
    onGreeting(say) {
      if (named) return;
      browser.tabs.onActivated.addListener(async () => {
        const now = await active();
        if (now === tabId) return;
        tabId = now;
        say({ type: 'watch', tabId });
      });
    },
    openSidePanel: () => openSidePanel(tabId ?? undefined),
    openPlanner,
  };
}
