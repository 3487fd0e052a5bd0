import { visible } from './visible.ts';

/**
 * The documents in which a site draws itself: the page and the frames of the same origin that are on the screen, each
 * before the frames in it. Frames that the page shuts in a sandbox hold bodies of messages and are left out.
 */
export function documentsOf(document: Document): Document[] {
  const found = [document];
  for (let i = 0; i < found.length && found.length < 20; i++)
    for (const frame of found[i]?.querySelectorAll<HTMLIFrameElement>('iframe,frame') ?? []) {
      if (frame.hasAttribute('sandbox') || !visible(frame)) continue;
      const inner = documentIn(frame);
      if (inner) found.push(inner);
    }
  return found;
}

/** The frames between the page and `document`, outermost last; empty for the page itself. */
export function framesAround(document: Document): Element[] {
  const frames: Element[] = [];
  for (let inner: Document | undefined = document; inner && frames.length < 20; ) {
    const frame: Element | null = frameOf(inner);
    if (!frame) break;
    frames.push(frame);
    inner = frame.ownerDocument;
  }
  return frames;
}

/** What a frame shows, null where it is of another origin. */
function documentIn(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

function frameOf(document: Document): Element | null {
  try {
    return document.defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}
