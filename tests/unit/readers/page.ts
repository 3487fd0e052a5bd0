import { JSDOM } from 'jsdom';

/** A test DOM of a page at an address, as a content script would meet it, with what its frames hold in `srcdoc`. */
export function openPage(html: string, url: string): JSDOM {
  const dom = new JSDOM(html, { url });
  fillFrames(dom.window.document);
  return dom;
}

/** The test DOM does not draw `srcdoc` by itself. */
export function fillFrames(document: Document): void {
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[srcdoc]')) {
    const inner = frame.contentDocument;
    inner?.open();
    inner?.write(frame.getAttribute('srcdoc') ?? '');
    inner?.close();
    if (inner) fillFrames(inner);
  }
}
