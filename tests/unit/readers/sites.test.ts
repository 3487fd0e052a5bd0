import { describe, expect, test } from 'vitest';
import { allReaders } from '../../../readers/all.ts';
import { matchesOf, siteOf, sites } from '../../../readers/sites.ts';

describe('the site table', () => {
  test('knows a site by its host, over https only', () => {
    expect(siteOf('https://mail.google.com/mail/u/0/#inbox')?.name).toBe('gmail');
    expect(siteOf('https://calendar.google.com/calendar/u/0/r')?.name).toBe('google-calendar');
    expect(siteOf('http://mail.google.com/')).toBeNull();
    expect(siteOf('https://mail.google.com.example.net/')).toBeNull();
    expect(siteOf('not an address')).toBeNull();
  });

  test('has a reader for every site, and patterns for every host', () => {
    expect(allReaders.map((r) => r.site).sort()).toEqual(sites.map((s) => s.name).sort());
    expect(matchesOf('gmail')).toEqual(['https://mail.google.com/*']);
    for (const { hosts, matches } of sites)
      for (const host of hosts) expect(matches.some((m) => m.startsWith(`https://${host}/`))).toBe(true);
  });
});
