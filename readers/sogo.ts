import type { Answer, Reading, Role } from '../records/occasion.ts';
import { addressOf } from './address.ts';
import { addSender, type MessageRead, readConversation } from './mail-thread.ts';
import { addressAt, personFrom } from './person.ts';
import { newRoll, type Roll } from './roll.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { lineOf } from './text.ts';
import { soleText, visible, visibleAll } from './visible.ts';
import { watchedParts } from './watched-parts.ts';

const site = 'sogo';
const broken = (part: string): Reading => ({ state: 'broken', site, part });
/** What a message or an event brings itself. */
const body = '.msg-body,.sg-mail-part,[contenteditable]';
const chips = 'md-chips';
const chip = 'md-chip';

/** What SOGo's addresses name: an open message, or the calendar, which does not name the event that stands open. */
type Place = { part: 'mail' | 'calendar' | 'other'; ref: string };

function placeOf(url: string): Place {
  const { pathname, hash, host } = new URL(url);
  const segments = hash.replace(/^#!?\/?/, '').split('/');
  const message = /\/Mail\//i.test(pathname) && segments.length >= 4 && /^\d+$/.test(segments[3] ?? '');
  if (message) return { part: 'mail', ref: `${host}/${segments.slice(1, 4).join('/')}` };
  return { part: /\/Calendar\//i.test(pathname) ? 'calendar' : 'other', ref: host };
}

/** The user's own address as the page's frame names it to its scripts. */
function ownOf(document: Document): string | null {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const own = addressOf(/\bvar UserEmail = '([^'\\]+)'/.exec(script.textContent ?? '')?.[1]);
    if (own) return own;
  }
  return null;
}

const outsideBody = (e: Element): boolean => e.closest(body) === null;
const headlines = (document: Document): Element[] => visibleAll(document, '.sg-md-headline').filter(outsideBody);
const dialogs = (document: Document): Element[] =>
  visibleAll(document, 'md-dialog').filter((e) => visibleAll(e, '.sg-md-title').length > 0 && !e.querySelector('form'));

/** The smallest part around a message's subject that holds its recipients too. */
function messageAround(headline: Element): Element | null {
  let part: Element | null = headline;
  while (part && !part.querySelector('.msg-recipients')) part = part.parentElement;
  return part;
}

const wholeText = (e: Element): string | null => soleText(e) ?? ((e.textContent ?? '').trim() === '' ? null : '');

/** The people of chips, each a name or, without one, an address; false where a chip says anything else. */
function addChips(roll: Roll, list: Element, role: Role): boolean {
  const all = [...list.querySelectorAll(chip)];
  for (const one of all) {
    const [text, other] = textsIn(one);
    if (!text || other) return false;
    roll.add({ ...personFromText(text), role });
  }
  return all.length > 0;
}

/** The texts in an element that may be folded away as a whole. */
function textsIn(element: Element): string[] {
  const found: string[] = [];
  const add = (node: Node): void => {
    const line = node.nodeType === 3 ? lineOf(node.nodeValue) : null;
    if (line !== null) found.push(line);
    node.childNodes.forEach(add);
  };
  add(element);
  return found;
}

const personFromText = (text: string) => personFrom([text], []) || { name: null, address: null };

/**
 * The recipients. While they are folded, a line says the first five in short, with the chips of To hidden beside it.
 * Whoever has a name is shown without an address.
 */
function readRecipients(part: Element, roll: Roll): MessageRead {
  const fields = [...part.querySelectorAll('.msg-recipients .pseudo-input-container--compact')].filter(
    (e) => outsideBody(e) && visible(e),
  );
  const strays = visibleAll(part.ownerDocument, chip).filter(
    (e) => !fields.some((f) => f.contains(e)) && outsideBody(e),
  );
  let complete = fields.length > 0 && strays.length === 0;
  for (const [at, field] of fields.entries()) {
    const role: Role = at === 0 ? 'to' : at === 1 ? 'cc' : 'bcc';
    const lists = [...field.querySelectorAll(chips)];
    const [list, other] = lists;
    const [line] = visibleAll(field, '.pseudo-input-field > a');
    if (other || !list) return { broken: 'recipients of a message' };
    // Cc and Bcc are not drawn before the line is opened.
    if (line || !visible(list)) complete = false;
    if (!addChips(roll, list, role)) return { broken: 'recipients of a message' };
  }
  return { complete };
}

function readMessage(part: Element, roll: Roll): MessageRead {
  const [address, other] = visibleAll(part, '.pseudo-input-container--compact a.md-caption').filter(
    (e) => outsideBody(e) && !e.closest('.msg-recipients'),
  );
  if (!address || other) return { broken: 'sender of a message' };
  const name = [...(address.parentElement?.querySelectorAll('span') ?? [])].filter(visible);
  const read = addSender(roll, address, () => [name.map(wholeText), [addressAt(address)]]);
  if (!('complete' in read)) return read;
  return readRecipients(part, roll);
}

function readMail(document: Document, ref: string): Reading {
  const [headline, other] = headlines(document);
  const part = headline && messageAround(headline);
  if (!part || other) return { state: 'not-yet' };
  const named = { site, ref, title: lineOf(headline.textContent), own: ownOf(document) };
  return readConversation(named, [part], true, readMessage);
}

const answers: Record<string, Answer> = {
  'icon-accepted': 'accepted',
  'icon-declined': 'declined',
  'icon-tentative': 'tentative',
  'icon-needs-action': 'needs-action',
};

/** The title beside the icons of an event's class and priority. */
const titleIn = (dialog: Element): string | null =>
  lineOf(
    visibleAll(dialog, '.sg-md-title')
      .flatMap((title) => [...title.childNodes])
      .filter((node) => node.nodeType === 3 || (node as Element).localName !== 'md-icon')
      .map((node) => node.textContent)
      .join(' '),
  );

function readEvent(document: Document, dialog: Element, place: Place): Reading {
  const title = titleIn(dialog);
  if (title === null) return { state: 'not-yet' };
  const own = ownOf(document);
  const roll = newRoll(own);
  const lists = visibleAll(dialog, 'md-chips.md-contact-chips').filter(outsideBody);
  const organizers = lists.filter((list) => !list.matches('.sg-with-secondary'));
  if (organizers.length > 1 || lists.length - organizers.length > 1) return broken('guests of the event');
  for (const list of lists) {
    const rows = visibleAll(list, chip);
    const organizing = organizers.includes(list);
    if (rows.length === 0 || (organizing && rows.length > 1)) return broken('guests of the event');
    for (const row of rows) {
      const [holder, other] = visibleAll(row, '.md-contact-name');
      const [shown] = holder ? visibleAll(holder, 'a') : [];
      const text = shown && soleText(shown);
      if (other || !text) return broken('guests of the event');
      const icon = row.querySelector('md-icon.sg-secondary');
      const answer = [...(icon?.classList ?? [])].map((name) => answers[name]).find((one) => one !== undefined) ?? null;
      roll.add({ ...personFromText(text), role: organizing ? 'organizer' : 'attendee', answer });
    }
  }
  const stray = visibleAll(dialog, '.md-contact-name').some((e) => !lists.some((list) => list.contains(e)));
  if (stray || (lists.length > 0 && organizers.length === 0)) return broken('guests of the event');
  const participants = roll.people();
  return {
    state: 'occasion',
    occasion: {
      site,
      ref: `${place.ref}/${title}`.slice(0, 300),
      kind: 'meeting',
      title,
      start: null,
      end: null,
      whenText: null,
      own,
      participants,
      extent: { complete: true, shown: participants.length, total: participants.length },
    },
  };
}

/** Reads the SOGo page: the message that the address names, or the event that stands open over the calendar. */
export function read(document: Document, url: string): Reading {
  const place = placeOf(url);
  if (place.part === 'mail') return readMail(document, place.ref);
  if (place.part === 'other') return { state: 'not-here' };
  const [dialog, other] = dialogs(document);
  if (!dialog) return { state: 'not-here' };
  return other ? { state: 'not-yet' } : readEvent(document, dialog, place);
}

/** Names the message of the address, or the title of the open event. */
export function mark(document: Document, url: string): string | null {
  const { part, ref } = placeOf(url);
  if (part === 'mail') return ref;
  return part === 'calendar' ? dialogs(document).map(titleIn).join(' ') || null : null;
}

/** A message's header, or the dialog of an event; never a body. */
export function watched(document: Document, url: string): Watched {
  const { part } = placeOf(url);
  const open = part === 'mail' ? headlines(document) : dialogs(document);
  const parts = open.flatMap((e) =>
    part === 'mail'
      ? [e, ...(messageAround(e)?.querySelectorAll('.msg-recipients,.pseudo-input-container--compact') ?? [])]
      : [...e.querySelectorAll('.sg-md-title,md-chips')],
  );
  return watchedParts(document, parts.filter(outsideBody), [...open, document.body]);
}

/** SOGo's pages are an Angular application of its own name, also before anybody has logged in. */
export function fingerprint(document: Document): boolean {
  return document.querySelector('[ng-app^="SOGo."]') !== null;
}

/** The reader of SOGo's mail and calendar, wherever they run. */
export const sogo: SiteReader = { site, named: ['aria-hidden'], read, mark, watched, fingerprint };
