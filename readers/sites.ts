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

const outlookHosts = ['outlook.office.com', 'outlook.office365.com', 'outlook.cloud.microsoft', 'outlook.live.com'];

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
    name: 'outlook-calendar',
    label: 'Outlook Calendar',
    family: 'outlook',
    hosts: outlookHosts,
    matches: outlookHosts.map((host) => `https://${host}/*`),
    path: /^\/(?:hosted\/)?calendar(?:\/|$)/,
    kinds: ['meeting'],
    gives: 'names',
    evidence: 'reconstructions',
  },
  {
    name: 'outlook',
    label: 'Outlook',
    family: 'outlook',
    hosts: outlookHosts,
    matches: outlookHosts.map((host) => `https://${host}/*`),
    kinds: ['thread'],
    gives: 'addresses',
    evidence: 'captures',
  },
  {
    name: 'yahoo',
    label: 'Yahoo Mail',
    family: 'yahoo',
    hosts: ['mail.yahoo.com'],
    matches: ['https://mail.yahoo.com/*'],
    kinds: ['thread'],
    gives: 'addresses',
    evidence: 'reconstructions',
  },
  {
    name: 'google-meet',
    label: 'Google Meet',
    family: 'google-meet',
    hosts: ['meet.google.com'],
    matches: ['https://meet.google.com/*'],
    kinds: ['meeting'],
    gives: 'names',
    evidence: 'reconstructions',
  },
  {
    name: 'proton-mail',
    label: 'Proton Mail',
    family: 'proton-mail',
    hosts: ['mail.proton.me'],
    matches: ['https://mail.proton.me/*'],
    kinds: ['thread'],
    gives: 'addresses',
    evidence: 'source',
  },
  {
    name: 'proton-calendar',
    label: 'Proton Calendar',
    family: 'proton-calendar',
    hosts: ['calendar.proton.me'],
    matches: ['https://calendar.proton.me/*'],
    kinds: ['meeting'],
    gives: 'addresses',
    evidence: 'source',
  },
  {
    name: 'fastmail',
    label: 'Fastmail',
    family: 'fastmail',
    hosts: ['app.fastmail.com'],
    matches: ['https://app.fastmail.com/*'],
    path: /^\/mail(?:\/|$)/,
    kinds: ['thread'],
    gives: 'addresses',
    evidence: 'reconstructions',
  },
  {
    name: 'qqmail',
    label: 'QQ邮箱',
    family: 'qqmail',
    hosts: ['wx.mail.qq.com', 'mail.qq.com', 'exmail.qq.com'],
    matches: ['https://wx.mail.qq.com/*', 'https://mail.qq.com/*', 'https://exmail.qq.com/*'],
    kinds: ['thread'],
    gives: 'addresses',
    evidence: 'reconstructions',
  },
  {
    name: 'netease163',
    label: '网易邮箱',
    family: 'netease163',
    hosts: ['mail.163.com', 'mail.126.com', 'mail.yeah.net'],
    matches: ['https://mail.163.com/*', 'https://mail.126.com/*', 'https://mail.yeah.net/*'],
    kinds: ['thread'],
    gives: 'addresses',
    evidence: 'reconstructions',
  },
  {
    name: 'zoho-mail',
    label: 'Zoho Mail',
    family: 'zoho-mail',
    hosts: ['mail.zoho.com', 'mail.zoho.eu', 'mail.zoho.in', 'mail.zoho.com.au', 'mail.zoho.com.cn', 'mail.zoho.jp'],
    matches: [
      'https://mail.zoho.com/*',
      'https://mail.zoho.eu/*',
      'https://mail.zoho.in/*',
      'https://mail.zoho.com.au/*',
      'https://mail.zoho.com.cn/*',
      'https://mail.zoho.jp/*',
    ],
    kinds: ['thread'],
    gives: 'addresses',
    evidence: 'reconstructions',
  },
  {
    name: 'icloud-mail',
    label: 'iCloud Mail',
    family: 'icloud-mail',
    hosts: ['www.icloud.com', 'www.icloud.com.cn'],
    matches: ['https://www.icloud.com/*', 'https://www.icloud.com.cn/*'],
    path: /^\/mail(?:\/|$)/,
    kinds: ['thread'],
    gives: 'addresses',
    evidence: 'unproven',
  },
  {
    name: 'feishu-mail',
    label: '飞书邮箱 · Lark Mail',
    family: 'feishu-mail',
    hosts: [],
    matches: [],
    kinds: ['thread'],
    gives: 'names',
    evidence: 'unproven',
  },
  {
    name: 'owa',
    label: 'Outlook Web App',
    family: 'owa',
    hosts: [],
    matches: [],
    kinds: ['thread'],
    gives: 'addresses',
    evidence: 'reconstructions',
  },
  // Pages of any kind that the user added: by published standards, asked about before anything is kept.
  {
    name: 'roundcube',
    label: 'Roundcube',
    family: 'roundcube',
    hosts: [],
    matches: [],
    kinds: ['thread'],
    gives: 'addresses',
    evidence: 'live',
  },
  {
    name: 'sogo',
    label: 'SOGo',
    family: 'sogo',
    hosts: [],
    matches: [],
    kinds: ['thread', 'meeting'],
    gives: 'names',
    evidence: 'source',
  },
  {
    name: 'nextcloud-mail',
    label: 'Nextcloud Mail',
    family: 'nextcloud',
    hosts: [],
    matches: [],
    path: /\/apps\/mail(?:\/|$)/,
    kinds: ['thread'],
    gives: 'names',
    evidence: 'source',
  },
  {
    name: 'nextcloud-calendar',
    label: 'Nextcloud Calendar',
    family: 'nextcloud',
    hosts: [],
    matches: [],
    path: /\/apps\/calendar(?:\/|$)/,
    kinds: ['meeting'],
    gives: 'addresses',
    evidence: 'source',
  },
  {
    name: 'zimbra',
    label: 'Zimbra',
    family: 'zimbra',
    hosts: [],
    matches: [],
    kinds: ['thread', 'meeting'],
    gives: 'addresses',
    evidence: 'source',
  },
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

/** A site in whose pages no people are to be found: nothing is read there, and other ways are offered in its place. */
export type SiteWithoutPeople = Pick<Site, 'name' | 'label' | 'hosts' | 'path'> & {
  /** Whether its calendars can be followed as a feed, besides pasting what is on the screen. */
  feed: boolean;
};

/** Where only the paste box and, if there is one, the feed can help (`docs/sites.md` says what was looked for). */
export const sitesWithoutPeople: readonly SiteWithoutPeople[] = [
  {
    name: 'feishu-calendar',
    label: '飞书日历 · Lark Calendar',
    hosts: ['*.feishu.cn', '*.larksuite.com'],
    path: /^\/calendar/,
    feed: true,
  },
  {
    name: 'teams-calendar',
    label: 'Microsoft Teams',
    hosts: ['teams.microsoft.com', 'teams.cloud.microsoft'],
    feed: true,
  },
  { name: 'dingtalk-calendar', label: '钉钉日历 DingTalk', hosts: ['calendar.dingtalk.com'], feed: true },
  { name: 'dingtalk-mail', label: '钉钉邮箱 · Alimail', hosts: ['mail.dingtalk.com', 'qiye.aliyun.com'], feed: false },
  {
    name: 'icloud-calendar',
    label: 'iCloud Calendar',
    hosts: ['www.icloud.com', 'www.icloud.com.cn'],
    path: /^\/calendar/,
    feed: true,
  },
  {
    name: 'fastmail-calendar',
    label: 'Fastmail Calendar',
    hosts: ['app.fastmail.com'],
    path: /^\/calendar/,
    feed: true,
  },
];

/** The site without people that an address belongs to, or null. A host `*.name` is any below it. */
export function siteWithoutPeopleAt(url: string): SiteWithoutPeople | null {
  if (!URL.canParse(url)) return null;
  const { hostname, pathname } = new URL(url);
  const here = (host: string) => (host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host);
  return sitesWithoutPeople.find(({ hosts, path }) => hosts.some(here) && (path?.test(pathname) ?? true)) ?? null;
}

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
