import type { Reading } from '../records/occasion.ts';
import { documentsOf } from './frames.ts';
import {
  addRecipients,
  addSender,
  around,
  type MessageRead,
  outermost,
  readConversation,
  type Ways,
} from './mail-thread.ts';
import { addressIn } from './person.ts';
import type { Roll } from './roll.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { lineOf, titleText } from './text.ts';
import { shownText, visibleAll } from './visible.ts';
import { watchedParts } from './watched-parts.ts';

const site = 'icloud-mail';
const pane = '[data-testid*="thread-detail-pane"],[class*="thread-detail-pane"]';
const message = '[role=article]';
const heading = '[role=heading],h1,h2,h3';
const marked = '[title*="@"],[aria-label*="@"],[data-email*="@"],[data-address*="@"],a[href^="mailto:"]';
/** Bodies lie in a frame of another origin; what is written lies in a form. */
const body = '[contenteditable],form,[role=textbox],[role=document]';

const panes = (document: Document): Element[] =>
  outermost(documentsOf(document).flatMap((inner) => visibleAll(inner, pane)));

function messages(root: Element): Element[] {
  const articles = outermost(visibleAll(root, message));
  return articles.length > 0 ? articles : [root];
}

const written = (element: Element): (string | null)[] => [
  element.getAttribute('data-email'),
  element.getAttribute('data-address'),
  element.getAttribute('title'),
  element.getAttribute('aria-label'),
  element.getAttribute('href')?.replace(/^mailto:/, '') ?? null,
];

const people = (unit: Element): Element[] =>
  outermost(visibleAll(unit, marked)).filter(
    (e) => !e.closest(body) && !e.closest('h1,h2,h3') && written(e).some((text) => addressIn(text) !== null),
  );

const ways: Ways = (element) => [[shownText(element)], written(element).filter((text) => addressIn(text) !== null)];

/** No page of it was ever seen: what a header leaves out cannot be known, so that nothing here counts as everybody. */
function readMessage(unit: Element, roll: Roll): MessageRead {
  const [sender, ...recipients] = people(unit);
  const read = addSender(roll, sender, ways);
  if (!('complete' in read) || !sender) return read;
  const added = addRecipients(roll, around(recipients) ?? unit, recipients, ways, { without: [sender] });
  return 'complete' in added ? { complete: false } : added;
}

/** Reads the iCloud Mail page, which draws itself in a frame of the same origin: the conversation on the screen. */
export function read(document: Document): Reading {
  const [root, other] = panes(document);
  if (!root) return { state: 'not-here' };
  if (other) return { state: 'not-yet' };
  const units = messages(root);
  // A pane in which nothing is chosen says so in words.
  if (units[0] === root && people(root).length === 0 && visibleAll(root, heading).length === 0)
    return { state: 'not-here' };
  const [title] = visibleAll(root, heading).filter((e) => !e.closest(body));
  if (!title) return { state: 'broken', site, part: 'heading of the conversation' };
  const subject = titleText(title);
  const ref = subject ?? 'thread';
  return readConversation({ site, ref, title: subject, own: null }, units, false, readMessage);
}

/** Names the conversation by its heading and people. */
export function mark(document: Document): string | null {
  const open = panes(document);
  const parts = open.flatMap((root) => [...visibleAll(root, heading).slice(0, 1), ...people(root)]);
  return lineOf(parts.map((e) => e.textContent).join(' '));
}

/** The heading and the people, with the frame that holds them. */
export function watched(document: Document): Watched {
  const open = panes(document);
  const deep = open.flatMap((root) => [...visibleAll(root, heading).slice(0, 1), ...messages(root).flatMap(people)]);
  return watchedParts(document, deep, [...open, ...open.flatMap(messages)]);
}

/** The reader of iCloud Mail. */
export const icloudMail: SiteReader = { site, named: ['title', 'aria-label', 'src'], read, mark, watched };
