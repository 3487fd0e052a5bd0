import { expect, test } from 'vitest';
import { browserForFile, browserName } from '../browser.ts';
import type { Chromium } from '../chromium.ts';
import { eventually, type Tab } from '../driver.ts';
import { panelIn, panelNow, shownIn } from '../screens/panel.ts';
import { meetingPage, meetingUrl } from './meeting-page.ts';

const browser = browserForFile();

const hosts = (tab: Tab) =>
  tab.evaluate(
    () => [...document.documentElement.children].filter((each) => !['HEAD', 'BODY'].includes(each.tagName)).length,
    null,
  );

async function meeting(name: string): Promise<Tab> {
  const url = `${meetingUrl}?${name}`;
  browser().serve(url, meetingPage(`Plans ${name}`, [{ name: 'Ana Wu', email: `${name}@example.com` }], name));
  const tab = await browser().newTab();
  await tab.goto(url);
  await panelIn(tab);
  return tab;
}

test.skipIf(browserName === 'firefox')(
  'a panel whose worker was stopped acts as before, on the same occasion',
  async () => {
    const tab = await meeting('stopped');
    const panel = await panelIn(tab);
    await new Promise((resolve) => setTimeout(resolve, 900));
    await (browser() as Chromium).stopWorker();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await panel.click('[data-kind="record"] button');
    await eventually('the guest to be kept', async () =>
      (await shownIn(panel))?.people[0]?.match === 'known' ? true : null,
    );
    expect(await hosts(tab)).toBe(1);
    await tab.close();
  },
);

test.skipIf(browserName === 'firefox')(
  'a page open in the background, worker stopped, still gets its next occasion',
  async () => {
    const tab = await meeting('next');
    const panel = await panelIn(tab);
    await (browser() as Chromium).stopWorker();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await tab.evaluate(() => {
      const bubble = document.getElementById('xDetDlg');
      const title = document.getElementById('rAECCd');
      const guest = document.querySelector('[data-email="next@example.com"]');
      for (const name of ['data-email', 'data-id', 'data-hovercard-id']) guest?.setAttribute(name, 'after@example.com');
      bubble?.setAttribute('data-eventid', btoa('after1 me@example.com').replace(/=+$/, ''));
      bubble?.setAttribute('jslog', '35463; 2:["after1","me@example.com"]');
      if (title !== null) title.textContent = 'After';
    }, null);
    await eventually('the next meeting', async () => ((await shownIn(panel))?.title === 'After' ? true : null));
    expect((await shownIn(panel))?.people.map((each) => each.address)).toEqual(['after@example.com']);
    await tab.close();
  },
);

// Last in this file: the extension is loaded anew. Firefox’s driver has no way to do that.
test.skipIf(browserName === 'firefox')(
  'an update takes the old panel away and puts a new one into the open page',
  async () => {
    const tab = await meeting('update');
    const { context } = browser() as Chromium;
    // An unpacked extension comes back from being loaded anew only in developer mode.
    const settings = await context.newPage();
    await settings.goto('chrome://extensions');
    await settings.evaluate(async () => {
      type Private = { updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void> };
      const { developerPrivate } = (globalThis as unknown as { chrome: { developerPrivate: Private } }).chrome;
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    });
    await settings.close();
    const before = await tab.evaluate(
      () => [...document.documentElement.children].find((each) => !['HEAD', 'BODY'].includes(each.tagName))?.localName,
      null,
    );
    const own = await browser().newTab();
    await own.goto(`${browser().origin}/sidepanel.html?tab=0`);
    await tab.bringToFront();
    await own
      .evaluate(
        () => (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload(),
        null,
      )
      .catch(() => undefined);
    await eventually(
      'a new host',
      async () => {
        const now = await tab.evaluate(
          () =>
            [...document.documentElement.children]
              .filter((each) => !['HEAD', 'BODY'].includes(each.tagName))
              .map((each) => each.localName),
          null,
        );
        return now.length === 1 && now[0] !== before ? true : null;
      },
      20_000,
    );
    const panel = await panelIn(tab);
    expect((await shownIn(panel))?.title).toBe('Plans update');
    expect(await hosts(tab)).toBe(1);
    expect(await panelNow(tab)).not.toBeNull();
    await tab.close();
  },
);
