import type { Participant, Role } from '../records/occasion.ts';
import { addressOf, sameAddress } from './address.ts';
import { numbersIn } from './count.ts';
import { roleOf } from './gmail-recipients.ts';
import { lineOf } from './text.ts';
import { visible, visibleAll } from './visible.ts';

type Named = Pick<Participant, 'name' | 'address'>;

/** A person as Outlook writes one: `Name<address>`, an address, or a name alone, which is all that it shows of colleagues. */
export function personIn(text: string | null): Named | null {
  const line = lineOf(text)?.replace(/;$/, '').trim();
  if (!line) return null;
  const [, before = '', inner] = /^(.*?)\s*<([^<>]+)>$/.exec(line) ?? [];
  if (inner !== undefined) {
    const address = addressOf(inner);
    return address === null ? null : { name: lineOf(before.replace(/^"(.*)"$/, '$1')), address };
  }
  if (/[<>]/.test(line)) return null;
  const address = addressOf(line);
  if (address) return { name: null, address };
  return line.includes('@') ? null : { name: line, address: null };
}

/**
 * The person of one element with a label: the label says more (the address, a word before it), the text says where the
 * name starts. Null where the two name different people.
 */
function labelled(element: Element): Named | null {
  const label = lineOf(element.getAttribute('aria-label'));
  const shown = lineOf(element.textContent)?.replace(/;$/, '').trim() || null;
  if (label === null) return personIn(shown);
  // A picture has the name in its label alone, behind words that nothing tells from it.
  if (shown === null) return null;
  const found = label.indexOf(shown);
  // A part of a word is no name.
  const whole =
    !/[\p{L}\p{N}@.]$/u.test(label.slice(0, found)) && /^(?:[\s<;]|$)/.test(label.slice(found + shown.length));
  const at = found > 0 && !whole ? -1 : found;
  const [byText, byLabel] = [personIn(shown), personIn(at < 0 ? label : label.slice(at))];
  if (at >= 0) return byLabel ?? byText;
  // Text and label differ: they may write the same address in two ways, or a name beside its address.
  if (byText?.address && byLabel?.address) return sameAddress(byText.address, byLabel.address) ? byText : null;
  if (byText?.name && byLabel?.address && byLabel.name === null) return { name: byText.name, address: byLabel.address };
  return null;
}

/** The sender of a message from its part of the header, or null where it cannot be told. */
export function senderIn(part: Element): Named | null {
  if (part.matches('[aria-label]')) return labelled(part);
  const [chip] = visibleAll(part, '[aria-label]').filter((e) => lineOf(e.textContent) !== null);
  return chip ? labelled(chip) : personIn(lineOf(part.textContent)?.replace(/^[^:：<@]{1,40}[:：]\s*/, '') ?? null);
}

/** People of one row, its role where the row has no id of its own, and whether it says that more are there. */
export type Row = { found: Named[]; role: Role; more: boolean } | { broken: string };

const target = '[data-lpc-hover-target-id]';

/** Part of what a row says: no heading, no picture. */
const isText = (e: Element): boolean => !e.matches('[role=heading],[role=img]') && visible(e);

/** Reads a row "To: A; B<b@x>; +3 others". `before`: the role of the row before it, or the row's own by its id. */
export function rowPeople(row: Element, before: Role | null): Row {
  const buttons = visibleAll(row, `${target},[role=button],button`).filter(
    (e) =>
      !e.parentElement?.closest(`${target},[role=button],button`) ||
      !row.contains(e.parentElement.closest(`${target},[role=button],button`)),
  );
  const isPerson = (e: Element) =>
    e.matches(target) ||
    (lineOf(e.textContent) !== null &&
      (/@/.test(e.textContent ?? '') || !/\p{Nd}/u.test(e.textContent ?? '')) &&
      e.hasAttribute('aria-label'));
  const chips = buttons.filter(isPerson);
  let rest = '';
  const walk = (node: Node): void => {
    if (node.nodeType === 3) rest += node.nodeValue ?? '';
    else if (node.nodeType === 1 && !buttons.includes(node as Element) && isText(node as Element))
      node.childNodes.forEach(walk);
  };
  row.childNodes.forEach(walk);
  const [, word = '', tail = ''] = /^([^:：<@;]{0,40}[:：])?(.*)$/s.exec(lineOf(rest) ?? '') ?? [];
  const role = roleOf(word.trim(), before);
  const others = buttons.length > chips.length;
  if (chips.length > 0) {
    const found: Named[] = [];
    for (const chip of chips) {
      const person = labelled(chip);
      if (!person) return { broken: 'a recipient' };
      found.push(person);
    }
    const left = tail.replace(/[;,，、]/g, '').trim();
    const holes = (tail.match(/;/g)?.length ?? 0) > chips.length - 1;
    return { found, role, more: others || holes || /[@…]|\.\.\./.test(left) || numbersIn(left).length > 0 };
  }
  const pieces = tail
    .split(/[;；]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const people = pieces.map(personIn);
  const counted = people.map((person) => person?.address === null && numbersIn(person.name ?? '').length > 0);
  const found = people.filter((person, i): person is Named => person !== null && !counted[i]);
  return { found, role, more: others || found.length < pieces.length };
}
