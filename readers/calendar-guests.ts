import type { Participant } from '../records/occasion.ts';
import { addressOf, sameAddress } from './address.ts';
import { numbersIn } from './count.ts';
import { newRoll } from './roll.ts';
import { lineOf } from './text.ts';
import { visible, visibleAll } from './visible.ts';

/** The guests of one event, or which part of their list is not as it must be. */
export type Guests =
  | { participants: Participant[]; words: string[]; complete: boolean; total: number | null }
  | { broken: string };

const rowSelector = '[data-email],[role=treeitem]';
const ways = ['data-email', 'data-id', 'data-hovercard-id'];

/** A guest's address as all its attributes give it: null for none, false where they disagree. */
function rowAddress(row: Element): string | null | false {
  const cards = [...row.querySelectorAll('[data-hovercard-id]')].filter((e) => e.closest(rowSelector) === row);
  const given = [...ways.map((way) => row.getAttribute(way)), ...cards.map((e) => e.getAttribute('data-hovercard-id'))]
    .map((value) => addressOf(value))
    .filter((address) => address !== null);
  const first = given[0] ?? null;
  return given.every((address) => sameAddress(address, first)) ? first : false;
}

/** The text of a row itself, without rows inside it, icons, and what is kept from a screen reader. */
function rowTexts(row: Element): string[] {
  const texts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === 3) {
      const line = lineOf(node.nodeValue);
      if (line !== null) texts.push(line);
    } else if (node.nodeType === 1) {
      const e = node as Element;
      if (!e.matches(`i,svg,button,[role=button],[aria-hidden="true"],${rowSelector}`)) e.childNodes.forEach(walk);
    }
  };
  row.childNodes.forEach(walk);
  return texts;
}

/** A guest's name: the row's text that its label starts with, else holds; the rest of both are words about the guest. */
function nameAndWords(row: Element): { name: string | null; words: string } {
  const label = lineOf(row.getAttribute('aria-label')) ?? '';
  const texts = rowTexts(row);
  const starts = texts.filter((text) => label.startsWith(text)).sort((a, b) => b.length - a.length)[0];
  const name = starts ?? texts.find((text) => label.includes(text)) ?? texts[0] ?? lineOf(label.split(/[,，、،]/)[0]);
  const rest = name === null ? label : label.replace(name, '');
  return { name, words: [rest, ...texts.filter((text) => text !== name)].join(',') };
}

/** The number of guests that the list's own text gives, outside the rows; a note without a number says that some are hidden. */
function saidOutside(lists: Element[]): { total: number | null; note: boolean } {
  let total: number | null = null;
  let note = false;
  const walk = (node: Node): void => {
    if (node.nodeType === 3) {
      const text = node.nodeValue ?? '';
      const numbers = numbersIn(text);
      if (numbers.length > 0) total = Math.max(total ?? 0, ...numbers);
      else if (text.trim().split(/\s+/).length > 4 || /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{10}/u.test(text))
        note = true;
    } else if (node.nodeType === 1) {
      const e = node as Element;
      const guest = e.matches(rowSelector) && rowAddress(e) !== null;
      if (!guest && !e.matches('button,[role=button],input,[contenteditable]') && visible(e))
        e.childNodes.forEach(walk);
    }
  };
  for (const list of lists) list.childNodes.forEach(walk);
  return { total, note };
}

/**
 * Reads the guest lists of one event. `mustCount`: this view always writes the number of guests, so that without one
 * the list cannot be known to be whole.
 */
export function readGuests(lists: Element[], own: string | null, mustCount: boolean): Guests {
  const rows = lists.flatMap((list) => visibleAll(list, rowSelector));
  const roll = newRoll(own);
  const unaddressed: string[] = [];
  let closedGroup = false;
  let rooms = 0;
  const organizers = new Set<string>();
  for (const row of rows) {
    const address = rowAddress(row);
    if (address === false) return { broken: 'address of a guest' };
    const expandable = row.getAttribute('data-is-expandable') === 'true' || row.hasAttribute('aria-expanded');
    const { name, words } = nameAndWords(row);
    if (address === null) {
      if (!expandable && name !== null) unaddressed.push(name);
      continue;
    }
    if (row.parentElement?.closest('[data-email]') && row.getAttribute('role') !== 'treeitem') continue;
    const room = /@resource\.calendar\.google\.com$/i.test(address);
    if (room) rooms++;
    if (expandable && !room && row.getAttribute('aria-expanded') !== 'true') closedGroup = true;
    // The site's id of the organizer's row was once on the user's own: for that one only together with a word.
    const named = row.id === 'xDtlDlgOrg' || row.querySelector('[id="xDtlDlgOrg"]') !== null;
    const organizer = named && (!sameAddress(address, own) || rowTexts(row).length > 1);
    if (organizer) organizers.add(address.toLowerCase());
    roll.add(
      {
        name,
        address,
        role: organizer ? 'organizer' : 'attendee',
        marked: room ? 'room' : expandable ? 'group' : null,
      },
      lineOf(words) ?? '',
    );
  }
  if (organizers.size > 1) return { broken: 'organizer' };
  const { total, note } = saidOutside(lists);
  const read = roll.people().length;
  // A row without an address is a guest only when the count says so: it may as well be a button of the list.
  const namesOnly = total !== null && total === read + unaddressed.length;
  if (namesOnly) for (const name of unaddressed) roll.add({ name, address: null, role: 'attendee' });
  const participants = roll.people();
  const people = participants.length - rooms;
  const counted = total === null ? !mustCount && participants.length > 0 && !closedGroup : participants.length >= total;
  return {
    participants,
    words: roll.words(),
    complete: counted && !note && (namesOnly || unaddressed.length === 0),
    total: total ?? (counted ? people + rooms : null),
  };
}
