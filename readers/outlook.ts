import type { Reading, Role } from '../records/occasion.ts';
import { addressOf } from './address.ts';
import { plainId, rowPeople, senderIn } from './outlook-people.ts';
import { occasionRead } from './reading.ts';
import { newRoll } from './roll.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { lineOf } from './text.ts';
import { visible, visibleAll } from './visible.ts';

const site = 'outlook';
const broken = (part: string): Reading => ({ state: 'broken', site, part });

/** Where a message or a conversation is drawn; the outermost visible one is the pane. */
const panes =
  '[id*="ReadingPaneContainer"],[data-app-section="ConversationContainer"],[data-app-section="ItemContainer"],[data-app-section^="MailRead"]';
/** Bodies, what is being written, lists, and dialogs over the page: nobody in them is of the conversation. */
const body = '[id^="UniqueMessageBody"],[role=document]';
const elsewhere = `${body},[id^="docking_"],[data-app-section="Form_Content"],[contenteditable="true"],[role=listbox],[role=toolbar]`;
const subject = '[id^="CONV_"][id$="_SUBJECT"],[id^="MSG_"][id$="_SUBJECT"]';
const control = 'button,[role=button],[role^=menu]';
const headers: [suffix: string, role: Role][] = [
  ['_TO', 'to'],
  ['_CC', 'cc'],
  ['_BCC', 'bcc'],
];
const well = '[data-testid="RecipientWell"]';

/** What an address says: the item or conversation that it names, and whether a message is being written. */
function placeOf(url: string): { named: string | null; writing: boolean } {
  const { pathname, searchParams } = new URL(url);
  const id = /\/(?:id|deeplink\/read)\/([^/]+)/.exec(pathname)?.[1] ?? searchParams.get('ItemID');
  const named = id ? plainId(id) : null;
  return { named, writing: /\/(?:deeplink\/)?compose(?:\/|$)/.test(pathname) };
}

/** Whether an element was put there by the site itself, for the conversation. */
const outside = (element: Element): boolean => element.closest(elsewhere) === null;

function paneOf(document: Document): Element | null {
  const [first] = visibleAll(document, panes);
  return first ?? visibleAll(document, '[role=main]')[0] ?? null;
}

/** The conversation's heading, once or twice on the page. */
const headings = (pane: Element): Element[] => visibleAll(pane, subject).filter(outside);

const conversationIn = (heading: Element | undefined): string | null =>
  /^CONV_(.+)_SUBJECT$/.exec(heading?.id ?? '')?.[1] ?? null;

/**
 * The senders of the messages that are unfolded: named by id, else by a label "From: value" of which the element shows
 * the value, whatever the language.
 */
function sendersIn(pane: Element): Element[] {
  const named = visibleAll(pane, '[id^="MSG_"][id$="_FROM"]').filter(outside);
  if (named.length > 0) return named;
  return visibleAll(pane, '[aria-label]').filter((e) => {
    const [, value] = /^[^:：]{1,40}[:：]\s*(.+)$/.exec(e.getAttribute('aria-label') ?? '') ?? [];
    const text = lineOf(e.textContent);
    return (
      value !== undefined &&
      text !== null &&
      value.startsWith(text) &&
      !e.closest(`${well},button,[role=heading] *`) &&
      outside(e)
    );
  });
}

/** Bodies of messages, without those inside one. */
const bodiesIn = (pane: Element): Element[] =>
  visibleAll(pane, body).filter((e) => !e.parentElement?.closest(body) && !e.closest('[contenteditable]'));

/** A message: its sender, and all around it that is no other message's. */
type Message = { sender: Element; unit: Element };

/** The messages unfolded on the screen, or null where a body stands without its sender. */
function messagesIn(pane: Element): Message[] | null {
  const senders = sendersIn(pane);
  const messages = senders.map((sender): Message => {
    let unit = sender;
    for (let e: Element | null = sender; e && e !== pane.parentElement; e = e.parentElement) {
      if (senders.some((other) => other !== sender && e?.contains(other))) break;
      unit = e;
      if (e.hasAttribute('aria-expanded') && !e.matches(control)) break;
    }
    return { sender, unit };
  });
  const alone = bodiesIn(pane).some((e) => !messages.some(({ unit }) => unit.contains(e)));
  return alone ? null : messages;
}

/** The rows of recipients of one message, each with its role; without ids the roles go by the site's order. */
function rowsOf({ unit }: Message): { row: Element; role: Role }[] {
  const named = headers.flatMap(([suffix, role]) =>
    visibleAll(unit, `[id^="MSG_"][id$="${suffix}"]`).flatMap((row) => (outside(row) ? { row, role } : [])),
  );
  const wells = visibleAll(unit, well).filter(
    (e) => outside(e) && !named.some(({ row }) => row.contains(e) || e.contains(row)),
  );
  return [...named, ...wells.map((row, i) => ({ row, role: headers[Math.min(named.length + i, 2)]?.[1] ?? 'bcc' }))];
}

/** Whether the conversation shows that it holds messages folded away, or anything else that is not read. */
function folded(pane: Element, messages: Message[]): boolean {
  const all = visibleAll(pane, '[data-app-section="ConversationContainer"]');
  const container = pane.matches('[data-app-section="ConversationContainer"]') ? pane : all[0];
  if (!container) return false;
  const skip = `${subject},${control},[role=heading],${elsewhere}`;
  const left = (node: Node): boolean => {
    if (node.nodeType === 3) return lineOf(node.nodeValue) !== null;
    if (node.nodeType !== 1) return false;
    const e = node as Element;
    if (messages.some(({ unit }) => unit === e) || !visible(e)) return false;
    if (e.matches(skip)) return false;
    return e.getAttribute('aria-expanded') === 'false' || [...e.childNodes].some(left);
  };
  return [...container.childNodes].some(left);
}

/** Whether somebody stands in the conversation outside of every row. A face, which is such an element too, does not count. */
const astray = (pane: Element, parts: Element[]): boolean =>
  visibleAll(pane, '[data-lpc-hover-target-id]').some(
    (e) =>
      outside(e) &&
      !parts.some((part) => part.contains(e) || e.contains(part)) &&
      !e.querySelector('[role=img]') &&
      lineOf(e.textContent) !== null,
  );

/** The user's own address: the mailbox at the top of the folders. */
const ownOf = (document: Document): string | null =>
  addressOf(document.querySelector('[id^="primaryMailboxRoot_"]')?.getAttribute('title'));

function titleOf(heading: Element | undefined): string | null {
  if (!heading) return null;
  const inner = heading.matches('[title]') ? heading : heading.querySelector('[title]');
  return lineOf(inner?.getAttribute('title') ?? heading.textContent);
}

/** Reads Outlook on the web: the message or the conversation on the screen, in the reading pane or in a window of its own. */
export function read(document: Document, url: string): Reading {
  const { named, writing } = placeOf(url);
  const pane = paneOf(document);
  const messages = pane && messagesIn(pane);
  if (writing) return { state: 'not-here' };
  if (!pane || messages?.length === 0) return { state: named ? 'not-yet' : 'not-here' };
  if (!messages) return broken('sender of a message');
  const shown = headings(pane);
  const ids = new Set(shown.map(conversationIn).filter((id) => id !== null));
  const [conversation = null] = ids;
  // A conversation under another one's address is being left. Items have names of another kind.
  const another = conversation !== null && named !== null && named !== conversation;
  if (ids.size > 1 || (another && /^AAQ/.test(named) && /^AAQ/.test(conversation))) return { state: 'not-yet' };

  const own = ownOf(document);
  const roll = newRoll(own);
  let complete = !folded(pane, messages);
  const all: Element[] = [];
  for (const message of messages) {
    const from = senderIn(message.sender);
    if (!from) return broken('sender of a message');
    roll.add({ ...from, role: 'from' });
    const rows = rowsOf(message);
    all.push(message.sender, ...rows.map(({ row }) => row));
    if (rows.length === 0) complete = false;
    for (const { row, role } of rows) {
      const people = rowPeople(row);
      if (!people) return broken('a recipient');
      if (people.more || people.found.length === 0) complete = false;
      for (const person of people.found) roll.add({ ...person, role });
    }
  }
  if (astray(pane, all)) complete = false;
  const ref = conversation ?? named ?? (messages[0]?.sender.id || 'message');
  return occasionRead({ site, ref, kind: 'thread', title: titleOf(shown[0]), own, complete }, roll);
}

/** Names the conversation on the screen, or the one that the address names. */
export function mark(document: Document, url: string): string | null {
  const { named, writing } = placeOf(url);
  const pane = writing ? null : paneOf(document);
  const ids = pane ? [...headings(pane), ...sendersIn(pane)].map((e) => e.id) : [];
  return [...new Set([named ?? '', ...ids])].join(' ').trim() || null;
}

/** Heading, senders and recipients of what is open; while nothing is, where it may come. Never a body, never what is written. */
export function watched(document: Document): Watched {
  const pane = paneOf(document);
  if (!pane) return { deep: [], along: [document.body], below: [document.body] };
  const messages = messagesIn(pane) ?? [];
  const rows = messages.flatMap((message) => rowsOf(message).map(({ row }) => row));
  const cards = [...pane.querySelectorAll('[aria-expanded]')].filter((e) => !e.closest(control) && outside(e));
  return {
    deep: [...headings(pane), ...messages.map(({ sender }) => sender), ...rows],
    along: [...messages.map(({ unit }) => unit), ...cards, pane, document.body],
    below: messages.length === 0 ? [pane] : [],
  };
}

/** The reader of Outlook's mail. */
export const outlook: SiteReader = { site, named: ['aria-expanded', 'data-convid'], read, mark, watched };
