import * as v from 'valibot';
import { timestampSchema } from './base.ts';

/** Scheme and host without a port, which permissions of browsers do not tell apart: `https://mail.example.org`. */
const originPattern = /^https?:\/\/(?:[a-z0-9_.-]+|\[[0-9a-f:.]+\])$/;

/** A site that the user added: read there is what the reader family `family` reads. */
export const addedSiteSchema = v.object({
  origin: v.pipe(v.string(), v.maxLength(300), v.regex(originPattern)),
  family: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  addedAt: timestampSchema,
});
export type AddedSite = v.InferOutput<typeof addedSiteSchema>;

/** The origin that a page's address belongs to, as added sites are named; null for what is no web page. */
export function originOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  const origin = `${protocol}//${hostname.replace(/\.$/, '')}`;
  return originPattern.test(origin) ? origin : null;
}

/** The match pattern of an added site: that scheme and host, every port and path. */
export const patternOf = (origin: string): string => `${origin}/*`;

/** The added site that a page's address belongs to, or null. */
export function addedSiteOf(url: string, added: readonly AddedSite[]): AddedSite | null {
  const origin = originOf(url);
  return added.find((site) => site.origin === origin) ?? null;
}

/** Addresses that only machines nearby can have: loopback, private and link-local ranges (RFC 1918, 3927, 4193, 4291). */
const nearbyAddress =
  /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|\[::1\]$|\[f[cd][0-9a-f]{2}:|\[fe[89ab][0-9a-f]:)/;
/** Names that only a local network resolves (RFC 6761, 6762, 8375), and names of one label. */
const nearbyName = /^(?:[^.]+|.*\.(?:localhost|local|lan|home\.arpa|internal|intranet))$/;

/** Whether a host is this machine or one of the local network, where pages without encryption are usual. */
export function isNearby(origin: string): boolean {
  const { hostname } = new URL(origin);
  const isAddress = hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
  return isAddress ? nearbyAddress.test(hostname) : nearbyName.test(hostname);
}

/**
 * Whether a site may be added: any over https, and one without encryption only nearby, since elsewhere whoever carries
 * the page could put people into it.
 */
export const mayBeAdded = (origin: string): boolean => origin.startsWith('https:') || isNearby(origin);
