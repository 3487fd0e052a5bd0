import type { CDPSession, Page } from 'playwright-core';
import type { Chromium } from '../browser/chromium.ts';
import { threadPage, threadUrl } from './pages.ts';
import { type Row, row } from './row.ts';

interface Watched {
  page: Page;
  /** ms that the page's main thread has worked so far. */
  worked(): Promise<number>;
}

async function threadIn(browser: Chromium, messages: number, withPanel: boolean): Promise<Watched> {
  browser.serve(threadUrl, threadPage(messages));
  const page = await browser.context.newPage();
  await page.goto(threadUrl);
  if (withPanel) await page.waitForFunction(() => document.documentElement.lastElementChild?.localName !== 'body');
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.waitForTimeout(2_000);
  return {
    page,
    async worked() {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
    },
  };
}

async function costOf(watched: Watched, work: () => Promise<void>): Promise<number> {
  const before = await watched.worked();
  await work();
  return (await watched.worked()) - before;
}

/** What typing in a compose window, and doing nothing, cost the page's main thread with and without the extension. */
export async function pageCostRows(ours: Chromium, without: Chromium, rounds: number): Promise<Row[]> {
  const messages = 200;
  const keys = 100;
  const idleMs = 5_000;
  const sides = { ours: await threadIn(ours, messages, true), theirs: await threadIn(without, messages, false) };
  const typing: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  const idle: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let round = 0; round < rounds; round++) {
    for (const side of ['ours', 'theirs'] as const) {
      const watched = sides[side];
      await watched.page.bringToFront();
      await watched.page.click('#compose');
      const typed = await costOf(watched, () =>
        watched.page.keyboard.type('prompts about nobody '.repeat(5).slice(0, keys)),
      );
      typing[side].push(typed / keys);
      idle[side].push(((await costOf(watched, () => watched.page.waitForTimeout(idleMs))) / idleMs) * 60_000);
    }
  }
  const peer = 'the same page without the extension';
  return [
    row({ name: 'typing in compose beside 200 messages, main thread', n: messages, unit: 'ms a key', peer }, typing),
    row({ name: 'an open thread at rest, main thread', n: messages, unit: 'ms a minute', peer }, idle),
  ];
}
