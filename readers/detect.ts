import type { SiteReader } from './site-reader.ts';
import { genericFamily, siteNamed } from './sites.ts';

/**
 * Which family of readers fits a page, told by the marks of the products that people run under addresses of their own;
 * the generic one where none does. A fingerprint that throws on a strange page fits it not.
 */
export function familyFitting(document: Document, readers: readonly SiteReader[]): string {
  const fits = (reader: SiteReader): boolean => {
    try {
      return reader.fingerprint?.(document) === true;
    } catch {
      return false;
    }
  };
  const site = readers.find(fits)?.site;
  return (site === undefined ? null : siteNamed(site)?.family) ?? genericFamily;
}
