import { type AskedBrowser, openPopup, tabIdOf } from '../browser/allowed-sites.ts';
import { eventually, type Tab } from '../browser/driver.ts';

/** Permissions know no ports: `http://127.0.0.1`. */
export const permittedOrigin = (origin: string): string => origin.replace(/:\d+$/, '');

/** Adds the site of an open tab as the user does, from the popup; returns which content script the browser runs there from now on. */
export async function addSite(asked: AskedBrowser, tab: Tab, origin: string): Promise<string> {
  const popup = await openPopup(asked.browser, await tabIdOf(asked.browser, `${origin}/`));
  await popup.waitFor('.popup-add button');
  await popup.click('.popup-add button');
  // The background was told before the browser asks: it goes on without the popup, which may be gone by then.
  await new Promise((resolve) => setTimeout(resolve, 300));
  await asked.allow(permittedOrigin(origin));
  await popup.close().catch(() => undefined);
  const page = await asked.browser.newTab();
  await page.goto(`${asked.browser.origin}/planner.html#/people`);
  const script = await eventually('the added site to be registered', async () => {
    const files = await page.evaluate(async () => {
      const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
      return (await api.scripting.getRegisteredContentScripts()).flatMap(({ js }) => js ?? []);
    }, null);
    return files[0] ?? null;
  });
  await page.close();
  await tab.bringToFront();
  return script.replace(/^.*\//, '');
}
