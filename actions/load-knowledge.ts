import { lookupKeys, type MatchContext, type Seen } from '../people/match.ts';
import type { PinyinTable } from '../people/pinyin-table.ts';
import type { Knowledge } from '../prompts/knowledge.ts';
import { textsOfCooperation, textsOfMatter, textsOfMe, textsOfPerson, textsOfTip } from '../prompts/texts.ts';
import type { KeptParticipant, Occasion } from '../records/occasion.ts';
import type { Person } from '../records/person.ts';
import type { Settings } from '../records/settings.ts';
import { contactsByKey } from '../storage/contacts.ts';
import { peopleByKeys, peopleByNameKeys, peopleWithWants } from '../storage/people.ts';
import type { ContactRow } from '../storage/schema.ts';
import { readSettings } from '../storage/settings.ts';
import { sightingsByKeys } from '../storage/sightings.ts';
import type { Store } from '../storage/store.ts';

/** What was read from the store for the occasions at hand. */
export interface Loaded {
  settings: Settings;
  /** All but `contacts`, which depend on the occasion in view. */
  knowledge: Omit<Knowledge, 'contacts'>;
  /** Person id → contacts, for everybody of the occasions who is kept. */
  contacts: ReadonlyMap<string, readonly ContactRow[]>;
  /** People who may be this participant: by address, by name, or as the user said. */
  candidatesFor: (participant: KeptParticipant) => readonly Person[];
  match: MatchContext;
}

/** A participant as matching needs it. */
export const seenOf = (participant: KeptParticipant): Seen => ({
  name: participant.name,
  address: participant.written,
  marked: participant.marked ?? null,
});

/** The people of the occasions, read first: the panel can be filled from this alone. */
async function loadPeople(store: Store, occasions: readonly Occasion[], pinyin: PinyinTable | null) {
  const others = occasions.flatMap(({ participants }) => participants.filter((one) => !one.self));
  const keys = others.flatMap((one) => one.key ?? []);
  const [byKey, sightings, byId] = await Promise.all([
    peopleByKeys(store, keys),
    sightingsByKeys(store, keys),
    store.people.bulkGet([...new Set(others.flatMap((one) => one.personId ?? []))]),
  ]);
  const saidPeople = new Set([...sightings.values()].flatMap((one) => (one.saidPerson ? one.key : [])));
  const match: MatchContext = { pinyin, saidPeople };
  const unknown = others.filter((one) => one.key === null || !byKey.get(one.key)?.length);
  const byName = await peopleByNameKeys(
    store,
    unknown.flatMap((one) => lookupKeys(seenOf(one), match)),
  );
  const said = new Map(byId.flatMap((person) => (person === undefined ? [] : [[person.id, person]])));
  const named = new Map<string, Person[]>();
  for (const person of byName) for (const key of person.nameKeys) named.set(key, [...(named.get(key) ?? []), person]);
  const candidatesFor = (participant: KeptParticipant): Person[] => {
    const holders = participant.key === null ? [] : (byKey.get(participant.key) ?? []);
    const meant = said.get(participant.personId ?? '');
    if (holders.length > 0 || meant !== undefined) return meant === undefined ? holders : [...holders, meant];
    return unique(lookupKeys(seenOf(participant), match).flatMap((key) => named.get(key) ?? []));
  };
  return { match, present: unique([...[...byKey.values()].flat(), ...said.values()]), candidatesFor };
}

const unique = (people: readonly Person[]): Person[] => [...new Map(people.map((one) => [one.id, one])).values()];

/** Person id → contacts under any of the person's addresses. */
async function loadContacts(store: Store, people: readonly Person[]): Promise<Map<string, ContactRow[]>> {
  const byKey = await contactsByKey(
    store,
    people.flatMap((person) => person.keys),
  );
  return new Map(
    people.flatMap((person) => {
      const contacts = person.keys.flatMap((key) => byKey.get(key) ?? []);
      return contacts.length === 0 ? [] : [[person.id, contacts]];
    }),
  );
}

/** The vectors of every text that needs, offers and tips meet by. */
async function loadMeanings(store: Store, knowledge: Omit<Knowledge, 'contacts' | 'meanings'>) {
  const texts = new Set([
    ...textsOfMe(knowledge.me),
    ...knowledge.people.flatMap(textsOfPerson),
    ...knowledge.tips.flatMap(textsOfTip),
    ...knowledge.matters.flatMap(textsOfMatter),
    ...knowledge.cooperations.flatMap(textsOfCooperation),
  ]);
  const keys = [...texts];
  const rows = await store.meanings.bulkGet(keys);
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.key, row.vector] as const])));
}

/**
 * Reads, in one transaction, everything that prompts for these occasions may need: their people, known and possible, all
 * who have a need or an offer, and what the user wrote down. `now` in epoch ms.
 */
export function loadKnowledge(
  store: Store,
  occasions: readonly Occasion[],
  { pinyin, now }: { pinyin: PinyinTable | null; now: number },
): Promise<Loaded> {
  const tables = [
    store.people,
    store.sightings,
    store.tips,
    store.shares,
    store.introductions,
    store.matters,
    store.cooperations,
    store.decisions,
    store.settings,
    store.meanings,
    store.contacts,
  ];
  return store.transaction('r', tables, async () => {
    const [
      settings,
      { match, present, candidatesFor },
      wanting,
      tips,
      shares,
      introductions,
      matters,
      cooperations,
      decisions,
    ] = await Promise.all([
      readSettings(store, now),
      loadPeople(store, occasions, pinyin),
      peopleWithWants(store),
      store.tips.toArray(),
      store.shares.toArray(),
      store.introductions.toArray(),
      store.matters.where('state').equals('open').toArray(),
      store.cooperations.toArray(),
      store.decisions.toArray(),
    ]);
    const known = new Set([...present, ...wanting].map((person) => person.id));
    const named = [
      ...introductions.flatMap((one) => [one.aId, one.bId]),
      ...matters.flatMap((one) => [one.owner, ...one.steps.flatMap((step) => step.who ?? [])]),
    ].filter((id) => id !== 'me' && !known.has(id));
    const [others, contacts] = await Promise.all([
      store.people.bulkGet([...new Set(named)]),
      loadContacts(store, present),
    ]);
    const knowledge = {
      me: settings.me,
      people: unique([...present, ...wanting, ...others.filter((one) => one !== undefined)]),
      cooperations,
      tips,
      shares,
      introductions,
      matters,
      decisions,
      saidPeople: match.saidPeople,
    };
    const meanings = await loadMeanings(store, knowledge);
    return { settings, knowledge: { ...knowledge, meanings }, contacts, candidatesFor, match };
  });
}
