import { addressKey } from '../people/address-key.ts';
import { mailboxKind } from '../people/mailbox-kind.ts';
import { newBase } from '../records/base.ts';
import type { KeptParticipant, Occasion, ReadOccasion } from '../records/occasion.ts';
import { isKept, type Settings } from '../records/settings.ts';
import type { Sighting } from '../records/sighting.ts';
import { checkRow } from '../storage/check-row.ts';
import { writeContacts } from '../storage/contacts.ts';
import { occasionAt } from '../storage/occasions.ts';
import { peopleByKeys } from '../storage/people.ts';
import { readSettings } from '../storage/settings.ts';
import { writeShown } from '../storage/shown.ts';
import { sightingsByKeys } from '../storage/sightings.ts';
import type { Store } from '../storage/store.ts';
import { storeProblem } from '../storage/store-problem.ts';
import { occasionOf } from './occasion-of.ts';
import { localDay } from './wall-clock.ts';

/** A page that says the same again within this time (ms) is not written again. */
const sameAgain = 60_000;

/** So many own addresses at most are learnt by themselves. */
const mostOwn = 20;

/**
 * Keeps what was read, without the user typing anything: the occasion (the same one again is brought up to date, under
 * `id` when it is new), its contacts, and a sighting for each address that is nobody kept, and the keys of the prompts `shown`. Learns the user's own address.
 * Gives back whether it is kept: no, where the settings say so, nor what waits for the user to say that it is right. One transaction. Throws `Problem`s.
 */
export async function keepSeen(
  store: Store,
  read: ReadOccasion,
  id: string,
  { now, zone, shown = [] }: { now: number; zone: string; shown?: readonly string[] },
): Promise<boolean> {
  const tables = [store.occasions, store.contacts, store.sightings, store.people, store.settings, store.shown];
  try {
    return await store.transaction('rw', tables, async () => {
      if (read.unconfirmed && (await occasionAt(store, read.site, read.ref)) === null) return false;
      const settings = await learnOwn(store, await readSettings(store, now), read.own, now);
      if (!isKept(settings, read.site)) return false;
      await writeShown(store, shown, now, (at) => localDay(at, zone));
      const mine = new Set(settings.me.addresses.map(({ key }) => key));
      const before = await occasionAt(store, read.site, read.ref);
      const occasion = occasionOf(read, before, { mine, zone, now });
      if (before !== null && now - before.lastSeenAt < sameAgain && isSame(before, occasion)) return true;
      const kept = checkRow('occasions', before === null ? { ...occasion, id } : occasion);
      await store.occasions.put(kept);
      await writeContacts(store, kept);
      await store.sightings.bulkPut(await sightingsOf(store, kept, { now, zone }));
      return true;
    });
  } catch (error) {
    throw storeProblem(error);
  }
}

function isSame(before: Occasion, after: Occasion): boolean {
  const told = ({ updatedAt: _, lastSeenAt: __, ...rest }: Occasion) => JSON.stringify(rest);
  return told(before) === told({ ...before, ...after });
}

async function learnOwn(store: Store, settings: Settings, own: string | null, now: number): Promise<Settings> {
  const key = own === null ? null : addressKey(own);
  const { addresses } = settings.me;
  if (own === null || key === null || addresses.length >= mostOwn || addresses.some((one) => one.key === key))
    return settings;
  // Somebody kept as a person is not the user, whatever a page says.
  if ((await peopleByKeys(store, [key])).get(key)?.length) return settings;
  const learnt = {
    ...settings,
    updatedAt: now,
    me: { ...settings.me, addresses: [...addresses, { key, written: own }] },
  };
  await store.settings.put(checkRow('settings', learnt));
  return learnt;
}

/** The sightings that an occasion stands for: of each address in it that is nobody kept, with what was known of it before. */
export async function sightingsOf(
  store: Store,
  occasion: Occasion,
  { now, zone }: { now: number; zone: string },
): Promise<Sighting[]> {
  const [people, before] = await Promise.all([
    peopleByKeys(store, occasion.keys),
    sightingsByKeys(store, occasion.keys),
  ]);
  const seen = new Map<string, KeptParticipant>();
  for (const one of occasion.participants)
    if (one.key !== null && !one.self && people.get(one.key)?.length === 0)
      seen.set(one.key, { ...one, name: one.name ?? seen.get(one.key)?.name ?? null });
  return [...seen].map(([key, one]): Sighting => {
    const sighting = before.get(key);
    const written = one.written ?? key;
    const name = one.name ?? sighting?.name ?? null;
    const anotherDay = sighting !== undefined && localDay(sighting.lastSeenAt, zone) !== localDay(now, zone);
    return checkRow('sightings', {
      ...(sighting ?? { ...newBase(now), saidPerson: false, importId: null }),
      updatedAt: now,
      key,
      written,
      name,
      kind: mailboxKind({ written, name, marked: one.marked ?? null }),
      lastSeenAt: now,
      days: (sighting?.days ?? 1) + (anotherDay ? 1 : 0),
    });
  });
}
