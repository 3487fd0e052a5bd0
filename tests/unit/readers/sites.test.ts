import { describe, expect, test } from 'vitest';
import { googleReaders } from '../../../readers/google.ts';
import { matchesOf, siteOf, sites } from '../../../readers/sites.ts';

describe('the site table', () => {
  test('knows a site by its host, over https only', () => {
    expect(siteOf('https://mail.google.com/mail/u/0/#inbox')?.name).toBe('gmail');
    expect(siteOf('https://calendar.google.com/calendar/u/0/r')?.name).toBe('google-calendar');
    expect(siteOf('http://mail.google.com/')).toBeNull();
    expect(siteOf('https://mail.google.com.example.net/')).toBeNull();
    expect(siteOf('not an address')).toBeNull();
  });

  test('gives each family a reader for every site in it, and patterns for every host', () => {
    const google = sites.filter((site) => site.family === 'google');
    expect(googleReaders.map((r) => r.site).sort()).toEqual(google.map((s) => s.name).sort());
    expect(matchesOf('google')).toEqual(['https://mail.google.com/*', 'https://calendar.google.com/*']);
    for (const { hosts, matches } of sites)
      for (const host of hosts) expect(matches.some((m) => m.startsWith(`https://${host}/`))).toBe(true);
  });
});
