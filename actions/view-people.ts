import { standingOf } from '../people/standing.ts';
import { tieOf } from '../people/tie.ts';
import type { Person } from '../records/person.ts';
import type { PersonName, PersonRow } from '../records/planner.ts';
import { allContacts } from '../storage/contacts.ts';
import type { Store } from '../storage/store.ts';
import { groupBy } from './group-by.ts';

/** A person as lists and pickers name one. */
export const personName = ({ id, name, organisation }: Pick<Person, 'id' | 'name' | 'organisation'>): PersonName => ({
  id,
  name,
  organisation,
});

/** How texts are looked for: accents and width dropped, lower case. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFKC')
    .toLowerCase();

/** All that a person is found by, folded; what is confidential too, for the user alone looks here. */
const haystackOf = (person: Person): string =>
  folded(
    [
      person.name,
      ...person.otherNames,
      ...person.nameKeys,
      ...person.addresses.map((address) => address.written),
      person.organisation ?? '',
      person.title ?? '',
      ...person.phones,
      ...person.tags,
      ...person.topics,
      ...person.needs.map((want) => want.text),
      ...person.offers.map((want) => want.text),
      ...person.notes.map((note) => note.text),
    ].join('\n'),
  );

/** All kept people with standing and tie, in no order. `now` in epoch ms. */
export async function viewPeople(store: Store, now: number): Promise<PersonRow[]> {
  return store.transaction('r', store.people, store.cooperations, store.contacts, async () => {
    const [people, cooperations, contacts] = await Promise.all([
      store.people.toArray(),
      store.cooperations.toArray(),
      allContacts(store),
    ]);
    const contactsOf = groupBy(contacts, (contact) => contact.key);
    const cooperationsOf = groupBy(cooperations, (one) => one.personId);
    return people.map((person) => {
      const standing = standingOf(person, cooperationsOf.get(person.id) ?? [], now);
      const tie = tieOf(
        person.keys.flatMap((key) => contactsOf.get(key) ?? []),
        now,
      );
      return {
        ...personName(person),
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
    });
  });
}

/** Everybody's name, for pickers and for `@name` in one line, with pinyin and other names to find them by. */
export async function viewNames(store: Store): Promise<PersonName[]> {
  const people = await store.people.toArray();
  return people
    .map((person) => ({ ...personName(person), find: folded([...person.otherNames, ...person.nameKeys].join('\n')) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
}

/** The names of these people, by id; somebody deleted is left out. */
export async function namesById(store: Store, ids: readonly string[]): Promise<Map<string, PersonName>> {
  const people = await store.people.bulkGet([...new Set(ids)]);
  return new Map(people.flatMap((person) => (person === undefined ? [] : [[person.id, personName(person)]])));
}
