import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nextcloudCalendar } from '../../../readers/nextcloud-calendar.ts';
import { nextcloudMail } from '../../../readers/nextcloud-mail.ts';
import { roundcube } from '../../../readers/roundcube.ts';
import type { SiteReader } from '../../../readers/site-reader.ts';
import { sogo } from '../../../readers/sogo.ts';
import { zimbra } from '../../../readers/zimbra.ts';
import type { Expected } from '../../fixtures/sites/compare.ts';
import { ownPages } from '../../fixtures/sites/find.ts';
import { openPage } from './page.ts';

const opened = (site: string, name: string): { document: Document; url: string } => {
  const at = join(ownPages, site, name);
  const { url } = JSON.parse(readFileSync(`${at}.expected.json`, 'utf8')) as Expected;
  return { document: openPage(readFileSync(at, 'utf8'), url).window.document, url };
};

/** A page of each product, and what of it names the occasion. */
const pages: [SiteReader, string, string, string | null][] = [
  [roundcube, 'roundcube', 'folded-header.html', 'INBOX/4711'],
  [sogo, 'sogo', 'mail-folded.html', 'groupware.example.org/0/folderINBOX/4711'],
  [sogo, 'sogo', 'event-answers.html', 'Harbour council'],
  [nextcloudMail, 'nextcloud-mail', 'three-kinds.html', 'cloud.example.org/41'],
  [nextcloudCalendar, 'nextcloud-calendar', 'all-shown.html', 'cloud.example.org/L3JlbW90ZQ/1789567200'],
  [nextcloudCalendar, 'nextcloud-calendar', 'new-event.html', null],
];

test.each(pages)(
  '%#: a page is known by its own marks alone, and names what stands open',
  (reader, site, name, named) => {
    const { document, url } = opened(site, name);
    for (const one of [roundcube, sogo, nextcloudMail, zimbra])
      expect(one.fingerprint?.(document)).toBe(
        one === reader || (site.startsWith('nextcloud') && one === nextcloudMail),
      );
    expect(reader.mark(document, url)).toBe(named);
  },
);

test("Zimbra's message is named by what its header says, for its address names none", () => {
  const { document, url } = opened('zimbra', 'message-german.html');
  expect(zimbra.fingerprint?.(document)).toBe(true);
  expect(zimbra.mark(document, url)).toContain('olu.adeyemi@example.com');
  document.querySelector('.MsgHeaderTable')?.remove();
  expect(zimbra.mark(document, url)).toBeNull();
});

describe('no body is watched', () => {
  test.each([
    [sogo, 'sogo', 'mail-forged-header-in-body.html', '.msg-body'],
    [zimbra, 'zimbra', 'message-german.html', '.MsgBody'],
    [nextcloudMail, 'nextcloud-mail', 'three-kinds.html', 'iframe'],
    [nextcloudCalendar, 'nextcloud-calendar', 'all-shown.html', '.property-text'],
  ] as [SiteReader, string, string, string][])('%#', (reader, site, name, body) => {
    const { document, url } = opened(site, name);
    const { deep } = reader.watched(document, url);
    expect(deep.length).toBeGreaterThan(0);
    expect(deep.some((e) => e.querySelector(body) !== null || e.closest(body) !== null)).toBe(false);
  });
});
