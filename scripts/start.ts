import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { startChromium } from '../tests/browser/chromium.ts';
import { panelShowing, shownIn } from '../tests/browser/screens/panel.ts';
import { importFiles, openPlanner } from '../tests/browser/screens/planner.ts';
import { needBrowsers } from './browsers.ts';
import { sampleBackup } from './sample/backup.ts';
import { sampleAddress, samplePages } from './sample/pages.ts';
import { meetings, threads } from './sample/story.ts';

/**
 * `npm start`: builds the extension and opens Chromium with it, the sample people in its store, and a sample inbox and
 * calendar on the real host names. Without a display the same runs headless and leaves pictures.
 */
const root = resolve(import.meta.dirname, '..');
const pictures = join(root, '.output/start');
const headless =
  process.argv.includes('--headless') ||
  (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY);
const language = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '') ? 'zh-CN' : 'en';

const titleOf = (key: string): string => meetings.find((meeting) => meeting.key === key)?.title ?? '';
const subjectOf = (key: string): string => threads.find((thread) => thread.key === key)?.subject ?? '';

needBrowsers('chromium');
console.log('Building the extension …');
execFileSync('npm', ['run', '--silent', 'build'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
});

console.log(`Opening Chromium with the sample${headless ? ', without a window, for there is no display' : ''} …`);
const now = Date.now();
const folder = mkdtempSync(join(tmpdir(), 'renmai-start-'));
const browser = await startChromium(join(root, '.output/chrome-mv3'), {
  headless,
  language: language === 'en' ? 'en-US' : language,
  width: 1440,
  height: 900,
});
let closed = false;
const untilClosed = new Promise<void>((done) => browser.context.once('close', () => done())).then(() => {
  closed = true;
});
try {
  for (const { url, html } of samplePages(language, now)) browser.serve(url, html);

  const sample = join(folder, 'sample.json');
  writeFileSync(sample, JSON.stringify(sampleBackup(now, -new Date(now).getTimezoneOffset() * 60_000)));
  const planner = await openPlanner(browser, '#/import');
  const { added } = await importFiles(planner, [sample]);
  console.log(`The sample is in: ${added} records.`);
  await planner.goto(`${browser.origin}/planner.html#/today`);

  const mail = await browser.newTab();
  await mail.goto(sampleAddress.thread('customs'));
  await panelShowing(mail, subjectOf('customs'));
  const calendar = await browser.newTab();
  await calendar.goto(sampleAddress.calendar);
  await calendar.click('[data-key=delivery]');
  const panel = await panelShowing(calendar, titleOf('delivery'));
  await panel.waitFor('[data-kind]');
  const shown = await shownIn(panel);
  console.log(
    `Beside “${titleOf('delivery')}”: ${shown?.people.length ?? 0} people, ${shown?.prompts.length ?? 0} prompts.`,
  );

  if (headless) {
    mkdirSync(pictures, { recursive: true });
    const taken: string[] = [];
    const take = async (tab: typeof mail, name: string) => {
      await tab.bringToFront();
      const path = join(pictures, `${name}.png`);
      await tab.screenshot(path);
      taken.push(relative(process.cwd(), path));
    };
    await take(calendar, '1-meeting');
    await take(mail, '2-thread');
    await mail.goto(sampleAddress.thread('newsender'));
    await (await panelShowing(mail, subjectOf('newsender'))).waitFor('[data-match]');
    await take(mail, '3-new-sender');
    await take(planner, '4-today');
    console.log(`\nPictures of what a window would show:\n${taken.map((path) => `  ${path}`).join('\n')}`);
  } else {
    console.log('Open a meeting or a thread; the panel stands beside it. Close the window to end.');
    await untilClosed;
  }
} finally {
  if (!closed) await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
