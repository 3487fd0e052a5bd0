import { readFileSync } from 'node:fs';
import { startChromium } from '../tests/browser/chromium.ts';

const b = await startChromium('/work/wt/panel/.output/chrome-mv3', { width: 1280, height: 900 });
try {
  const page = await b.context.newPage();
  await page.goto(`${b.origin}/planner.html#/today`);
  await page.waitForTimeout(1500);
  await page.screenshot({ path: '/tmp/w1.png' });
  for (let i = 0; i < 3; i++) await page.locator('.welcome-ways .button-main').click();
  await page.screenshot({ path: '/tmp/w2.png' });
  await page.locator('.welcome-begin button').click();
  await page.waitForTimeout(6000);
  await page.screenshot({ path: '/tmp/w3.png', fullPage: true });
  console.log('errors', b.errors());
} finally {
  await b.close();
}
