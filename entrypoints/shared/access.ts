import { browser } from 'wxt/browser';
import type { Access } from '../../components/parts/access-notice.tsx';
import { sites } from '../../readers/sites.ts';

/**
 * Which of the listed sites the browser lets us read. Chromium grants them with the installation; Firefox does too, but its
 * user may take them away, and hosts that come with an update are not granted there.
 */
export async function accessNow(): Promise<Access> {
  const origins = browser.runtime.getManifest().host_permissions ?? [];
  const listed = sites.filter(({ matches }) => matches.length > 0);
  const allowed = await Promise.all(listed.map(({ matches }) => browser.permissions.contains({ origins: matches })));
  return {
    lacking: listed.filter((_, at) => allowed[at] === false).map(({ label }) => label),
    ask: () => browser.permissions.request({ origins }),
  };
}
