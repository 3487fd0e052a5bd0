import type { Reading } from '../records/occasion.ts';
import { addressOf, sameAddress } from './address.ts';
import { replyToWords, roleOf } from './gmail-recipients.ts';
import { addRecipients, addSender, type MessageRead, outermost, readConversation, type Ways } from './mail-thread.ts';
import { mailboxesIn } from './mailbox-text.ts';
import { addressIn } from './person.ts';
import type { Roll } from './roll.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { lineOf, titleText } from './text.ts';
import { shownText, soleText, visibleAll } from './visible.ts';
import { watchedParts } from './watched-parts.ts';
import { isWordForMe } from './words/for-me.ts';

const site = 'fastmail';
const pane = '.v-Thread';
const heading = '.v-Thread-title';
const card = '.v-MessageCard';
const from = '.v-MessageCard-from';
const to = '.v-MessageCard-to,.v-Message-to';
const unknown = '.v-MessageCard-unknownSender';
const details = '.v-Message-details';
const body = '.v-Message-body,[contenteditable]';

const panes = (document: Document): Element[] => outermost(visibleAll(document, pane));

const cards = (root: ParentNode): Element[] => outermost(visibleAll(root, card)).filter((e) => !e.closest(body));

const inCard = (unit: Element, selector: string): Element[] =>
  outermost(visibleAll(unit, selector)).filter((e) => !e.closest(body));

const titled = (element: Element): (string | null)[] =>
  [element, ...visibleAll(element, '[title],a[href^="mailto:"]')].map(
    (e) => e.getAttribute('title') ?? e.getAttribute('href')?.replace(/^mailto:/, '') ?? null,
  );

const ways: Ways = (element) => {
  const addresses = titled(element).filter((title) => addressIn(title) !== null);
  return [[soleText(element) ?? (addresses.length > 0 ? shownText(element) : null)], addresses];
};

/** Recipients of a card: a link or a titled element each. */
const recipientsIn = (line: Element): Element[] => outermost(visibleAll(line, 'a,[title],.v-Message-toName'));

/** Opened details: a row each for From, maybe Reply-To, To, Cc, Bcc, and then the subject, of which the text is known. */
function addDetails(unit: Element, table: Element, subject: string | null, roll: Roll): MessageRead | null {
  const values = visibleAll(table, 'dd,.v-Message-detailsValue');
  const end = values.findIndex((e) => lineOf(e.textContent) === subject);
  const [sender, ...rows] = values.slice(0, Math.max(end, 0));
  if (!sender) return null;
  const written = visibleAll(unit, from).flatMap(titled).map(addressOf).find(Boolean) ?? null;
  const first = mailboxesIn(`:${sender.textContent}`).people;
  if (first.length !== 1 || (written && !sameAddress(written, first[0]?.address ?? null)))
    return { broken: 'sender in the details of a message' };
  roll.add({ name: null, address: null, ...first[0], role: 'from' });
  let role: ReturnType<typeof roleOf> | null = null;
  let complete = rows.length > 0;
  for (const row of rows) {
    const label = lineOf(row.previousElementSibling?.textContent) ?? '';
    const { people, rest } = mailboxesIn(`:${row.textContent}`);
    const replyTo = replyToWords.test(label);
    if (!replyTo) role = roleOf(label, role);
    for (const person of people) roll.add({ ...person, role: replyTo ? 'reply-to' : (role ?? 'to') });
    if (rest.length > 0) complete = false;
  }
  return { complete };
}

/** Whether everybody whom a card's line of recipients gives an address is in the roll. */
function known(unit: Element, roll: Roll): boolean {
  const addresses = inCard(unit, to).flatMap(recipientsIn).flatMap(titled).map(addressIn);
  return addresses.every((one) => one === null || roll.people().some(({ address }) => sameAddress(address, one)));
}

function readMessage(unit: Element, subject: string | null, roll: Roll): MessageRead {
  if (unit.matches('[class*="--draft"]') || unit.querySelector('[class*="--draft"]')) return { complete: false };
  const [table] = inCard(unit, details);
  const detailed = table ? addDetails(unit, table, subject, roll) : null;
  if (detailed) return 'complete' in detailed ? { complete: detailed.complete && known(unit, roll) } : detailed;
  const [sender] = inCard(unit, from);
  const [stranger] = inCard(unit, unknown);
  const read = addSender(roll, sender, (element) => {
    const [names, addresses] = ways(element);
    return [names, [...addresses, stranger ? addressIn(soleText(stranger)) : null]];
  });
  if (!('complete' in read)) return read;
  const lines = inCard(unit, to);
  let complete = lines.length > 0;
  for (const line of lines) {
    const people = recipientsIn(line);
    const added = addRecipients(roll, line, people, ways);
    if (!('complete' in added)) return added;
    if (!added.complete) complete = false;
  }
  return { complete };
}

/**
 * The user's own address: shown under a word for the user, in one place only among the recipients, for the page names
 * the account nowhere else.
 */
function ownOf(root: Element): string | null {
  const people = cards(root).flatMap((unit) => inCard(unit, to).flatMap(recipientsIn));
  const mine = people.filter((e) => isWordForMe(lineOf(e.textContent) ?? ''));
  const addresses = new Set(mine.flatMap((e) => titled(e).map((title) => addressIn(title)?.toLowerCase())));
  addresses.delete(undefined);
  return addresses.size === 1 ? ([...addresses][0] ?? null) : null;
}

/** The thread that the address names, where it does: `/mail/Inbox/T1abc.M2def/`. */
const threadIn = (url: string): string => /^\/mail\/[^/]+\/(T[^/.]+)/.exec(new URL(url).pathname)?.[1] ?? '';

/** Reads the Fastmail page: the conversation on the screen. */
export function read(document: Document, url: string): Reading {
  const [root, other] = panes(document);
  if (!root) return { state: 'not-here' };
  const units = cards(root);
  if (other || units.length === 0) return { state: 'not-yet' };
  const [title, another] = visibleAll(root, heading).filter((e) => !e.closest(`${card},${body}`));
  if (!title || another) return { state: 'broken', site, part: 'heading of the conversation' };
  const subject = titleText(title.querySelector('h1,h2,[role=heading]') ?? title);
  const ref = threadIn(url) || subject || 'thread';
  return readConversation({ site, ref, title: subject, own: ownOf(root) }, units, true, (unit, roll) =>
    readMessage(unit, subject, roll),
  );
}

/** Names the conversation by the address, its heading and its senders: the newer form has no name for it. */
export function mark(document: Document, url: string): string | null {
  const open = panes(document);
  if (open.length === 0) return null;
  const texts = open.flatMap((root) => [...visibleAll(root, heading), ...cards(root).flatMap((e) => inCard(e, from))]);
  return lineOf([threadIn(url), ...texts.map((e) => e.textContent)].join(' ')) ?? ' ';
}

/** The heading, and in each card the people; never a body. */
export function watched(document: Document): Watched {
  const open = panes(document);
  const units = open.flatMap(cards);
  const parts = units.flatMap((unit) => inCard(unit, `${from},${to},${unknown},${details}`));
  return watchedParts(
    document,
    [...open.flatMap((root) => visibleAll(root, heading)), ...parts],
    [...open, ...units, ...parts],
  );
}

/** The reader of Fastmail's mail. */
export const fastmail: SiteReader = { site, named: ['title'], read, mark, watched };
