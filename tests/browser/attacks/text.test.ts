import { expect, test } from 'vitest';
import { browserForFile } from '../browser.ts';
import { panelIn, shownIn } from '../screens/panel.ts';
import { meetingPage, meetingUrl } from './meeting-page.ts';

const browser = browserForFile();

const names = [
  '<img src=x onerror="parent.postMessage(1,\'*\')">',
  '"><script>alert(1)</script>',
  '{{constructor.constructor("alert(1)")()}}',
  'Ana\u202Emoc.elpmaxe@ssob\u202C',
  '\u2067\u2066\u2068Bo\u200B\u200B\u2060\uFEFF',
  `Z${'\u0301'.repeat(3_000)}`,
  'L'.repeat(100_000),
  '=HYPERLINK("https://evil.example","x")',
];
const title = `<b>${'\u202E'}Budget</b>${'题'.repeat(100_000)}`;

test('names and titles full of markup, bidi marks, zero-width characters and 100,000 characters are text, and short', async () => {
  browser().serve(
    meetingUrl,
    meetingPage(
      title,
      names.map((name, i) => ({ name, email: `p${i}@example.com` })),
    ),
  );
  const tab = await browser().newTab();
  await tab.goto(meetingUrl);
  const panel = await panelIn(tab);
  const shown = await shownIn(panel);
  expect(shown?.people.map((each) => each.address).sort()).toEqual(names.map((_, i) => `p${i}@example.com`).sort());
  expect(shown?.title.length).toBeLessThanOrEqual(500);
  expect(shown?.title).toMatch(/^<b>Budget<\/b>题/);
  // Isolates and pop are the program's own, around names that it puts into sentences.
  const all = JSON.stringify(shown);
  expect(all).not.toMatch(/[\u202A-\u202E\u2066\u2067\u200B\u200E\u200F\u2060\uFEFF\u061C]/);
  expect(all).not.toMatch(/\p{M}{9}/u);

  const found = await panel.evaluate(
    () => ({
      made: document.querySelectorAll('main img, main script, main b, main iframe, main object, main embed').length,
      wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      longest: Math.max(
        ...[...document.querySelectorAll('main li')].map((item) => item.getBoundingClientRect().height),
      ),
      isolated: [...document.querySelectorAll('[data-match] *')].some(
        (each) => each.textContent?.startsWith('Ana') && getComputedStyle(each).unicodeBidi.includes('isolate'),
      ),
    }),
    null,
  );
  expect(found).toMatchObject({ made: 0, wide: false, isolated: true });
  expect(found.longest).toBeLessThan(2_000);
  expect(browser().errors()).toEqual([]);
  await tab.close();
});

test('a guest with an address that is none is never kept under it', async () => {
  const url = `${meetingUrl}?odd`;
  browser().serve(
    url,
    meetingPage(
      'Odd',
      [
        { name: 'Zero', email: 'ze\u200Bro@example.com' },
        { name: 'Long', email: `${'x'.repeat(100_000)}@example.com` },
        { name: 'Good', email: 'good@example.com' },
      ],
      'odd1',
    ),
  );
  const tab = await browser().newTab();
  await tab.goto(url);
  const shown = await shownIn(await panelIn(tab));
  const addresses = shown?.people.map((each) => each.address).filter((each) => each !== '');
  expect(addresses).toEqual(['good@example.com']);
  await tab.close();
});
