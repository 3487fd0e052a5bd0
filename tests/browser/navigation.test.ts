import { afterEach, describe, expect, test } from 'vitest';
import { sampleAddress, samplePages } from '../../scripts/sample/pages.ts';
import { meetings, threads } from '../../scripts/sample/story.ts';
import { named } from '../../scripts/sample/who.ts';
import { browserForFile } from './browser.ts';
import type { Tab } from './driver.ts';
import { panelGone, panelShowing, shownIn } from './screens/panel.ts';

/** Whatever way the page goes on, the panel shows the occasion on the screen or nothing: never the last one's people. */
const browser = browserForFile();
const tabs: Tab[] = [];
afterEach(async () => {
  for (const tab of tabs.splice(0)) await tab.close();
});

async function open(url: string): Promise<Tab> {
  for (const page of samplePages('en', Date.now())) browser().serve(page.url, page.html);
  const tab = await browser().newTab();
  tabs.push(tab);
  await tab.goto(url);
  return tab;
}

const subjectOf = (key: string): string => threads.find((thread) => thread.key === key)?.subject ?? '';
const titleOf = (key: string): string => meetings.find((meeting) => meeting.key === key)?.title ?? '';
const go = (tab: Tab, hash: string) =>
  tab.evaluate((to) => {
    location.hash = to;
  }, hash);
const hashOf = (key: string): string => new URL(sampleAddress.thread(key)).hash;
const addresses = async (tab: Tab, title: string): Promise<(string | null)[]> =>
  (await shownIn(await panelShowing(tab, title)))?.people.map(({ address }) => address) ?? [];

describe('mail', () => {
  test('a second thread without a load, back, forward, and out to the list', async () => {
    const tab = await open(sampleAddress.thread('customs'));
    expect(await addresses(tab, subjectOf('customs'))).toContain(named('marta.nowak').address);
    await go(tab, hashOf('bidui'));
    const second = await addresses(tab, subjectOf('bidui'));
    expect(second).toContain(named('zhou.min').address);
    expect(second).not.toContain(named('marta.nowak').address);
    await tab.back();
    expect(await addresses(tab, subjectOf('customs'))).not.toContain(named('zhou.min').address);
    await tab.forward();
    expect(await addresses(tab, subjectOf('bidui'))).toContain(named('zhou.min').address);
    await go(tab, '#inbox');
    await panelGone(tab);
  });

  test('through many threads in a hurry, only the last one is shown in the end', async () => {
    const tab = await open(sampleAddress.inbox);
    await tab.evaluate(async (hashes) => {
      for (const hash of hashes) {
        location.hash = hash;
        await new Promise((done) => setTimeout(done, 60));
      }
    }, ['customs', 'bidui', 'data', 'customs', 'wiper', 'venue'].map(hashOf));
    const people = await addresses(tab, subjectOf('venue'));
    expect(people).toContain(named('fang.qing').address);
    expect(people).not.toContain(named('marta.nowak').address);
  });
});

describe('calendar', () => {
  test('one bubble closed and another opened within 100 ms', async () => {
    const tab = await open(sampleAddress.calendar);
    await tab.click('[data-key=delivery]');
    expect(await addresses(tab, titleOf('delivery'))).toContain(named('marta.nowak').address);
    await tab.evaluate(async () => {
      document.querySelector<HTMLElement>('#xDetDlgCloseBu')?.click();
      await new Promise((done) => setTimeout(done, 50));
      document.querySelector<HTMLElement>('[data-key=calibration]')?.click();
    }, null);
    const people = await addresses(tab, titleOf('calibration'));
    expect(people).toContain(named('sun.hao').address);
    expect(people).not.toContain(named('marta.nowak').address);
    await tab.press('Escape');
    await panelGone(tab);
  });

  test('when it is, which the page says only in words, stands in the panel', async () => {
    const tab = await open(sampleAddress.calendar);
    await tab.click('[data-key=calibration]');
    const panel = await panelShowing(tab, titleOf('calibration'));
    await panel.waitUntil(() => /\d:\d\d/.test(document.querySelector('.occasion-when bdi')?.textContent ?? ''), null);
  });

  test('from the bubble to the page that edits it and back', async () => {
    const tab = await open(sampleAddress.calendar);
    await tab.click('[data-key=calibration]');
    await panelShowing(tab, titleOf('calibration'));
    await tab.click('.edit');
    expect(await addresses(tab, titleOf('calibration'))).toContain(named('zhou.min').address);
    await tab.back();
    await panelGone(tab);
  });

  test('two tabs each show their own', async () => {
    const mail = await open(sampleAddress.thread('customs'));
    await panelShowing(mail, subjectOf('customs'));
    const calendar = await open(sampleAddress.calendar);
    await calendar.click('[data-key=coffee]');
    await panelShowing(calendar, titleOf('coffee'));
    await mail.bringToFront();
    await panelShowing(mail, subjectOf('customs'));
  });
});
