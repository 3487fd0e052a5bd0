import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PortLike } from '../../messaging/panel-client.ts';
import { portNames } from '../../messaging/port-names.ts';
import type { ToPanel } from '../../messaging/protocol.ts';

/** What a framed panel that has just been loaded hands over to the one that is drawn. */
export interface Joining {
  /** Taken out of the address before anything else. */
  token: string;
  port: PortLike;
  /** What the background has said so far; `later` is to be told of the rest. */
  heard: ToPanel[];
  later: ((message: ToPanel) => void) | null;
  /** Whether the port was cut meanwhile. */
  cut: boolean;
}

/**
 * The first thing that runs in a framed panel, while the script that draws it is still being loaded: joins with the token in
 * its address, so that the answer is there when there is something to draw it with.
 */
export default defineUnlistedScript(() => {
  const token = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  const port = browser.runtime.connect({ name: portNames.panel }) as unknown as PortLike;
  const joining: Joining = { token, port, heard: [], later: null, cut: false };
  port.onMessage.addListener((message) => {
    if (joining.later === null) joining.heard.push(message);
    else joining.later(message);
  });
  port.onDisconnect.addListener(() => {
    joining.cut = true;
  });
  port.postMessage({ type: 'join', token });
  Object.assign(globalThis, { renmaiJoining: joining });
});
