import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteNamed } from '../../readers/sites.ts';
import { understood } from '../../readers/words/understood.ts';
import type { Reading } from '../../records/occasion.ts';
import { compareReading } from '../fixtures/sites/compare.ts';
import { findPages, ownPages, type SitePage, sharedPages } from '../fixtures/sites/find.ts';
import { browserForFile } from './browser.ts';
import type { Tab } from './driver.ts';
import { readersScript, readIn } from './readers-script.ts';
import { panelNow, panelShowing, shownIn } from './screens/panel.ts';

/** Every fixture page on its site's real host name, in a browser with layout: read by the reader, and by the extension. */
const browser = browserForFile();
let tab: Tab;
let readers = '';

beforeAll(async () => {
  readers = await readersScript();
  tab = await browser().newTab();
});
afterAll(() => tab?.close());

const read = (site: string): Promise<Reading> => readIn(tab, readers, site);

/** The user's own addresses that pages showed so far: the extension learns them, and then tells the user from the others. */
const mine = new Set<string>();

/** Addresses that the panel must show: everybody but the user. */
const expectedIn = ({ expected }: SitePage): string[] =>
  expected.people
    .flatMap(({ email, self }) => (email === null || self || mine.has(email) ? [] : [email.toLowerCase()]))
    .sort();

/** How many pages of each site are looked at in the panel too; all of them with `PANEL_PAGES=1000`. The reader reads every one. */
const panelPages = Number(process.env.PANEL_PAGES ?? 4);
const looked = new Map<string, number>();

/** Whether this page is to be seen in the panel: on a site whose content script is put in by itself, not too often. */
function inPanel(site: string): boolean {
  const before = looked.get(site) ?? 0;
  looked.set(site, before + 1);
  return before < panelPages && siteNamed(site)?.hosts.length !== 0;
}

async function check(page: SitePage): Promise<void> {
  const { expected, html, site } = page;
  if (expected.own) mine.add(expected.own);
  browser().serve(expected.url, html);
  await tab.goto('about:blank');
  await tab.goto(expected.url);
  const reading = understood(await read(site), Date.parse(expected.now ?? '2026-11-24T09:00:00Z'));
  expect(compareReading(reading, expected)).toEqual([]);
  if (reading.state !== 'occasion' || reading.occasion.title === null || !inPanel(site)) return;

  const panel = await panelShowing(tab, reading.occasion.title);
  const shown = await shownIn(panel);
  const rooms = new Set(expected.rooms?.map((room) => room.toLowerCase()));
  const addresses = (shown?.people ?? []).map(({ address }) => address?.toLowerCase() ?? '');
  const people = addresses.filter((address) => address !== '' && !rooms.has(address)).sort();
  const wanted = expectedIn(page);
  // A long list is folded: what is in sight must all be true.
  if (wanted.length > 40) expect(people.filter((address) => !wanted.includes(address))).toEqual([]);
  else expect([...new Set(people)]).toEqual([...new Set(wanted)]);
}

describe('the fixture pages of this repository', () => {
  test.each(findPages(ownPages).map((page) => [page.name, page] as const))('%s', (_name, page) => check(page));
});

describe.runIf(existsSync(sharedPages))('the fixture pages shared between projects', () => {
  test.each(findPages(sharedPages).map((page) => [page.name, page] as const))('%s', (_name, page) => check(page));
});

test.skipIf(existsSync(sharedPages))('shared pages are not here: ../shared/fixtures/sites is missing', (context) => {
  context.skip('put the shared fixtures beside the project to read them too');
});

test('beside a page with nothing open there is no panel', async () => {
  const nothing = findPages(ownPages).find(({ expected }) => expected.kind === 'none');
  if (nothing === undefined) throw new Error('No fixture page has nothing open.');
  browser().serve(nothing.expected.url, nothing.html);
  await tab.goto('about:blank');
  await tab.goto(nothing.expected.url);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(await panelNow(tab)).toBeNull();
});
