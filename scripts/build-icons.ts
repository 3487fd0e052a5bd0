import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { needBrowsers } from './browsers.ts';

/** Draws the mark of `components/parts/seal.tsx` as the icons of the manifest, `public/icon/<size>.png`. */
const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" style="display:block;width:100vw;height:100vh">
<rect x="1.5" y="1.5" width="29" height="29" rx="5" fill="#a4331f"/>
<path d="M15.6 6.5c.1 8.2-2.6 14-8.6 18.6M15.9 13.4c1.6 5.4 4.5 9.2 9.1 11.7" fill="none" stroke="#fdf6ec" stroke-width="3.2" stroke-linecap="round"/></svg>`;

const folder = resolve(import.meta.dirname, '../public/icon');
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: needBrowsers('chromium').chromium,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
for (const size of [16, 32, 48, 128]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<body style="margin:0;background:transparent">${mark}`);
  writeFileSync(resolve(folder, `${size}.png`), await page.screenshot({ omitBackground: true }));
}
await browser.close();
