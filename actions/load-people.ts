import { lookupKeys, type MatchContext, matchOf, type Seen } from '../people/match.ts';
import { fold } from '../people/name.ts';
import type { PinyinTable } from '../people/pinyin-table.ts';
import { seriesOf } from '../people/series.ts';
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
  candidatesFor: (participant: KeptParticipant, occasion: Occasion) => readonly Person[];
  /** The participant as matching needs it, with what tells who a bare name is. */
  seenIn: (participant: KeptParticipant, occasion: Occasion) => Seen;
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

/** So many occasions at most that begin at the same moment are looked through. */
const mostAtOnce = 20;

/**
 * Occasion id → folded name → address keys, for the bare names of each occasion: what the same event, kept from another
 * place (a mail's invitation, an imported calendar, an earlier page), gives them. The same event has the same title and
 * begins at the same moment.
 */
async function elsewhereIn(reading: Reading, occasions: readonly Occasion[]) {
  const all = new Map<string, Map<string, string[]>>();
  for (const { id, site, ref, title, startAt, participants } of occasions) {
    if (title === null || startAt === null || participants.every((one) => one.key !== null)) continue;
    const names = new Map<string, string[]>();
    for (const other of await reading.by('occasions', 'startAt', startAt, mostAtOnce)) {
      const itself = other.id === id || (other.site === site && other.ref === ref);
      if (itself || fold(other.title ?? '') !== fold(title)) continue;
      for (const { key, name } of other.participants)
        if (key !== null && name !== null) names.set(fold(name), [...(names.get(fold(name)) ?? []), key]);
    }
    all.set(id, names);
  }
  return all;
}

async function whoIsHere(reading: Reading, occasions: readonly Occasion[], pinyin: PinyinTable | null) {
  const others = occasions.flatMap(({ participants }) => participants.filter((one) => !one.self));
  const elsewhere = await elsewhereIn(reading, occasions);
  const keys = others.flatMap((one) => one.key ?? []);
  const keysElsewhere = [...elsewhere.values()].flatMap((names) => [...names.values()].flat());
  const [byKey, sightings, byId] = await Promise.all([
    peopleIn(reading, [...keys, ...keysElsewhere]),
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
  const series = new Map(occasions.map((occasion) => [occasion.id, seriesOf(occasion)]));
  const seenIn = (participant: KeptParticipant, { id }: Occasion): Seen =>
    participant.key !== null
      ? seenOf(participant)
      : {
          ...seenOf(participant),
          elsewhere: elsewhere.get(id)?.get(fold(participant.name ?? '')) ?? [],
          series: series.get(id) ?? [],
        };
  const candidatesFor = (participant: KeptParticipant, occasion: Occasion): Person[] => {
    const holders = participant.key === null ? [] : (byKey.get(participant.key) ?? []);
    const meant = said.get(participant.personId ?? '');
    if (holders.length > 0 || meant !== undefined) return meant === undefined ? holders : [...holders, meant];
    const byEvent = (seenIn(participant, occasion).elsewhere ?? []).flatMap((key) => byKey.get(key) ?? []);
    return eachOnce([...byEvent, ...lookupKeys(seenOf(participant), match).flatMap((key) => named.get(key) ?? [])]);
  };
  // Whom the user said a bare name of this series to be is here for certain.
  const bySeries = occasions.flatMap((occasion) =>
    occasion.participants.flatMap((one) => {
      if (one.self || one.key !== null) return [];
      const found = matchOf(seenIn(one, occasion), candidatesFor(one, occasion), match);
      return found.match === 'known' ? found.person : [];
    }),
  );
  const present = eachOnce([...keys.flatMap((key) => byKey.get(key) ?? []), ...said.values(), ...bySeries]);
  return { match, present, candidatesFor, seenIn };
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
    ['people', 'occasions', 'sightings', 'contacts', 'cooperations', 'settings', 'meanings'],
    async (reading): Promise<LoadedPeople> => {
      const [settings, { match, present, candidatesFor, seenIn }] = await Promise.all([
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
      return { settings, present, candidatesFor, seenIn, contacts, cooperations, meanings, match };
    },
  );
}
