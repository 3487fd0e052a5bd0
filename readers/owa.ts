import type { Participant, Reading, Role } from '../records/occasion.ts';
import { addressOf } from './address.ts';
import { occasionRead } from './reading.ts';
import { newRoll } from './roll.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { lineOf } from './text.ts';
import { visible, visibleAll } from './visible.ts';

const site = 'owa';
const broken = (part: string): Reading => ({ state: 'broken', site, part });

/** Marks of the reading pane of Exchange's own web app (2013 to 2019), the same in every language. */
const subject = '.rpHighlightSubjectClass';
const people = '.PersonaPaneLauncher,[autoid="_pe_b"]';
const recipients: [id: string, role: Role][] = [
  ['ToContainer', 'to'],
  ['CcContainer', 'cc'],
  ['BccContainer', 'bcc'],
];
/** What people wrote, and what is being written. */
const elsewhere =
  '[role=document],[id="Item.MessageUniqueBody"],[id="Item.MessagePartBody"],.rpHighlightBodyClass,[contenteditable="true"],[role=textbox],[role=listbox],[role=toolbar]';

const outside = (e: Element): boolean => e.closest(elsewhere) === null;
const containers = (document: Document, id: string): Element[] =>
  visibleAll(document, `[id="ItemHeader.${id}"]`).filter(outside);

/** A person as it is written there: `Name <address>;`, an address, or a name alone. */
function personIn(element: Element): Pick<Participant, 'name' | 'address'> | null {
  const texts = new Set<string>();
  const walk = (node: Node): void => {
    const line = node.nodeType === 3 ? lineOf(node.nodeValue)?.replace(/;$/, '').trim() : null;
    if (line) texts.add(line);
    if (node.nodeType === 1 && visible(node as Element)) node.childNodes.forEach(walk);
  };
  walk(element);
  // One person is one text: two are no longer the site's own markup.
  const [text] = texts.size === 1 ? texts : [];
  if (!text) return null;
  const [, before = null, inner] = /^(.*?)\s*<([^<>]+)>$/.exec(text) ?? [];
  if (inner !== undefined) {
    const address = addressOf(inner);
    return address === null ? null : { name: lineOf(before), address };
  }
  const address = addressOf(text);
  if (address === null && /[@<>]/.test(text)) return null;
  return { name: address === null ? text : null, address };
}

/** The people in a part of a header, the outermost element of each. */
const peopleIn = (part: ParentNode): Element[] =>
  visibleAll(part, people).filter((e) => outside(e) && !e.parentElement?.closest(people));

/** Headers of messages: each holds its sender, and its recipients if it is unfolded. */
function headersIn(document: Document): Element[] {
  const rows = recipients.flatMap(([id]) => containers(document, id));
  const bodies = visibleAll(document, '[role=document]').filter((e) => !e.parentElement?.closest('[role=document]'));
  const tops = rows.map((row) => {
    let top = row;
    for (let e: Element | null = row; e && e.localName !== 'body'; e = e.parentElement) {
      if (bodies.some((one) => e?.contains(one))) break;
      top = e;
    }
    return top;
  });
  return [...new Set(tops)];
}

/** The item that the address names, as the app writes it behind `#path=`. */
const itemIn = (url: string): string | null => {
  const { searchParams, hash } = new URL(url);
  return (
    searchParams.get('ItemID') ??
    /[#&/?](?:ItemID|itemid|exvsurl|path=\/mail\/[^/]+\/id)[=/]([^&/]+)/.exec(hash)?.[1] ??
    null
  );
};

/** Reads the web app of an Exchange server: the message or conversation in its reading pane. */
export function read(document: Document, url: string): Reading {
  const titles = visibleAll(document, subject).filter(outside);
  const headers = headersIn(document);
  const item = itemIn(url);
  if (headers.length === 0) {
    if (titles.length > 0)
      return visibleAll(document, '[role=document]').length > 0
        ? broken('recipients of a message')
        : { state: 'not-yet' };
    return { state: item ? 'not-yet' : 'not-here' };
  }
  const title = lineOf(titles[0]?.textContent);
  if (title === null) return broken('subject of the message');
  if (new Set(titles.map((e) => lineOf(e.textContent))).size > 1) return { state: 'not-yet' };
  const roll = newRoll(null);
  // Messages that are folded show no recipients: their senders stand outside of every header.
  let complete = true;
  for (const header of headers) {
    const rows = recipients.flatMap(([id, role]) =>
      visibleAll(header, `[id="ItemHeader.${id}"]`).map((row) => ({ row, role })),
    );
    const [sender] = peopleIn(header).filter((e) => !rows.some(({ row }) => row.contains(e)));
    const from = sender && personIn(sender);
    if (!from) return broken('sender of a message');
    roll.add({ ...from, role: 'from' });
    for (const { row, role } of rows) {
      const found = peopleIn(row);
      // The button behind a row opens those who are not drawn.
      if (found.length === 0 || visibleAll(row, 'button').length > 0) complete = false;
      for (const one of found) {
        const person = personIn(one);
        if (!person) return broken('a recipient');
        roll.add({ ...person, role });
      }
    }
  }
  const handled = headers.flatMap((header) => peopleIn(header));
  const pane = titles[0]?.closest('[role=main],[role=region]') ?? document;
  if (peopleIn(pane).some((e) => !handled.includes(e))) complete = false;
  return occasionRead({ site, ref: item ?? title, kind: 'thread', title, own: null, complete }, roll);
}

/** Names the message by the address and by its subject. */
export function mark(document: Document, url: string): string | null {
  const titles = visibleAll(document, subject)
    .filter(outside)
    .map((e) => lineOf(e.textContent) ?? '');
  return [itemIn(url) ?? '', ...titles].join(' ').trim() || null;
}

/** Subject and headers of what is open; while nothing is, where it may come. */
export function watched(document: Document): Watched {
  const headers = headersIn(document);
  const titles = visibleAll(document, subject).filter((e) => outside(e) && visible(e));
  return { deep: [...titles, ...headers], along: [document.body], below: headers.length === 0 ? [document.body] : [] };
}

/** Whether the document is a page of Exchange's own web app: by its script's name for itself, and the pane's own marks. */
export function fingerprint(document: Document): boolean {
  const app = document.querySelector('script[src*="/owa/prem/"],link[href*="/owa/prem/"],script[src*="/owa/15."]');
  const pane = document.querySelector(
    '.rpHighlightAllClass,[autoid^="_rp_"],[autoid^="_lvv_"],[id="ItemHeader.ToContainer"]',
  );
  return app !== null || (pane !== null && document.querySelector('.conductorContent,[autoid^="_n_"]') !== null);
}

/** The reader of Exchange's own web app. */
export const owa: SiteReader = { site, named: ['id', 'autoid'], read, mark, watched, fingerprint };
