import { JSDOM } from 'jsdom';

/** A test DOM of a page at an address, as a content script would meet it. */
export function openPage(html: string, url: string): JSDOM {
  return new JSDOM(html, { url });
}
