import * as v from 'valibot';
import { addedSiteSchema } from './added-site.ts';
import { lineSchema, timestampSchema } from './base.ts';
import { addressSchema, wantSchema } from './person.ts';

/** The user: own name and addresses, and what they need and offer (the lesson looks at both sides). */
export const meSchema = v.object({
  name: lineSchema,
  addresses: v.array(addressSchema),
  needs: v.array(wantSchema),
  offers: v.array(wantSchema),
});
export type Me = v.InferOutput<typeof meSchema>;

export const languageSchema = v.picklist(['auto', 'en', 'zh-CN']);
export type Language = v.InferOutput<typeof languageSchema>;

/** When the browser may speak up by itself. Hours in minutes after local midnight. */
const noticesSchema = v.object({
  on: v.boolean(),
  /** So many minutes before a meeting; null: not before. */
  before: v.nullable(v.number()),
  /** When a meeting is over, to review it. */
  after: v.boolean(),
  /** One summary of the day, at that minute; null: none. */
  morningAt: v.nullable(v.number()),
  /** Nothing is shown from one to the other, over midnight where the first is the later; equal: never quiet. */
  quietFrom: v.number(),
  quietTo: v.number(),
});

export type Notices = v.InferOutput<typeof noticesSchema>;

/** What holds until the user says otherwise: nothing is shown. */
export const newNotices: Notices = {
  on: false,
  before: 15,
  after: true,
  morningAt: 8 * 60,
  quietFrom: 21 * 60,
  quietTo: 7 * 60 + 30,
};

/** One row, id `settings`. */
export const settingsSchema = v.object({
  id: v.literal('settings'),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  me: meSchema,
  language: languageSchema,
  theme: v.picklist(['auto', 'light', 'dark']),
  /** Where prompts are shown: in a frame in the page, or only in the browser's side panel. */
  panel: v.picklist(['frame', 'side-panel']),
  /** Keep occasions and addresses that were seen, without typing anything. */
  keepSeen: v.boolean(),
  /** Days that an unpinned occasion or sighting is kept; null: for good. */
  keepDays: v.nullable(v.number()),
  /** Sites the user switched off (no reading) and sites read without keeping, by site name. */
  sitesOff: v.array(v.string()),
  sitesNotKept: v.array(v.string()),
  /** Sites beyond those of the table, each added by the user; missing: none. */
  addedSites: v.optional(v.array(addedSiteSchema)),
  /** Epoch ms when the first-run screens were finished; null: not yet. */
  welcomedAt: v.nullable(timestampSchema),
  lastBackupAt: v.nullable(timestampSchema),
  notices: v.optional(noticesSchema),
  /** False: keys without Ctrl or ⌘ do nothing (they may come from speech input). Missing: they work. */
  singleKeys: v.optional(v.boolean()),
  /** Whether what the user does about prompts moves later ones, and from when on it counts (epoch ms); missing: yes, all of it. */
  habit: v.optional(v.object({ on: v.boolean(), since: timestampSchema })),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

/** Settings of a fresh installation at `now` (epoch ms). */
export function newSettings(now: number): Settings {
  return {
    id: 'settings',
    createdAt: now,
    updatedAt: now,
    me: { name: '', addresses: [], needs: [], offers: [] },
    language: 'auto',
    theme: 'auto',
    panel: 'frame',
    keepSeen: true,
    keepDays: 730,
    sitesOff: [],
    sitesNotKept: [],
    welcomedAt: null,
    lastBackupAt: null,
  };
}

/** Whether what is seen on a site (by name) is kept. */
export const isKept = (settings: Settings, site: string): boolean =>
  settings.keepSeen && !settings.sitesNotKept.includes(site) && !settings.sitesOff.includes(site);
