import type { Reading } from '../records/occasion.ts';
import { roleOf } from './gmail-recipients.ts';
import { addSender, type MessageRead, outermost, readConversation } from './mail-thread.ts';
import { addressAt } from './person.ts';
import type { Roll } from './roll.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { lineOf } from './text.ts';
import { soleText, visibleAll } from './visible.ts';
import { watchedParts } from './watched-parts.ts';

const site = 'nextcloud-mail';
/** `src/components/ThreadEnvelope.vue`, `RecipientBubble.vue`. Bodies are in frames. */
const envelope = '.envelope';
const subject = '[id="mail-thread-header-fields"] h2';

const envelopes = (document: Document): Element[] => outermost(visibleAll(document, envelope));

/** The thread that an address names, with the mailbox that it is looked at in. */
const threadIn = (url: string): string | null => {
  const { host, pathname } = new URL(url);
  const named = /\/apps\/mail\/(?:box\/[^/]+\/thread|message)\/(\d+)/.exec(pathname)?.[1];
  return named ? `${host}/${named}` : null;
};

/** The name beside the address, which older versions write inside of the same element. */
function nameIn(sender: Element): string | null {
  const own = [...sender.childNodes].filter((node) => node.nodeType === 3 && lineOf(node.nodeValue) !== null);
  return own.length === 1 ? lineOf(own[0]?.nodeValue) : null;
}

/** A folded message shows its sender's name; an open one the address too, and the names of its recipients. */
function readMessage(unit: Element, roll: Roll): MessageRead {
  const [sender, other] = visibleAll(unit, '.sender');
  if (!sender || other) return { broken: 'sender of a message' };
  const [address, another] = visibleAll(unit, '.sender__email');
  if (another) return { broken: 'address of a sender' };
  const read = addSender(roll, sender, () => [
    [nameIn(sender)],
    [address ? addressAt(address) : null],
    address ? 'apart' : 'anywhere',
  ]);
  if (!('complete' in read)) return read;
  let role: ReturnType<typeof roleOf> | null = null;
  for (const line of visibleAll(unit, '.envelope__recipients .recipients')) {
    role = roleOf(lineOf(line.querySelector('.recipients__label')?.textContent) ?? '', role);
    for (const one of visibleAll(line, '.user-bubble__name')) {
      const name = soleText(one);
      if (!name) return { broken: 'recipient of a message' };
      roll.add({ name: lineOf(name), address: null, role });
    }
  }
  // Recipients are names; whoever has one is known by nothing else here.
  return { complete: false };
}

/** Reads the page of Nextcloud Mail: the thread that the address names. */
export function read(document: Document, url: string): Reading {
  const ref = threadIn(url);
  if (ref === null) return { state: 'not-here' };
  const [title, other] = visibleAll(document, subject);
  const units = envelopes(document);
  if (units.length === 0 || other) return { state: 'not-yet' };
  if (!title) return { state: 'broken', site, part: 'heading of the conversation' };
  const named = { site, ref, title: lineOf(title.getAttribute('title') ?? title.textContent), own: null };
  return readConversation(named, units, true, readMessage);
}

/** Names the thread of the address. */
export const mark = (_document: Document, url: string): string | null => threadIn(url);

/** The heading, and of each message its head and recipients. */
export function watched(document: Document): Watched {
  const units = envelopes(document);
  const parts = units.flatMap((unit) => [...unit.querySelectorAll('.envelope__header,.envelope__recipients')]);
  return watchedParts(document, [...visibleAll(document, subject), ...parts], units);
}

/** Nextcloud's pages carry its request token and the user's name in their head. */
export const fingerprint = (document: Document): boolean =>
  document.querySelector('head[data-requesttoken][data-user]') !== null;

/** The reader of Nextcloud Mail, wherever it runs. */
export const nextcloudMail: SiteReader = { site, named: [], read, mark, watched, fingerprint };
