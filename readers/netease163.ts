import type { Reading } from '../records/occasion.ts';
import { addRecipients, addSender, type MessageRead, outermost, readConversation, type Ways } from './mail-thread.ts';
import { accountAt } from './own-account.ts';
import { addressAt } from './person.ts';
import type { Roll } from './roll.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { lineOf, titleText } from './text.ts';
import { firstVisible, shownText, visibleAll } from './visible.ts';
import { watchedParts } from './watched-parts.ts';

const site = 'netease163';
/** A tab of the site that shows a message: those left stay in the page, hidden. */
const tab = '[id^="_dvModuleContainer_read.ReadModule"]';
const heading = 'h1,h2,h3,[role=heading]';
const email = '.nui-addr-email';
const name = '.nui-addr-name';
const rows: [string, 'to' | 'cc' | 'bcc'][] = [
  ['[id$="_dvReadto"]', 'to'],
  ['[id$="_dvReadcc"]', 'cc'],
  ['[id$="_dvReadbcc"]', 'bcc'],
];
const allRows = rows.map(([selector]) => selector).join();

const tabs = (document: Document): Element[] => outermost(visibleAll(document, tab));

/** What shows a person: the part around a name and the address behind it. */
const people = (root: Element): Element[] =>
  outermost(visibleAll(root, '.js-component-addr,.nui-addr')).filter((e) => firstVisible(e, `${email},${name}`));

const ways: Ways = (element) => [
  [firstVisible(element, name)?.textContent],
  [...visibleAll(element, email).map(addressAt), element.getAttribute('title')],
  'always',
];

function readMessage(module: Element, roll: Roll): MessageRead {
  const found = people(module).filter((e) => !e.closest('[contenteditable],.js-component-emailblock'));
  const sender = found.find((e) => !e.closest(allRows));
  const read = addSender(roll, sender, ways);
  if (!('complete' in read)) return read;
  const second = addSecond(roll, found);
  if (!('complete' in second)) return second;
  let complete = second.complete;
  let any = false;
  for (const [selector, role] of rows)
    for (const row of visibleAll(module, selector)) {
      const inRow = found.filter((e) => row.contains(e));
      // A row that is for nobody says so in a word.
      if (inRow.length === 0 && shownText(row).includes('@')) return { broken: 'recipients of a message' };
      if (inRow.length === 0) continue;
      any = true;
      const added = addRecipients(roll, row, inRow, ways, { role });
      if (!('complete' in added)) return added;
      if (!added.complete) complete = false;
    }
  return { complete: complete && any };
}

/** Outside of the rows of recipients stands the sender alone, maybe twice: short and in full. */
function addSecond(roll: Roll, found: Element[]): MessageRead {
  const outside = found.filter((e) => !e.closest(allRows));
  const addresses = new Set(outside.map((e) => lineOf(firstVisible(e, email)?.textContent)?.toLowerCase()));
  if (addresses.size > 1) return { broken: 'sender of a message' };
  return { complete: roll.people().length > 0 };
}

const ownOf = (document: Document): string | null => accountAt(document, '[id="spnUid"]');

const idIn = (url: string): string => {
  const hash = safely(new URL(url).hash);
  return /"id"\s*:\s*"([^"]+)"/.exec(hash)?.[1] ?? '';
};

function safely(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

/** Reads the page of NetEase's mail (163, 126, yeah.net): the message in the tab on the screen. */
export function read(document: Document, url: string): Reading {
  const [module, other] = tabs(document);
  if (!module) return { state: 'not-here' };
  if (other) return { state: 'not-yet' };
  const [title, another] = visibleAll(module, heading);
  if (!title && people(module).length === 0) return { state: 'not-yet' };
  if (!title || another) return { state: 'broken', site, part: 'subject of the message' };
  const subject = titleText(title);
  const ref = idIn(url) || module.id;
  // People outside of every tab are of this message if of any.
  const astray = people(document.body).some((e) => !e.closest('[id^="_dvModuleContainer"]'));
  return readConversation({ site, ref, title: subject, own: ownOf(document) }, [module], !astray, readMessage);
}

/** Names the tab on the screen together with what the address says and the subject. */
export function mark(document: Document, url: string): string | null {
  const open = tabs(document);
  if (open.length === 0) return null;
  const titles = open.flatMap((e) => visibleAll(e, heading)).map((e) => e.textContent);
  return lineOf([idIn(url), ...open.map((e) => e.id), ...titles].join(' '));
}

/** The subject and the rows of people; the body lies in a frame. */
export function watched(document: Document): Watched {
  const open = tabs(document);
  const deep = open.flatMap((e) => [...visibleAll(e, heading), ...visibleAll(e, allRows), ...people(e)]);
  return watchedParts(document, outermost(deep), [...document.querySelectorAll(tab), ...deep]);
}

/** The reader of NetEase's mail. */
export const netease163: SiteReader = { site, named: ['title'], read, mark, watched };
