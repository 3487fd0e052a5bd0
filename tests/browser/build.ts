import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { BrowserName } from '../../scripts/browsers.ts';
import { needBrowsers } from '../../scripts/browsers.ts';

const root = resolve(import.meta.dirname, '../..');

/** Where each browser's build lies. */
export const buildDir: Record<BrowserName, string> = {
  chromium: resolve(root, '.output/chrome-mv3'),
  firefox: resolve(root, '.output/firefox-mv3'),
};

/** Builds both extensions, once before all browser tests, after making sure of the browsers. */
export default function setup(): void {
  needBrowsers('chromium', 'firefox');
  for (const script of ['build', 'build:firefox']) {
    execFileSync('npm', ['run', '--silent', script], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  }
}
