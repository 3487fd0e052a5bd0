import type { DeskPort } from './desk-deps.ts';

/**
 * The same port for somebody who may begin to listen later: what comes meanwhile waits, and is then heard in its order.
 * Browsers drop what arrives while nobody listens.
 */
export function heldPort(port: DeskPort): DeskPort {
  const messages: unknown[] = [];
  const hearers: ((message: unknown) => void)[] = [];
  const goers: (() => void)[] = [];
  let gone = false;
  port.onMessage.addListener((message) => {
    if (hearers.length === 0) messages.push(message);
    for (const hear of hearers) hear(message);
  });
  port.onDisconnect.addListener(() => {
    gone = true;
    for (const go of goers) go();
  });
  return {
    name: port.name,
    sender: port.sender,
    postMessage: (message) => {
      if (!gone) port.postMessage(message);
    },
    disconnect: () => port.disconnect(),
    onMessage: {
      addListener(hear) {
        hearers.push(hear);
        for (const message of messages.splice(0)) hear(message);
      },
    },
    onDisconnect: {
      addListener(go) {
        goers.push(go);
        if (gone) go();
      },
    },
  };
}
