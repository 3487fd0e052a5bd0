import type { Reading, Role } from '../records/occasion.ts';
import { replyToWords, roleOf } from './gmail-recipients.ts';
import { type MessageRead, readConversation } from './mail-thread.ts';
import { mailboxesIn } from './mailbox-text.ts';
import { newRoll, type Roll } from './roll.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { lineOf } from './text.ts';
import { soleText, visibleAll } from './visible.ts';
import { watchedParts } from './watched-parts.ts';

const site = 'zimbra';
const broken = (part: string): Reading => ({ state: 'broken', site, part });
/** `WebRoot/templates/mail/Message.template`: the header of a message, and that of an invitation. */
const header = '.MsgHeaderTable,.InvHeaderTable';
const bubble = '.addrBubble';
const body = '.MsgBody,[id$="_body"],iframe';

const headers = (document: Document): Element[] => visibleAll(document, header).filter((e) => !e.closest(body));

/** The lines of a header that show people, with the words before each. */
function linesOf(root: Element): { label: string; bubbles: Element[]; row: Element }[] {
  const rows = new Map<Element, Element[]>();
  for (const one of visibleAll(root, bubble)) {
    const cell = one.closest('td');
    const row = cell?.closest('tr[id]') ?? cell?.closest('tr');
    if (row) rows.set(row, [...(rows.get(row) ?? []), one]);
  }
  return [...rows].map(([row, bubbles]) => ({
    label: lineOf(row.querySelector('.LabelColName')?.textContent) ?? '',
    bubbles,
    row,
  }));
}

/** The person of a bubble: `Name <address>` in one text; false for anything else. */
function personIn(one: Element): { name: string | null; address: string } | false {
  const { people, rest } = mailboxesIn(`:${soleText(one) ?? ''}`);
  const [person, other] = people;
  return person && !other && rest.length === 0 ? person : false;
}

/** What else stands in a line of people: a link to more of them, or somebody who was not understood. */
const saysMore = (bubbles: Element[]): boolean => {
  const cells = new Set(bubbles.map((one) => one.closest('td')));
  return [...cells].some((cell) => {
    let text = '';
    const walk = (node: Node): void => {
      if (node.nodeType === 3) text += node.nodeValue ?? '';
      else if (!bubbles.includes(node as Element)) node.childNodes.forEach(walk);
    };
    cell?.childNodes.forEach(walk);
    return /[\p{L}\p{N}…]/u.test(text);
  });
};

/** Lines in their order: From, then To, Cc, Bcc and Reply-To, of which the ids end in words of the page's language. */
function readMessage(root: Element, roll: Roll): MessageRead {
  const lines = linesOf(root);
  let role: Role | null = null;
  const strays = visibleAll(root.ownerDocument, bubble).filter(
    (e) => !lines.some(({ bubbles }) => bubbles.includes(e)) && !e.closest(body),
  );
  let complete = lines.length > 1 && strays.length === 0;
  for (const [at, { label, bubbles, row }] of lines.entries()) {
    const sender = row.id.endsWith('_from');
    if (sender !== (at === 0)) return { broken: 'sender of a message' };
    const replyTo = replyToWords.test(label);
    if (!sender && !replyTo) role = roleOf(label, role);
    // Further ones in the sender's line wrote for others, or by way of them.
    for (const one of bubbles) {
      const person = personIn(one);
      if (person === false) return { broken: 'address in a message' };
      roll.add({ ...person, role: sender ? 'from' : replyTo ? 'reply-to' : (role ?? 'to') });
    }
    if (!sender && saysMore(bubbles)) complete = false;
  }
  return lines.length === 0 ? { broken: 'sender of a message' } : { complete };
}

function readInvitation(root: Element, named: { ref: string; title: string | null }): Reading {
  const roll = newRoll(null);
  const lines = linesOf(root);
  let complete = lines.length > 0;
  for (const [at, { bubbles }] of lines.entries())
    for (const one of bubbles) {
      const person = personIn(one);
      if (person === false || (at === 0 && bubbles.length > 1)) return broken('people of the invitation');
      roll.add({ ...person, role: at === 0 ? 'organizer' : 'attendee' });
      if (saysMore(bubbles)) complete = false;
    }
  const participants = roll.people();
  return {
    state: 'occasion',
    occasion: {
      site,
      ...named,
      kind: 'meeting',
      start: null,
      end: null,
      whenText: lineOf(visibleAll(root, '.ZPropertySheet .LabelColValue')[0]?.textContent),
      own: null,
      participants,
      extent: { complete, shown: participants.length, total: complete ? participants.length : null },
    },
  };
}

const subjectIn = (root: Element): string | null => lineOf(visibleAll(root, '.SubjectCol')[0]?.textContent);

/** Reads the page of Zimbra's classic client: the message or the invitation on the screen. Its address names neither. */
export function read(document: Document, url: string): Reading {
  const [root, other] = headers(document);
  if (!root) return { state: 'not-here' };
  if (other) return { state: 'not-yet' };
  const title = subjectIn(root);
  if (title === null) return broken('subject of the message');
  const date = lineOf(visibleAll(root, '.DateCol')[0]?.textContent) ?? '';
  const ref = `${new URL(url).host}/${title}/${date}`.slice(0, 300);
  if (root.matches('.InvHeaderTable')) return readInvitation(root, { ref, title });
  return readConversation({ site, ref, title, own: null }, [root], true, readMessage);
}

/** Names what stands open by its subject and its people. */
export function mark(document: Document): string | null {
  return (
    headers(document)
      .map((root) => lineOf(root.textContent) ?? ' ')
      .join(' ') || null
  );
}

/** The header on the screen; while there is none, where one may come. */
export const watched = (document: Document): Watched => watchedParts(document, headers(document), headers(document));

/** Zimbra's classic client draws everything within elements of its skin. */
export const fingerprint = (document: Document): boolean =>
  document.querySelector('[id="skin_outer"],[id="skin_container_app_main"]') !== null;

/** The reader of Zimbra's classic client, wherever it runs. */
export const zimbra: SiteReader = { site, named: ['title'], read, mark, watched, fingerprint };
