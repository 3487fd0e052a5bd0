import type { Reading } from '../records/occasion.ts';
import { addressOf } from './address.ts';
import { numbersIn } from './count.ts';
import {
  addRecipients,
  addSender,
  lineAround,
  type MessageRead,
  outermost,
  readConversation,
  type Ways,
} from './mail-thread.ts';
import { mailboxesIn } from './mailbox-text.ts';
import { accountAt } from './own-account.ts';
import { addressAt, type Person } from './person.ts';
import type { Roll } from './roll.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { lineOf, titleText } from './text.ts';
import { firstVisible, shownText, visibleAll } from './visible.ts';
import { watchedParts } from './watched-parts.ts';

const site = 'proton-mail';
const heading = '[data-testid="conversation-header:subject"]';
const message = '[data-shortcut-target="message-container"],[data-testid^="message-view"]';
/** In the form of 2022 every person of a header has the same name for tests; recipients stand in a part of their own. */
const person = '[data-testid="recipients:sender"],[data-testid="message-header:from"]';
const item = '[data-testid^="recipients:item-"],[data-testid="message-header:to"] [data-testid="message-header:from"]';
const label = '[data-testid="recipient-label"],.message-recipient-item-label';
const address = '[data-testid="recipient-address"],.message-recipient-item-address';
const header = '[data-testid^="message-header-"]';
const lists: [string, 'to' | 'cc' | 'bcc'][] = [
  ['[data-testid="recipients:to-list"]', 'to'],
  ['[data-testid="recipients:cc-list"]', 'cc'],
  ['[data-testid="recipients:bcc-list"]', 'bcc'],
];

/** The conversation or message that the address names: `/u/0/<list>/<conversation>/<message>`; null for a list. */
function elementIn(url: string): string | null {
  const segments = new URL(url).pathname.split('/').filter((segment) => segment !== '');
  const [, element = null] = segments[0] === 'u' ? segments.slice(2) : segments;
  return element;
}

const units = (document: Document): Element[] => outermost(visibleAll(document, message));

const idOf = (unit: Element): string => unit.getAttribute('data-message-id') ?? '';

const ways: Ways = (element) => [
  [...visibleAll(element, label).map(shownText), firstVisible(element, address) ? null : shownText(element)],
  [
    /^recipients:item-(.*)$/.exec(element.getAttribute('data-testid') ?? '')?.[1],
    element.getAttribute('title'),
    firstVisible(element, '[title]')?.getAttribute('title'),
    ...visibleAll(element, address).map(addressAt),
    element.getAttribute('aria-label'),
  ],
  'always',
];

/** The people in a group of the address book, which stands in the line as one: its title lists their addresses. */
function members(element: Element): Person[] | null {
  const titles = [element, ...visibleAll(element, '[title]')].map((e) => e.getAttribute('title') ?? '');
  const { people, rest } = mailboxesIn(`:${titles.find((title) => title.includes(',')) ?? ''}`);
  return people.length > 1 && rest.length === 0 ? people : null;
}

function readMessage(unit: Element, roll: Roll): MessageRead {
  const items = outermost(visibleAll(unit, item));
  const sender = visibleAll(unit, person).find((e) => !items.some((i) => i.contains(e)));
  // A folded message names its sender alone; one that is still being decrypted nobody yet.
  const folded = sender ?? visibleAll(unit, label).find((e) => !items.some((i) => i.contains(e)));
  if (folded && lineOf(shownText(folded)) === null) return { notYet: true };
  const read = addSender(roll, folded, ways);
  if (!('complete' in read) || items.length === 0) return 'complete' in read ? { complete: false } : read;
  let complete = true;
  const byList = new Map<Element | null, Element[]>();
  for (const one of items) {
    const list = one.closest(lists.map(([selector]) => selector).join());
    byList.set(list, [...(byList.get(list) ?? []), one]);
  }
  for (const [list, people] of byList) {
    const role = lists.find(([selector]) => list?.matches(selector))?.[1];
    const line = list ?? lineAround(people, sender, unit);
    const found = addRecipients(roll, line, people, ways, { role, without: sender ? [sender] : [], members });
    if (!('complete' in found)) return found;
    if (!found.complete) complete = false;
  }
  return { complete };
}

/** The user's own address: in the account's menu, else in the window's title, "subject | address | product". */
const ownOf = (document: Document): string | null =>
  accountAt(document, '[data-testid^="heading:userdropdown"] *,[data-testid="userdropdown:label:email"]') ??
  addressOf(document.title.split(' | ').at(-2));

/** Reads the Proton Mail page: the conversation or message on the screen. */
export function read(document: Document, url: string): Reading {
  const element = elementIn(url);
  const messages = units(document);
  if (element === null) return { state: messages.length > 0 ? 'not-yet' : 'not-here' };
  const [title, other] = visibleAll(document, heading);
  if (other || messages.length === 0) return { state: 'not-yet' };
  if (!title) return { state: 'broken', site, part: 'heading of the conversation' };
  const subject = lineOf(title.getAttribute('title')) ?? titleText(title);
  // Before the subject stands how many messages there are, those in the trash with them.
  const before = (titleText(title) ?? '').replace(subject ?? '', '');
  const whole = messages.length >= Math.max(0, ...numbersIn(before));
  return readConversation({ site, ref: element, title: subject, own: ownOf(document) }, messages, whole, readMessage);
}

/** Names the conversation in the address together with the messages on the screen. */
export function mark(document: Document, url: string): string | null {
  return [elementIn(url) ?? '', ...units(document).map(idOf)].join(' ').trim() || null;
}

/** The heading and the headers of the messages; never a body, which lies in a frame. */
export function watched(document: Document): Watched {
  const messages = units(document);
  const headers = messages.flatMap((unit) => visibleAll(unit, header).slice(0, 1));
  return watchedParts(document, [...visibleAll(document, heading), ...headers], messages);
}

/** The reader of Proton Mail. */
export const protonMail: SiteReader = {
  site,
  named: ['data-message-id', 'data-testid', 'data-expanded', 'title'],
  read,
  mark,
  watched,
};
