import { afterAll, beforeAll, inject } from 'vitest';
import type { BrowserName } from '../../scripts/browsers.ts';
import { buildDir } from './build.ts';
import { startChromium } from './chromium.ts';
import type { StartOptions, TestBrowser } from './driver.ts';
import { startFirefox } from './firefox.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: BrowserName;
  }
}

/** The browser that this run drives; tests are written once and run in both. */
export const browserName = inject('browser');

/** Starts this run's browser with the built extension and a fresh profile. */
export const startBrowser = (options: StartOptions = {}): Promise<TestBrowser> =>
  browserName === 'chromium' ? startChromium(buildDir.chromium, options) : startFirefox(buildDir.firefox, options);

/** One browser for all tests of a file: call at its top, and use what comes back inside tests. */
export function browserForFile(options: StartOptions = {}): () => TestBrowser {
  let browser: TestBrowser | undefined;
  beforeAll(async () => {
    browser = await startBrowser(options);
  });
  afterAll(async () => {
    await browser?.close();
  });
  return () => {
    if (browser === undefined) throw new Error('The browser is not started yet.');
    return browser;
  };
}
