import type { Cooperation } from '../records/cooperation.ts';
import type { Occasion } from '../records/occasion.ts';
import type { Person } from '../records/person.ts';
import { newSettings, type Settings } from '../records/settings.ts';
import type { Sighting } from '../records/sighting.ts';
import type { Reading } from './reader.ts';
import { type ContactRow, contactOf, type ShownRow } from './schema.ts';

/** The settings; those of a fresh installation where none were written yet. `now` in epoch ms. */
export const settingsIn = async (reading: Reading, now: number): Promise<Settings> =>
  (await reading.get('settings', 'settings')) ?? newSettings(now);

/** The kept occasion that a site knows by this `ref`, or null. */
export const occasionIn = async (reading: Reading, site: string, ref: string): Promise<Occasion | null> =>
  (await reading.by('occasions', '[site+ref]', [site, ref], 1))[0] ?? null;

/** Each of the keys once, with what is found for it. */
async function each<T>(keys: readonly string[], find: (key: string) => Promise<T>): Promise<Map<string, T>> {
  const unique = [...new Set(keys)];
  const found = await Promise.all(unique.map(find));
  return new Map(found.map((one, i) => [unique[i] ?? '', one]));
}

/** Address key → the people who have it. */
export const peopleIn = (reading: Reading, keys: readonly string[]): Promise<Map<string, Person[]>> =>
  each(keys, (key) => reading.by('people', 'keys', key));

/** Those found by any of these name keys, each once, at most 20 a key: a name that half a store shares tells nothing. */
export async function namesakesIn(reading: Reading, nameKeys: readonly string[]): Promise<Person[]> {
  const found = await each(nameKeys, (key) => reading.by('people', 'nameKeys', key, 20));
  return [...new Map([...found.values()].flat().map((person) => [person.id, person])).values()];
}

/** Address key → its sighting, null where there is none. */
export const sightingsIn = (reading: Reading, keys: readonly string[]): Promise<Map<string, Sighting | null>> =>
  each(keys, async (key) => (await reading.by('sightings', 'key', key))[0] ?? null);

/** Address key → its contacts, oldest first. Only keys are read. */
export const contactsIn = (reading: Reading, keys: readonly string[]): Promise<Map<string, ContactRow[]>> =>
  each(keys, async (key) => (await reading.keys('contacts', IDBKeyRange.bound([key], [key, []]))).map(contactOf));

/** The contacts with anybody at this domain from one time to another (epoch ms), at most `limit`. Only keys are read. */
export const contactsAt = async (
  reading: Reading,
  domain: string,
  [from, to]: readonly [number, number],
  limit: number,
): Promise<ContactRow[]> =>
  (await reading.keysBy('contacts', '[domain+at]', IDBKeyRange.bound([domain, from], [domain, to]), limit)).map(
    contactOf,
  );

/** Prompts that were shown since `from` (epoch ms). */
export const shownIn = (reading: Reading, from: number): Promise<ShownRow[]> =>
  reading.by('shown', 'lastAt', IDBKeyRange.lowerBound(from));

/** The cooperations with these people. */
export async function cooperationsIn(reading: Reading, personIds: readonly string[]): Promise<Cooperation[]> {
  return [...(await each(personIds, (id) => reading.by('cooperations', 'personId', id))).values()].flat();
}

/** Everybody who has a need or an offer. The closed bound matters: Chromium steps through every key equal to an open one. */
export async function wantingIn(reading: Reading): Promise<Person[]> {
  const some = IDBKeyRange.lowerBound(1);
  const [needing, offering] = await Promise.all([
    reading.by('people', 'needs.length', some),
    reading.by('people', 'offers.length', some),
  ]);
  return [...new Map([...needing, ...offering].map((person) => [person.id, person])).values()];
}

/** Text → meaning vector, for those of these texts that have one. */
export async function meaningsIn(reading: Reading, texts: Iterable<string>): Promise<Map<string, Int8Array>> {
  const rows = await reading.many('meanings', [...new Set(texts)]);
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.key, row.vector] as const])));
}
