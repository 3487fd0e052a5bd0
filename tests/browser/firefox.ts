import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Frame, type KeyInput, type Page } from 'puppeteer-core';
import { needBrowsers } from '../../scripts/browsers.ts';
import { eventually, patience, type StartOptions, type Tab, type TestBrowser, type View } from './driver.ts';
import { refuseOutside, ServedPages } from './outside.ts';

/** Firefox gives an extension a random host; this one is set in advance. */
const host = '5f1dc2a4-6d0e-4c5a-9a51-7e0f6f3b8c21';

/**
 * Starts Firefox over WebDriver BiDi with the unpacked extension of `dir`.
 *
 * Firefox lets a driver into extension pages only with `--remote-allow-system-access`, and reports neither addresses nor
 * load events there (Bugzilla 1755014): so the address is asked of the document, and loading is waited for by looking.
 */
export async function startFirefox(dir: string, options: StartOptions = {}): Promise<TestBrowser> {
  const { language = 'en-US', width = 1280, height = 800, bare = false, preferences = {} } = options;
  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined) throw new Error(`${dir}/manifest.json has no browser_specific_settings.gecko.id.`);
  const outside = await refuseOutside();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: needBrowsers('firefox').firefox,
    headless: true,
    args: ['--remote-allow-system-access', `--width=${width}`, `--height=${height}`],
    defaultViewport: { width, height },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: host }),
      // What the user would be asked about a site is answered yes: no driver reaches that question.
      'extensions.webextOptionalPermissionPrompts': false,
      'intl.accept_languages': language,
      'intl.locale.requested': language,
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': outside.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': outside.port,
      ...preferences,
    },
  });
  const install = async () => void (await browser.installExtension(dir));
  if (!bare) await install();
  const pages = new ServedPages();
  const errors: string[] = [];
  const origin = `moz-extension://${host}`;
  return {
    name: 'firefox',
    origin,
    serve: (url, html) => pages.set(url, html),
    letThrough: (origin) => pages.letThrough(origin),
    newTab: async () => {
      const page = await browser.newPage();
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        if (!/^https?:/.test(request.url()) || pages.passes(request.url())) return void request.continue();
        const answer = pages.answer(request.url());
        if (answer === null) {
          outside.attempts.push(new URL(request.url()).host);
          return void request.abort();
        }
        return void request.respond({
          status: answer.status,
          contentType: 'text/html; charset=utf-8',
          body: answer.body,
        });
      });
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      return tab(page, origin);
    },
    install,
    errors: () => [...errors],
    reached: () => [...outside.attempts],
    close: async () => {
      await browser.close();
      await outside.close();
    },
  };
}

function view(frame: Frame): View {
  const at = (selector: string) => frame.locator(selector).setTimeout(patience);
  // tsx compiles functions with calls of a name keeper, which functions sent to a page would miss.
  const evaluate: View['evaluate'] = (fn, arg) =>
    frame.evaluate(`((__name) => (${fn})(${JSON.stringify(arg)}))((fn) => fn)`) as never;
  const waitUntil: View['waitUntil'] = async (fn, arg, timeout = patience) => {
    await eventually(
      `${fn} in ${frame.url()}`,
      async () => ((await evaluate(fn, arg).catch(() => false)) ? true : null),
      timeout,
    );
  };
  return {
    address: () => frame.evaluate(() => location.href),
    evaluate,
    waitFor: (selector, timeout = patience) =>
      waitUntil(
        (css: string) => {
          const found = document.querySelector(css);
          return found !== null && found.getClientRects().length > 0;
        },
        selector,
        timeout,
      ),
    waitUntil,
    click: (selector) => at(selector).click(),
    clickRole: (role, name) => at(`::-p-aria([name="${name}"][role="${role}"])`).click(),
    fill: (selector, text) => at(selector).fill(text),
    choose: async (selector, value) => {
      await frame.select(selector, value);
    },
    upload: async (selector, paths) => {
      const input = await frame.$(selector);
      if (input === null) throw new Error(`No ${selector} in ${frame.url()}.`);
      await input.evaluate((element) => {
        if (!(element instanceof HTMLInputElement)) throw new Error('Not an input.');
      });
      await (input as unknown as { uploadFile(...paths: string[]): Promise<void> }).uploadFile(...paths);
    },
  };
}

function tab(page: Page, origin: string): Tab {
  const main = view(page.mainFrame());
  return {
    ...main,
    goto: async (url) => {
      if (!url.startsWith(`${origin}/`)) {
        // A page that is being left may cut off the way to the next one: once more, then it counts.
        await page
          .goto(url, { timeout: 2 * patience })
          .catch((error: Error) =>
            error.message.includes('NS_BINDING_ABORTED')
              ? page.goto(url, { timeout: 2 * patience })
              : Promise.reject(error),
          );
        return;
      }
      // No load event comes: start, then look.
      page.goto(url, { timeout: 2 * patience }).catch(() => undefined);
      await main.waitUntil((to) => location.href === to && document.readyState === 'complete', url, 2 * patience);
    },
    reload: async () => {
      await page.reload();
    },
    back: async () => {
      await page.evaluate(() => history.back());
    },
    forward: async () => {
      await page.evaluate(() => history.forward());
    },
    press: (key) => page.keyboard.press(key as KeyInput),
    type: (text) => page.keyboard.type(text),
    frames: async () => page.frames().slice(1).map(view),
    resize: (width, height) => page.setViewport({ width, height }),
    media: async ({ colorScheme, reducedMotion }) => {
      const features = [
        ...(colorScheme ? [{ name: 'prefers-color-scheme', value: colorScheme }] : []),
        ...(reducedMotion ? [{ name: 'prefers-reduced-motion', value: reducedMotion }] : []),
      ];
      await page.emulateMediaFeatures(features);
    },
    screenshot: async (path) => {
      await page.screenshot({ path: path as `${string}.png` });
    },
    bringToFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}
