import { addressOf, sameAddress } from './address.ts';
import { lineOf } from './text.ts';

/** A person as one part of a page shows them. Both null: nobody. */
export type Person = { name: string | null; address: string | null };

/** The address in a text that is an address, or ends in one in angle brackets, of any width: the last one counts. */
export function addressIn(text: string | null | undefined): string | null {
  const line = lineOf(text) ?? '';
  const inside = /[<＜]([^<>＜＞]*)[>＞]$/.exec(line);
  return addressOf(inside ? inside[1] : line);
}

/**
 * The person whom several parts of a page show: `names` and `addresses` are what they say, from the surest to the last.
 * A name may be written as `Name <address>`, but where a site writes addresses `apart` from names, an address in the place of a name is
 * none. False where two parts give different addresses, or where only such a name does: nobody is guessed.
 */
export function personFrom(
  names: (string | null | undefined)[],
  addresses: (string | null | undefined)[],
  apart = false,
): Person | false {
  const given = addresses.map(addressIn).filter((address) => address !== null);
  const [first = null] = given;
  if (!given.every((address) => sameAddress(address, first))) return false;
  let address = first;
  for (const text of names) {
    const line = lineOf(text);
    if (line === null) continue;
    const own = addressIn(line);
    if (own !== null && address === null && apart) return false;
    address ??= own;
    // Only the address itself is no name; another one is kept, as a forged name that the user should see.
    const name = own !== null && sameAddress(own, address) ? lineOf(withoutAddress(line)) : line;
    if (name !== null) return { name: unquoted(name), address };
  }
  return { name: null, address };
}

const withoutAddress = (line: string): string => line.replace(/(?:[<＜][^<>＜＞]*[>＞]|^[^\s<>]+@[^\s<>]+)$/, '');

const unquoted = (name: string): string => /^"(.+)"$/.exec(name)?.[1] ?? name;
