import type { Tab, TestBrowser } from '../driver.ts';

/** The planner's routes. */
export type Route =
  | '#/today'
  | '#/people'
  | '#/tips'
  | '#/introductions'
  | '#/matters'
  | '#/reviews'
  | '#/practice'
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

/** Chooses files on the import page, and lets a dry run that waits for the user go on. */
export async function importFiles(planner: Tab, paths: string[]): Promise<Counts> {
  await planner.upload('input[type=file]', paths);
  await planner.waitUntil(
    () => document.querySelector('[role=status][data-state=planned], [role=status][data-added]') !== null,
    null,
    60_000,
  );
  await planner.evaluate(() => {
    const planned = document.querySelector('[role=status][data-state=planned]');
    if (planned !== null) document.querySelector<HTMLButtonElement>('main .button-main:not(label)')?.click();
  }, null);
  return importCounts(planner);
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
