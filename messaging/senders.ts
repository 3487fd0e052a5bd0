import { portNames } from './port-names.ts';

/** What the browser says of who opened a port (`runtime.MessageSender`). Only this is believed, never a message's claim. */
export interface SenderLike {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  documentLifecycle?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
}

/** Who we are ourselves, and which pages a content script of ours runs on. */
export interface Us {
  /** `runtime.id`. */
  id: string;
  /** Origin of our own pages, as in `runtime.getURL`. */
  origin: string;
  /** Whether a content script of ours belongs on a page of this address. */
  readsAt(url: string): boolean;
}

/** Whoever is at the other end of a port. `documentId` is null in browsers that do not tell it. */
export type Caller =
  | { is: 'page'; tabId: number; documentId: string | null }
  | { is: 'frame'; tabId: number; frameId: number; documentId: string | null }
  | { is: 'window'; path: string };

/** Top-level pages of ours that show the occasion of a tab. Web pages cannot frame them. */
const windowPaths = ['/sidepanel.html', '/popup.html'];

/**
 * Who opened this port, told from what the browser says of the sender, or null where it has no business here: another
 * extension, a page or a frame that we do not read, a page of ours framed where it must not be, a document that is not
 * active (cached, being prerendered).
 */
export function callerOf(sender: SenderLike | undefined, portName: string, us: Us): Caller | null {
  if (sender?.id !== us.id || sender.url === undefined) return null;
  if (sender.documentLifecycle !== undefined && sender.documentLifecycle !== 'active') return null;
  const tabId = sender.tab?.id ?? null;
  const frameId = sender.frameId ?? null;
  const documentId = sender.documentId ?? null;
  const own = sender.url.startsWith(`${us.origin}/`);
  if (portName === portNames.page) {
    if (own || tabId === null || frameId !== 0 || !us.readsAt(sender.url)) return null;
    return { is: 'page', tabId, documentId };
  }
  if (portName !== portNames.panel || !own) return null;
  const path = new URL(sender.url).pathname;
  if (windowPaths.includes(path)) return tabId === null || frameId === 0 ? { is: 'window', path } : null;
  if (path === '/panel.html' && tabId !== null && frameId !== null && frameId !== 0)
    return { is: 'frame', tabId, frameId, documentId };
  return null;
}
