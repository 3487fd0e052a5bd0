import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { needBrowsers } from './browsers.ts';

/**
 * Draws every state of the panel (light and dark, both languages, narrow and wide) in Chromium, saves a picture of each
 * to the folder given (default `.output/looks`), and ends with an error where axe finds a violation, something is wider
 * than its window, or the console holds an error. `npx tsx scripts/looks.ts [folder] [only states named so]`
 */
const root = resolve(import.meta.dirname, '..');
const out = resolve(process.argv[2] ?? join(root, '.output/looks'));
const only = process.argv[3];
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Look {
  name: string;
  width: number;
  screen: string;
  /** Tells apart several pictures of one state. */
  as?: string;
  /** What is clicked and typed before the picture. */
  first?: (page: Page) => Promise<void>;
}

const at = (screen: string, name: string, width: number): Look => ({ screen, name, width });
const panel = (name: string, width: number): Look => at('panel', name, width);
const opened = (as: string, first: Look['first'], name = 'rich'): Look => ({ ...panel(name, 360), as, first });

const looks: Look[] = [
  ...[280, 360, 500, 960].map((width) => panel('rich', width)),
  ...['over', 'strangers', 'alone', 'crowd', 'nothing', 'broken', 'store-problem', 'loading'].map((name) =>
    panel(name, 360),
  ),
  opened('unfolded', async (page) => {
    await page.locator('.prompt details summary').first().click();
    await page.locator('.prompts > .button').click();
    await page.locator('button.person-head').first().click();
    await page.locator('.person-body summary').first().click();
  }),
  opened('share', async (page) => {
    await page.locator('.prompt[data-kind=share] .button-main').click();
    await page.locator('.choice-trigger').first().waitFor();
  }),
  opened('guard', async (page) => {
    await page.locator('.prompt[data-kind=share] .button-main').click();
    await page.locator('.choice-trigger').first().click();
    await page.getByRole('option').nth(1).click();
  }),
  opened('choices', async (page) => {
    await page.locator('.prompt[data-kind=share] .button-main').click();
    await page.locator('.choice-trigger').first().click();
    await page.getByRole('option').first().waitFor();
  }),
  opened('later', (page) => page.locator('.prompt [aria-controls]').first().click()),
  opened('undo', async (page) => {
    await page.locator('.prompt[data-kind=record] .button-main').click();
    await page.locator('.toast').waitFor();
  }),
  opened('note', async (page) => {
    await page.locator('button.person-head').nth(2).click();
    await page.locator('.person-acts .button').nth(3).click();
  }),
  opened('ask-both', (page) => page.locator('.prompt[data-kind=introduce] .button-main').click()),
  opened('review', (page) => page.locator('.review-offer .button').click(), 'over'),
  at('popup', 'rich', 360),
  at('popup', 'nothing', 360),
  {
    ...at('popup', 'nothing', 360),
    as: 'capture',
    first: (page) => page.getByRole('textbox').fill('The quay opens a second gate #ports until 5 Dec !confidential'),
  },
  ...['popup-new', 'popup-added', 'popup-plain'].map((screen) => at(screen, 'nothing', 360)),
  {
    ...at('popup-new', 'nothing', 360),
    as: 'pasted',
    first: async (page) => {
      await page.locator('summary').click();
      await page.locator('textarea').fill('We meet on Monday.');
      await page.locator('.paste-form button').click();
      await page.getByText('RM-211').waitFor();
    },
  },
  panel('found', 360),
  at('sites', 'nothing', 900),
  at('sites', 'nothing', 420),
  at('welcome', 'read', 900),
  ...[1, 2, 3].map(
    (steps): Look => ({
      ...at('welcome', 'read', 420),
      as: `step-${steps + 1}`,
      first: async (page) => {
        for (let step = 0; step < steps; step++) await page.locator('.welcome-ways .button-main').click();
      },
    }),
  ),
];

const nameOf = (look: Look): string =>
  [look.screen, look.name, String(look.width), look.as].filter((part) => part !== undefined).join('-');

/**
 * What axe and the layout have to say. Left out are the guards of an open popup's focus, which pass focus on when they get it,
 * and the popup itself as content outside landmarks: both are the component library's, and gone when it closes.
 */
async function problemsOf(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axePath });
  return page.evaluate(async () => {
    const axe = (
      globalThis as unknown as {
        axe: {
          run(context: object): Promise<{
            violations: { id: string; nodes: { html: string; target: string[]; failureSummary?: string }[] }[];
          }>;
        };
      }
    ).axe;
    const { violations } = await axe.run({
      exclude: [['[data-base-ui-focus-guard]']],
    });
    const wide =
      document.documentElement.scrollWidth > document.documentElement.clientWidth
        ? [`wider than its window: ${document.documentElement.scrollWidth} > ${document.documentElement.clientWidth}`]
        : [];
    return [
      ...wide,
      ...violations.flatMap((v) =>
        v.nodes
          .filter(
            (node) =>
              v.id !== 'region' ||
              document.querySelector(node.target[0] ?? '')?.closest('[data-base-ui-portal]') == null,
          )
          .map((node) => `${v.id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
      ),
    ];
  });
}

async function draw(
  browser: Browser,
  address: string,
  asked: Look,
  language: string,
  theme: 'light' | 'dark',
): Promise<string[]> {
  const context = await browser.newContext({
    viewport: { width: asked.width, height: 800 },
    locale: language,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  await page.goto(`${address}?screen=${asked.screen}&look=${asked.name}&language=${language}&theme=${theme}`);
  await page.locator('main').waitFor();
  await asked.first?.(page);
  await page.waitForTimeout(150);
  const name = `${nameOf(asked)}-${language}-${theme}`;
  await page.screenshot({ path: join(out, `${name}.png`), fullPage: true });
  const problems = [...(await problemsOf(page)), ...errors].map((problem) => `${name}: ${problem}`);
  await context.close();
  return problems;
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const site = join(root, '.output/looks-site');
const config = {
  root: join(root, 'tests/looks'),
  configFile: false as const,
  logLevel: 'error' as const,
  build: { outDir: site, emptyOutDir: true },
};
await build(config);
const server = await preview({ ...config, preview: { port: 0, host: '127.0.0.1' } });
const address = server.resolvedUrls?.local[0];
if (address === undefined) throw new Error('The preview server gave no address.');
const browser = await chromium.launch({
  executablePath: needBrowsers('chromium').chromium,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const problems: string[] = [];
let drawn = 0;
for (const asked of looks.filter((each) => only === undefined || nameOf(each).includes(only)))
  for (const language of ['en', 'zh-CN'])
    for (const theme of ['light', 'dark'] as const) {
      problems.push(
        ...(await draw(browser, address, asked, language, theme).catch((error) => [
          `${nameOf(asked)}-${language}-${theme}: ${error}`,
        ])),
      );
      drawn++;
    }
await browser.close();
await server.close();
for (const problem of problems) console.error(problem);
console.log(`${drawn} pictures in ${out}, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
