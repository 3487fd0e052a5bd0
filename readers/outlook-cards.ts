import { addressOf } from './address.ts';
import { lineOf } from './text.ts';
import { visible, visibleAll } from './visible.ts';

/** A person as Microsoft's calendars show one: a name (an address where there is no name), and what is said beside it. */
export type Card = { name: string | null; address: string | null; words: string };

/** The people of one event, and whether it says that more are there. */
export type Cards = { cards: Card[]; more: boolean };

const button = '[role=button][aria-label],button[aria-label]';

/** What people wrote. */
const body = '[role=document],[id^="UniqueMessageBody"],[contenteditable="true"]';

const labelOf = (e: Element): string => lineOf(e.getAttribute('aria-label')) ?? '';

/** The words around a name in a label, "Opens card for ", "のカードを開く": the same for everybody, in any language. */
function aroundOf(e: Element): string[] {
  const [label, text] = [labelOf(e), lineOf(e.textContent) ?? ''];
  const at = label.indexOf(text);
  if (text === '' || at < 0 || text === label) return [];
  const [before, after] = [label.slice(0, at), label.slice(at + text.length)];
  // A part of a word is no name: where letters are written together, it begins and ends with the word.
  const joined = /[\p{sc=Latn}\p{sc=Cyrl}]{2}/u;
  return joined.test(before.slice(-1) + text[0]) || joined.test(text.slice(-1) + after.slice(0, 1))
    ? []
    : [`${before}\n${after}`];
}

/**
 * The buttons of `root` that open somebody's card. Each person has two of them, a face and a name, under one label that
 * is the name between words; a label that stands twice and shows its name tells which words. Empty where none does.
 */
export function cardButtons(root: ParentNode): { button: Element; name: string }[] {
  const buttons = visibleAll(root, button).filter((e) => !e.closest(body));
  const twice = buttons.filter((e) => buttons.some((other) => other !== e && labelOf(other) === labelOf(e)));
  const arounds = twice.flatMap(aroundOf);
  const times = (around: string) => arounds.filter((other) => other === around).length;
  const [around] = arounds.sort((a, b) => times(b) - times(a));
  if (around === undefined) return [];
  const [before = '', after = ''] = around.split('\n');
  return buttons.flatMap((e) => {
    const label = labelOf(e);
    const fits = label.startsWith(before) && label.endsWith(after);
    const name = fits ? lineOf(label.slice(before.length, label.length - after.length)) : null;
    return name === null ? [] : [{ button: e, name }];
  });
}

/** Reads the people that `found` are, within `root`; the words beside each are those up to the next one. */
export function readCards(root: Element, found: { button: Element; name: string }[]): Cards {
  const buttons = found.map((one) => one.button);
  const byName = new Map<string, string[]>();
  let current: string[] | null = null;
  let more = false;
  const last = buttons.at(-1);
  let lastDone = false;
  const walk = (node: Node): void => {
    if (node.nodeType === 3) {
      const text = lineOf(node.nodeValue);
      if (text === null || !current || (lastDone && current.length > 0)) return;
      current.push(text);
      // A number is that of others.
      if (/\p{Nd}/u.test(text)) more = true;
      return;
    }
    if (node.nodeType !== 1) return;
    const e = node as Element;
    const at = buttons.indexOf(e);
    const name = found[at]?.name;
    if (name !== undefined) {
      current = byName.get(name) ?? [];
      byName.set(name, current);
      if (e === last) lastDone = true;
    } else if (visible(e)) {
      // A button among them opens those who are not drawn.
      if (e.matches('button,[role=button]')) {
        if (current && !lastDone) more = true;
      } else e.childNodes.forEach(walk);
    }
  };
  walk(root);
  const cards = [...byName].map(([name, words]): Card => {
    const address = addressOf(name);
    return {
      name: address ? null : name,
      address,
      words: words
        .filter((text) => text.length <= 30)
        .slice(0, 2)
        .join(', '),
    };
  });
  return { cards, more: more || found.some(({ name }) => !byName.has(name)) };
}
