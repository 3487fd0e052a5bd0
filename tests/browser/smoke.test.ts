import { expect, test } from 'vitest';
import { browserForFile } from './browser.ts';

const browser = browserForFile();

test('a page is served on the real host name, and nothing else answers', async () => {
  browser().serve('https://mail.google.com/mail/u/0/', '<!doctype html><title>Inbox</title><h1>Inbox</h1>');
  const tab = await browser().newTab();
  await tab.goto('https://mail.google.com/mail/u/0/#inbox');
  await tab.waitFor('h1');
  expect(await tab.address()).toBe('https://mail.google.com/mail/u/0/#inbox');
  expect(await tab.evaluate(() => isSecureContext, null)).toBe(true);
  const answer = (url: string) =>
    fetch(url).then(
      (response) => response.status,
      () => 'refused',
    );
  expect(await tab.evaluate(answer, 'https://mail.google.com/elsewhere')).toBe(404);
  expect(await tab.evaluate(answer, 'https://example.org/')).not.toBe(200);
  await tab.close();
});
