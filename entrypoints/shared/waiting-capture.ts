import { browser } from 'wxt/browser';

/** Selected text that waits to be written down as a tip, and the site it stood on. */
export interface WaitingCapture {
  text: string;
  source: string | null;
}

/** Where it waits in `storage.session`: in memory, out of reach of pages, gone with the browser, never in an address. */
export const captureKey = 'capture';

/** Takes what waits, once; null where nothing does. */
export async function takeCapture(): Promise<WaitingCapture | null> {
  const waiting = (await browser.storage.session.get(captureKey))[captureKey];
  await browser.storage.session.remove(captureKey);
  if (typeof waiting !== 'object' || waiting === null) return null;
  const { text, source } = waiting as Partial<WaitingCapture>;
  return typeof text === 'string' ? { text, source: typeof source === 'string' ? source : null } : null;
}
