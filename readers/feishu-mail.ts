import type { Reading } from '../records/occasion.ts';
import { addSender, type MessageRead, outermost, readConversation, type Ways } from './mail-thread.ts';
import { addressIn } from './person.ts';
import type { Roll } from './roll.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { lineOf, titleText } from './text.ts';
import { soleText, visibleAll } from './visible.ts';
import { watchedParts } from './watched-parts.ts';

const site = 'feishu-mail';
/** Names of the site's own modules; what a build puts behind them changes. */
const heading = '[class*="threadHeaderTitleText"]';
const message = '[class*="MessageItem-module__wrapper"]';
const sender = '[class*="SenderName"],[class*="senderName"]';
const elsewhere = '[class*="FeedList"],[contenteditable],[class*="rangeDom"],[class*="MailBody"],[class*="mailBody"]';

const units = (document: Document): Element[] =>
  outermost(visibleAll(document, message)).filter((e) => !e.closest(elsewhere));

const senders = (unit: Element): Element[] => outermost(visibleAll(unit, sender)).filter((e) => !e.closest(elsewhere));

const ways: Ways = (element) => {
  const texts = ['title', 'data-email', 'aria-label'].map((name) => element.getAttribute(name));
  return [[soleText(element)], texts.filter((text) => addressIn(text) !== null)];
};

/** Recipients have no place of their own that is known: a message names its sender alone. */
function readMessage(unit: Element, roll: Roll): MessageRead {
  const [from, other] = senders(unit);
  if (other && lineOf(other.textContent) !== lineOf(from?.textContent)) return { broken: 'sender of a message' };
  const read = addSender(roll, from, ways);
  return 'complete' in read ? { complete: false } : read;
}

/** Reads the mail of Feishu and Lark: the senders of the conversation on the screen, by name. */
export function read(document: Document): Reading {
  const messages = units(document);
  const [title, other] = visibleAll(document, heading).filter((e) => !e.closest(`${message},${elsewhere}`));
  if (messages.length === 0) return { state: title ? 'not-yet' : 'not-here' };
  if (other) return { state: 'not-yet' };
  if (!title) return { state: 'broken', site, part: 'heading of the conversation' };
  const subject = titleText(title);
  return readConversation({ site, ref: subject ?? 'thread', title: subject, own: null }, messages, false, readMessage);
}

/** Names the conversation by its heading and senders. */
export function mark(document: Document): string | null {
  const parts = [...visibleAll(document, heading), ...units(document).flatMap(senders)];
  return lineOf(parts.map((e) => e.textContent).join(' '));
}

/** The heading and the senders; never a body. */
export function watched(document: Document): Watched {
  const messages = units(document);
  return watchedParts(document, [...visibleAll(document, heading), ...messages.flatMap(senders)], messages);
}

/** Whether the page is of this mail, which every organisation has under a host of its own. */
const fingerprint = (document: Document): boolean =>
  document.querySelector('[class*="LabelListItem-module__labelListItem"],[class*="MessageItem-module__wrapper"]') !==
  null;

/** The reader of the mail of Feishu and Lark. */
export const feishuMail: SiteReader = { site, named: ['class'], read, mark, watched, fingerprint };
