import type { Reading, Role } from '../records/occasion.ts';
import { addressOf, sameAddress } from './address.ts';
import { recipientLine, replyToWords, roleOf } from './gmail-recipients.ts';
import { accountInBar, accountInTitle } from './own-account.ts';
import { newRoll, type Roll } from './roll.ts';
import { lineOf, titleText } from './text.ts';
import { visible, visibleAll } from './visible.ts';

/** A message's body. Nothing in it is ever read: it may hold look-alikes of a header. */
const body = '.a3s,.ii';
const message = '[data-message-id],[data-legacy-message-id]';
const heading = '[data-thread-perm-id],h2[data-legacy-thread-id]';
const idAttributes = ['data-legacy-thread-id', 'data-legacy-message-id'];
/** Our kind of page, of which `part` is not as it must be. */
export const broken = (part: string): Reading => ({ state: 'broken', site: 'gmail', part });
const outsideBody = (element: Element): boolean => element.closest(body) === null;

/** The headings of conversations on the screen: Gmail keeps those left in the document, hidden. */
export function threadHeadings(document: Document): Element[] {
  return visibleAll(document, heading).filter((e) => e.closest(message) === null);
}

/** The name of the conversation that a heading belongs to. */
export const threadIdOf = (element: Element): string =>
  element.getAttribute('data-thread-perm-id') ?? element.getAttribute('data-legacy-thread-id') ?? '';

/** The messages on the screen, one element each: an open one, or the list item of a folded one. */
export function messageUnits(document: Document): Element[] {
  const open = visibleAll(document, message);
  const folded = visibleAll(document, '[role=listitem]').filter(
    (item) => !open.some((m) => item.contains(m)) && item.querySelector('[email],[jid]') !== null,
  );
  const units = [...open, ...folded].filter(outsideBody);
  return units
    .filter((unit) => !units.some((other) => other !== unit && other.contains(unit)))
    .sort((a, b) => (a.compareDocumentPosition(b) & 4 ? -1 : 1));
}

/** The `[email]` elements of a message: none of its body, nor of a list of conversations that got into it. */
const peopleIn = (unit: Element): Element[] =>
  [...unit.querySelectorAll('[email]')].filter((e) => {
    const grid = e.closest('[role=grid]');
    return outsideBody(e) && (grid === null || !unit.contains(grid)) && visible(e);
  });

/** A message's header: the outermost table around the first `[email]` outside the body. */
export function headerOf(unit: Element, [sender] = peopleIn(unit)): Element | null {
  let header: Element | null = null;
  for (let e = sender?.parentElement ?? null; e && e !== unit; e = e.parentElement)
    if (e.localName === 'table') header = e;
  return header ?? sender?.closest('.gE') ?? null;
}

/** The address of an `[email]` element, null where its two attributes disagree or neither is an address. */
function agreedAddress(element: Element): string | null {
  const email = addressOf(element.getAttribute('email'));
  const card = addressOf(element.getAttribute('data-hovercard-id'));
  if (email && card && !sameAddress(email, card)) return null;
  return email ?? card;
}

const nameOf = (element: Element): string | null => lineOf(element.getAttribute('name')) ?? lineOf(element.textContent);

const detailTable = (unit: Element): Element | undefined => visibleAll(unit, '.ajB table,table.ajC').find(outsideBody);

/**
 * The people in a message's details, a small table that opens over it: a row each for From, Reply-To, To, Cc and Bcc.
 * Reply-To stands before the recipients and, unlike them, is not in the line of recipients (`inLine`); a word for it is
 * a second reading. Null where the table is closed, or where another than the sender stands first.
 */
function detailRows(
  unit: Element,
  sender: string,
  inLine: Element[],
): { row: Element; people: Element[]; role: Role }[] | null {
  const table = detailTable(unit);
  const rows = table ? visibleAll(table, 'tr').map((row) => ({ row, people: visibleAll(row, '[email]') })) : [];
  const [from] = rows;
  if (!from?.people.some((e) => sameAddress(agreedAddress(e), sender))) return null;
  const end = rows.findIndex(({ people }) => people.length === 0);
  const written = rows.slice(1, end < 0 ? undefined : end);
  const known = (e: Element) => inLine.some((other) => sameAddress(agreedAddress(e), agreedAddress(other)));
  let role: Role | null = null;
  return written.map(({ row, people }, index) => {
    const label = lineOf(row.querySelector('td')?.textContent) ?? '';
    const apart = inLine.length > 0 && !people.some(known);
    if (index === 0 && written.length > 1 && (apart || replyToWords.test(label)))
      return { row, people, role: 'reply-to' };
    role = roleOf(label, role);
    return { row, people, role };
  });
}

/** Reads one message into the roll; answers what is wrong with it, or whether all its people are there. */
function readMessage(unit: Element, roll: Roll): { broken: string } | { complete: boolean } {
  const avatars = [...unit.querySelectorAll('[jid]')].filter(outsideBody).map((e) => addressOf(e.getAttribute('jid')));
  const people = peopleIn(unit);
  const [sender] = people;
  const header = headerOf(unit, people);
  if (!header || !sender) {
    // A draft being written has no sender; anything else that stands for a message must have one.
    const draft =
      unit.querySelector('form,[contenteditable="true"]') !== null || (!unit.matches(message) && avatars.length === 0);
    return draft ? { complete: false } : { broken: 'sender of a message' };
  }
  const address = agreedAddress(sender);
  if (address === null) return { broken: 'address of a sender' };
  if (avatars.some((a) => a !== null && !sameAddress(a, address))) return { broken: 'sender and picture of a message' };
  roll.add({ name: nameOf(sender), address, role: 'from' });

  const cell = sender.closest('td');
  const lines = new Map<Element, Element[]>();
  const table = detailTable(unit);
  let strays = false;
  for (const element of people.slice(1)) {
    if (table?.contains(element)) continue;
    if (!header.contains(element)) {
      strays = true;
      continue;
    }
    // A grid cell holds a sender; recipients stand beside each other in a line.
    if (cell?.contains(element) || element.closest('[role=gridcell]')) {
      if (!sameAddress(agreedAddress(element), address)) strays = true;
      continue;
    }
    const line = element.closest('.hb') ?? element.closest('td') ?? element.parentElement;
    if (line) lines.set(line, [...(lines.get(line) ?? []), element]);
  }
  const details = detailRows(unit, address, [...lines.values()].flat());
  let complete = !strays && (lines.size > 0 || details !== null);
  for (const [line, elements] of lines) {
    const { people: found, cut, more } = recipientLine(line, elements);
    // The details, when they are open, write out those whom the line leaves out: they must be as many.
    const rows = details?.filter(({ role }) => role !== 'reply-to').flatMap((row) => row.people) ?? [];
    const written = new Set(rows.map((e) => agreedAddress(e)?.toLowerCase())).size;
    if (cut && (more === null || written < found.length + more)) complete = false;
    for (const { element, role } of found) {
      const recipient = agreedAddress(element);
      if (recipient === null) return { broken: 'address of a recipient' };
      roll.add({ name: nameOf(element), address: recipient, role });
    }
  }
  for (const { row, people: found, role } of details ?? []) {
    if (recipientLine(row, found).cut) complete = false;
    for (const element of found) {
      const other = agreedAddress(element);
      if (other === null) return { broken: 'address in the details of a message' };
      roll.add({ name: nameOf(element), address: other, role });
    }
  }
  return { complete };
}

/**
 * Whether the conversation holds messages that are not drawn: in its list stands an item without a sender, or a button
 * with a number on it, which opens them. A line of recipients astray counts too.
 */
function folded(document: Document, units: Element[]): boolean {
  const own = new Set(units);
  const around = new Set<Element>();
  for (const unit of units) for (let e = unit.parentElement; e && !around.has(e); e = e.parentElement) around.add(e);
  const inUnit = (start: Element): boolean => {
    for (let e: Element | null = start; e; e = e.parentElement) if (own.has(e)) return true;
    return false;
  };
  if (visibleAll(document, '.adv,.adx').length > 0) return true;
  const lines = [...document.querySelectorAll('.hb')].filter((e) => !inUnit(e));
  const others = [...around]
    .filter((e) => e.matches('[role=list]'))
    .flatMap((list) => [...list.querySelectorAll('[role=listitem],[role=button]')])
    .filter((e) => !inUnit(e) && !around.has(e))
    .filter((e) => e.matches('[role=listitem]') || /\p{Nd}/u.test(e.textContent ?? ''));
  return [...lines, ...others].some(visible);
}

/** What the address says of the conversation: its id in 16 hex digits, or (a print) the name to use without a heading. */
export type AddressSays = { hex?: string; ref?: string };

/** Reads the conversation that is on the screen. `says` is what the address names; empty for a pane beside a list. */
export function readThread(document: Document, says: AddressSays): Reading {
  const headings = threadHeadings(document);
  const units = messageUnits(document);
  const title = headings[0];
  if (units.length === 0) return { state: 'not-yet' };
  if (!title && !says.ref) return broken('heading of the conversation');
  if (new Set(headings.map(threadIdOf)).size > 1) return { state: 'not-yet' };
  const ids = [...headings, ...units].flatMap((e) => idAttributes.map((a) => e.getAttribute(a)));
  if (says.hex && !ids.includes(says.hex)) return { state: 'not-yet' };

  const own = accountInBar(document) ?? accountInTitle(document);
  const roll = newRoll(own);
  let complete = !folded(document, units);
  for (const unit of units) {
    const read = readMessage(unit, roll);
    if ('broken' in read) return broken(read.broken);
    if (!read.complete) complete = false;
  }
  return conversation(
    title ? threadIdOf(title) : (says.ref ?? ''),
    title ? titleText(title) : titleOfWindow(document, own),
    own,
    roll,
    complete,
  );
}

/** A conversation as read, with the people of `roll`. */
export function conversation(
  ref: string,
  title: string | null,
  own: string | null,
  roll: Roll,
  complete: boolean,
): Reading {
  const participants = roll.people();
  return {
    state: 'occasion',
    occasion: {
      site: 'gmail',
      ref: ref.slice(0, 300),
      kind: 'thread',
      title,
      start: null,
      end: null,
      whenText: null,
      own,
      participants,
      extent: { complete, shown: participants.length, total: complete ? participants.length : null },
    },
  };
}

/** The subject in the window's title, which Gmail writes between its own name and the account. */
function titleOfWindow(document: Document, own: string | null): string | null {
  const parts = document.title.split(' - ').filter((part) => part !== own && part !== 'Gmail');
  return lineOf(parts.join(' - '));
}
