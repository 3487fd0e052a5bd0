import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import type { Chromium } from '../browser/chromium.ts';
import type { InPage } from './in-page.ts';

/** The program's own code, as one script for a page of the extension. */
async function inPageScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      lib: { entry: resolve(import.meta.dirname, 'in-page.ts'), formats: ['iife'], name: 'renmaiInPage' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('The bench was not built.');
  return output.output[0].code;
}

/** A page of the extension in which `renmaiBench` stands ready. */
export async function benchPage(browser: Chromium): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${browser.origin}/planner.html#/settings`);
  const session = await page.context().newCDPSession(page);
  // The protocol's own evaluation, which a page's Content Security Policy does not bind.
  const { exceptionDetails } = await session.send('Runtime.evaluate', { expression: await inPageScript() });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return page;
}

/** Calls one function of `renmaiBench`. */
export const inPage = <Name extends keyof InPage>(
  page: Page,
  name: Name,
  ...given: Parameters<InPage[Name]>
): Promise<Awaited<ReturnType<InPage[Name]>>> =>
  page.evaluate(
    ([called, args]) => {
      const bench = (globalThis as { renmaiBench?: Record<string, (...a: unknown[]) => unknown> }).renmaiBench;
      return bench?.[called]?.(...args);
    },
    [name, given] as const,
  ) as Promise<Awaited<ReturnType<InPage[Name]>>>;
