import * as v from 'valibot';
import type { ActResult } from '../records/act.ts';
import { addedSiteSchema } from '../records/added-site.ts';

const originSchema = addedSiteSchema.entries.origin;

/**
 * What the popup asks of the background about a site that is not read. `adding-site` comes before the browser asks the user,
 * because some browsers close the popup then; `add-site` comes after the user said yes, where the popup is still there.
 */
export const siteRequestSchema = v.variant('type', [
  v.object({ type: v.literal('adding-site'), origin: originSchema, tabId: v.pipe(v.number(), v.integer()) }),
  v.object({ type: v.literal('add-site'), origin: originSchema, tabId: v.pipe(v.number(), v.integer()) }),
]);
export type SiteRequest = v.InferOutput<typeof siteRequestSchema>;

/** The answer to `add-site`: by which family the site is read from now on. */
export type SiteAdded = { ok: true; family: string } | Extract<ActResult, { ok: false }>;

/** The background asks the content scripts of added sites to ask whether they are still wanted. Names no site. */
export interface CheckSite {
  type: 'check-site';
}

/** A content script of an added site asks whether it is still wanted: answered true or false by the address that the browser gives for it. */
export interface SiteWanted {
  type: 'site-wanted';
  family: string;
}
