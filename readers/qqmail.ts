import type { Reading } from '../records/occasion.ts';
import { documentsOf } from './frames.ts';
import { addRows, addSender, byRow, type MessageRead, outermost, readConversation, type Ways } from './mail-thread.ts';
import { accountAt } from './own-account.ts';
import { addressAt } from './person.ts';
import type { Roll } from './roll.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { lineOf, titleText } from './text.ts';
import { firstVisible, soleText, visibleAll } from './visible.ts';
import { watchedParts } from './watched-parts.ts';

const site = 'qqmail';
/** Bodies and the form for a quick answer: nobody in them is read. */
const notHeader = '.mail-detail-content,.reader-body-children,.mail-reader-body,.mail-detail-reply,[contenteditable]';

const heading = '.mail-detail-subject .mail-subject-text';
const head = '.mail-detail-basic';
const nick = '.cmp-account-nick';
const email = '.cmp-account-email';

const headers = (document: Document): Element[] =>
  outermost(visibleAll(document, head).filter((e) => !e.closest(notHeader)));

/** What shows one person: the part around the name and the address that belong together. */
function accounts(header: Element): Element[] {
  const wraps = outermost(visibleAll(header, '.cmp-account-wrap'));
  const bare = visibleAll(header, nick).filter((e) => !wraps.some((wrap) => wrap.contains(e)));
  const single = bare.map((e) => {
    const parent = e.parentElement;
    return parent && parent !== header && parent.querySelectorAll(nick).length === 1 ? parent : e;
  });
  return [...wraps, ...single].sort((a, b) => (a.compareDocumentPosition(b) & 4 ? -1 : 1));
}

/** A name of one text, as of several it is not known whose they are. */
const nameAt = (element: Element): string | null => {
  const place = element.matches(nick) ? element : firstVisible(element, nick);
  return place ? soleText(place) : null;
};

const ways: Ways = (element) => [[nameAt(element)], visibleAll(element, email).map(addressAt), 'apart'];

function readMessage(header: Element, roll: Roll): MessageRead {
  const rows = outermost(visibleAll(header, '.basic-body-item')).filter((row) => accounts(row).length > 0);
  const [first, ...others] = rows;
  const people = accounts(header);
  if (people.some((one) => !rows.some((row) => row.contains(one)))) return { broken: 'rows of a header' };
  const [sender, ...beside] = first ? accounts(first) : [];
  const read = addSender(roll, sender, ways);
  if (!('complete' in read)) return read;
  const without = [...visibleAll(header, '.time-text,[class*="action-bar"]'), ...(sender ? [sender] : [])];
  const recipients = new Map(others.map((row) => [row, accounts(row)]));
  // A header of one row names the recipients beside the sender.
  return addRows(
    roll,
    first && beside.length > 0 ? new Map([[first, beside], ...recipients]) : recipients,
    ways,
    without,
  );
}

/** The old form draws the message in a frame of its own, with `e` as the address of each person in its header. */
const oldBody = '[id="mailContentContainer"],[id="contentDiv"],.qmbox';
const oldPerson = '[e*="@"]';

type OldPage = { title: Element; people: Element[]; list: Element };

function oldPages(document: Document): OldPage[] {
  return documentsOf(document).flatMap((inner) => {
    const [title] = visibleAll(inner, '[id="subject"]').filter((e) => !e.closest(oldBody));
    if (!title) return [];
    const list = visibleAll(inner, '.readmailinfo').find((e) => !e.closest(oldBody)) ?? inner.body;
    const people = visibleAll(list, oldPerson).filter((e) => !e.closest(oldBody) && !e.closest('[id="useraddr"]'));
    return [{ title, people: outermost(people), list }];
  });
}

const oldWays: Ways = (element) => [
  [element.getAttribute('n'), element.textContent],
  [element.getAttribute('e'), element.getAttribute('fromaddr')],
  'apart',
];

function readOld(roll: Roll, { people, list }: OldPage): MessageRead {
  const [sender, ...rest] = people;
  const read = addSender(roll, sender, oldWays);
  if (!('complete' in read)) return read;
  // The sender's address may stand once more behind the name.
  const recipients = rest.filter((e, i) => !(i === 0 && e.getAttribute('e') === sender?.getAttribute('e')));
  const without = [...people.filter((e) => !recipients.includes(e)), ...visibleAll(list, '.time,[id="subject"]')];
  return addRows(roll, byRow(recipients, 'tr,li'), oldWays, without);
}

const ownOf = (document: Document): string | null =>
  accountAt(document, '.profile-user-info .user-email,[id="useraddr"]');

/** Reads the QQ Mail page, in its new form or in the old one with frames; the enterprise form is the same. */
export function read(document: Document): Reading {
  const own = ownOf(document);
  const found = headers(document);
  if (found.length > 0) {
    const [title, other] = visibleAll(document, heading).filter((e) => !e.closest(notHeader));
    if (other) return { state: 'not-yet' };
    if (!title) return { state: 'broken', site, part: 'subject of the message' };
    const subject = titleText(title);
    return readConversation(
      { site, ref: refOf(document, subject, found), title: subject, own },
      found,
      !astray(document, found),
      readMessage,
    );
  }
  const [page, another] = oldPages(document);
  if (!page) return { state: visibleAll(document, heading).length > 0 ? 'not-yet' : 'not-here' };
  if (another) return { state: 'not-yet' };
  const subject = titleText(page.title);
  return readConversation(
    { site, ref: refOf(document, subject, [page.list]), title: subject, own },
    [page.list],
    true,
    (_, roll) => readOld(roll, page),
  );
}

/** Whether people stand outside of every header, in none of the places where they are not of the message. */
const astray = (document: Document, found: Element[]): boolean =>
  visibleAll(document, email).some(
    (e) =>
      !found.some((header) => header.contains(e)) &&
      !e.closest(`${notHeader},.mail-list-page-item,.mail-compose-page,.xmail-cmp-contact-card`),
  );

/** The message chosen in the list, else its subject and sender, as the address does not name it. */
function refOf(document: Document, subject: string | null, found: Element[]): string {
  const chosen = document.querySelector('.mail-list-page-item[data-mailid][class*="active"]');
  const sender = found[0]?.querySelector(`${email},${oldPerson}`);
  return (
    chosen?.getAttribute('data-mailid') ??
    (`${subject ?? ''} ${sender?.getAttribute('e') ?? lineOf(sender?.textContent) ?? ''}`.trim() || 'message')
  );
}

/** Names the message on the screen by its subject and the people in its header. */
export function mark(document: Document): string | null {
  const parts = headers(document);
  const text = [...visibleAll(document, heading), ...parts].map((e) => e.textContent).join(' ');
  const old = oldPages(document).map(({ title, people }) => `${title.textContent} ${people.length}`);
  return lineOf([text, ...old].join(' '));
}

/** The subject and the headers; never a body. */
export function watched(document: Document): Watched {
  const old = oldPages(document);
  const deep = [
    ...visibleAll(document, heading),
    ...headers(document),
    ...old.flatMap((page) => [page.title, ...page.people]),
  ];
  return watchedParts(document, deep, [...deep, ...old.map((page) => page.list)]);
}

/** The reader of QQ Mail and of the enterprise form of it. */
export const qqmail: SiteReader = { site, named: ['data-mailid', 'e'], read, mark, watched };
