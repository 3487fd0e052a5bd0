import type { Participant, Reading, Role } from '../records/occasion.ts';
import { addressOf, sameAddress } from './address.ts';
import { occasionRead } from './reading.ts';
import { newRoll } from './roll.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { lineOf } from './text.ts';
import { visible, visibleAll } from './visible.ts';

const site = 'yahoo';
const broken = (part: string): Reading => ({ state: 'broken', site, part });
const at = (id: string): string => `[data-test-id="${id}"]`;

const group = at('message-group-view');
const message = at('message-view');
/** What people wrote, and what is being written. */
const elsewhere = `[data-test-id^="message-view-body"],[contenteditable="true"],.compose-header,[data-test-id^="compose"]`;
const pill = at('email-pill');
const rows: [id: string, role: Role][] = [
  ['message-to', 'to'],
  ['message-cc', 'cc'],
  ['message-bcc', 'bcc'],
  ['message-reply-to', 'reply-to'],
];

/** The message that the address names, and whether a new one is being written. */
function placeOf(url: string): { named: string | null; writing: boolean } {
  const { pathname } = new URL(url);
  return { named: /\/messages\/([^/]+)/.exec(pathname)?.[1] ?? null, writing: /\/compose(?:\/|$)/.test(pathname) };
}

/** A part of a message's header, not of what was written in it. */
const inHeader = (unit: Element, selector: string): Element[] =>
  visibleAll(unit, selector).filter((e) => {
    const other = e.closest(elsewhere);
    return (other === null || !unit.contains(other)) && e.closest(message) === unit;
  });

const messagesIn = (document: Document): Element[] =>
  visibleAll(document, `${group} ${message}`).filter((e) => !e.parentElement?.closest(`${message},${elsewhere}`));

/** The person of a pill: its address by every attribute and by its text, which must agree; null where they do not, or name nobody. */
function personIn(element: Element): Pick<Participant, 'name' | 'address'> | null {
  const parts = [element, ...element.querySelectorAll('*')];
  const text =
    lineOf(element.textContent)
      ?.replace(/[,;、，]$/, '')
      .trim() || null;
  const [, before = null, inner] = /^(.*?)\s*<([^<>]+)>$/.exec(text ?? '') ?? [];
  const given = [
    ...parts.flatMap((e) => ['data-email', 'title', 'email'].map((name) => e.getAttribute(name))),
    inner,
    text,
  ]
    .map(addressOf)
    .filter((address) => address !== null);
  const [address = null] = given;
  if (!given.every((one) => sameAddress(one, address))) return null;
  const name = inner === undefined ? (addressOf(text) ? null : text) : lineOf(before);
  return name === null && address === null ? null : { name, address };
}

/** Whether a row's own text, outside of its people, says that there are more: a number, an ellipsis, a button, a hole. */
function saysMore(row: Element, people: Element[]): boolean {
  let rest = '';
  let button = false;
  const walk = (node: Node): void => {
    if (node.nodeType === 3) rest += node.nodeValue ?? '';
    if (node.nodeType !== 1 || people.includes(node as Element) || !visible(node as Element)) return;
    if ((node as Element).matches('button,[role=button]')) button = true;
    node.childNodes.forEach(walk);
  };
  row.childNodes.forEach(walk);
  return button || /[\p{Nd}…]|\.\.\./u.test(rest) || (rest.match(/[,，、]/g)?.length ?? 0) > people.length - 1;
}

/** Reads Yahoo Mail: the conversation on the screen. */
export function read(document: Document, url: string): Reading {
  const { named, writing } = placeOf(url);
  const messages = messagesIn(document);
  if (writing) return { state: 'not-here' };
  if (messages.length === 0) return { state: named ? 'not-yet' : 'not-here' };
  if (visibleAll(document, group).length > 1) return { state: 'not-yet' };
  const roll = newRoll(null);
  let complete = true;
  const handled: Element[] = [];
  for (const unit of messages) {
    const [from] = inHeader(unit, `${at('message-from')} ${pill}`);
    const person = from && personIn(from);
    const hasBody = visibleAll(unit, '[data-test-id^="message-view-body"]').length > 0;
    if (!person) {
      if (hasBody || from) return broken('sender of a message');
      complete = false;
      continue;
    }
    handled.push(from);
    for (const face of inHeader(unit, 'img[src*="smtp:"]')) {
      const drawn = addressOf(/smtp:([^/]+)\//.exec(decodeURI(face.getAttribute('src') ?? ''))?.[1]);
      if (drawn && person.address && !sameAddress(drawn, person.address))
        return broken('sender and picture of a message');
    }
    roll.add({ ...person, role: 'from' });
    const found = rows.flatMap(([id, role]) => inHeader(unit, at(id)).map((row) => ({ row, role })));
    for (const { row, role } of found) {
      const people = inHeader(unit, pill).filter((e) => row.contains(e));
      handled.push(...people);
      if (people.length === 0 || saysMore(row, people)) complete = false;
      for (const one of people) {
        const recipient = personIn(one);
        if (!recipient) return broken('a recipient');
        roll.add({ ...recipient, role });
      }
    }
    if (!found.some(({ role }) => role !== 'reply-to')) complete = false;
  }
  if (handled.length === 0) return { state: 'not-yet' };
  const inSome = (e: Element) => handled.some((one) => one.contains(e) || e.contains(one));
  // Somebody who stands outside of every row.
  if (visibleAll(document, `${group} ${pill}`).some((e) => !e.closest(elsewhere) && !inSome(e))) complete = false;
  const heading = visibleAll(document, at('message-group-subject-text')).find((e) => !e.closest(elsewhere));
  const title = lineOf(heading?.textContent);
  return occasionRead({ site, ref: named ?? title ?? 'message', kind: 'thread', title, own: null, complete }, roll);
}

const subjects = (document: Document): Element[] => visibleAll(document, at('message-group-subject-text'));

/** Names the conversation by the message in the address and by its subject. */
export function mark(document: Document, url: string): string | null {
  const { named, writing } = placeOf(url);
  const titles = writing ? [] : subjects(document).map((e) => lineOf(e.textContent) ?? '');
  return [named ?? '', ...titles].join(' ').trim() || null;
}

/** Subject, senders and recipients of what is open; while nothing is, where it may come. */
export function watched(document: Document): Watched {
  const messages = messagesIn(document);
  const parts = ['message-from', 'message-to', 'message-cc', 'message-bcc'].map(at).join(',');
  const deep = [...subjects(document), ...messages.flatMap((unit) => inHeader(unit, parts))];
  return { deep, along: [...messages, document.body], below: messages.length === 0 ? [document.body] : [] };
}

/** The reader of Yahoo Mail. */
export const yahoo: SiteReader = { site, named: ['data-test-id', 'data-email', 'aria-expanded'], read, mark, watched };
