import { standingOf } from '../people/standing.ts';
import type { Person } from '../records/person.ts';
import type { FindIndex, FindThing } from '../records/planner.ts';
import { allContacts } from '../storage/contacts.ts';
import type { Store } from '../storage/store.ts';
import { grouped } from './grouped.ts';
import { personName } from './names-of.ts';

/** A text as it is looked for: without accents, in NFKC and lower case. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFKC')
    .toLowerCase();

/** What a person is found by, each thing by itself, so that it can be said what fitted. */
function thingsOf(person: Person): FindThing[] {
  const things: [FindThing['is'], string][] = [
    ['name', [person.name, ...person.otherNames, ...person.nameKeys].join(' ')],
    ['address', person.addresses.map(({ written }) => written).join(' ')],
    ['work', [person.title, person.organisation].filter((part) => part !== null).join(' · ')],
    ['tag', [...person.tags, ...person.topics].join(', ')],
    ...person.needs.map(({ text }): [FindThing['is'], string] => ['need', text]),
    ...person.offers.map(({ text }): [FindThing['is'], string] => ['offer', text]),
    ...person.notes.map(({ text }): [FindThing['is'], string] => ['note', text]),
  ];
  return things.filter(([, text]) => text.trim() !== '').map(([is, text]) => ({ is, text, folded: foldText(text) }));
}

/** Everything that can be found, read once while the search is open: people by all that was written of them, tips, matters, introductions. */
export async function findIndex(store: Store, now: number): Promise<FindIndex> {
  const tables = [store.people, store.cooperations, store.contacts, store.tips, store.matters, store.introductions];
  return store.transaction('r', tables, async () => {
    const [people, cooperations, contacts, tips, matters, introductions] = await Promise.all([
      store.people.toArray(),
      store.cooperations.toArray(),
      allContacts(store),
      store.tips.toArray(),
      store.matters.toArray(),
      store.introductions.toArray(),
    ]);
    const cooperationsOf = grouped(cooperations, (one) => one.personId);
    const contactsOf = grouped(contacts, (one) => one.key);
    const names = new Map(people.map((person) => [person.id, person.name]));
    return {
      people: people.map((person) => {
        const { connection, friend, potential } = standingOf(person, cooperationsOf.get(person.id) ?? [], now);
        const times = person.keys.flatMap((key) => (contactsOf.get(key) ?? []).map(({ at }) => at));
        return {
          person: personName(person),
          connection,
          friend,
          potential,
          met: times.filter((at) => at <= now),
          things: thingsOf(person),
        };
      }),
      tips: tips.map(({ id, text, topics, source }) => ({
        id,
        text,
        folded: foldText([text, ...topics, source ?? ''].join('\n')),
      })),
      matters: matters.map(({ id, title, owner, steps }) => ({
        id,
        text: title,
        folded: foldText([title, names.get(owner) ?? '', ...steps.map((step) => step.title)].join('\n')),
      })),
      introductions: introductions.map(({ id, aId, bId, reason }) => {
        const text = `${names.get(aId) ?? ''} ↔ ${names.get(bId) ?? ''}`;
        return { id, text, folded: foldText(`${text}\n${reason}`) };
      }),
    };
  });
}
