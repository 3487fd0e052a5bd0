import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { screens } from '../components/planner/route.ts';
import { type Chromium, startChromium } from '../tests/browser/chromium.ts';
import type { Tab } from '../tests/browser/driver.ts';
import { panelShowing } from '../tests/browser/screens/panel.ts';
import { importFiles, openPlanner } from '../tests/browser/screens/planner.ts';
import { sampleBackup } from './sample/backup.ts';
import type { PageLanguage } from './sample/markup.ts';
import { sampleAddress, samplePages } from './sample/pages.ts';
import { meetings, threads } from './sample/story.ts';

/** `npm run pictures`: every screen, empty and with the sample, light and dark, in both languages, wide and narrow, into `docs/pictures/`. */
const root = resolve(import.meta.dirname, '..');
const into = join(root, 'docs/pictures');
const now = Date.now();
const eastOfUtc = -new Date(now).getTimezoneOffset() * 60_000;
const wide = { width: 1280, height: 800 };
const narrow = { width: 420, height: 800 };

/** Long enough for fonts, lists and the panel's own first frames. */
const settle = () => new Promise((done) => setTimeout(done, 700));

async function take(tab: Tab, name: string): Promise<void> {
  await tab.bringToFront();
  await settle();
  await tab.screenshot(join(into, `${name}.png`));
}

async function withBrowser(language: PageLanguage, work: (browser: Chromium) => Promise<void>): Promise<void> {
  const browser = await startChromium(join(root, '.output/chrome-mv3'), {
    language: language === 'en' ? 'en-US' : language,
    ...wide,
  });
  try {
    for (const { url, html } of samplePages(language, now)) browser.serve(url, html);
    await work(browser);
  } finally {
    await browser.close();
  }
}

const short = (language: PageLanguage): string => (language === 'en' ? 'en' : 'zh');

/** The first run and the screens of a store with nothing in it. */
async function takeEmpty(browser: Chromium, language: PageLanguage): Promise<void> {
  const tab = await browser.newTab();
  await tab.goto(`${browser.origin}/planner.html`);
  await tab.waitFor('main');
  await take(tab, `welcome-${short(language)}`);
  await tab.goto(`${browser.origin}/popup.html`);
  await tab.waitFor('main');
  await tab.resize(380, 560);
  await take(tab, `popup-${short(language)}`);
  await tab.close();
}

/** Every screen with the sample in it. */
async function takeFull(browser: Chromium, language: PageLanguage, folder: string): Promise<void> {
  const file = join(folder, 'sample.json');
  writeFileSync(file, JSON.stringify(sampleBackup(now, eastOfUtc)));
  const planner = await openPlanner(browser, '#/import');
  await importFiles(planner, [file]);

  const calendar = await browser.newTab();
  await calendar.goto(sampleAddress.calendar);
  await calendar.click('[data-key=delivery]');
  const delivery = meetings.find(({ key }) => key === 'delivery')?.title ?? '';
  await (await panelShowing(calendar, delivery)).waitFor('[data-kind]');
  const mail = await browser.newTab();
  for (const key of ['customs', 'newsender'] as const) {
    await mail.goto(sampleAddress.thread(key));
    await (await panelShowing(mail, threads.find((thread) => thread.key === key)?.subject ?? '')).waitFor(
      '[data-match]',
    );
    await take(mail, `thread-${key}-${short(language)}`);
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await calendar.media({ colorScheme });
    await take(calendar, `meeting-${short(language)}-${colorScheme}`);
  }

  for (const route of screens) {
    await planner.goto(`${browser.origin}/planner.html#/${route}`);
    await planner.waitFor('main h1');
    for (const colorScheme of ['light', 'dark'] as const) {
      await planner.media({ colorScheme });
      await take(planner, `${route}-${short(language)}-${colorScheme}`);
    }
    await planner.media({ colorScheme: 'light' });
  }
  await planner.resize(narrow.width, narrow.height);
  for (const route of ['today', 'people'] as const) {
    await planner.goto(`${browser.origin}/planner.html#/${route}`);
    await planner.waitFor('main h1');
    await take(planner, `${route}-${short(language)}-narrow`);
  }
}

execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
rmSync(into, { recursive: true, force: true });
mkdirSync(into, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'renmai-pictures-'));
try {
  for (const language of ['en', 'zh-CN'] as const) {
    await withBrowser(language, (browser) => takeEmpty(browser, language));
    await withBrowser(language, (browser) => takeFull(browser, language, folder));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const sizes = readdirSync(into).map((name) => statSync(join(into, name)).size);
console.log(`${sizes.length} pictures in docs/pictures, ${Math.round(sizes.reduce((a, b) => a + b, 0) / 1000)} kB`);
