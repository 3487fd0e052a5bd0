import { allReaders } from '../../readers/all.ts';

/** What a site's reader answers for this page, for a test to ask for. */
function renmaiRead(site: string): unknown {
  const reader = allReaders.find((one) => one.site === site);
  if (reader === undefined) throw new Error(`No reader for ${site}.`);
  return reader.read(document, location.href);
}

Object.assign(globalThis, { renmaiRead });
