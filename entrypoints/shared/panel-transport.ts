import { browser } from 'wxt/browser';
import type { PanelTransport, PortLike } from '../../messaging/panel-client.ts';
import { portNames } from '../../messaging/port-names.ts';
import type { FromPanel } from '../../messaging/protocol.ts';
import { ownFile } from './own-file.ts';

const connect = (): PortLike => browser.runtime.connect({ name: portNames.panel }) as unknown as PortLike;

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

/**
 * For `panel.html`, framed in a page: joins with the token in its address, which is taken out of the address at once. Call it once,
 * before anything else. A panel that is not framed by a top-level page has no token that counts.
 */
export function frameTransport(): PanelTransport {
  const token = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  let tabId: number | undefined;
  void browser.tabs?.getCurrent?.().then((tab) => {
    tabId = tab?.id;
  });
  return {
    connect,
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
