import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleAddress, samplePages } from '../../scripts/sample/pages.ts';
import { axeViolations } from './axe.ts';
import { browserForFile } from './browser.ts';
import type { Tab, View } from './driver.ts';
import { openSidePanel, panelShowing } from './screens/panel.ts';
import { openPlanner, type Route } from './screens/planner.ts';

/** Every screen outside the filled planner, as a new user meets them: first empty, then on the sample. */
const browser = browserForFile();
const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];
const meeting = 'Quarterly delivery review 季度交付评审';
const thread = 'Dashboards for water utilities';
let planner: Tab;

beforeAll(async () => {
  for (const { url, html } of samplePages('en', Date.now())) browser().serve(url, html);
  planner = await openPlanner(browser(), '#/today');
}, 60_000);
afterAll(() => planner?.close());

const go = (route: Route) =>
  planner.evaluate((hash) => {
    location.hash = hash;
  }, route);

/** Sets the theme as a user does, in the settings. */
async function setTheme(theme: Theme): Promise<void> {
  // Behind another tab nothing moves, so it would never stand still.
  await planner.bringToFront();
  await go('#/settings');
  const name = theme === 'dark' ? 'Dark' : 'Light';
  const isThere = (words: string) =>
    [...document.querySelectorAll('[role=radio]')].some((one) => one.textContent === words);
  await planner.waitUntil(isThere, name);
  await planner.evaluate((words) => {
    const options = [...document.querySelectorAll<HTMLElement>('[role=radio]')];
    options.find((one) => one.textContent === words)?.click();
  }, name);
  await inTheme(planner, theme);
}

/** Waits until a screen has taken the theme on, and stands still. */
const inTheme = (view: View, theme: Theme) =>
  view.waitUntil(
    (wanted) => document.documentElement.dataset.theme === wanted && document.getAnimations().length === 0,
    theme,
  );

/** Looks at a screen as it is now: nothing for axe to say, nothing wider than its window. */
async function looksWell(view: View, what: string): Promise<void> {
  expect(await axeViolations(view), what).toEqual([]);
  expect(await wider(view), `${what} is wider than its window`).toBeLessThanOrEqual(0);
}

const wider = (view: View) => view.evaluate(() => document.documentElement.scrollWidth - innerWidth, null);

/** Opens the reasons of each prompt and the first person, so that they are looked at too. */
async function unfold(view: View): Promise<void> {
  await view.waitFor('[data-kind][data-address]');
  await view.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
    document.querySelector<HTMLElement>('button.person-head[aria-expanded=false]')?.click();
  }, null);
  await view.waitFor('.person-body');
}

describe('before anything is kept', () => {
  const empty: Route[] = [
    '#/people',
    '#/tips',
    '#/introductions',
    '#/matters',
    '#/reviews',
    '#/practice',
    '#/import',
    '#/settings',
  ];

  test.each(themes)('the welcome and the empty screens, %s', async (theme) => {
    await setTheme(theme);
    for (const route of empty) {
      await go(route);
      await planner.waitUntil(
        () => document.querySelector('main h1') !== null && document.querySelector('main .loading') === null,
        null,
      );
      await looksWell(planner, `${theme} ${route}`);
    }
    await go('#/today');
    for (let step = 1; step <= 4; step++) {
      await planner.waitUntil(
        (n) => document.querySelector('.welcome-head')?.textContent?.includes(String(n)) ?? false,
        step,
      );
      await looksWell(planner, `${theme} welcome ${step}`);
      if (step < 4) await planner.clickRole('button', 'Next');
    }
  });
});

describe('on the sample', () => {
  let onMeeting: Tab;
  let onThread: Tab;
  let side: Tab;
  let popup: Tab;

  beforeAll(async () => {
    await planner.bringToFront();
    await go('#/settings');
    await planner.waitUntil(() => document.querySelector('.welcome') === null, null);
    await go('#/today');
    for (let step = 1; step < 4; step++) await planner.clickRole('button', 'Next');
    await planner.clickRole('button', 'Try with sample people');
    await planner.waitFor('[data-occasion-kind=meeting]', 30_000);

    onThread = await browser().newTab();
    await onThread.goto(sampleAddress.inbox);
    await onThread.goto(sampleAddress.thread('newsender'));
    await panelShowing(onThread, thread);

    onMeeting = await browser().newTab();
    await onMeeting.goto(sampleAddress.calendar);
    await onMeeting.evaluate(() => {
      [...document.querySelectorAll<HTMLElement>('[data-eventid]')]
        .find((one) => one.textContent?.includes('Quarterly delivery review'))
        ?.click();
    }, null);
    await panelShowing(onMeeting, meeting);

    const tabId = await planner.evaluate(async (start) => {
      const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
      return (await api.tabs.query({})).find(({ url }) => url?.startsWith(start))?.id ?? -1;
    }, sampleAddress.calendar);
    side = await openSidePanel(browser(), tabId);
    await unfold(side);
    popup = await browser().newTab();
    await popup.goto(`${browser().origin}/popup.html?tab=${tabId}`);
    await popup.waitFor('.popup-title');
    // Loaded again with the meeting's tab in front, as it is under a real popup, it has the switch of that site too.
    await onMeeting.bringToFront();
    await popup.evaluate(() => location.reload(), null);
    await popup.waitUntil(() => document.querySelector('.popup-foot [role=switch]') !== null, null);
  }, 90_000);
  afterAll(async () => {
    for (const tab of [popup, side, onMeeting, onThread]) await tab?.close();
  });

  test.each(themes)('the panel in a page, the side panel and the popup, %s', async (theme) => {
    await setTheme(theme);
    for (const [tab, title] of [
      [onMeeting, meeting],
      [onThread, thread],
    ] as const) {
      await tab.bringToFront();
      const panel = await panelShowing(tab, title);
      await inTheme(panel, theme);
      await looksWell(panel, `${theme} panel of ${title}`);
    }
    for (const [tab, name] of [
      [side, 'side panel'],
      [popup, 'popup'],
    ] as const) {
      await tab.bringToFront();
      await inTheme(tab, theme);
      await looksWell(tab, `${theme} ${name}`);
    }
  });

  test('nothing scrolls sideways where the side panel is 280 px wide', async () => {
    await side.bringToFront();
    await side.resize(280, 800);
    await side.waitUntil(() => innerWidth === 280, null);
    expect(await wider(side)).toBeLessThanOrEqual(0);
    expect(await axeViolations(side)).toEqual([]);
  });
});

test('nothing left the machine, and no page complained', () => {
  expect(browser().reached()).toEqual([]);
  expect(browser().errors()).toEqual([]);
});
