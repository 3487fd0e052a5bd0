import type { Reading, Role } from '../records/occasion.ts';
import { addressOf } from './address.ts';
import { rowPeople, senderIn } from './outlook-people.ts';
import { newRoll } from './roll.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { lineOf, titleText } from './text.ts';
import { visible, visibleAll } from './visible.ts';

const site = 'outlook';
const broken = (part: string): Reading => ({ state: 'broken', site, part });

/** Where a message or a conversation is drawn; the outermost visible one is the pane. */
const panes =
  '[id="ReadingPaneContainerId"],[id="ConversationReadingPaneContainer"],[data-app-section="ConversationContainer"],[data-app-section="ItemContainer"],[data-app-section="MailReadCompose"],[data-app-section="MailReadingPaneContainerLive"]';
/** Bodies, what is being written, lists, and dialogs over the page: nobody in them is of the conversation. */
const body = '[id^="UniqueMessageBody"],[role=document]';
const elsewhere = `${body},[id^="editorParent_"],[id^="docking_InitVisiblePart_"],[data-app-section="Form_Content"],[contenteditable="true"],[role=textbox],[role=listbox],[role=tree],[role=navigation],[role=banner],[role=complementary],[role=toolbar]`;
const subject = '[id^="CONV_"][id$="_SUBJECT"],[id^="MSG_"][id$="_SUBJECT"]';
const headers: [suffix: string, role: Role][] = [
  ['_TO', 'to'],
  ['_CC', 'cc'],
  ['_BCC', 'bcc'],
];
const well = '[data-testid="RecipientWell"]';

/** What an address says: the item or conversation that it names, and whether a message is being written. */
function placeOf(url: string): { named: string | null; writing: boolean } {
  const { pathname, searchParams } = new URL(url);
  const id = /\/(?:id|deeplink\/read)\/([^/]+)/.exec(pathname)?.[1] ?? searchParams.get('ItemID');
  let named = id ?? null;
  try {
    if (named) named = decodeURIComponent(named);
  } catch {
    // Not percent-encoded: the name is used as it stands.
  }
  return { named, writing: /\/(?:deeplink\/)?compose(?:\/|$)/.test(pathname) };
}

const outside = (element: Element, pane: Element): boolean => {
  const at = element.closest(elsewhere);
  return at === null || !pane.contains(at);
};

function paneOf(document: Document): Element | null {
  const [first] = visibleAll(document, panes);
  return first ?? visibleAll(document, '[role=main]')[0] ?? null;
}

/** The conversation's heading, once or twice on the page. */
const headings = (pane: Element): Element[] => visibleAll(pane, subject).filter((e) => outside(e, pane));

const conversationIn = (heading: Element | undefined): string | null =>
  /^CONV_(.+)_SUBJECT$/.exec(heading?.id ?? '')?.[1] ?? null;

/**
 * The senders of the messages that are unfolded: named by id, else by a label "From: value" of which the element shows
 * the value, whatever the language.
 */
function sendersIn(pane: Element): Element[] {
  const named = visibleAll(pane, '[id^="MSG_"][id$="_FROM"]').filter((e) => outside(e, pane));
  if (named.length > 0) return named;
  return visibleAll(pane, 'span[aria-label],div[aria-label]').filter((e) => {
    const [, value] = /^[^:：]{1,40}[:：]\s*(.+)$/.exec(e.getAttribute('aria-label') ?? '') ?? [];
    const text = lineOf(e.textContent);
    return (
      value !== undefined &&
      text !== null &&
      value.startsWith(text) &&
      !e.closest(`${well},button,[role=heading] *`) &&
      outside(e, pane)
    );
  });
}

/** Bodies of messages, without those inside one. */
const bodiesIn = (pane: Element): Element[] =>
  visibleAll(pane, body).filter((e) => !e.parentElement?.closest(body) && !e.closest('[id^="editorParent_"]'));

/** A message: its sender, and all around it that is no other message's. */
type Message = { sender: Element; unit: Element };

/** The messages unfolded on the screen, or null where a body stands without its sender. */
function messagesIn(pane: Element): Message[] | null {
  const senders = sendersIn(pane);
  const messages = senders.map((sender): Message => {
    let unit = sender;
    for (let e: Element | null = sender; e && e !== pane.parentElement; e = e.parentElement) {
      if (senders.some((other) => other !== sender && e?.contains(other))) break;
      unit = e;
      if (e.hasAttribute('aria-expanded') && !e.matches('button,[role=button]')) break;
    }
    return { sender, unit };
  });
  const alone = bodiesIn(pane).some((e) => !messages.some(({ unit }) => unit.contains(e)));
  return alone ? null : messages;
}

/** The rows of recipients of one message, each with its role; without ids the roles go by order. */
function rowsOf({ unit, sender }: Message, pane: Element): { row: Element; role: Role | null }[] {
  const key = /^(MSG_.+)_FROM$/.exec(sender.id)?.[1];
  const named = headers.flatMap(([suffix, role]) =>
    visibleAll(unit, key ? `[id="${key}${suffix}"]` : `[id^="MSG_"][id$="${suffix}"]`).map((row) => ({ row, role })),
  );
  const wells = visibleAll(unit, well).filter(
    (e) => outside(e, pane) && !named.some(({ row }) => row.contains(e) || e.contains(row)),
  );
  return [...named.filter(({ row }) => outside(row, pane)), ...wells.map((row) => ({ row, role: null }))];
}

/** Whether the conversation shows that it holds messages folded away, or anything else that is not read. */
function folded(pane: Element, messages: Message[]): boolean {
  const all = visibleAll(pane, '[data-app-section="ConversationContainer"]');
  const container = pane.matches('[data-app-section="ConversationContainer"]') ? pane : all[0];
  if (!container) return false;
  const skip = `${subject},button,[role=button],[role=menuitem],[role=toolbar],[role=heading],[aria-hidden="true"],${elsewhere}`;
  const left = (node: Node): boolean => {
    if (node.nodeType === 3) return lineOf(node.nodeValue) !== null;
    if (node.nodeType !== 1) return false;
    const e = node as Element;
    if (messages.some(({ unit }) => unit === e) || !visible(e)) return false;
    if (e.getAttribute('aria-expanded') === 'false' && !e.matches('button,[role=button],[role=menuitem]')) return true;
    return !e.matches(skip) && [...e.childNodes].some(left);
  };
  return [...container.childNodes].some(left);
}

/** Whether somebody stands in the conversation outside of every row. The sender's picture, which is such an element too, does not count. */
function astray(pane: Element, senders: Element[], rows: Element[]): boolean {
  const names = senders.map((e) => lineOf(e.textContent)?.replace(/\s*<.*$/, '') ?? '');
  return visibleAll(pane, '[data-lpc-hover-target-id]').some((e) => {
    if (!outside(e, pane) || [...senders, ...rows].some((part) => part.contains(e) || e.contains(part))) return false;
    const label = e.getAttribute('aria-label') ?? '';
    return lineOf(e.textContent) !== null && !names.some((name) => name !== '' && label.includes(name));
  });
}

/** The user's own address: the mailbox at the top of the folders, else the account that signed in. */
function ownOf(document: Document): string | null {
  const root = document.querySelector('[id^="primaryMailboxRoot_"]');
  const hint = document.querySelector('[id="O365_AppName"]')?.getAttribute('href') ?? '';
  const inHint = /[?&]login_hint=([^&]+)/.exec(hint)?.[1] ?? '';
  return (
    addressOf(root?.getAttribute('title')) ??
    addressOf(root?.getAttribute('data-folder-name')) ??
    addressOf(inHint.replace(/%40/i, '@')) ??
    addressOf(document.querySelector('[id="mectrl_currentAccount_secondary"]')?.textContent)
  );
}

function titleOf(heading: Element | undefined): string | null {
  if (!heading) return null;
  const inner = heading.matches('[title]') ? heading : heading.querySelector('[title]');
  return lineOf(inner?.getAttribute('title')) ?? titleText(heading);
}

/** Reads Outlook on the web: the message or the conversation on the screen, in the reading pane or in a window of its own. */
export function read(document: Document, url: string): Reading {
  const { named, writing } = placeOf(url);
  const pane = paneOf(document);
  const messages = pane && messagesIn(pane);
  if (writing) return { state: 'not-here' };
  if (!pane || messages?.length === 0) return { state: named ? 'not-yet' : 'not-here' };
  if (!messages) return broken('sender of a message');
  const shown = headings(pane);
  const ids = new Set(shown.map(conversationIn).filter((id) => id !== null));
  const [conversation = null] = ids;
  // A conversation under another one's address is being left. Items have names of another kind.
  const another = conversation !== null && named !== null && named !== conversation;
  if (ids.size > 1 || (another && /^AAQ/.test(named) && /^AAQ/.test(conversation))) return { state: 'not-yet' };

  const own = ownOf(document);
  const roll = newRoll(own);
  let complete = !folded(pane, messages);
  const all: Element[] = [];
  for (const message of messages) {
    const from = senderIn(message.sender);
    if (!from) return broken('sender of a message');
    roll.add({ ...from, role: 'from' });
    let role: Role | null = null;
    const rows = rowsOf(message, pane);
    all.push(...rows.map(({ row }) => row));
    if (rows.length === 0) complete = false;
    for (const { row, role: byId } of rows) {
      const people = rowPeople(row, byId ?? role);
      if ('broken' in people) return broken(people.broken);
      role = byId ?? people.role;
      if (people.more || people.found.length === 0) complete = false;
      for (const person of people.found) roll.add({ ...person, role });
    }
  }
  const senders = messages.map(({ sender }) => sender);
  if (astray(pane, senders, all)) complete = false;
  const ref = conversation ?? named ?? selected(document) ?? messages[0]?.sender.id ?? '';
  const participants = roll.people();
  return {
    state: 'occasion',
    occasion: {
      site,
      ref: ref.slice(0, 300) || 'message',
      kind: 'thread',
      title: titleOf(shown[0]),
      start: null,
      end: null,
      whenText: null,
      own,
      participants,
      extent: { complete, shown: participants.length, total: complete ? participants.length : null },
    },
  };
}

/** The conversation chosen in the list. */
const selected = (document: Document): string | null =>
  document.querySelector('[role=option][data-convid][aria-selected="true"]')?.getAttribute('data-convid') ?? null;

/** Names the conversation on the screen, or the one that the address names. */
export function mark(document: Document, url: string): string | null {
  const { named, writing } = placeOf(url);
  const pane = writing ? null : paneOf(document);
  const parts = pane ? [...headings(pane), ...sendersIn(pane)].map((e) => e.id) : [];
  return [...new Set([named ?? '', ...(parts.length > 0 ? parts : [])])].join(' ').trim() || null;
}

/** Heading, senders and recipients of what is open; while nothing is, where it may come. Never a body, never what is written. */
export function watched(document: Document): Watched {
  const pane = paneOf(document);
  if (!pane) return { deep: [], along: [document.body], below: [document.body] };
  const messages = messagesIn(pane) ?? [];
  const rows = messages.flatMap((message) => rowsOf(message, pane).map(({ row }) => row));
  const cards = [...pane.querySelectorAll('[aria-expanded]')].filter(
    (e) => !e.closest('button,[role=button]') && outside(e, pane),
  );
  return {
    deep: [...headings(pane), ...messages.map(({ sender }) => sender), ...rows],
    along: [...messages.map(({ unit }) => unit), ...cards, pane, document.body],
    below: messages.length === 0 ? [pane] : [],
  };
}

/** The reader of Outlook's mail. */
export const outlook: SiteReader = { site, named: ['aria-expanded', 'data-convid'], read, mark, watched };
