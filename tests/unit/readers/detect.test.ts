import { expect, test } from 'vitest';
import { allReaders } from '../../../readers/all.ts';
import { familyFitting } from '../../../readers/detect.ts';
import { addableFamilies, genericFamily, siteNamed } from '../../../readers/sites.ts';
import { findPages, ownPages } from '../../fixtures/sites/find.ts';
import { openPage } from './page.ts';

const fingerprinted = new Set(allReaders.filter((reader) => reader.fingerprint).map(({ site }) => site));

test('every reader that tells its pages by their marks may be chosen where the user adds a site', () => {
  for (const site of fingerprinted) expect(addableFamilies, site).toContain(siteNamed(site)?.family);
});

test('no page of another product is taken for one that people run themselves', { timeout: 120_000 }, () => {
  const wrong = findPages(ownPages)
    .filter(({ html }, at) => html.length < 20_000 && at % 3 === 0)
    .flatMap(({ site, name, html, expected }) => {
      const family = familyFitting(openPage(html, expected.url).window.document, allReaders);
      const own = siteNamed(site)?.family;
      return family === genericFamily || family === own ? [] : [`${name} is taken for ${family}`];
    });
  expect(wrong).toEqual([]);
});

test.each([...fingerprinted].filter((site) => findPages(ownPages).some((page) => page.site === site)))(
  'a page of %s is known by its marks',
  (site) => {
    const pages = findPages(ownPages).filter((page) => page.site === site);
    const fitting = pages.filter(
      ({ html, expected }) =>
        familyFitting(openPage(html, expected.url).window.document, allReaders) === siteNamed(site)?.family,
    );
    expect(fitting.length).toBeGreaterThan(0);
  },
);
