import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserName } from './browser.ts';
import { buildDir } from './build.ts';
import { type Chromium, startChromium } from './chromium.ts';
import type { Tab, TestBrowser } from './driver.ts';
import { startFirefox } from './firefox.ts';

/** A browser in which a test can say what the user would say to the browser's own questions about a site. */
export interface AskedBrowser {
  browser: TestBrowser;
  /** The user says yes to the browser's question, or allows the site again in the browser's own settings. */
  allow(origin: string): Promise<void>;
  /** The user takes the site away in the browser's own settings. */
  takeAway(origin: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts this run's browser with a copy of the built extension that may see the addresses of tabs, as a click on its button
 * in the toolbar lets the real one, which no driver can click. No driver reaches the browser's question either. In Firefox a preference
 * answers it; in Chromium the copy also lists `origins`, which the browser's own settings page then withholds and gives,
 * with the same events for the extension as the question's.
 */
export async function startAsked(origins: readonly string[]): Promise<AskedBrowser> {
  const dir = mkdtempSync(join(tmpdir(), 'renmai-asked-'));
  cpSync(buildDir[browserName], dir, { recursive: true });
  const path = join(dir, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { permissions: string[]; host_permissions: string[] };
  manifest.permissions.push('tabs');
  if (browserName === 'chromium') manifest.host_permissions.push(...origins.map((origin) => `${origin}/*`));
  writeFileSync(path, JSON.stringify(manifest));
  const asked = browserName === 'chromium' ? await asChromium(dir, origins) : await asFirefox(dir);
  return {
    ...asked,
    async close() {
      await asked.browser.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

type Asked = Omit<AskedBrowser, 'close'>;

async function asFirefox(dir: string): Promise<Asked> {
  const browser = await startFirefox(dir);
  return {
    browser,
    allow: async () => {},
    takeAway: async (origin) => {
      const tab = await browser.newTab();
      await tab.goto(`${browser.origin}/planner.html#/people`);
      await tab.evaluate((pattern) => {
        const { browser: own } = globalThis as unknown as { browser: typeof chrome };
        return own.permissions.remove({ origins: [pattern] });
      }, `${origin}/*`);
      await tab.close();
    },
  };
}

/** The part of the browser's own settings page that a test uses. */
interface Settings {
  developerPrivate: {
    updateExtensionConfiguration(change: object, done: () => void): void;
    addHostPermission(id: string, host: string, done: () => void): void;
    removeHostPermission(id: string, host: string, done: () => void): void;
  };
  runtime: { lastError?: { message?: string } };
}

async function asChromium(dir: string, origins: readonly string[]): Promise<Asked> {
  const browser: Chromium = await startChromium(dir);
  const id = new URL(browser.origin).host;
  const settings = await browser.context.newPage();
  await settings.goto('chrome://extensions/');
  const call = (name: 'addHostPermission' | 'removeHostPermission', origin: string) =>
    settings.evaluate(
      ([extension, what, host]) => {
        const { chrome: own } = globalThis as unknown as { chrome: Settings };
        return new Promise<void>((resolve, reject) => {
          own.developerPrivate[what](extension, host, () => {
            const error = own.runtime.lastError;
            if (error) reject(new Error(error.message));
            else resolve();
          });
        });
      },
      [id, name, `${origin}/*`] as const,
    );
  await settings.evaluate((extensionId) => {
    const { chrome: own } = globalThis as unknown as { chrome: Settings };
    return new Promise<void>((resolve) => {
      own.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_SPECIFIC_SITES' }, resolve);
    });
  }, id);
  const listed = (await import('../../readers/sites.ts')).allMatches;
  for (const pattern of listed)
    if (!origins.includes(pattern)) await call('addHostPermission', pattern.replace(/\/\*$/, ''));
  return {
    browser,
    allow: (origin) => call('addHostPermission', origin),
    takeAway: (origin) => call('removeHostPermission', origin),
  };
}

/** The popup of the extension's button, as a page of its own, for the tab of that number. */
export async function openPopup(browser: TestBrowser, tabId: number): Promise<Tab> {
  const popup = await browser.newTab();
  await popup.goto(`${browser.origin}/popup.html?tab=${tabId}`);
  await popup.waitFor('.popup-tab');
  return popup;
}

/** The number of the tab whose address begins so. */
export async function tabIdOf(browser: TestBrowser, address: string): Promise<number> {
  const page = await browser.newTab();
  await page.goto(`${browser.origin}/planner.html#/people`);
  const id = await page.evaluate(async (begins) => {
    const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
    const tabs = await api.tabs.query({});
    return tabs.find(({ url }) => url?.startsWith(begins))?.id ?? -1;
  }, address);
  await page.close();
  return id;
}
