import type { PlannerServices } from '../../components/planner/services.ts';
import type { AddedSite } from '../../records/added-site.ts';
import type { Health, WeekHealth } from '../../records/health.ts';

/** Three sites that the user added: read by a reader of its own, by the generic one, and no longer allowed. */
export const addedSites: AddedSite[] = [
  { origin: 'https://webmail.beihai-cold-chain.example', family: 'roundcube', addedAt: 1 },
  { origin: 'https://intranet.harbour.example', family: 'generic', addedAt: 2 },
  { origin: 'http://nas.local', family: 'roundcube', addedAt: 3 },
];

const week = (read: number, partly: number, broken: number): WeekHealth => ({
  read,
  partly,
  broken,
  parts: broken > 0 ? { 'sender of a message': broken } : ({} as Record<string, number>),
});

const weeks = [12, 30, 25, 41, 38, 22, 40, 35].map(
  (read, at) => [`2026-W${String(2 + at).padStart(2, '0')}`, week(read, at % 3, at > 5 ? 6 : 0)] as const,
);

const health: Health = { gmail: Object.fromEntries(weeks), 'google-calendar': { '2026-W09': week(9, 4, 0) } };

/** As much of the planner's services as these screens ask for. */
export const siteServices = (now: number): PlannerServices =>
  ({
    now: () => now,
    sites: () => [
      { name: 'gmail', label: 'Gmail', hosts: ['mail.google.com'], evidence: 'captures', gives: 'addresses' },
      { name: 'google-calendar', label: 'Google Calendar', hosts: [], evidence: 'captures', gives: 'addresses' },
    ],
    addableFamilies: () => [
      { name: 'roundcube', label: 'Roundcube' },
      { name: 'generic', label: null },
    ],
    watchAllowed: (origins, onChange) => {
      onChange(origins.filter((origin) => !origin.includes('nas')));
      return () => {};
    },
    watchHealth: (onChange) => {
      onChange(health);
      return () => {};
    },
    skeletonOf: async () => 'renmai gmail',
    allowSite: async () => {},
    withdrawSite: async () => ({ ok: true, changeId: null, warning: null }),
    saveSettings: async () => ({ ok: true, changeId: null, warning: null }),
  }) satisfies Partial<PlannerServices> as unknown as PlannerServices;
