import type { Role } from '../records/occasion.ts';
import { addressOf, sameAddress } from './address.ts';
import { numbersIn } from './count.ts';
import type { Roll } from './roll.ts';
import { lineOf } from './text.ts';
import { visible, visibleAll } from './visible.ts';

/**
 * Roundcube's server writes a message's header as one table for every skin (`program/actions/mail/show.php`): two cells a
 * line, `td.header-title` and `td.header.<key>`, and each person as `span.adr` (`index.php`, `address_string`).
 */
const cell = 'td.header';
const unit = '.adr';
const link = '.rcmContactAddress,a[href^="mailto:"]';
/** What a message brings itself, with the headers of messages enclosed in it. */
const body =
  '[id="messagebody"],[id="message-content"],[id="messagecontent"],[id="messagepreview"],.message-part,.message-htmlpart,.message-partheaders';
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

/** A person as a unit names them. */
type Person = { name: string | null; address: string };

/** The part of the page with subject and header: elastic's, larry's, classic's. */
export function headerRoot(document: Document): Element | null {
  const named = visibleAll(document, '[id="message-header"],[id="messageheader"],[id="messageframe"]');
  return named.find((e) => e.closest(body) === null) ?? null;
}

const cellsOf = (table: Element): Element[] =>
  [...table.querySelectorAll(cell)].filter((e) => e.closest('table') === table);

/**
 * The table of the header. It is in the page also while the header is folded; then it must hold whom the summary shows
 * (the sender, in a folder of sent mail the first recipient). `several` where it cannot be told which of them it is.
 */
export function headerTable(root: Element): Element | null | 'several' {
  const tables = [...root.querySelectorAll('table')].filter(
    (table) => table.closest(`${body},${summary}`) === null && cellsOf(table).length > 0,
  );
  const first = visibleAll(root, summary)
    .flatMap((e) => [...e.querySelectorAll(unit)])
    .map(personIn)[0];
  const address = first && first !== 'disagree' ? first.address : null;
  const holdsFirst = (table: Element) =>
    [...table.querySelectorAll(unit)].map(personIn).some((p) => p && p !== 'disagree' && sameAddress(p.address, address));
  const shown = tables.filter(visible);
  const fit = (shown.length > 0 ? shown : tables).filter((table) =>
    shown.length > 0 && address === null ? true : holdsFirst(table),
  );
  return fit.length > 1 ? 'several' : (fit[0] ?? null);
}

/**
 * The person of a unit by what its link says, else by its text; null where that is no address (a group's name, or
 * whatever a mail has in its place), `disagree` where a link says two.
 */
function personIn(adr: Element): Person | null | 'disagree' {
  const [first, other] = [...adr.querySelectorAll(link)].filter((e) => !e.matches('.rcmaddcontact'));
  const text = lineOf(
    [...adr.childNodes]
      .filter((node) => !(node.nodeType === 1 && (node as Element).matches('.rcmaddcontact')))
      .map((node) => node.textContent)
      .join(''),
  );
  const [, before = '', inner = ''] = /^(.*?)<([^<>]+)>$/.exec(text ?? '') ?? [];
  const [address, second] = [first?.getAttribute('href')?.replace(/^mailto:/, ''), first?.getAttribute('title')]
    .map((way) => addressOf(way))
    .filter((way) => way !== null);
  if (other || (address !== undefined && second !== undefined && !sameAddress(address, second))) return 'disagree';
  const found = address ?? addressOf(inner || text);
  if (found === null) return null;
  return { name: sameAddress(addressOf(inner), found) ? lineOf(before) : text, address: found };
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

/** Reads one line's people; answers whether all are there. */
function readCell(line: Element, role: Role, roll: Roll): { broken: string } | { complete: boolean } {
  const shown = [...line.querySelectorAll(unit)];
  const [more, otherMore] = line.querySelectorAll('.morelink');
  const behind = more?.hasAttribute('onclick') ? peopleBehind(more) : null;
  // In a print they stand beside the link, hidden until it is used.
  const all = behind && behind.length > shown.length ? behind : shown;
  let complete = all.length > 0 && otherMore === undefined;
  for (const adr of all) {
    const person = personIn(adr);
    if (person === 'disagree') return { broken: 'address in the header' };
    if (person) roll.add({ ...person, role });
    else complete = false;
  }
  const outside = textOutside(line);
  // A person taken out leaves a comma too many; a name outside of the units is one that was not understood.
  if (outside.replaceAll(/[,\s]/g, '') !== '' || (outside.match(/,/g)?.length ?? 0) > shown.length - (more ? 0 : 1))
    complete = false;
  if (more) {
    const [count] = numbersIn(more.textContent ?? '');
    const hidden = all === behind ? behind.length - shown.length : shown.filter((e) => !visible(e)).length;
    if (count === undefined || count !== hidden) complete = false;
  } else if (shown.some((e) => !visible(e)) && visible(line)) complete = false;
  return { complete };
}

/** The text of a line outside of its units and of the link to more. */
function textOutside(line: Element): string {
  let text = '';
  const walk = (node: Node): void => {
    if (node.nodeType === 3) text += node.nodeValue ?? '';
    else if (node.nodeType === 1 && !(node as Element).matches(`${unit},.morelink,.rcmaddcontact`))
      node.childNodes.forEach(walk);
  };
  line.childNodes.forEach(walk);
  return text;
}

/** Reads the header's table into the roll; answers what is wrong with it, or whether all its people are there. */
export function readHeader(root: Element, table: Element, roll: Roll): { broken: string } | { complete: boolean } {
  const cells = cellsOf(table);
  const read = new Set<Element>();
  const titles = [...table.querySelectorAll('td.header-title')].filter((e) => e.closest('table') === table);
  let complete = titles.length === cells.length;
  for (const line of cells) {
    const keys = [...line.classList].filter((name) => roles.has(name));
    const role = keys[0] === undefined ? undefined : roles.get(keys[0]);
    if (keys.length > 1) return { broken: 'line of the header' };
    if (!role) continue;
    read.add(line);
    const people = readCell(line, role, roll);
    if ('broken' in people) return people;
    if (!people.complete) complete = false;
  }
  // People in a line that is not known, or outside of the table.
  const astray = [...root.querySelectorAll(`${unit},${link}`)].some(
    (e) => ![...read].some((line) => line.contains(e)) && e.closest(`${summary},${body},td.sender`) === null && visible(e),
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
