import type { Role } from '../records/occasion.ts';
import { addressOf } from './address.ts';
import { type Thing, textOf } from './generic-thing.ts';
import { mailboxesIn } from './mailbox-text.ts';
import type { Roll } from './roll.ts';
import { lineOf } from './text.ts';
import { visible } from './visible.ts';

/** Where nobody of the occasion is: ways about the site, what is being written, what is quoted. */
const elsewhere =
  'nav,footer,[role=navigation],[role=contentinfo],[role=search],[role=complementary],aside,form,[contenteditable]:not([contenteditable=false]),[role=textbox],blockquote,pre,[aria-hidden=true]';

const letters = (text: string): string => text.normalize('NFKD').toLowerCase();

/**
 * Whether a text beside an address is the name of who has it: a word of it must stand in the address, or a part of the
 * address in it. "Write to us" is no name, and nothing tells so but that.
 */
function isNameOf(text: string, address: string): boolean {
  const local = letters(address.slice(0, address.lastIndexOf('@')));
  const words = letters(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length > 6) return false;
  const parts = local.split(/[^\p{L}]+/u).filter((part) => part.length > 2);
  return words.some((word) => (word.length > 2 && local.includes(word)) || parts.includes(word));
}

const nameBeside = (text: string | null, address: string): string | null =>
  text !== null && addressOf(text) === null && isNameOf(text, address) ? text : null;

/** The addresses of a `mailto:` link. */
function linked(href: string): string[] {
  try {
    const [to = ''] = href.replace(/^mailto:/i, '').split('?');
    return to.split(',').flatMap((one) => addressOf(decodeURIComponent(one)) ?? []);
  } catch {
    return [];
  }
}

/** Attributes whose whole value may be a mailbox; never one that a person writes prose into. */
const holders = ['email', 'data-email', 'data-address', 'data-hovercard-id', 'title', 'aria-label'];

/** Where in a page somebody may be. */
export const candidates = ['a[href^="mailto:" i]', ...holders.map((name) => `[${name}*="@"]`)].join();

/** The people of links and of attributes that hold a mailbox and nothing else, as far as they are on the screen. */
export function addLinkedPeople(root: Element, roll: Roll): void {
  for (const element of root.querySelectorAll(candidates)) {
    if (element.closest(elsewhere) || !visible(element)) continue;
    const add = (address: string, name: string | null) => roll.add({ name, address, role: 'attendee' });
    const text = lineOf(element.textContent);
    const addresses = element.matches('a') ? linked(element.getAttribute('href') ?? '') : [];
    const only = addresses[0];
    if (only !== undefined && addresses.length === 1) add(only, nameBeside(text, only));
    else for (const address of addresses) add(address, null);
    for (const holder of holders) {
      const value = element.getAttribute(holder) ?? '';
      if (!value.includes('@') || value.length > 400) continue;
      const bare = addressOf(value);
      const { people, rest } = bare === null ? mailboxesIn(value) : { people: [], rest: [] };
      const [one] = people;
      if (bare !== null) add(bare, nameBeside(lineOf(element.getAttribute('data-name')) ?? text, bare));
      else if (one !== undefined && people.length === 1 && rest.length === 0 && value.includes('<'))
        add(one.address, one.name);
    }
  }
}

const isOrganisation = (thing: Thing): boolean =>
  thing.types.some((type) => /Organization$|^Corporation$|Group$/.test(type));

/** Who is meant by a value of a described thing, if it is somebody. */
function somebody(value: string | Thing): { name: string | null; address: string | null } | null {
  if (typeof value === 'string') {
    const [one] = mailboxesIn(value).people;
    if (one !== undefined) return one;
    return /[@:/]/.test(value) ? null : { name: value, address: null };
  }
  const address = addressOf(
    textOf(value, 'email')
      ?.replace(/^mailto:/i, '')
      .split('?')[0],
  );
  const name = textOf(value, 'name');
  if (isOrganisation(value) && address === null) return null;
  return name === null && address === null ? null : { name, address };
}

/** Adds whom a described thing names by these properties. */
export function addNamed(thing: Thing, properties: readonly string[], role: Role, roll: Roll): void {
  for (const property of properties)
    for (const value of thing.says.get(property) ?? []) {
      const who = somebody(value);
      if (who !== null) roll.add({ ...who, role });
    }
}

/** Adds the person that a thing is. Without an address only where it is on the screen: a page names its authors too. */
export function addPerson(thing: Thing, seen: boolean, roll: Roll): void {
  if (!thing.types.includes('Person')) return;
  const who = somebody(thing);
  if (who !== null && (seen || who.address !== null)) roll.add({ ...who, role: 'attendee' });
}
