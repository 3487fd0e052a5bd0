import type { Occasion } from '../records/occasion.ts';

/**
 * How a site's markup is known: from captured pages, from a server of ours that the tests read (`live`), from the site's
 * own public source, rebuilt from what maintained code says of it, or from no more than hints (`unproven`, and the panel says so).
 */
export type Evidence = 'captures' | 'live' | 'source' | 'reconstructions' | 'unproven';

/** One row of the site table. */
export type Site = {
  /** As stored with occasions and in settings; the fixture folder has the same name, and `readers/<name>.ts` its reader. */
  name: string;
  /** The product's own name, the same in every language. */
  label: string;
  /** Sites of one name here share one content script: one bundle, one set of match patterns. */
  family: string;
  /** Host names on which it is read, without wildcards; none for a site that people run themselves, wherever it is. */
  hosts: string[];
  /** Match patterns of the content script and of the host permission. */
  matches: string[];
  /** Where several sites share a host: what the path of this one's pages is like. The first row that fits holds. */
  path?: RegExp;
  kinds: Occasion['kind'][];
  /** Whether it shows addresses, or names only, so that people can at best be matched by name. */
  gives: 'addresses' | 'names';
  evidence: Evidence;
};

/**
 * Everything told per site: content scripts, manifest, settings, texts, docs and fixtures are driven by this table. The
 * reader of a site is `readers/<name>.ts`, exported under the same name in camel case; this table stays free of their code.
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
  {
    name: 'outlook',
    label: 'Outlook',
    family: 'outlook',
    hosts: ['outlook.office.com', 'outlook.office365.com', 'outlook.cloud.microsoft', 'outlook.live.com'],
    matches: [
      'https://outlook.office.com/*',
      'https://outlook.office365.com/*',
      'https://outlook.cloud.microsoft/*',
      'https://outlook.live.com/*',
    ],
    kinds: ['thread'],
    gives: 'addresses',
    evidence: 'captures',
  },
  // Pages of any kind that the user added: by published standards, asked about before anything is kept.
  {
    name: 'generic',
    label: 'Other pages',
    family: 'generic',
    hosts: [],
    matches: [],
    kinds: ['meeting', 'thread'],
    gives: 'addresses',
    evidence: 'source',
  },
];

/** The sites on the host of an address, in the order of the table. Only https pages are read. */
export function sitesAt(url: string): Site[] {
  if (!URL.canParse(url)) return [];
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' ? sites.filter((site) => site.hosts.includes(hostname)) : [];
}

/** The site that an address belongs to, or null. */
export function siteOf(url: string): Site | null {
  return sitesAt(url).find(({ path }) => path?.test(new URL(url).pathname) ?? true) ?? null;
}

/** The site of that name, or null. */
export const siteNamed = (name: string): Site | null => sites.find((site) => site.name === name) ?? null;

/** The families, each once. Each has a content script `<family>.js`. */
export const families: readonly string[] = [...new Set(sites.map(({ family }) => family))];

/** The family for pages of any kind that the user added: what is found there is asked about before it is kept. */
export const genericFamily = 'generic';

/** The families that read wherever the user adds them, since they have no hosts of their own. */
export const addableFamilies: readonly string[] = families.filter((family) =>
  sites.every((site) => site.family !== family || site.hosts.length === 0),
);

/** The product's name of a family; null for the generic one, which is none. */
export function labelOf(family: string): string | null {
  const own = sites.filter((site) => site.family === family);
  return family === genericFamily || own.length === 0 ? null : [...new Set(own.map(({ label }) => label))].join(', ');
}

/** The match patterns of all sites of a family, for its content script, each once. */
export function matchesOf(family: string): string[] {
  return [...new Set(sites.flatMap((site) => (site.family === family ? site.matches : [])))];
}

/** The match patterns of all sites, each once. */
export const allMatches: readonly string[] = [...new Set(sites.flatMap((site) => site.matches))];
