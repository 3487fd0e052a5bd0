import type { Role } from '../records/occasion.ts';
import { addressOf, sameAddress } from './address.ts';
import { numbersIn } from './count.ts';
import type { Roll } from './roll.ts';
import { lineOf } from './text.ts';
import { shownWhenOpen, visible, visibleAll } from './visible.ts';

/**
 * Roundcube's server writes a message's header as one table for every skin (`program/actions/mail/show.php`): two cells a
 * line, `td.header-title` and `td.header.<key>`, and each person as `span.adr` (`index.php`, `address_string`).
 */
const cell = 'td.header';
const unit = '.adr';
const link = '.rcmContactAddress,a[href^="mailto:"]';
/** What a message brings itself, with the headers of messages enclosed in it. */
const body = '[id="messagebody"],.message-part,.message-htmlpart,.message-partheaders';
/** What stands for the header while it is folded. */
const summary = '.header-summary,[id="preview-shortheaders"]';
/** `sender` is left out: lists put the address there to which a mail that cannot be delivered goes back. */
const roles = new Map<string, Role>([
  ['from', 'from'],
  ['to', 'to'],
  ['cc', 'cc'],
  ['bcc', 'bcc'],
  ['replyto', 'reply-to'],
  ['mail-reply-to', 'reply-to'],
  ['mail-followup-to', 'reply-to'],
]);

/** Whether all the people of a part were read. */
type Whole = { complete: boolean };

/** A person as a unit names them. */
type Person = { name: string | null; address: string };

/** The part of the page with subject and header: elastic's, larry's, classic's. */
export function headerRoot(document: Document): Element | null {
  const named = visibleAll(document, '[id="message-header"],[id="messageheader"],[id="messageframe"]');
  return named.find((e) => e.closest(body) === null) ?? null;
}

/** Whether the part with the message's body is there, which stands after the header. */
export const hasMessage = (document: Document): boolean =>
  document.querySelector('[id="messagebody"],[id="message-content"],[id="messagecontent"],[id="messagepreview"]') !==
  null;

const cellsOf = (table: Element): Element[] =>
  [...table.querySelectorAll(cell)].filter((e) => e.closest('table') === table);

/**
 * The table of the header. It is in the page also while the header is folded; then it must hold the one whom the summary
 * shows (the sender, in a folder of sent mail the first recipient). `several` where it cannot be told which of them it is.
 */
export function headerTable(root: Element): Element | null | 'several' {
  const tables = [...root.querySelectorAll('table')].filter(
    (table) => table.closest(`${body},${summary}`) === null && cellsOf(table).length > 0,
  );
  const shown = tables.filter(visible);
  const folded = visibleAll(root, summary);
  const [first] = folded.flatMap((e) => visibleAll(e, unit));
  const holdsFirst = (table: Element) => first && [...table.querySelectorAll(unit)].some((e) => alike(e, first));
  // Of a mail from nobody, or to nobody in a folder of sent mail, the summary says nothing but the time.
  const oneSided = (table: Element) =>
    !cellsOf(table).some((e) => e.matches('.from')) || !cellsOf(table).some((e) => e.matches('.to,.cc,.bcc'));
  const fit = tables.filter(
    (table) => holdsFirst(table) ?? (shown.length > 0 || (folded.length > 0 && oneSided(table))),
  );
  const one = shown.length > 0 ? fit.filter((table) => shown.includes(table)) : fit;
  return shown.length > 1 || one.length > 1 ? 'several' : (one[0] ?? null);
}

/** Whether two units show the same, with an address or without one. */
function alike(a: Element, b: Element): boolean {
  const [one, other] = [personIn(a), personIn(b)];
  if (one === 'disagree' || other === 'disagree') return false;
  return one && other ? sameAddress(one.address, other.address) : one === other && a.textContent === b.textContent;
}

/**
 * The person of a unit by what its link says, else by its text; null where that is no address (a group's name, or
 * whatever a mail has in its place), `disagree` where a link says two.
 */
function personIn(adr: Element): Person | null | 'disagree' {
  const [first, other] = [...adr.querySelectorAll(link)].filter(
    (e) => !e.matches('.rcmaddcontact') && shownWhenOpen(e, adr),
  );
  const text = lineOf(soleTextOf(first ?? adr));
  const [, before = '', inner = ''] = /^(.*?)<([^<>]+)>$/.exec(text ?? '') ?? [];
  const [address, second] = [first?.getAttribute('href')?.replace(/^mailto:/, ''), first?.getAttribute('title')]
    .map((way) => addressOf(way))
    .filter((way) => way !== null);
  if (other || (address !== undefined && second !== undefined && !sameAddress(address, second))) return 'disagree';
  const found = address ?? addressOf(inner || text);
  if (found === null) return null;
  return { name: sameAddress(addressOf(inner), found) ? lineOf(before) : text, address: found };
}

/** The one text in an element, null for several, which may not belong together. */
function soleTextOf(element: Element): string | null {
  const found: string[] = [];
  const add = (node: Node): void => {
    if (node.nodeType === 3) {
      if (node.nodeValue?.trim()) found.push(node.nodeValue);
    } else if (node.nodeType === 1) {
      const e = node as Element;
      if (!e.matches('.rcmaddcontact') && shownWhenOpen(e, element)) e.childNodes.forEach(add);
    }
  };
  element.childNodes.forEach(add);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * Those behind "and N more": the link's script holds the whole list as text, which opens in a dialog. Null where it does
 * not read as such.
 */
function peopleBehind(more: Element): Element[] | null {
  const [, quoted] = /simple_dialog\('((?:[^'\\]|\\.)*)'/s.exec(more.getAttribute('onclick') ?? '') ?? [];
  const view = more.ownerDocument.defaultView;
  if (quoted === undefined || !view) return null;
  const markup = quoted.replace(/\\(.)/gs, (_, char: string) => (char === 'n' ? '\n' : char));
  // A document of its own, in which nothing is loaded or run.
  return [...new view.DOMParser().parseFromString(markup, 'text/html').querySelectorAll(unit)];
}

/** Reads one line's people; answers whether all are there. `shows` tells whether an element of it is to be seen. */
function readCell(line: Element, role: Role, roll: Roll, shows: (e: Element) => boolean): { broken: string } | Whole {
  const links = [...line.querySelectorAll('.morelink')].filter(shows);
  const [more] = links;
  const drawn = [...line.querySelectorAll(unit)].filter(shows);
  // In a print they stand beside the link, hidden until it is used.
  const beside = more?.nextElementSibling?.querySelectorAll(unit) ?? [];
  const behind = more && (peopleBehind(more) ?? [...drawn, ...beside].filter((e, at, all) => all.indexOf(e) === at));
  let complete = drawn.length > 0 && links.length < 2;
  for (const adr of behind ?? drawn) {
    const person = personIn(adr);
    if (person === 'disagree') return { broken: 'address in the header' };
    if (person) roll.add({ ...person, role });
    else complete = false;
  }
  // Somebody taken out leaves a comma too many; what else stands outside of the units was not understood.
  const outside = textOutside(line, shows).replace(/\s/g, '');
  if (outside !== ','.repeat(Math.max(0, drawn.length - (more ? 0 : 1)))) complete = false;
  const [count] = numbersIn(more?.textContent ?? '');
  if (behind && count !== behind.length - drawn.length) complete = false;
  return { complete };
}

/** The text of a line outside of its units and of the link to more. */
function textOutside(line: Element, shows: (e: Element) => boolean): string {
  let text = '';
  const walk = (node: Node): void => {
    if (node.nodeType === 3) text += node.nodeValue ?? '';
    else if (node.nodeType === 1) {
      const e = node as Element;
      if (shows(e) && !e.matches(`${unit},.morelink,.rcmaddcontact`)) e.childNodes.forEach(walk);
    }
  };
  line.childNodes.forEach(walk);
  return text;
}

/** Reads the header's table into the roll; answers what is wrong with it, or whether all its people are there. */
export function readHeader(root: Element, table: Element, roll: Roll): { broken: string } | Whole {
  const shows = visible(table) ? visible : (e: Element) => shownWhenOpen(e, table);
  const cells = cellsOf(table).filter(shows);
  const titles = [...table.querySelectorAll('td.header-title')].filter((e) => e.closest('table') === table && shows(e));
  const read: Element[] = [];
  let complete = titles.length === cells.length;
  for (const line of cells) {
    const [key, otherKey] = [...line.classList].filter((name) => roles.has(name));
    if (otherKey) return { broken: 'line of the header' };
    const role = key && roles.get(key);
    if (!role) continue;
    read.push(line);
    const people = readCell(line, role, roll, shows);
    if ('broken' in people) return people;
    if (!people.complete) complete = false;
  }
  // People in a line that is not known, or outside of the table.
  const elsewhere = `${summary},${body},td.sender,[id="messagelist"],[role=dialog]`;
  const astray = [...root.ownerDocument.querySelectorAll(`${unit},${link}`)].some(
    (e) => !read.some((line) => line.contains(e)) && e.closest(elsewhere) === null && visible(e),
  );
  return { complete: complete && !astray };
}

/** The subject, without the words for a screen reader and the button in its line. */
export function subjectOf(root: Element): string | null {
  const subject = visibleAll(root, '.subject').find((e) => e.closest(`${body},td`) === null);
  let text = '';
  const walk = (node: Node): void => {
    if (node.nodeType === 3) text += node.nodeValue ?? '';
    else if (node.nodeType === 1 && !(node as Element).matches('.voice,a,button')) node.childNodes.forEach(walk);
  };
  subject?.childNodes.forEach(walk);
  return lineOf(text);
}
