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
  height?: number;
  /** What is clicked and typed before the picture. */
  first?: (page: Page) => Promise<void>;
}

const click = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click();
const look = (name: string, width: number, first?: Look['first']): Look => ({ name, width, first });

const looks: Look[] = [
  look('rich', 360),
  look('rich', 280),
  look('rich', 500),
  look('rich', 960),
  look('over', 360),
  look('strangers', 360),
  look('alone', 360),
  look('crowd', 360),
  look('nothing', 360),
  look('broken', 360),
  look('store-problem', 360),
  look('loading', 360),
  look('rich', 361, async (page) => {
    await page.locator('.prompt details summary').first().click();
    await click(page, /^(2|还有).*(more|提示)|more prompts/);
    await page.locator('button.person-head').first().click();
    await page.locator('.evidence, .person-body summary').first().click();
  }),
  look('rich', 362, async (page) => {
    await page.locator('.prompt[data-kind=share] .button-main').click();
    await page.locator('.choice-trigger').first().waitFor();
  }),
  look('rich', 363, async (page) => {
    await page.locator('.prompt[data-kind=share] .button-main').click();
    await page.locator('.choice-trigger').first().click();
    await page.getByRole('option').nth(1).click();
  }),
  look('rich', 364, async (page) => {
    await page
      .locator('.prompt')
      .first()
      .getByRole('button', { name: /Later|以后/ })
      .click();
    await page.locator('.later').first().waitFor();
  }),
  look('rich', 365, async (page) => {
    await page.locator('.prompt[data-kind=record] .button-main').click();
    await page.locator('.toast').waitFor();
  }),
  look('rich', 366, async (page) => {
    await page.locator('button.person-head').nth(2).click();
    await page.locator('.person-acts .button').nth(3).click();
  }),
  look('over', 361, (page) => click(page, /Write the review|写复盘/)),
  look('rich', 367, async (page) => {
    await page.locator('.prompt').first().locator('.button-main').click();
  }),
];

async function problemsOf(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axePath });
  return page.evaluate(async () => {
    const axe = (
      globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> };
      }
    ).axe;
    const { violations } = await axe.run();
    const wide =
      document.documentElement.scrollWidth > document.documentElement.clientWidth
        ? [`wider than its window: ${document.documentElement.scrollWidth} > ${document.documentElement.clientWidth}`]
        : [];
    return [
      ...wide,
      ...violations.flatMap((v) =>
        v.nodes.map((node) => `${v.id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
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
    viewport: { width: asked.width, height: asked.height ?? 800 },
    locale: language,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  await page.goto(`${address}?look=${asked.name}&language=${language}&theme=${theme}`);
  await page.locator('main').waitFor();
  await asked.first?.(page);
  await page.waitForTimeout(150);
  const name = `${asked.name}-${asked.width}-${language}-${theme}`;
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
for (const asked of looks.filter((each) => only === undefined || `${each.name}-${each.width}`.includes(only)))
  for (const language of ['en', 'zh-CN'])
    for (const theme of ['light', 'dark'] as const) {
      problems.push(
        ...(await draw(browser, address, asked, language, theme).catch((error) => [
          `${asked.name}-${asked.width}-${language}-${theme}: ${error}`,
        ])),
      );
      drawn++;
    }
await browser.close();
await server.close();
for (const problem of problems) console.error(problem);
console.log(`${drawn} pictures in ${out}, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
