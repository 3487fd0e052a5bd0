import { standingOf } from '../people/standing.ts';
import { tieOf } from '../people/tie.ts';
import type { Person } from '../records/person.ts';
import type { PersonName, PersonRow } from '../records/planner.ts';
import { allContacts } from '../storage/contacts.ts';
import type { ContactRow } from '../storage/schema.ts';
import type { Store } from '../storage/store.ts';
import { grouped } from './grouped.ts';

const byName = (a: PersonName, b: PersonName): number => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
const collator = new Intl.Collator();

/** Everything the user wrote about a person, accents, width and case dropped, so that it is found however it is typed. */
function haystackOf(person: Person): string {
  return [
    person.name,
    ...person.otherNames,
    ...person.nameKeys,
    ...person.addresses.map((address) => address.written),
    person.organisation ?? '',
    person.title ?? '',
    ...person.tags,
    ...person.topics,
    ...person.needs.map((need) => need.text),
    ...person.offers.map((offer) => offer.text),
    ...person.notes.map((note) => note.text),
  ]
    .join('\n')
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFKC')
    .toLowerCase();
}

/** Everybody kept, one light row each, by name; with all that a person is found by. `now` in epoch ms. */
export async function listPeople(store: Store, now: number): Promise<PersonRow[]> {
  return store.transaction('r', [store.people, store.cooperations, store.contacts], async () => {
    const [people, cooperations, contacts] = await Promise.all([
      store.people.toArray(),
      store.cooperations.toArray(),
      allContacts(store),
    ]);
    const cooperationsOf = grouped(cooperations, (one) => one.personId);
    const contactsOf = grouped(contacts, (one) => one.key);
    return people
      .map((person): PersonRow => {
        const standing = standingOf(person, cooperationsOf.get(person.id) ?? [], now);
        const tie = tieOf(
          person.keys.flatMap((key): readonly ContactRow[] => contactsOf.get(key) ?? []),
          now,
        );
        return {
          id: person.id,
          name: person.name,
          organisation: person.organisation,
          title: person.title,
          address: person.addresses[0]?.written ?? null,
          standing: standing.word,
          potential: standing.potential,
          tie: tie.word,
          lastAt: tie.lastAt,
          needs: person.needs.length,
          offers: person.offers.length,
          haystack: haystackOf(person),
        };
      })
      .sort(byName);
  });
}

/** Everybody kept by name alone, for pickers; `find` holds other names, pinyin and initials. */
export async function listNames(store: Store): Promise<PersonName[]> {
  const people = await store.people.toArray();
  return people
    .map(({ id, name, organisation, otherNames, nameKeys, addresses }) => ({
      id,
      name,
      organisation,
      address: addresses[0]?.written ?? null,
      find: [...otherNames, ...nameKeys].join(' ').toLowerCase(),
    }))
    .sort(byName);
}
