import type { Occasion } from '../records/occasion.ts';

/** Sites that share one content script: one bundle, one set of match patterns. */
export type SiteFamily = 'gmail' | 'google-calendar';

/** How a site's markup is known: from captured pages, or only rebuilt from what public code says of it. */
export type Evidence = 'captures' | 'reconstructions';

/** One row of the site table. */
export type Site = {
  /** As stored with occasions and in settings; the fixture folder has the same name. */
  name: string;
  /** The product's own name, the same in every language. */
  label: string;
  family: SiteFamily;
  /** Host names on which it is read, without wildcards. */
  hosts: string[];
  /** Match patterns of the content script and of the host permission. */
  matches: string[];
  kinds: Occasion['kind'][];
  /** Whether it shows addresses, or names only, so that people can at best be matched by name. */
  gives: 'addresses' | 'names';
  evidence: Evidence;
};

/**
 * Everything told per site: manifest, settings, texts, docs and fixtures are driven by this table. The reader of a
 * site is `readers/<name>.ts`; this table stays free of their code.
 */
export const sites: readonly Site[] = [
  {
    name: 'gmail',
    label: 'Gmail',
    family: 'gmail',
    hosts: ['mail.google.com'],
    matches: ['https://mail.google.com/*'],
    kinds: ['thread'],
    gives: 'addresses',
    evidence: 'captures',
  },
  {
    name: 'google-calendar',
    label: 'Google Calendar',
    family: 'google-calendar',
    hosts: ['calendar.google.com'],
    matches: ['https://calendar.google.com/*'],
    kinds: ['meeting'],
    gives: 'addresses',
    evidence: 'reconstructions',
  },
];

/** The site that an address belongs to, or null. Only https pages are read. */
export function siteOf(url: string): Site | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:') return null;
  return sites.find((site) => site.hosts.includes(hostname)) ?? null;
}

/** The match patterns of all sites of a family, for its content script. */
export function matchesOf(family: SiteFamily): string[] {
  return sites.filter((site) => site.family === family).flatMap((site) => site.matches);
}
