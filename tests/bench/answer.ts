import type { Chromium } from '../browser/chromium.ts';
import { eventually } from '../browser/driver.ts';
import { answeredAt } from './empty-extension.ts';
import { bubble, calendarPage, calendarUrl } from './pages.ts';
import { type Row, row } from './row.ts';

/** In every document: when the first person stood in it (epoch ms). */
const noteFirstPerson = () => {
  new MutationObserver(() => {
    if (document.querySelector('[data-match]') === null) return;
    const noted = globalThis as { firstPersonAt?: number };
    noted.firstPersonAt ??= performance.timeOrigin + performance.now();
  }).observe(document, { childList: true, subtree: true });
};

/** A calendar in this browser: `open` shows a bubble of that round and answers the ms from then until `answered` says when. */
async function calendarIn(browser: Chromium, attendees: number) {
  browser.serve(calendarUrl, calendarPage);
  await browser.context.addInitScript(noteFirstPerson);
  const page = await browser.context.newPage();
  await page.goto(calendarUrl);
  const when = {
    panel: async (): Promise<number | null> => {
      const frame = page.frames().find((one) => one.url().includes('/panel.html'));
      if (frame === undefined) return null;
      return frame.evaluate(() => (globalThis as { firstPersonAt?: number }).firstPersonAt ?? null).catch(() => null);
    },
    worker: async (): Promise<number | null> => {
      const at = await page.evaluate((name) => document.documentElement.getAttribute(name), answeredAt);
      return at === null ? null : Number(at);
    },
  };
  return {
    async open(round: number, by: keyof typeof when): Promise<number> {
      await page.evaluate((name) => {
        document.querySelector('[role=dialog]')?.remove();
        document.documentElement.removeAttribute(name);
      }, answeredAt);
      await eventually('the panel to go', async () => (page.frames().length === 1 ? true : null));
      // Long enough for what the last round set going to end, and for the worker to be gone.
      await page.waitForTimeout(600);
      await browser.stopWorker();
      await page.waitForTimeout(400);
      const shownAt = await page.evaluate(
        (html) => {
          const template = document.createElement('template');
          template.innerHTML = html;
          const at = performance.timeOrigin + performance.now();
          document.body.append(template.content);
          return at;
        },
        bubble(attendees, round),
      );
      const answered = await eventually('an answer', when[by], 20_000);
      return answered - shownAt;
    },
  };
}

/** Bubble on the screen → people in the panel, the worker stopped before; against an empty worker's answer. */
export async function answerRow(ours: Chromium, empty: Chromium, people: number, rounds: number): Promise<Row> {
  const attendees = 12;
  const [calendar, floor] = [await calendarIn(ours, attendees), await calendarIn(empty, attendees)];
  const figures: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let round = 0; round < rounds + 2; round++) {
    const mine = await calendar.open(round, 'panel');
    const theirs = await floor.open(round, 'worker');
    if (round < 2) continue;
    figures.ours.push(mine);
    figures.theirs.push(theirs);
  }
  return row(
    {
      name: 'bubble on the screen → people in the panel, worker stopped before',
      n: people,
      unit: 'ms',
      peer: 'an empty worker’s cold answer',
      budget: 5,
    },
    figures,
  );
}
