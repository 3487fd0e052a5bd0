import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { tarOf, zipOf } from '../unit/interchange/archive-makers.ts';
import { axeViolations } from './axe.ts';
import { browserForFile } from './browser.ts';
import type { Tab } from './driver.ts';
import { importCounts, importFiles, openPlanner } from './screens/planner.ts';

const browser = browserForFile();
const folder = mkdtempSync(join(tmpdir(), 'renmai-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const card = (name: string, mail: string, more = '') =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nEMAIL:${mail}\r\n${more}END:VCARD\r\n`;
const mail = (from: string, to: string, id: string, more = '') =>
  `From x Tue Nov 24 09:00:00 2026\nDelivered-To: me@own.example\nFrom: ${from}\nTo: ${to}\nDate: Mon, 23 Nov 2026 09:00:00 +0000\nMessage-ID: <${id}@x>\n${more}Subject: ${id}\n\nx\n\n`;

const go = (planner: Tab, route: string) =>
  planner.evaluate((hash) => {
    location.hash = hash;
  }, route);
const see = (planner: Tab, words: string) =>
  planner.waitUntil((wanted) => document.body.textContent?.includes(wanted) ?? false, words, 30_000);

const takeout: [string, string][] = [
  ['Takeout/index.html', '<p>'],
  ['Takeout/Contacts/All.vcf', card('Ingrid Holm', 'ingrid@takeout.example')],
  [
    'Takeout/Mail/All mail.mbox',
    mail('Jens Berg <jens@takeout.example>', 'me@own.example', 'one') +
      mail('News <news@shop.example>', 'me@own.example', 'two', 'List-Unsubscribe: <mailto:x@shop.example>\n'),
  ],
];

describe('an archive', () => {
  test.each([
    ['zip', () => zipOf(takeout)],
    ['tgz', () => gzipSync(tarOf(takeout))],
  ])('%s: what was found is listed, own addresses are asked, and all of it is taken back', async (ending, make) => {
    const planner = await openPlanner(browser(), '#/import');
    await planner.upload('input[type=file]', [file(`takeout.${ending}`, make())]);
    await planner.waitFor('[role=status][data-state=planned]', 60_000);
    await see(planner, 'Takeout/Mail/All mail.mbox');
    await see(planner, 'me@own.example');
    expect(await axeViolations(planner)).toEqual([]);
    await planner.clickRole('button', 'Import');
    const counts = await importCounts(planner);
    // Ingrid, Jens who wrote in person, and two threads; the shop is nobody.
    expect(counts).toMatchObject({ added: 4, failed: 0 });
    await go(planner, '#/people');
    await see(planner, 'Jens Berg');
    await go(planner, '#/settings');
    await planner.waitUntil(
      () => [...document.querySelectorAll('textarea')].some((one) => one.value.includes('me@own.example')),
      null,
    );
    await go(planner, '#/import');
    await planner.clickRole('button', 'Take this import back');
    await see(planner, 'Import taken back');
    await go(planner, '#/people');
    await planner.waitUntil(() => !document.querySelector('main')?.textContent?.includes('Jens Berg'), null);
    await planner.close();
  });

  test('what cannot be read of it is said, and the rest goes in', async () => {
    const planner = await openPlanner(browser(), '#/import');
    const whole = zipOf([
      ['inner.zip', zipOf([])],
      ['a.vcf', card('Karl Zip', 'karl@zip.example')],
    ]);
    expect(await importFiles(planner, [file('part.zip', whole)])).toMatchObject({ added: 1, failed: 1 });
    await see(planner, 'Packed or encrypted within the archive');
    const cut = await importFiles(planner, [file('cut.zip', whole.subarray(0, whole.length - 10))]);
    expect(cut).toMatchObject({ added: 0, failed: 1 });
    await see(planner, 'The archive is damaged');
    await planner.close();
  });
});

test('a newer file of the same source: line by line, and what the user refuses stays', async () => {
  const planner = await openPlanner(browser(), '#/import');
  const cards = (title: string) =>
    card('Nora Newer', 'nora@newer.example', `TITLE:${title}\r\n`) +
    card('Otto Newer', 'otto@newer.example', `TITLE:${title}\r\n`);
  await importFiles(planner, [file('contacts-2026-01-01.vcf', cards('buyer'))]);
  await planner.upload('input[type=file]', [file('contacts-2026-02-01.vcf', cards('director'))]);
  await planner.waitFor('[data-change]', 30_000);
  await planner.evaluate(() => {
    const lines = [...document.querySelectorAll<HTMLElement>('[data-change]')];
    lines
      .find((one) => one.textContent?.includes('Otto'))
      ?.querySelector('input')
      ?.click();
  }, null);
  await planner.waitUntil(
    () =>
      document.querySelectorAll('[data-change] input:checked').length === 1 &&
      document.querySelector('[data-state=planned]') !== null,
    null,
  );
  await planner.clickRole('button', 'Import');
  await importCounts(planner);
  await go(planner, '#/people');
  await see(planner, 'director');
  await see(planner, 'buyer');
  await planner.close();
});

test('files for other programs hold the people and nothing confidential', async () => {
  const planner = await openPlanner(browser(), '#/import');
  await importFiles(planner, [file('out.vcf', card('Petra Out', 'petra@out.example'))]);
  const names = await planner.evaluate(async () => {
    const saved: string[] = [];
    const made = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      void (blob as Blob).text().then((text) => saved.push(text.slice(0, 40)));
      return made.call(URL, blob);
    };
    for (const words of [
      'People (vCard 4)',
      'People (vCard 3, for older programs)',
      'People (table, CSV)',
      'Planned shares (calendar)',
    ]) {
      const before = saved.length;
      [...document.querySelectorAll<HTMLButtonElement>('main button')]
        .find((one) => one.textContent === words)
        ?.click();
      for (let i = 0; i < 100 && saved.length === before; i++) await new Promise((resolve) => setTimeout(resolve, 50));
    }
    URL.createObjectURL = made;
    return saved;
  }, null);
  expect(names.map((text) => text.split(/\r\n/).slice(0, 2).join(' '))).toEqual([
    'BEGIN:VCARD VERSION:4.0',
    'BEGIN:VCARD VERSION:3.0',
    expect.stringContaining('Name,Other Name'),
    'BEGIN:VCALENDAR VERSION:2.0',
  ]);
  await planner.close();
});

test('doubles: merged with the reason before the eyes, told apart for good, and taken apart again', async () => {
  const planner = await openPlanner(browser(), '#/import');
  const doubles =
    card('吴家豪', 'jiahao.wu@double.example') +
    card('Wu Jiahao', 'jiahao.wu@double.example', 'TEL:+86 138 0000 1111\r\n').replace('jiahao.wu@', 'jw@') +
    card('Jiahao Wu', 'j.wu@double2.example', 'TEL:+86 138 0000 1111\r\n');
  await importFiles(planner, [file('doubles.vcf', doubles)]);
  await go(planner, '#/people/doubles');
  await planner.waitFor('[data-pair]', 60_000);
  await see(planner, 'the same telephone');
  expect(await axeViolations(planner)).toEqual([]);
  const pairs = () => planner.evaluate(() => document.querySelectorAll('[data-pair]').length, null);
  const before = await pairs();
  expect(before).toBeGreaterThan(0);
  await planner.evaluate(() => document.querySelector<HTMLButtonElement>('[data-pair] .button-main')?.click(), null);
  await planner.waitFor('[data-merge]', 60_000);
  await planner.evaluate(() => document.querySelector<HTMLButtonElement>('[data-merge] button')?.click(), null);
  await planner.waitUntil(
    () => document.querySelector('[data-merge]') === null && document.querySelector('[data-pair]') !== null,
    null,
    60_000,
  );
  await planner.evaluate(() => document.querySelectorAll<HTMLButtonElement>('[data-pair] button')[1]?.click(), null);
  await see(planner, 'Remembered: these are two people.');
  await go(planner, '#/people');
  await go(planner, '#/people/doubles');
  await planner.waitUntil(
    (n) => document.querySelector('[data-pairs]')?.getAttribute('data-pairs') === String(n),
    before - 1,
    60_000,
  );
  await planner.close();
});

test('nothing went to the console as an error', () => {
  expect(browser().errors()).toEqual([]);
});
