import type { Participant } from '../records/occasion.ts';
import { sameAddress } from './address.ts';

/** People of one occasion, each once: the first role met holds, but a sender beats a recipient. */
export type Roll = {
  /** `words`: what the page says about this person, for `Wording`. */
  add(found: Pick<Participant, 'name' | 'address' | 'role'> & Partial<Participant>, words?: string): void;
  people(): Participant[];
  /** The words about each of `people()`, in their order. */
  words(): string[];
};

/**
 * An empty roll. `own` is the user's own addr-spec: that participant is marked `self`, and a name that is only the
 * site's word for "me" is dropped, from it and from other addresses shown under the same word.
 */
export function newRoll(own: string | null): Roll {
  const byKey = new Map<string, Participant>();
  const wordsByKey = new Map<string, string>();
  return {
    add(found, words = '') {
      const name = found.name !== null && sameAddress(found.name, found.address) ? null : found.name;
      if (name === null && found.address === null) return;
      const key = found.address?.toLowerCase() ?? `name:${name}`;
      const known = byKey.get(key);
      if (known) {
        if (found.role === 'from' && known.role !== 'from') {
          known.role = 'from';
          known.name = name ?? known.name;
        }
        known.name ??= name;
        return;
      }
      wordsByKey.set(key, words);
      byKey.set(key, {
        answer: null,
        optional: false,
        marked: null,
        ...found,
        name,
        self: sameAddress(found.address, own),
      });
    },
    words: () => [...wordsByKey.values()],
    people() {
      const people = [...byKey.values()];
      const me = new Set(people.filter((p) => p.self).map((p) => p.name));
      return people.map((p) => (p.name !== null && me.has(p.name) && wordForMe(p.name) ? { ...p, name: null } : p));
    },
  };
}

/** A site's word for the user ("me", "我", "自分", "yo"): short and without a space, whatever the language. */
const wordForMe = (name: string): boolean => name.length <= 6 && !/\s/.test(name);
