import { describe, expect, test } from 'vitest';
import { contentScriptSource, readerName } from '../../../entrypoints/shared/content-script.ts';
import { allReaders } from '../../../readers/all.ts';
import { readerAt } from '../../../readers/site-reader.ts';
import { allMatches, families, matchesOf, siteNamed, siteOf, sites, sitesAt } from '../../../readers/sites.ts';

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

  test('names its readers so that content scripts are written from it', () => {
    expect(readerName('google-calendar')).toBe('googleCalendar');
    for (const family of families)
      for (const { name } of sites.filter((site) => site.family === family))
        expect(contentScriptSource(family, '../..')).toContain(
          `import { ${readerName(name)} } from '../../readers/${name}.ts';`,
        );
  });

  test('tells apart sites that share a host by the path, and an address that is none of theirs', () => {
    for (const site of sites) {
      expect(siteNamed(site.name)).toBe(site);
      for (const host of site.hosts) expect(sitesAt(`https://${host}/x`)).toContain(site);
    }
    expect(siteNamed('none')).toBeNull();
    expect(new Set(allMatches).size).toBe(allMatches.length);
    const [mail, calendar] = allReaders;
    if (!mail || !calendar) throw new Error('two readers');
    const placed = [
      { reader: calendar, path: /^\/calendar\// },
      { reader: mail, path: /^\/mail\// },
    ];
    expect(readerAt(placed, 'https://one.example/mail/calendar/')).toBe(mail);
    expect(readerAt(placed, 'https://one.example/calendar/view')).toBe(calendar);
    expect(readerAt(placed, 'https://one.example/people')).toBeNull();
  });
});
