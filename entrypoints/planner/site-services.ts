import { browser } from 'wxt/browser';
import type { PlannerServices } from '../../components/planner/services.ts';
import { siteNamed } from '../../readers/sites.ts';
import type { ActResult } from '../../records/act.ts';
import { type AddedSite, patternOf } from '../../records/added-site.ts';
import { healthOf } from '../../records/health.ts';
import { Problem } from '../../records/problem.ts';
import { healthKey } from '../shared/health-key.ts';

/** Gives back every permission that the user gave for added sites, and forgets how reading went: part of erasing everything. */
export async function forgetSites(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const listed = new Set(browser.runtime.getManifest().host_permissions ?? []);
  const added = origins.filter((origin) => !listed.has(origin));
  if (added.length > 0) await browser.permissions.remove({ origins: added }).catch(() => false);
  await browser.storage.local.remove(healthKey);
}

/** The planner's part in sites that the user added: what the browser allows, and giving it back. */
export function siteServices(settings: {
  addedSites(): Promise<readonly AddedSite[]>;
  save(addedSites: AddedSite[]): Promise<ActResult>;
}): Pick<PlannerServices, 'watchAllowed' | 'watchHealth' | 'skeletonOf' | 'allowSite' | 'withdrawSite'> {
  const isAllowed = (origin: string) => browser.permissions.contains({ origins: [patternOf(origin)] });
  return {
    watchAllowed(origins, onChange) {
      let on = true;
      const tell = async () => {
        const allowed = await Promise.all(origins.map(isAllowed));
        if (on) onChange(origins.filter((_, place) => allowed[place]));
      };
      const look = () => void tell().catch((cause) => console.error(cause));
      look();
      browser.permissions.onAdded.addListener(look);
      browser.permissions.onRemoved.addListener(look);
      return () => {
        on = false;
        browser.permissions.onAdded.removeListener(look);
        browser.permissions.onRemoved.removeListener(look);
      };
    },
    watchHealth(onChange) {
      const tell = async () => onChange(healthOf((await browser.storage.local.get(healthKey))[healthKey]));
      const look = (changes: object) => {
        if (healthKey in changes) void tell();
      };
      void tell();
      browser.storage.local.onChanged.addListener(look);
      return () => browser.storage.local.onChanged.removeListener(look);
    },
    async skeletonOf(name) {
      const site = siteNamed(name);
      const added = (await settings.addedSites()).filter(({ family }) => family === site?.family);
      const url = [...(site?.matches ?? []), ...added.map(({ origin }) => patternOf(origin))];
      const tabs = url.length === 0 ? [] : await browser.tabs.query({ url, discarded: false });
      const [latest] = tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
      if (latest?.id === undefined) throw new Problem('RM-406', `No page of ${site?.label ?? name} is open in a tab.`);
      const [outcome] = await browser.scripting.executeScript({
        target: { tabId: latest.id },
        files: ['/skeleton.js'],
      });
      if (typeof outcome?.result !== 'string') throw new Problem('RM-406', 'The page could not be looked at.');
      return outcome.result;
    },
    async allowSite(origin) {
      await browser.permissions.request({ origins: [patternOf(origin)] });
    },
    async withdrawSite(origin) {
      const result = await settings.save((await settings.addedSites()).filter((site) => site.origin !== origin));
      // The permission goes last: with it the background still finds the tabs in which the site is open.
      if (result.ok) await browser.permissions.remove({ origins: [patternOf(origin)] }).catch(() => false);
      return result;
    },
  };
}
