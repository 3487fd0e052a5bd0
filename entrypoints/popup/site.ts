import { browser } from 'wxt/browser';
import { pageKeys, pagePrefsOf } from '../../messaging/page-prefs.ts';
import { siteOf } from '../../readers/sites.ts';
import { Problem } from '../../records/problem.ts';

/** The site of the tab in front of the user, if it is one that is read: its name in the settings, its label, whether it is on. */
export async function siteHere(): Promise<{ name: string; label: string; on: boolean } | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const site = siteOf(tab?.url ?? '');
  if (site === null) return null;
  const prefs = pagePrefsOf((await browser.storage.local.get(pageKeys.prefs))[pageKeys.prefs]);
  return { name: site.name, label: site.label, on: !prefs.sitesOff.includes(site.name) };
}

/** Switches reading of a site on or off. The store is opened only for this. Throws `Problem`. */
export async function switchSite(name: string, on: boolean): Promise<void> {
  const [{ openStore }, { readSettings }, { saveSettings }] = await Promise.all([
    import('../../storage/open.ts'),
    import('../../storage/settings.ts'),
    import('../../actions/save-settings.ts'),
  ]);
  const store = await openStore();
  try {
    const { sitesOff } = await readSettings(store, Date.now());
    const others = sitesOff.filter((each) => each !== name);
    const result = await saveSettings({ sitesOff: on ? others : [...others, name] }, { store, now: Date.now });
    if (!result.ok) throw new Problem(result.code as `RM-${number}`, result.detail, result.transient);
  } finally {
    store.close();
  }
  await browser.runtime.sendMessage({ type: 'store-changed' });
}
