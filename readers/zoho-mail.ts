import type { Reading } from '../records/occasion.ts';
import {
  addRows,
  addSender,
  around,
  byRow,
  type MessageRead,
  outermost,
  readConversation,
  type Ways,
} from './mail-thread.ts';
import { accountAt } from './own-account.ts';
import type { Roll } from './roll.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { lineOf, titleText } from './text.ts';
import { shownText, visible, visibleAll } from './visible.ts';
import { watchedParts } from './watched-parts.ts';

const site = 'zoho-mail';
/** One message: its id is in the element's. A pane that was closed keeps the last one. */
const message = '[id^="zm_Container_m"]';
const heading = '.zmSubject,.zmMHdrSub,[data-testid="subject"]';
const from = '.zmMHFrom [data-eid]';
const recipient = '.zmMHdrData [data-eid]';
const row = '.zmMHdrRow';
const folded = '.zmMHdrSumContent';
const body = '[role=document],.zmMailBody,[contenteditable]';
/** The pane on the screen has this class; where a page has panes without it, those are closed. */
const shown = '.shw';

/** A pane that was closed stays in the page with its last message, without the class of one that is shown. */
const open = (document: Document): Element[] =>
  outermost(visibleAll(document, message)).filter((e) => {
    const pane = e.closest('[role=region],.SC_pv');
    return pane === null || pane.matches(shown);
  });

const inMessage = (unit: Element, selector: string): Element[] =>
  visibleAll(unit, selector).filter((e) => !e.closest(body));

const ways: Ways = (element) => [[shownText(element)], [element.getAttribute('data-eid')]];

/** Each person stands twice in a header, short and in full: the first that has a name is taken. */
function once(people: Element[]): Element[] {
  const byAddress = new Map<string, Element>();
  for (const one of people) {
    const address = one.getAttribute('data-eid')?.toLowerCase() ?? '';
    const known = byAddress.get(address);
    if (!known || lineOf(known.textContent) === null || lineOf(known.textContent)?.toLowerCase() === address)
      byAddress.set(address, one);
  }
  return [...byAddress.values()];
}

function readMessage(unit: Element, roll: Roll): MessageRead {
  const senders = inMessage(unit, from);
  const different = new Set(senders.map((e) => e.getAttribute('data-eid')?.toLowerCase()));
  if (different.size > 1) return { broken: 'sender of a message' };
  const read = addSender(roll, once(senders)[0], ways);
  if (!('complete' in read)) return read;
  const people = inMessage(unit, recipient).filter((e) => !e.closest('.zmMHFrom'));
  const rows = inMessage(unit, row).filter((e) => people.some((one) => e.contains(one)));
  if (people.some((one) => !rows.some((e) => e.contains(one)))) return { broken: 'rows of a header' };
  const chosen = once(people);
  return addRows(
    roll,
    byRow(chosen, row),
    ways,
    people.filter((e) => !chosen.includes(e)),
  );
}

const ownOf = (document: Document): string | null =>
  accountAt(document, '[data-testid="usr-email"],.zmUserMail,#zmUserEmail');

/** Reads the Zoho Mail page: the message or conversation in the pane on the screen. */
export function read(document: Document): Reading {
  const units = open(document);
  const [first] = units;
  if (!first) return { state: 'not-here' };
  const pane = first.closest('[role=region],.SC_pv') ?? around(units) ?? first;
  const [title] = visibleAll(pane, heading).filter((e) => !e.closest(body));
  const subject = title ? titleText(title) : null;
  // Messages of a conversation that are folded show their sender alone.
  const summaries = visibleAll(pane, folded).filter((e) => !units.some((unit) => unit.contains(e)) && visible(e));
  const named = { site, ref: first.id, title: subject, own: ownOf(document) };
  return readConversation(named, units, summaries.length === 0, readMessage);
}

/** Names the messages on the screen by their ids. */
export const mark = (document: Document): string | null =>
  open(document)
    .map((unit) => unit.id)
    .join(' ') || null;

/** The headers of the messages; never a body. */
export function watched(document: Document): Watched {
  const units = open(document);
  const parts = units.flatMap((unit) => inMessage(unit, `${from},${row}`));
  return watchedParts(document, outermost(parts), [...document.querySelectorAll(message), ...parts]);
}

/** The reader of Zoho Mail. */
export const zohoMail: SiteReader = { site, named: ['data-eid'], read, mark, watched };
