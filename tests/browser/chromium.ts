import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Frame, type Page } from 'playwright-core';
import { needBrowsers } from '../../scripts/browsers.ts';
import { patience, type StartOptions, type Tab, type TestBrowser, type View } from './driver.ts';
import { refuseOutside, ServedPages } from './outside.ts';

/** Chromium with the unpacked extension of `dir`, headless unless told otherwise, with a few things only Chromium can do. */
export interface Chromium extends TestBrowser {
  context: BrowserContext;
  /** Stops the extension's service worker, as the browser does after 30 s of rest. */
  stopWorker(): Promise<void>;
}

const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-features=OptimizationHints,MediaRouter,Translate',
];

/** What has no switch on the command line: guessing ahead, suggestions, the autofill service, signing in. */
const quietPreferences = {
  net: { network_prediction_options: 2 },
  search: { suggest_enabled: false },
  autofill: { profile_enabled: false, credit_card_enabled: false },
  signin: { allowed: false },
};

/** Starts Chromium. `headless: false` needs a display. `language` is the browser's own (BCP 47). */
export async function startChromium(
  dir: string,
  options: StartOptions & { headless?: boolean } = {},
): Promise<Chromium> {
  const { headless = true, language = 'en-US', width = 1280, height = 800, bare = false } = options;
  const outside = await refuseOutside();
  const profile = mkdtempSync(join(tmpdir(), 'renmai-chromium-'));
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(quietPreferences));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: needBrowsers('chromium').chromium,
    headless,
    // The driver would switch extensions off where none is named.
    ignoreDefaultArgs: ['--disable-extensions'],
    locale: language,
    viewport: headless ? { width, height } : null,
    args: [
      ...quiet,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--lang=${language}`,
      `--window-size=${width},${height}`,
      ...(bare
        ? ['--enable-unsafe-extension-debugging']
        : [`--disable-extensions-except=${dir}`, `--load-extension=${dir}`]),
      `--proxy-server=http://127.0.0.1:${outside.port}`,
    ],
  });
  const pages = new ServedPages();
  const errors: string[] = [];
  // tsx compiles functions with calls of a name keeper, which functions sent to a page would miss.
  await context.addInitScript('globalThis.__name ??= (fn) => fn');
  await context.route(/^https?:/, (route) => {
    if (pages.passes(route.request().url())) return route.continue();
    const answer = pages.answer(route.request().url());
    if (answer === null) {
      outside.attempts.push(new URL(route.request().url()).host);
      return route.abort();
    }
    return route.fulfill({ status: answer.status, contentType: 'text/html; charset=utf-8', body: answer.body });
  });
  context.on('weberror', (event) => errors.push(String(event.error())));
  context.on('console', (message) => {
    // The 404 of a served host's icon is no error of ours.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text());
  });
  /** Answers the origin of the extension, once its worker runs. */
  const running = async (): Promise<string> => {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: patience }));
    return worker.url().split('/').slice(0, 3).join('/');
  };
  let origin = bare ? '' : await running();
  return {
    name: 'chromium',
    get origin() {
      return origin;
    },
    context,
    install: async () => {
      const session = await context.browser()?.newBrowserCDPSession();
      if (session === undefined) throw new Error('No browser session.');
      await session.send('Extensions.loadUnpacked' as never, { path: dir } as never);
      await session.detach();
      origin = await running();
    },
    serve: (url, html) => pages.set(url, html),
    letThrough: (origin) => pages.letThrough(origin),
    newTab: async () => tab(await context.newPage()),
    errors: () => [...errors],
    reached: () => [...outside.attempts],
    stopWorker: async () => {
      const session = await context.browser()?.newBrowserCDPSession();
      if (session === undefined) throw new Error('No browser session.');
      const { targetInfos } = await session.send('Target.getTargets');
      for (const target of targetInfos.filter((info) => info.type === 'service_worker')) {
        await session.send('Target.closeTarget', { targetId: target.targetId });
      }
      await session.detach();
    },
    close: async () => {
      await context.close();
      await outside.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

function view(frame: Frame): View {
  return {
    address: async () => frame.url(),
    evaluate: (fn, arg) => frame.evaluate(fn as never, arg as never),
    waitFor: async (selector, timeout = patience) => {
      await frame.locator(selector).first().waitFor({ timeout });
    },
    waitUntil: async (fn, arg, timeout = patience) => {
      await frame.waitForFunction(fn as never, arg as never, { timeout, polling: 30 });
    },
    click: (selector) => frame.locator(selector).first().click({ timeout: patience }),
    clickRole: (role, name) =>
      frame
        .getByRole(role as 'button', { name, exact: true })
        .first()
        .click({ timeout: patience }),
    fill: (selector, text) => frame.locator(selector).first().fill(text, { timeout: patience }),
    choose: async (selector, value) => {
      await frame.locator(selector).first().selectOption(value, { timeout: patience });
    },
    upload: (selector, paths) => frame.locator(selector).first().setInputFiles(paths, { timeout: patience }),
  };
}

function tab(page: Page): Tab {
  return {
    ...view(page.mainFrame()),
    goto: async (url) => {
      await page.goto(url, { timeout: 2 * patience });
    },
    reload: async () => {
      await page.reload();
    },
    back: async () => {
      await page.goBack();
    },
    forward: async () => {
      await page.goForward();
    },
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    frames: async () => page.frames().slice(1).map(view),
    resize: (width, height) => page.setViewportSize({ width, height }),
    media: (media) => page.emulateMedia(media),
    screenshot: async (path) => {
      await page.screenshot({ path });
    },
    bringToFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}
