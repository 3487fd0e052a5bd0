import type { Reading } from '../records/occasion.ts';
import type { FromPage, ToPage } from './protocol.ts';

/** One connection of a content script to the background, as the browser's `Port`. */
export interface PagePortLike {
  postMessage(message: FromPage): void;
  disconnect(): void;
  onMessage: { addListener(listener: (message: ToPage) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

/** What a content script hands in: the transport, the reader and the host. */
export interface PageTransport {
  /** Opens a port; throws when the extension was updated under this content script. */
  connect(): PagePortLike;
  /** Whether the extension of this content script is gone. */
  orphaned(): boolean;
  /** Calls back when the background, started anew, asks what is on the screen; takes the answer. */
  onCall(answer: () => boolean): void;
  /** What the reader reads at this moment. */
  readNow(): Reading;
  host: { readonly framed: boolean; readonly steady: boolean; show(token: string): void; hide(): void };
  /** Called once when orphaned: everything of this content script is to end. */
  end(): void;
}

/** How long a page may be between two occasions, ms, until the panel goes away. */
const between = 1_500;

/** A content script's side of the protocol. */
export interface PageClient {
  /** Something may stand open: wakes the background, which is to answer soon. */
  opening(): void;
  /** Takes every new reading of the watch. */
  take(reading: Reading): void;
  /** Shows the panel in the page or, off, leaves it to the browser's side panel. */
  frameWanted(wanted: boolean): void;
  /** The host lost its frame; `closed`: the panel stays away from this page. */
  lost(closed: boolean): void;
  /** The page is back from the cache for back and forward, where its port was cut. */
  resume(): void;
  /** Withdraws whatever is shown. */
  stop(): void;
}

/**
 * Sends readings to the background, and shows and hides the panel's host by nothing but them: a page that is an occasion,
 * or should be one and cannot be read, has a panel; any other has none. Connects only when there is something to say.
 */
export function pageClient(transport: PageTransport): PageClient {
  let port: PagePortLike | null = null;
  let last: Reading = { state: 'not-here' };
  let wanted = true;
  let closed = false;
  /** By which the frame in the host may join. */
  let token: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const shows = (reading: Reading) => reading.state === 'occasion' || reading.state === 'broken';

  function connected(): PagePortLike | null {
    if (port !== null) return port;
    try {
      const opened = transport.connect();
      port = opened;
      opened.onMessage.addListener(hear);
      opened.onDisconnect.addListener(() => {
        if (port !== opened) return;
        port = null;
        if (transport.orphaned()) end();
      });
      return opened;
    } catch {
      end();
      return null;
    }
  }

  function end(): void {
    clearTimeout(timer);
    transport.host.hide();
    transport.end();
  }

  function hear(message: ToPage): void {
    const now = transport.readNow();
    const on = now.state === 'occasion' ? { site: now.occasion.site, ref: now.occasion.ref } : null;
    port?.postMessage({ type: 'still', id: message.id, on, steady: transport.host.steady });
  }

  /** Says what is read. The frame is begun in the same breath, by a token of our own, and loads while the background works. */
  function say(reading: Reading): void {
    const { host } = transport;
    const opens = shows(reading) && wanted && !closed && !host.framed;
    if (opens) token = crypto.randomUUID();
    else if (!host.framed) token = null;
    const to = connected();
    to?.postMessage({ type: 'reading', reading, frame: token });
    if (to !== null && opens && token !== null) host.show(token);
  }

  function leave(): void {
    last = { state: 'not-here' };
    transport.host.hide();
    if (port !== null) say(last);
  }

  transport.onCall(() => {
    if (last.state === 'not-here') return false;
    say(last);
    return true;
  });

  return {
    opening: () => void connected(),
    take(reading) {
      clearTimeout(timer);
      if (reading.state === 'not-here') return last.state === 'not-here' ? undefined : leave();
      if (reading.state === 'not-yet') {
        if (last.state === 'not-here') return;
        timer = setTimeout(leave, between);
      }
      last = reading;
      say(reading);
    },
    frameWanted(want) {
      wanted = want;
      if (!want) transport.host.hide();
      if (shows(last)) say(last);
    },
    lost(forGood) {
      closed = forGood;
      if (!closed && shows(last)) say(last);
    },
    resume() {
      if (shows(last)) say(last);
    },
    stop() {
      clearTimeout(timer);
      leave();
      port?.disconnect();
      port = null;
    },
  };
}
