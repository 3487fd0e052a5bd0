import type { Reading } from '../records/occasion.ts';
import { addressOf } from './address.ts';
import { languageOf, noWhen, type WrittenWhen } from './calendar-when.ts';
import { cardButtons, readCards } from './outlook-cards.ts';
import { personIn, plainId } from './outlook-people.ts';
import { type Found, occasionRead } from './reading.ts';
import { newRoll, type Roll } from './roll.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { lineOf } from './text.ts';
import { visible, visibleAll } from './visible.ts';

const site = 'outlook-calendar';
const broken = (part: string): Reading => ({ state: 'broken', site, part });
const form = '[data-app-section="Form_Content"]';
/** Parts of the page around an event: a pop-up lies in none of them. */
const sections = '[data-app-section]';
/** The grid's own entries, which hold a button for each event. */
const grid = '[data-app-section*="Surface"],[id^="calendar-view-"],[role=grid]';

/** The item that the address names: an event on a page of its own. */
function itemIn(url: string): string | null {
  const id = /\/calendar\/(?:.*\/)?(?:item|deeplink\/read)\/([^/]+)/.exec(new URL(url).pathname)?.[1];
  return id ? plainId(id) : null;
}

/** The part of the page that shows one event: the pop-up or the page section around its people. */
function rootOf(button: Element): Element {
  let root = button;
  for (let e: Element | null = button; e && e.localName !== 'body'; e = e.parentElement) {
    if (e !== button && (e.matches(sections) || e.querySelector(sections))) {
      // An event on a page of its own fills a section; the whole calendar is one too.
      if (e.matches(sections) && !e.querySelector(`${sections},${grid}`)) root = e;
      break;
    }
    root = e;
    if (e.matches('[role=dialog],[role=main]')) break;
  }
  return root;
}

/** The events whose people are drawn, each by its root, without what the grid shows. */
function openEvents(document: Document): { root: Element; found: ReturnType<typeof cardButtons> }[] {
  const roots = new Map<Element, ReturnType<typeof cardButtons>>();
  for (const one of cardButtons(document)) {
    if (one.button.closest(`${grid},${form}`)) continue;
    const root = rootOf(one.button);
    roots.set(root, [...(roots.get(root) ?? []), one]);
  }
  return [...roots].map(([root, found]) => ({ root, found }));
}

const inControl = 'button,[role=button],[role=toolbar],[role^=menu],svg,i,[aria-hidden="true"]';
const before = (a: Element, b: Element): boolean => (a.compareDocumentPosition(b) & 4) !== 0;

/** The line of the time: the one part with a label of its own that shows a date or times of day, before the people. */
function timeOf(root: Element, first: Element): Element | null {
  const isTime = (e: Element) =>
    !e.closest(inControl) &&
    before(e, first) &&
    /\p{Nd}.*\p{Nd}/u.test(e.textContent ?? '') &&
    !e.querySelector('[aria-label]');
  return visibleAll(root, '[aria-label]').find(isTime) ?? null;
}

/** The event's subject: its heading, else the first words of the pop-up, which stand above time and people. */
function titleIn(root: Element, first: Element, time: Element | null): string | null {
  const heading = visibleAll(root, '[role=heading],h1,h2').find((e) => before(e, first) && lineOf(e.textContent));
  if (heading) return lineOf(heading.textContent);
  const end = time && before(time, first) ? time : first;
  const leaf = [...root.querySelectorAll('*')].find(
    (e) =>
      before(e, end) &&
      !e.contains(end) &&
      e.children.length === 0 &&
      lineOf(e.textContent) !== null &&
      !e.closest(inControl) &&
      visible(e),
  );
  return lineOf(leaf?.textContent);
}

const written = (time: Element | null | undefined): WrittenWhen => {
  const text = lineOf(time?.textContent);
  return text === null ? noWhen : { whenText: text, when: [text], form: null };
};

const meeting = (document: Document, found: Omit<Found, 'site' | 'kind' | 'own' | 'page'>, roll: Roll): Reading =>
  occasionRead(
    { site, kind: 'meeting', own: null, page: { language: languageOf(document), shownDay: null }, ...found },
    roll,
  );

/** Reads an existing event in the form that edits it: its chips are the people who are invited. */
function readForm(document: Document, box: Element, item: string): Reading {
  const [subject] = visibleAll(box, '[id$="_SUBJECT"] input,input[id$="_SUBJECT"]');
  if (!subject) return { state: 'not-yet' };
  const roll = newRoll(null);
  const chips = visibleAll(box, '[class*="_EType_RECIPIENT_ENTITY"]').filter(
    (e) => !e.closest('[id^="editorParent_"]'),
  );
  for (const chip of chips) {
    const label = lineOf(chip.getAttribute('aria-label'));
    const leaf = [chip, ...visibleAll(chip, '*')].find((e) => e.children.length === 0 && lineOf(e.textContent));
    const named = personIn(lineOf(leaf?.textContent) ?? label);
    if (!named) return broken('a guest in the form');
    roll.add({ name: named.name, address: addressOf(label) ?? named.address, role: 'attendee' });
  }
  const title = lineOf((subject as HTMLInputElement).value);
  const [dates] = visibleAll(box, '[id$="_DATETIME"]');
  return meeting(document, { ref: item, title, when: written(dates), complete: chips.length > 0 }, roll);
}

/** Reads Outlook's calendar: the pop-up or the page of an event, or the form that edits it. */
export function read(document: Document, url: string): Reading {
  const item = itemIn(url);
  const [box] = visibleAll(document, form);
  if (box) return item ? readForm(document, box, item) : { state: 'not-here' };
  const open = openEvents(document);
  const [event] = open;
  if (!event) return { state: item ? 'not-yet' : 'not-here' };
  if (open.length > 1) return { state: 'not-yet' };
  const { root, found } = event;
  const first = found[0]?.button ?? root;
  const time = timeOf(root, first);
  const title = titleIn(root, first, time);
  if (title === null) return broken('title of the event');
  const { cards, more } = readCards(root, found);
  const roll = newRoll(null);
  for (const { name, address, words } of cards) roll.add({ name, address, role: 'attendee' }, words);
  const when = written(time);
  // A pop-up names its event by nothing but what it says.
  const ref = item ?? `${title} ${when.whenText ?? ''}`.trim();
  return meeting(document, { ref, title, when, complete: !more }, roll);
}

/** Names the event on the screen by its title and people, or the item that the address names. */
export function mark(document: Document, url: string): string | null {
  const parts = openEvents(document).map(({ root, found }) => {
    const first = found[0]?.button ?? root;
    const time = timeOf(root, first);
    return `${titleIn(root, first, time)} ${lineOf(time?.textContent)}`;
  });
  return [itemIn(url) ?? '', ...parts].join(' ').trim() || null;
}

/** The open event's part of the page; while none is open, where one may come. */
export function watched(document: Document): Watched {
  const open = openEvents(document);
  const boxes = visibleAll(document, form);
  const deep = open.map(({ root }) => root);
  const below = deep.length + boxes.length > 0 ? [] : [document.body];
  return { deep, along: [...boxes, document.body], below };
}

/** The reader of Outlook's calendar. */
export const outlookCalendar: SiteReader = { site, named: ['aria-label', 'data-app-section'], read, mark, watched };
