import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { desk } from '../../messaging/desk.ts';
import type { DeskPort } from '../../messaging/desk-deps.ts';
import { heldPort } from '../../messaging/held-port.ts';
import type { OpenOccasion } from '../../messaging/open-occasions.ts';
import { type PagePrefs, pageKeys } from '../../messaging/page-prefs.ts';
import { portNames } from '../../messaging/port-names.ts';
import type { CallPage, WakePanels } from '../../messaging/protocol.ts';
import { siteRequestSchema } from '../../messaging/site-requests.ts';
import { families, matchesOf, siteNamed, sitesAt } from '../../readers/sites.ts';
import { ownFile } from '../shared/own-file.ts';
import { addedSites } from './added-sites.ts';
import { captureAnywhere } from './capture.ts';
import { healthKeeper } from './health.ts';
import { inject } from './inject.ts';
import { tellByItself } from './notices.ts';
import { keepOwnScripts, loadWords } from './own-scripts.ts';
import { settings, store, upkeep, work } from './work.ts';

/** Where `storage.session` keeps what is open: in memory, out of reach of content scripts, gone with the browser. */
const openKey = 'open';

/** Sent by pages of ours that changed the store or the settings by themselves (the planner). */
const changed = 'store-changed';

/** Gives content scripts the settings that they go by. */
async function handOutPrefs(): Promise<void> {
  const { panel, sitesOff } = await settings();
  const prefs: PagePrefs = { panel, sitesOff };
  await browser.storage.local.set({ [pageKeys.prefs]: prefs });
}

/** Puts the content script into pages that were open before this version: the browser does so only for pages loaded later. */
async function readOpenPages(): Promise<void> {
  for (const family of families) {
    const url = matchesOf(family);
    for (const tab of url.length > 0 ? await browser.tabs.query({ url }) : []) {
      if (tab.id !== undefined && !tab.discarded) await inject(tab.id, family);
    }
  }
}

/** The side panel of a tab in a window of its own, where the browser opens its side panel only from its own controls. */
async function showInWindow(tabId: number): Promise<void> {
  await browser.windows.create({
    url: `${ownFile('/sidepanel.html')}?tab=${tabId}`,
    type: 'popup',
    width: 420,
    height: 760,
  });
}

export default defineBackground(() => {
  keepOwnScripts();
  captureAnywhere();
  const lookForNotices = tellByItself(store);
  const added = addedSites();
  const settleAdded = () => void added.settle().catch((cause) => console.error(cause));
  const panels = desk({
    us: {
      id: browser.runtime.id,
      origin: new URL(browser.runtime.getURL('/')).origin,
      readsAt: (url) => sitesAt(url).length > 0 || added.readsAt(url),
    },
    siteOf(name) {
      const site = siteNamed(name);
      return { label: site?.label ?? name, unproven: site?.evidence === 'unproven' };
    },
    work,
    noted: healthKeeper().noted,
    async understood(reading) {
      if (reading.state !== 'occasion' || reading.occasion.wording === undefined) return reading;
      return (await loadWords()).understood(reading, Date.now());
    },
    async saved() {
      const kept = (await browser.storage.session.get(openKey))[openKey];
      return Array.isArray(kept) ? (kept as [number, OpenOccasion][]) : [];
    },
    save: (open) => void browser.storage.session.set({ [openKey]: open }),
    callPage: (tabId) =>
      browser.tabs.sendMessage(tabId, { type: 'call-page' } satisfies CallPage, { frameId: 0 }).then(
        (answer) => answer === true,
        () => false,
      ),
    async skeleton(tabId) {
      const [outcome] = await browser.scripting.executeScript({ target: { tabId }, files: ['/skeleton.js'] });
      return typeof outcome?.result === 'string' ? outcome.result : '';
    },
    // Rejects when no view is open: nobody to wake.
    wakePanels: () => void browser.runtime.sendMessage({ type: 'wake-panels' } satisfies WakePanels).catch(() => {}),
    showSidePanel: showInWindow,
  });

  browser.runtime.onConnect.addListener((port) => {
    const given = port as unknown as DeskPort;
    const url = port.sender?.url ?? '';
    if (port.name !== portNames.page || sitesAt(url).length > 0) return panels.connect(given);
    // Only a page of a site that the user added has business here, and which those are may have to be read first.
    const held = heldPort(given);
    void added.known().then(
      () => panels.connect(held),
      () => given.disconnect(),
    );
  });
  browser.tabs.onRemoved.addListener((tabId) => panels.tabClosed(tabId));

  browser.runtime.onMessage.addListener((message, sender, respond) => {
    if (sender.id !== browser.runtime.id || (sender.frameId ?? 0) !== 0) return;
    if (message?.type === 'site-wanted' && sender.tab !== undefined) {
      void added.familyAt(sender.url ?? '').then(
        (family) => respond(family === message.family),
        () => respond(true),
      );
      return true;
    }
    if (sender.url?.startsWith(ownFile('/')) !== true) return;
    const request = v.safeParse(siteRequestSchema, message);
    if (request.success) {
      void added.request(request.output).then(respond);
      return true;
    }
    if (message?.type !== changed) return;
    panels.refresh();
    lookForNotices();
    void handOutPrefs().catch((cause) => console.error(cause));
    void added.settleIfChanged().catch((cause) => console.error(cause));
  });

  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    void added.permitted(origins).catch((cause) => console.error(cause));
    // Pages of a listed site that the user has just allowed may be open already. Notifications open none.
    if (origins.length > 0) void readOpenPages();
  });
  browser.permissions.onRemoved.addListener(settleAdded);

  browser.runtime.onInstalled.addListener(() => {
    void handOutPrefs().catch((cause) => console.error(cause));
    // Registered scripts do not outlive an update.
    settleAdded();
    // Firefox does this by itself.
    if (import.meta.env.BROWSER !== 'firefox') void readOpenPages();
  });

  browser.runtime.onStartup.addListener(() => {
    settleAdded();
    void upkeep().catch((cause) => console.warn('Old sightings go the next time', cause));
  });

  browser.commands?.onCommand.addListener((command, tab) => {
    if (command === 'open-side-panel' && tab?.id !== undefined) void browser.sidePanel.open({ tabId: tab.id });
  });
});
