import { addressOf, sameAddress } from './address.ts';
import { lineOf } from './text.ts';
import { shownText, soleText } from './visible.ts';

/** A person as one part of a page shows them. Both null: nobody. */
export type Person = { name: string | null; address: string | null };

/** The address in a text that is an address, or ends in one in angle brackets, of any width: the last one counts. */
export function addressIn(text: string | null | undefined): string | null {
  const line = lineOf(text) ?? '';
  const inside = /[<＜]([^<>＜＞]*)[>＞]$/.exec(line);
  return addressOf(inside ? inside[1] : line);
}

/** The address in a place where a site writes one: null where it is empty, false where it holds anything else. */
export function addressAt(place: Element): string | null | false {
  return addressIn(soleText(place)) ?? (lineOf(shownText(place)) === null ? null : false);
}

/**
 * The person whom several parts of a page show: `names` and `addresses` are what they say, from the surest to the last;
 * an address that is false was no address where one must be.
 * A name may be written as `Name <address>`, but where a site writes addresses `apart` from names, an address in the place of a name is
 * none, and where it `always` writes one, a name alone is nobody. False where two parts give different addresses, or
 * where that is not as it must be: nobody is guessed.
 */
export function personFrom(
  names: (string | null | undefined)[],
  addresses: (string | null | undefined | false)[],
  written: 'anywhere' | 'apart' | 'always' = 'anywhere',
): Person | false {
  if (addresses.includes(false)) return false;
  const given = addresses.map((text) => addressIn(text || null)).filter((address) => address !== null);
  const [first = null] = given;
  if (!given.every((address) => sameAddress(address, first))) return false;
  if (first === null && written === 'always' && names.some((name) => lineOf(name) !== null)) return false;
  let address = first;
  for (const text of names) {
    const line = lineOf(text);
    if (line === null) continue;
    const own = addressIn(line);
    if (own !== null && address === null && written !== 'anywhere') return false;
    address ??= own;
    // Only the address itself is no name; another one is kept, as a forged name that the user should see.
    const name = own !== null && sameAddress(own, address) ? lineOf(withoutAddress(line)) : line;
    if (name !== null && address === null && !canBeName(name)) return false;
    if (name !== null) return { name: unquoted(name), address };
  }
  return { name: null, address };
}

/** A text that stands for a person by itself: one with more figures than letters, or with a time of day, does not. */
function canBeName(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters > (text.match(/\p{Nd}/gu)?.length ?? 0) && !/\p{Nd}[:：]\p{Nd}{2}/u.test(text);
}

const withoutAddress = (line: string): string => line.replace(/(?:[<＜][^<>＜＞]*[>＞]|^[^\s<>]+@[^\s<>]+)$/, '');

const unquoted = (name: string): string => /^"(.+)"$/.exec(name)?.[1] ?? name;
