import { takersOf } from '../prompts/takers.ts';
import type { TipTaker } from '../records/planner.ts';
import { contactsByKey } from '../storage/contacts.ts';
import { readSettings } from '../storage/settings.ts';
import type { Store } from '../storage/store.ts';
import { personName } from './names-of.ts';

/** Of more people than this the history is not read: they are too far down. */
const looked = 40;

/** At most so many are named: the tip is for one of them. */
const most = 6;

/** To whom a tip is worth most, of everybody kept, with the reasons. Nobody for a confidential, ended or unknown one. */
export async function tipTakers(store: Store, tipId: string, now: number): Promise<TipTaker[]> {
  const tables = [
    store.tips,
    store.people,
    store.shares,
    store.cooperations,
    store.meanings,
    store.contacts,
    store.settings,
  ];
  return store.transaction('r', tables, async () => {
    const tip = await store.tips.get(tipId);
    if (tip === undefined) return [];
    const [people, shares, cooperations, rows, settings] = await Promise.all([
      store.people.toArray(),
      store.shares.toArray(),
      store.cooperations.toArray(),
      store.meanings.toArray(),
      readSettings(store, now),
    ]);
    const knowledge = {
      me: settings.me,
      people,
      contacts: new Map(),
      cooperations,
      tips: [tip],
      shares,
      introductions: [],
      matters: [],
      decisions: [],
      reviewed: new Set<string>(),
      saidPeople: new Set<string>(),
      meanings: new Map(rows.map(({ key, vector }) => [key, vector])),
    };
    const byId = new Map(people.map((person) => [person.id, person]));
    const rough = takersOf(tip, knowledge, now)
      .slice(0, looked)
      .flatMap(({ personId }) => byId.get(personId) ?? []);
    const byKey = await contactsByKey(
      store,
      rough.flatMap((person) => person.keys),
    );
    const contacts = new Map(
      rough.map((person) => [person.id, person.keys.flatMap((key) => byKey.get(key) ?? [])] as const),
    );
    // Notes of others may speak against somebody: all people stay in view.
    const wanted = new Set(rough.map(({ id }) => id));
    return takersOf(tip, { ...knowledge, contacts }, now)
      .filter(({ personId }) => wanted.has(personId))
      .slice(0, most)
      .flatMap(({ personId, because }) => {
        const person = byId.get(personId);
        return person === undefined ? [] : [{ person: personName(person), because }];
      });
  });
}

/** Topics of other tips and of people that belong to this text: those whose words stand in it, at most five. */
export async function topicsFor(store: Store, text: string): Promise<string[]> {
  const plain = text.normalize('NFKC').toLowerCase();
  if (plain.trim() === '') return [];
  const [tips, people] = await store.transaction('r', [store.tips, store.people], () =>
    Promise.all([store.tips.toArray(), store.people.toArray()]),
  );
  const counted = new Map<string, number>();
  for (const topic of [...tips.flatMap((tip) => tip.topics), ...people.flatMap((person) => person.topics)])
    counted.set(topic, (counted.get(topic) ?? 0) + 1);
  return [...counted]
    .filter(([topic]) => saysTopic(plain, topic))
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, 5)
    .map(([topic]) => topic);
}

/** Whether every word of the topic stands in the text, as a whole word where it is written with spaces. */
function saysTopic(plain: string, topic: string): boolean {
  const words = topic
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return (
    words.length > 0 &&
    words.every((word) => {
      if (/\p{Script=Han}/u.test(word)) return word.length > 1 && plain.includes(word);
      const at = plain.indexOf(word);
      return (
        at >= 0 && !/[\p{L}\p{N}]/u.test(plain[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(plain[at + word.length] ?? ' ')
      );
    })
  );
}
