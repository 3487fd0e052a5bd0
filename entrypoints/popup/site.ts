import { browser } from 'wxt/browser';
import type { AddableSite } from '../../components/popup/add-site.tsx';
import { pageKeys, pagePrefsOf } from '../../messaging/page-prefs.ts';
import type { SiteAdded, SiteRequest } from '../../messaging/site-requests.ts';
import { labelOf, siteOf } from '../../readers/sites.ts';
import { addedSiteOf, mayBeAdded, originOf, patternOf } from '../../records/added-site.ts';
import type { PasteResult } from '../../records/planner.ts';
import { Problem } from '../../records/problem.ts';
import type { Settings } from '../../records/settings.ts';
import type { Store } from '../../storage/store.ts';

/** The tab that the popup is about: the one in front of the user, or the one named in its address (`?tab=`). */
async function tabHere(): Promise<{ id: number; url: string } | null> {
  const named = new URLSearchParams(location.search).get('tab');
  const tab =
    named !== null && /^\d+$/.test(named)
      ? await browser.tabs.get(Number(named)).catch(() => undefined)
      : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? '' };
}

/** What the popup knows of its tab's site: one of the table, or one that the user added or may add. */
export interface SiteHere {
  listed: { name: string; label: string; on: boolean } | null;
  addable: (AddableSite & { origin: string; tabId: number }) | null;
}

/** The site of the tab in front of the user. */
export async function siteHere(): Promise<SiteHere> {
  const tab = await tabHere();
  const site = siteOf(tab?.url ?? '');
  if (tab === null) return { listed: null, addable: null };
  if (site !== null) {
    const prefs = pagePrefsOf((await browser.storage.local.get(pageKeys.prefs))[pageKeys.prefs]);
    const on = !prefs.sitesOff.includes(site.name);
    return { listed: { name: site.name, label: site.label, on }, addable: null };
  }
  const origin = originOf(tab.url);
  if (origin === null) return { listed: null, addable: null };
  return {
    listed: null,
    addable: {
      origin,
      tabId: tab.id,
      host: new URL(origin).hostname,
      family: await familyAt(tab.url, origin),
      label: labelOf,
      may: mayBeAdded(origin),
    },
  };
}

/** By which family an added site is read, null where it was not added or the browser does not allow it (any more). */
async function familyAt(url: string, origin: string): Promise<string | null> {
  if (!(await browser.permissions.contains({ origins: [patternOf(origin)] }))) return null;
  const { addedSites = [] } = await withStore(async (store, { readSettings }) => readSettings(store, Date.now()));
  return addedSiteOf(url, addedSites)?.family ?? null;
}

/**
 * Asks the browser for this one site, and has the background add it. Call it within a click. The family it is read by.
 * Throws `Problem`.
 */
export async function addSite({ origin, tabId }: { origin: string; tabId: number }): Promise<string> {
  const say = (type: SiteRequest['type']) =>
    browser.runtime.sendMessage({ type, origin, tabId } satisfies SiteRequest) as Promise<SiteAdded | null>;
  // Not waited for: a click lets us ask only at once. The background goes on where the browser's question closes this popup.
  void say('adding-site').catch(() => undefined);
  if (!(await browser.permissions.request({ origins: [patternOf(origin)] })))
    throw new Problem('RM-404', `The browser was not allowed to show ${origin}.`);
  const added = await say('add-site');
  if (added === null) throw new Problem('RM-405', '', true);
  if (!added.ok) throw new Problem(added.code as `RM-${number}`, added.detail, added.transient);
  return added.family;
}

/** Opens the store only for `work`. */
async function withStore<T>(
  work: (store: Store, load: { readSettings: (store: Store, now: number) => Promise<Settings> }) => Promise<T>,
): Promise<T> {
  const [{ openStore }, load] = await Promise.all([
    import('../../storage/open.ts'),
    import('../../storage/settings.ts'),
  ]);
  const store = await openStore();
  try {
    return await work(store, load);
  } finally {
    store.close();
  }
}

/** Switches reading of a site on or off. Throws `Problem`. */
export async function switchSite(name: string, on: boolean): Promise<void> {
  const { saveSettings } = await import('../../actions/save-settings.ts');
  await withStore(async (store, { readSettings }) => {
    const { sitesOff } = await readSettings(store, Date.now());
    const others = sitesOff.filter((each) => each !== name);
    const result = await saveSettings({ sitesOff: on ? others : [...others, name] }, { store, now: Date.now });
    if (!result.ok) throw new Problem(result.code as `RM-${number}`, result.detail, result.transient);
  });
  await browser.runtime.sendMessage({ type: 'store-changed' });
}

/** Makes an occasion of a pasted text. The store and what reads such texts are loaded only for this. */
export async function paste(text: string): Promise<PasteResult> {
  const { pasteOccasion } = await import('../../actions/paste-occasion.ts');
  const result = await withStore((store) => pasteOccasion(text, { store, now: Date.now }));
  if (result.ok) await browser.runtime.sendMessage({ type: 'store-changed' });
  return result;
}
