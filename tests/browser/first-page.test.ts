import { afterEach, expect, test } from 'vitest';
import { sampleAddress, samplePages } from '../../scripts/sample/pages.ts';
import { threads } from '../../scripts/sample/story.ts';
import { browserName, startBrowser } from './browser.ts';
import type { StartOptions, TestBrowser } from './driver.ts';
import { panelNow, panelShowing, shownIn } from './screens/panel.ts';

/** Whatever page comes first, and whenever the extension came to it, its panel is there. Each test has a browser of its own. */
let browser: TestBrowser | undefined;
afterEach(() => browser?.close());

async function fresh(options: StartOptions = {}): Promise<TestBrowser> {
  browser = await startBrowser(options);
  for (const { url, html } of samplePages('en', Date.now())) browser.serve(url, html);
  return browser;
}

const subject = threads.find(({ key }) => key === 'customs')?.subject ?? '';

test('the first page ever after the installation is a mail thread', async () => {
  const tab = await (await fresh()).newTab();
  await tab.goto(sampleAddress.thread('customs'));
  const shown = await shownIn(await panelShowing(tab, subject));
  expect(shown?.kind).toBe('thread');
  expect(shown?.people.length).toBeGreaterThan(0);
});

test('a page that was open before the extension was installed', async () => {
  const started = await fresh({ bare: true });
  const tab = await started.newTab();
  await tab.goto(sampleAddress.thread('customs'));
  await started.install();
  expect((await shownIn(await panelShowing(tab, subject)))?.people.length).toBeGreaterThan(0);
});

test.skipIf(browserName === 'chromium')('a mail thread while the event page is asleep', async () => {
  const started = await fresh({ preferences: { 'extensions.background.idle.timeout': 200 } });
  const tab = await started.newTab();
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  await tab.goto(sampleAddress.thread('customs'));
  await panelShowing(tab, subject);
});

test('a thread that was opened in a tab behind, once that comes to the front', async () => {
  const started = await fresh();
  const behind = await started.newTab();
  const front = await started.newTab();
  await front.bringToFront();
  await behind.goto(sampleAddress.thread('customs'));
  await behind.bringToFront();
  await panelShowing(behind, subject);
});

// Only Firefox lets its user take a listed site away.
test.skipIf(browserName === 'chromium')(
  'sites that the browser keeps from it are asked for with one click',
  async () => {
    const started = await fresh({ preferences: { 'extensions.webextOptionalPermissionPrompts': false } });
    const popup = await started.newTab();
    await popup.goto(`${started.origin}/popup.html`);
    await popup.waitFor('main');
    expect(await popup.evaluate(() => document.querySelector('.notice'), null)).toBeNull();
    await popup.evaluate(() => {
      type Api = { permissions: { remove(what: { origins: string[] }): Promise<boolean> } };
      const origins = ['https://mail.google.com/*', 'https://calendar.google.com/*'];
      return (globalThis as unknown as { browser: Api }).browser.permissions.remove({ origins });
    }, null);
    const tab = await started.newTab();
    await tab.goto(sampleAddress.thread('customs'));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await panelNow(tab)).toBeNull();
    await popup.bringToFront();
    await popup.evaluate(() => location.reload(), null);
    await popup.waitFor('.notice');
    await popup.click('.notice button');
    await popup.waitUntil(() => document.querySelector('.notice') === null, null);
    await tab.bringToFront();
    await panelShowing(tab, subject);
  },
);
