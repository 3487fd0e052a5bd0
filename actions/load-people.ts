import { lookupKeys, type MatchContext, type Seen } from '../people/match.ts';
import type { PinyinTable } from '../people/pinyin-table.ts';
import type { Cooperation } from '../records/cooperation.ts';
import type { KeptParticipant, Occasion } from '../records/occasion.ts';
import type { Person } from '../records/person.ts';
import type { Settings } from '../records/settings.ts';
import {
  contactsIn,
  cooperationsIn,
  meaningsIn,
  namesakesIn,
  peopleIn,
  settingsIn,
  sightingsIn,
} from '../storage/answer.ts';
import type { Reader, Reading } from '../storage/reader.ts';
import type { ContactRow } from '../storage/schema.ts';

/** What is known of the people of the occasions at hand: enough to say who is here and what they are to the user. */
export interface LoadedPeople {
  settings: Settings;
  /** Kept people who are here for certain. */
  present: readonly Person[];
  /** People who may be this participant: by address, by name, or as the user said. */
  candidatesFor: (participant: KeptParticipant) => readonly Person[];
  /** Person id → contacts, for everybody present. */
  contacts: ReadonlyMap<string, readonly ContactRow[]>;
  /** Those of everybody present. */
  cooperations: readonly Cooperation[];
  /** Meanings of what the user needs and those present offer. */
  meanings: ReadonlyMap<string, Int8Array>;
  match: MatchContext;
}

/** A participant as matching needs it. */
export const seenOf = (participant: KeptParticipant): Seen => ({
  name: participant.name,
  address: participant.written,
  marked: participant.marked ?? null,
});

/** Each person once, in the order in which they first come. */
export const eachOnce = (people: readonly Person[]): Person[] => [
  ...new Map(people.map((person) => [person.id, person])).values(),
];

async function whoIsHere(reading: Reading, occasions: readonly Occasion[], pinyin: PinyinTable | null) {
  const others = occasions.flatMap(({ participants }) => participants.filter((one) => !one.self));
  const keys = others.flatMap((one) => one.key ?? []);
  const [byKey, sightings, byId] = await Promise.all([
    peopleIn(reading, keys),
    sightingsIn(reading, keys),
    reading.many('people', [...new Set(others.flatMap((one) => one.personId ?? []))]),
  ]);
  const saidPeople = new Set([...sightings.values()].flatMap((one) => (one?.saidPerson ? one.key : [])));
  const match: MatchContext = { pinyin, saidPeople };
  const unknown = others.filter((one) => one.key === null || !byKey.get(one.key)?.length);
  const byName = await namesakesIn(
    reading,
    unknown.flatMap((one) => lookupKeys(seenOf(one), match)),
  );
  const said = new Map(byId.flatMap((person) => (person === undefined ? [] : [[person.id, person]])));
  const named = new Map<string, Person[]>();
  for (const person of byName) for (const key of person.nameKeys) named.set(key, [...(named.get(key) ?? []), person]);
  const candidatesFor = (participant: KeptParticipant): Person[] => {
    const holders = participant.key === null ? [] : (byKey.get(participant.key) ?? []);
    const meant = said.get(participant.personId ?? '');
    if (holders.length > 0 || meant !== undefined) return meant === undefined ? holders : [...holders, meant];
    return eachOnce(lookupKeys(seenOf(participant), match).flatMap((key) => named.get(key) ?? []));
  };
  return { match, present: eachOnce([...[...byKey.values()].flat(), ...said.values()]), candidatesFor };
}

/** Person id → contacts under any of the person's addresses. */
async function contactsOf(reading: Reading, people: readonly Person[]): Promise<Map<string, ContactRow[]>> {
  const byKey = await contactsIn(
    reading,
    people.flatMap((person) => person.keys),
  );
  return new Map(
    people.flatMap((person) => {
      const contacts = person.keys.flatMap((key) => byKey.get(key) ?? []);
      return contacts.length === 0 ? [] : [[person.id, contacts]];
    }),
  );
}

/** Reads, in one transaction, what is known of the people of these occasions. `now` in epoch ms. */
export function loadPeople(
  reader: Reader,
  occasions: readonly Occasion[],
  { pinyin, now }: { pinyin: PinyinTable | null; now: number },
): Promise<LoadedPeople> {
  return reader.read(
    ['people', 'sightings', 'contacts', 'cooperations', 'settings', 'meanings'],
    async (reading): Promise<LoadedPeople> => {
      const [settings, { match, present, candidatesFor }] = await Promise.all([
        settingsIn(reading, now),
        whoIsHere(reading, occasions, pinyin),
      ]);
      const { needs } = settings.me;
      const offers = needs.length === 0 ? [] : present.flatMap((person) => person.offers);
      const compared = offers.length === 0 ? [] : [...needs, ...offers].map((want) => want.text);
      const [contacts, cooperations, meanings] = await Promise.all([
        contactsOf(reading, present),
        cooperationsIn(
          reading,
          present.map(({ id }) => id),
        ),
        meaningsIn(reading, compared),
      ]);
      return { settings, present, candidatesFor, contacts, cooperations, meanings, match };
    },
  );
}
