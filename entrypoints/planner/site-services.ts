import { browser } from 'wxt/browser';
import type { PlannerServices } from '../../components/planner/services.ts';
import type { ActResult } from '../../records/act.ts';
import { type AddedSite, patternOf } from '../../records/added-site.ts';

/** The planner's part in sites that the user added: what the browser allows, and giving it back. */
export function siteServices(settings: {
  addedSites(): Promise<readonly AddedSite[]>;
  save(addedSites: AddedSite[]): Promise<ActResult>;
}): Pick<PlannerServices, 'watchAllowed' | 'allowSite' | 'withdrawSite'> {
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
