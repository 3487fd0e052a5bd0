import { browser } from 'wxt/browser';

/** The built script of that name, as the browser is told of it. */
export const scriptFile = (name: string) => `/${name}.js` as '/skeleton.js';

/** Puts a family's content script into a page that is open. Never rejects: such a page is read once it is loaded again. */
export async function inject(tabId: number, family: string): Promise<void> {
  await browser.scripting
    .executeScript({ target: { tabId }, files: [scriptFile(family)] })
    .catch((cause) => console.warn('A page open before cannot be read until it is loaded again.', cause));
}
