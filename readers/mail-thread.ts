import type { Reading, ReadOccasion, Role } from '../records/occasion.ts';
import { recipientLine, roleOf } from './gmail-recipients.ts';
import { type Person, personFrom } from './person.ts';
import { newRoll, type Roll } from './roll.ts';
import { lineOf } from './text.ts';
import { shownText } from './visible.ts';
import { isWordForMe } from './words/for-me.ts';

/** What names a conversation. */
export type Named = Pick<ReadOccasion, 'site' | 'ref' | 'title' | 'own'>;

/** What became of one message: read, with everybody in it or not; not drawn yet; or the part that is not as it must be. */
export type MessageRead = { complete: boolean } | { notYet: true } | { broken: string };

/** Reads the messages of a conversation into one reading; `whole` is false where further messages are not drawn. */
export function readConversation(
  named: Named,
  messages: Element[],
  whole: boolean,
  readMessage: (message: Element, roll: Roll) => MessageRead,
): Reading {
  const roll = rollFor(named.own);
  let complete = whole;
  for (const message of messages) {
    const read = readMessage(message, roll);
    if ('broken' in read) return { state: 'broken', site: named.site, part: read.broken };
    if ('notYet' in read) return { state: 'not-yet' };
    if (!read.complete) complete = false;
  }
  // Somebody shown by a name alone was not read whole.
  return thread(named, roll, complete && roll.people().every(({ address }) => address !== null));
}

/** A roll in which the site's word for the user, without an address, stands for the user's own one. */
function rollFor(own: string | null): Roll {
  const roll = newRoll(own);
  const mine = ({ name, address }: Person) => own !== null && address === null && name !== null && isWordForMe(name);
  return {
    ...roll,
    add: (found, words) => roll.add(mine(found) ? { ...found, name: null, address: own } : found, words),
  };
}

/** A conversation as read, with the people of `roll`. */
export function thread(named: Named, roll: Roll, complete: boolean): Reading {
  const participants = roll.people();
  return {
    state: 'occasion',
    occasion: {
      ...named,
      ref: named.ref.slice(0, 300),
      kind: 'thread',
      start: null,
      end: null,
      whenText: null,
      participants,
      extent: { complete, shown: participants.length, total: complete ? participants.length : null },
    },
  };
}

/** The parts of an element that give a person's name and address, from the surest to the last. */
export type Ways = (element: Element) => Parameters<typeof personFrom>;

/** The sender in a message's header, into the roll. */
export function addSender(roll: Roll, element: Element | undefined, ways: Ways): MessageRead {
  if (!element) return { broken: 'sender of a message' };
  const person = personFrom(...ways(element));
  if (person === false) return { broken: 'address of a sender' };
  if (isNobody(person)) return { broken: 'sender of a message' };
  roll.add({ ...person, role: 'from' });
  return { complete: true };
}

/**
 * Recipients that stand in one part of a page, `line`, into the roll. Their roles are `role`, where the page's structure
 * tells it, else as the line says by its order and words; `members` gives the people of one that stands for several. Not complete where the line says that it leaves somebody out.
 */
export function addRecipients(
  roll: Roll,
  line: Element,
  people: Element[],
  ways: Ways,
  {
    role,
    without = [],
    members,
  }: { role?: Role | undefined; without?: Element[]; members?: (element: Element) => Person[] | null } = {},
): MessageRead {
  const { people: found, cut } = recipientLine(line, people, without);
  for (const one of found) {
    const group = members?.(one.element);
    for (const member of group ?? []) roll.add({ ...member, role: role ?? one.role });
    if (group) continue;
    const person = personFrom(...ways(one.element));
    if (person === false) return { broken: 'address of a recipient' };
    if (isNobody(person)) return { broken: 'recipient of a message' };
    roll.add({ ...person, role: role ?? one.role });
  }
  return { complete: !cut && found.length > 0 };
}

const isNobody = ({ name, address }: Person): boolean => name === null && address === null;

/** The smallest element around all of `elements`, which are not none. */
export function around(elements: Element[]): Element | null {
  let common = elements[0]?.parentElement ?? null;
  while (common && !elements.every((e) => common?.contains(e))) common = common.parentElement;
  return common;
}

/**
 * The part of a header that holds `people` and what stands beside them ("+3"): as much around them as does not hold
 * `other`, the sender.
 */
export function lineAround(people: Element[], other: Element | undefined, unit: Element): Element {
  let line = around(people) ?? unit;
  for (
    let wider = line.parentElement;
    wider && wider !== unit && !(other && wider.contains(other));
    wider = wider.parentElement
  )
    if (unit.contains(wider)) line = wider;
  return line;
}

/** People by the row in which they stand: the nearest element that fits, else the one around each. */
export function byRow(people: Element[], row: string): Map<Element, Element[]> {
  const rows = new Map<Element, Element[]>();
  for (const one of people) {
    const at = one.closest(row) ?? one.parentElement ?? one;
    rows.set(at, [...(rows.get(at) ?? []), one]);
  }
  return rows;
}

/** Recipients that stand in rows of their own, each beginning with a word for its role, in the order To, Cc, Bcc. */
export function addRows(roll: Roll, rows: Map<Element, Element[]>, ways: Ways, without: Element[] = []): MessageRead {
  let role: Role | null = null;
  let complete = rows.size > 0;
  for (const [row, people] of rows) {
    const [first] = people;
    const label = first ? (shownText(row).split(shownText(first))[0] ?? '') : '';
    role = roleOf(lineOf(label) ?? '', role);
    const added = addRecipients(roll, row, people, ways, { role, without });
    if (!('complete' in added)) return added;
    if (!added.complete) complete = false;
  }
  return { complete };
}

/** Those of `elements` that lie in none of the others. */
export const outermost = (elements: Element[]): Element[] =>
  elements.filter((e) => !elements.some((other) => other !== e && other.contains(e)));
