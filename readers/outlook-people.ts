import type { Participant } from '../records/occasion.ts';
import { addressOf, sameAddress } from './address.ts';
import { lineOf } from './text.ts';
import { shownText, visible, visibleAll } from './visible.ts';

type Named = Pick<Participant, 'name' | 'address'>;

/** An item's id from an address. */
export function plainId(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

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
  const shown = lineOf(shownText(element))?.replace(/;$/, '').trim() || null;
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
  // Text and label differ: they may write the same address in two ways.
  return byText && byLabel && sameAddress(byText.address, byLabel.address) ? byText : null;
}

/** The sender of a message from its part of the header, or null where it cannot be told. */
export function senderIn(part: Element): Named | null {
  if (part.matches('[aria-label]')) return labelled(part);
  const [chip] = visibleAll(part, '[aria-label]').filter((e) => lineOf(shownText(e)) !== null);
  return chip ? labelled(chip) : personIn(lineOf(shownText(part))?.replace(/^[^:：<@]{1,40}[:：]\s*/, '') ?? null);
}

/** People of one row, and whether it says that more are there. */
export type Row = { found: Named[]; more: boolean };

const target = '[data-lpc-hover-target-id]';

/** Part of what a row says: no heading, no picture. */
const isText = (e: Element): boolean => !e.matches('[role=heading],[role=img]') && visible(e);

/** Reads a row "To: A; B<b@x>; +3 others"; null where it names somebody in two ways that disagree. */
export function rowPeople(row: Element): Row | null {
  const all = visibleAll(row, `${target},[role=button],button`);
  const buttons = all.filter((e) => !all.some((other) => other !== e && other.contains(e)));
  const chips = buttons.filter((e) => {
    const text = lineOf(e.textContent) ?? '';
    return (
      e.matches(target) || (text !== '' && e.hasAttribute('aria-label') && (/@/.test(text) || !/\p{Nd}/u.test(text)))
    );
  });
  let rest = '';
  const walk = (node: Node): void => {
    if (node.nodeType === 3) rest += node.nodeValue ?? '';
    else if (node.nodeType === 1 && !buttons.includes(node as Element) && isText(node as Element))
      node.childNodes.forEach(walk);
  };
  row.childNodes.forEach(walk);
  const tail = (lineOf(rest) ?? '').replace(/^[^:：<@;]{0,40}[:：]/, '');
  const others = buttons.length > chips.length;
  if (chips.length > 0) {
    const found = chips.map(labelled);
    const holes = tail.split(';').length > chips.length;
    const more = others || holes || /[@…\p{Nd}]|\.\.\./u.test(tail);
    return found.every((person) => person !== null) ? { found, more } : null;
  }
  const pieces = tail.split(/[;；]/).filter((piece) => piece.trim() !== '');
  // A name with a number in it may be "3 others".
  const found = pieces
    .map(personIn)
    .filter((one) => one !== null && (one.address !== null || !/\p{Nd}/u.test(one.name ?? '')));
  return { found: found as Named[], more: others || found.length < pieces.length };
}
