import type { Tab, TestBrowser } from '../driver.ts';

/** The planner's routes. */
export type Route =
  | '#/today'
  | '#/people'
  | '#/tips'
  | '#/introductions'
  | '#/matters'
  | '#/reviews'
  | '#/import'
  | '#/settings';

/** Counts that an import ended with. */
export interface Counts {
  added: number;
  updated: number;
  skipped: number;
  failed: number;
}

/** Opens the planner at a route, in a tab of its own. */
export async function openPlanner(browser: TestBrowser, route: Route | `${Route}${string}`): Promise<Tab> {
  const tab = await browser.newTab();
  await tab.goto(`${browser.origin}/planner.html${route}`);
  await tab.waitFor('main');
  return tab;
}

/** The counts in the import page's status, once it has ended. @throws when it does not end within `timeout` ms. */
export async function importCounts(planner: Tab, timeout = 60_000): Promise<Counts> {
  await planner.waitUntil(() => document.querySelector('[role=status][data-added]') !== null, null, timeout);
  return planner.evaluate(() => {
    const status = document.querySelector('[role=status][data-added]');
    const count = (name: string) => Number(status?.getAttribute(`data-${name}`) ?? Number.NaN);
    return { added: count('added'), updated: count('updated'), skipped: count('skipped'), failed: count('failed') };
  }, null);
}
