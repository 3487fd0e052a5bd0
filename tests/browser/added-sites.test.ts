import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AskedBrowser, openPopup, startAsked, tabIdOf } from './allowed-sites.ts';
import { browserName } from './browser.ts';
import type { Chromium } from './chromium.ts';
import { eventually, type Tab, type View } from './driver.ts';
import { panelIn, panelNow, shownIn } from './screens/panel.ts';
import { openPlanner } from './screens/planner.ts';

const origin = 'https://box.example';
const webmail = 'https://webmail.example.org';
const sites = join(import.meta.dirname, '../fixtures/sites');
const fixture = (name: string) => readFileSync(join(sites, `${name}.html`), 'utf8');
const roundcube = JSON.parse(readFileSync(join(sites, 'roundcube/more-recipients.html.expected.json'), 'utf8')) as {
  url: string;
  people: { email: string | null; self?: boolean }[];
};

let asked: AskedBrowser;
let page: Tab;

beforeAll(async () => {
  asked = await startAsked([origin, webmail]);
  asked.browser.serve(`${origin}/`, fixture('generic/mail-aria'));
  asked.browser.serve('https://other.example/', fixture('generic/mail-aria'));
  asked.browser.serve(roundcube.url, fixture('roundcube/more-recipients'));
  page = await asked.browser.newTab();
  await page.goto(`${origin}/`);
}, 90_000);
afterAll(async () => {
  await asked?.close();
});

const people = ['ada@shed.example', 'ben.tran@shed.example', 'cleo@shed.example'];

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const gone = (tab: Tab) => eventually('the panel to go', async () => ((await panelNow(tab)) === null ? true : null));

/** How many occasions and sightings the store holds. */
async function kept(): Promise<number[]> {
  const planner = await openPlanner(asked.browser, '#/people');
  const counts = await planner.evaluate(async () => {
    const opened = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const names = (await indexedDB.databases())
      .map(({ name }) => name ?? '')
      .filter((name) => /^renmai-[0-9a-f]{8}-/.test(name));
    const database = await opened(indexedDB.open(names[0] ?? ''));
    const counted = await Promise.all(
      ['occasions', 'sightings'].map((table) =>
        opened(database.transaction(table, 'readonly').objectStore(table).count()),
      ),
    );
    database.close();
    return counted;
  }, null);
  await planner.close();
  return counts;
}

async function add(): Promise<void> {
  const tabId = await tabIdOf(asked.browser, `${origin}/`);
  const popup = await openPopup(asked.browser, tabId);
  await popup.waitFor('.popup-add button');
  await popup.click('.popup-add button');
  // The background was told before the browser asks: it goes on without the popup, which may be gone by then.
  await rest(300);
  await asked.allow(origin);
  await page.bringToFront();
  await panelIn(page);
  await popup.close();
}

test('a page of another site is not read, and no panel is there', async () => {
  await rest(1_000);
  expect(await panelNow(page)).toBeNull();
});

test('added from the popup, the open page is read at once; what it found is asked about and nothing is kept', async () => {
  await add();
  const panel = await panelIn(page);
  expect((await shownIn(panel))?.people.map(({ address }) => address)).toEqual(people);
  await panel.waitFor('[data-unconfirmed]');
  await rest(500);
  expect(await kept()).toEqual([0, 0]);
  const popup = await openPopup(asked.browser, await tabIdOf(asked.browser, `${origin}/`));
  await popup.waitUntil(
    () => document.querySelector('.popup-tab')?.textContent?.includes('box.example') === true,
    null,
  );
  expect(await popup.evaluate(() => document.querySelector('.popup-add') === null, null)).toBe(true);
  await popup.close();
});

test('a page of another site stays unread', async () => {
  const other = await asked.browser.newTab();
  await other.goto('https://other.example/');
  await rest(1_000);
  expect(await panelNow(other)).toBeNull();
  await other.close();
});

test('loaded again it is read again, also by a worker that was stopped', async () => {
  await page.bringToFront();
  if (asked.browser.name === 'chromium') await (asked.browser as Chromium).stopWorker();
  await page.goto(`${origin}/`);
  expect((await shownIn(await panelIn(page)))?.people.map(({ address }) => address)).toEqual(people);
});

// Firefox has no way to tell that a frame is wholly visible: acts go to the side panel there.
test.skipIf(browserName === 'firefox')('is kept when the user says that it is right', async () => {
  const panel: View = await panelIn(page);
  await rest(900);
  await panel.click('[data-unconfirmed] button');
  await eventually('the occasion to be kept', async () => ((await kept())[0] === 1 ? true : null));
  await eventually('the question to go', async () =>
    (await panel.evaluate(() => document.querySelector('[data-unconfirmed]') === null, null)) ? true : null,
  );
  expect(await kept()).toEqual([1, 3]);
});

test('how reading went is counted, and the outline of the open page can be copied', async () => {
  const planner = await openPlanner(asked.browser, '#/settings');
  await planner.waitFor('[data-site-health="generic"]');
  expect(
    await planner.evaluate(
      () => document.querySelector('[data-site-health="generic"]')?.getAttribute('data-broken'),
      null,
    ),
  ).toBe('0');
  await planner.click('[data-site-health="generic"] .button');
  await planner.waitUntil(
    () => (document.querySelector('[data-site-health="generic"] [role=status]')?.textContent ?? '') === 'Copied.',
    null,
  );
  await planner.close();
});

const row = `[data-origin="${origin}"]`;
const registered = (planner: Tab) =>
  planner.evaluate(async () => {
    const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
    return (await api.scripting.getRegisteredContentScripts()).map(({ js, matches }) => `${matches} ${js}`);
  }, null);

test('withdrawn in the settings, the panel goes from the open page and the script with it', async () => {
  const planner = await openPlanner(asked.browser, '#/settings');
  await planner.waitFor(row);
  expect(await registered(planner)).toHaveLength(1);
  await planner.evaluate((css) => {
    [...document.querySelectorAll<HTMLElement>(`${css} .site-ways button`)].at(-1)?.click();
  }, row);
  await planner.waitUntil((css) => document.querySelector(css) === null, row);
  await gone(page);
  await eventually('no script registered', async () => ((await registered(planner)).length === 0 ? true : null));
  if (browserName === 'firefox')
    expect(
      await planner.evaluate(
        (pattern) =>
          (globalThis as unknown as { browser: typeof chrome }).browser.permissions.contains({ origins: [pattern] }),
        `${origin}/*`,
      ),
    ).toBe(false);
  await planner.close();
  await page.goto(`${origin}/`);
  await rest(1_000);
  expect(await panelNow(page)).toBeNull();
});

test('taken away in the browser’s own settings, it goes likewise; the settings say so; allowed again, it is back', async () => {
  await asked.takeAway(origin);
  await add();
  await asked.takeAway(origin);
  await gone(page);
  const planner = await openPlanner(asked.browser, '#/settings');
  await planner.waitFor(`${row}[data-allowed="false"]`);
  expect(await registered(planner)).toEqual([]);
  await planner.click(`${row} .site-ways button`);
  await asked.allow(origin);
  await planner.waitFor(`${row}[data-allowed="true"]`);
  expect(await registered(planner)).toHaveLength(1);
  await page.bringToFront();
  await panelIn(page);
  await planner.close();
});

test('an update, which forgets registered scripts, changes nothing: they are registered anew', async () => {
  const planner = await openPlanner(asked.browser, '#/settings');
  await planner.evaluate(async () => {
    const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
    await api.scripting.unregisterContentScripts();
  }, null);
  expect(await registered(planner)).toEqual([]);
  // What the background does after an update and at the browser's start, it does too when a permission changes.
  await asked.takeAway(origin);
  await asked.allow(origin);
  if (browserName === 'firefox') await planner.click(`${row} .site-ways button`);
  await eventually('the script to be registered', async () => ((await registered(planner)).length === 1 ? true : null));
  await planner.close();
});

test('a server of one’s own is known by its marks, and read by the reader that it was made for', async () => {
  const tab = await asked.browser.newTab();
  await tab.goto(roundcube.url);
  const popup = await openPopup(asked.browser, await tabIdOf(asked.browser, webmail));
  await popup.waitFor('.popup-add button');
  await popup.click('.popup-add button');
  await rest(300);
  await asked.allow(webmail);
  await tab.bringToFront();
  const shown = await shownIn(await panelIn(tab));
  const wanted = roundcube.people.flatMap(({ email, self }) => (email === null || self ? [] : [email.toLowerCase()]));
  const found = shown?.people.flatMap(({ address }) => (address ? [address.toLowerCase()] : [])) ?? [];
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.filter((address) => !found.includes(address))).toEqual([]);
  const planner = await openPlanner(asked.browser, '#/settings');
  await planner.waitFor(`[data-origin="${webmail}"]`);
  const said = await planner.evaluate(
    (css) => document.querySelector(css)?.textContent ?? '',
    `[data-origin="${webmail}"] .choice-trigger`,
  );
  expect(said).toContain('Roundcube');
  await popup.close();
  await planner.close();
  await tab.close();
});
