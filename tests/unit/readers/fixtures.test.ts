import { existsSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { allReaders } from '../../../readers/all.ts';
import { understood } from '../../../readers/words/understood.ts';
import { compareReading } from '../../fixtures/sites/compare.ts';
import { findPages, ownPages, type SitePage, sharedPages } from '../../fixtures/sites/find.ts';
import { openPage } from './page.ts';

// Two thousand guests take a test DOM a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

function wrongWith({ site, html, expected }: SitePage): string[] {
  const reader = allReaders.find((r) => r.site === site);
  if (!reader) return [`no reader for ${site}`];
  const { window } = openPage(html, expected.url);
  const now = Date.parse(expected.now ?? '2026-11-24T09:00:00Z');
  return compareReading(understood(reader.read(window.document, expected.url), now), expected);
}

describe('the fixture pages of this repository', () => {
  test.each(findPages(ownPages).map((page) => [page.name, page] as const))('%s', (_name, page) => {
    expect(wrongWith(page)).toEqual([]);
  });
});

describe.runIf(existsSync(sharedPages))('the fixture pages shared between projects', () => {
  test.each(findPages(sharedPages).map((page) => [page.name, page] as const))('%s', (_name, page) => {
    expect(wrongWith(page)).toEqual([]);
  });
});

test.skipIf(existsSync(sharedPages))('shared pages are not here: ../shared/fixtures/sites is missing', (context) => {
  context.skip('put the shared fixtures beside the project to read them too');
});
