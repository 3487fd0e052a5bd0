import { describe, expect, test } from 'vitest';
import { keepSeen } from '../../../actions/keep-seen.ts';
import { occasionOf } from '../../../actions/occasion-of.ts';
import type { ReadOccasion } from '../../../records/occasion.ts';
import { newPerson } from '../../../records/person.ts';
import { isKept, newSettings } from '../../../records/settings.ts';
import { allContacts, contactsByKey, contactsOf, deleteContacts, writeContacts } from '../../../storage/contacts.ts';
import { occasionAt, occasionsBetween, occasionsSeenSince } from '../../../storage/occasions.ts';
import { sightingsByKeys } from '../../../storage/sightings.ts';
import { freshStore, now } from '../storage/fresh-store.ts';
import { meeting, participant } from './readings.ts';

const day = 86_400_000;
const at = { now, zone: 'Asia/Shanghai' };

describe('what was seen', () => {
  test('is kept with its people, its time in epoch ms, its contacts and a sighting for each unknown address', async () => {
    const store = await freshStore();
    expect(await keepSeen(store, meeting(), 'o1', at)).toBe(true);
    const occasion = await store.occasions.get('o1');
    expect(occasion).toMatchObject({
      startAt: Date.UTC(2026, 10, 25, 2),
      endAt: Date.UTC(2026, 10, 25, 3),
      zone: 'Asia/Shanghai',
      organizerKey: 'ana@x.org',
      keys: ['ana@x.org', 'room5@resource.calendar.google.com'],
      pinned: false,
    });
    expect(occasion?.participants.map((one) => [one.key, one.name, one.self])).toEqual([
      ['me@corp.com', 'Me', true],
      ['ana@x.org', 'Ana', false],
      ['room5@resource.calendar.google.com', 'Room 5', false],
      [null, 'Wei', false],
    ]);
    const sightings = await store.sightings.toArray();
    expect(sightings.map(({ key, kind, days, written }) => [key, kind, days, written]).sort()).toEqual([
      ['ana@x.org', 'person', 1, 'Ana@x.org'],
      ['room5@resource.calendar.google.com', 'room', 1, 'room5@resource.calendar.google.com'],
    ]);
    expect([...(await contactsByKey(store, ['ana@x.org'])).values()]).toEqual([
      [{ key: 'ana@x.org', domain: 'x.org', at: Date.UTC(2026, 10, 25, 2), kind: 'meeting', occasionId: 'o1' }],
    ]);
    expect((await store.settings.get('settings'))?.me.addresses).toEqual([
      { key: 'me@corp.com', written: 'Me@corp.com' },
    ]);
  });

  test('again is the same occasion: moved, its contacts move along', async () => {
    const store = await freshStore();
    await keepSeen(store, meeting(), 'o1', at);
    const later = { ...at, now: now + 2 * day };
    const moved = meeting({ start: { local: '2026-11-26T10:00', zone: null }, end: null, title: null });
    await keepSeen(store, moved, 'o2', later);
    expect(await store.occasions.toArray()).toMatchObject([
      { id: 'o1', title: 'Budget', startAt: Date.UTC(2026, 10, 26, 2), createdAt: now, lastSeenAt: now + 2 * day },
    ]);
    expect((await allContacts(store)).filter(({ key }) => key === 'ana@x.org')).toMatchObject([
      { at: Date.UTC(2026, 10, 26, 2) },
    ]);
  });

  test('counts distinct days of the zone, not looks', async () => {
    const store = await freshStore();
    const days = async () => (await sightingsByKeys(store, ['ana@x.org'])).get('ana@x.org')?.days;
    // 23:50 and 00:10 in Shanghai.
    const evening = Date.UTC(2026, 10, 24, 15, 50);
    await keepSeen(store, meeting(), 'o1', { ...at, now: evening });
    await keepSeen(store, meeting({ ref: 'e2' }), 'o2', { ...at, now: evening + 60_000 });
    expect(await days()).toBe(1);
    await keepSeen(store, meeting({ ref: 'e3' }), 'o3', { ...at, now: evening + 20 * 60_000 });
    expect(await days()).toBe(2);
  });

  test('twice within a minute, unchanged, is not written again; changed, it is', async () => {
    const store = await freshStore();
    await keepSeen(store, meeting(), 'o1', at);
    await keepSeen(store, meeting(), 'o2', { ...at, now: now + 1_000 });
    expect((await store.occasions.get('o1'))?.lastSeenAt).toBe(now);
    await keepSeen(store, meeting({ title: 'Budget 2' }), 'o2', { ...at, now: now + 2_000 });
    expect(await store.occasions.get('o1')).toMatchObject({ title: 'Budget 2', lastSeenAt: now + 2_000 });
  });

  test('is not kept where the settings say so, for all or for one site', async () => {
    const store = await freshStore();
    for (const change of [
      { keepSeen: false },
      { sitesNotKept: ['google-calendar'] },
      { sitesOff: ['google-calendar'] },
    ]) {
      await store.settings.put({ ...newSettings(now), ...change });
      expect(await keepSeen(store, meeting(), 'o1', at)).toBe(false);
    }
    expect(await Promise.all([store.occasions.count(), store.sightings.count(), store.contacts.count()])).toEqual([
      0, 0, 0,
    ]);
    expect(isKept(newSettings(now), 'gmail')).toBe(true);
  });

  test('makes no sighting of a kept person, and no user of one', async () => {
    const store = await freshStore();
    await store.people.add(newPerson({ name: 'Ana', addresses: [{ key: 'ana@x.org', written: 'ana@x.org' }] }, now));
    await keepSeen(store, meeting({ own: 'ana@x.org' }), 'o1', at);
    expect((await sightingsByKeys(store, ['ana@x.org'])).size).toBe(0);
    expect((await store.settings.get('settings'))?.me.addresses ?? []).toEqual([]);
  });

  test('leaves nothing when it does not fit', async () => {
    const store = await freshStore();
    const wrong = meeting({ site: 'No Such Site' });
    await expect(keepSeen(store, wrong, 'o1', at)).rejects.toMatchObject({ code: 'RM-108' });
    expect(await Promise.all([store.occasions.count(), store.sightings.count(), store.settings.count()])).toEqual([
      0, 0, 0,
    ]);
  });
});

describe('an occasion read again', () => {
  const context = { mine: new Set<string>(), zone: 'UTC', now };
  const first = occasionOf(meeting(), null, context);
  const names = (read: ReadOccasion, before = first) =>
    occasionOf(read, before, context).participants.map((one) => one.name ?? one.key);

  test('with a part of its people adds to what was seen', () => {
    const part = meeting({
      participants: [
        participant({ name: 'Bo', address: 'bo@x.org' }),
        participant({ address: 'ana@x.org', role: 'organizer' }),
      ],
      extent: { complete: false, shown: 2, total: 5 },
    });
    expect(names(part)).toEqual(['Me', 'Ana', 'Room 5', 'Wei', 'Bo']);
    expect(occasionOf(part, first, context).extent).toEqual({ complete: false, shown: 3, total: 5 });
  });

  test('complete replaces it, and remembers who a bare name is', () => {
    const said = {
      ...first,
      participants: first.participants.map((one) => (one.key ? one : { ...one, personId: 'p1' })),
    };
    const complete = meeting({
      participants: [participant({ name: 'Wei' }), participant({ name: 'Bo', address: 'bo@x.org' })],
    });
    expect(names(complete)).toEqual(['Wei', 'Bo']);
    expect(occasionOf(complete, said, context).participants[0]).toMatchObject({ name: 'Wei', personId: 'p1' });
  });

  test('one address five times is one participant a role, with every name and answer known of it', () => {
    const five = Array.from({ length: 5 }, (_, i) =>
      participant({
        address: i % 2 ? 'BO@x.org' : 'bo@x.org',
        name: i === 3 ? 'Bo' : null,
        answer: i === 4 ? 'declined' : null,
      }),
    );
    const occasion = occasionOf(meeting({ participants: five }), null, context);
    expect(occasion.participants).toMatchObject([{ key: 'bo@x.org', name: 'Bo', answer: 'declined' }]);
    expect(occasion.keys).toEqual(['bo@x.org']);
  });

  test('what is no address is a name, never an address; what is neither is nobody', () => {
    const odd = meeting({ participants: [participant({ address: 'not an address' }), participant({})] });
    expect(occasionOf(odd, null, context).participants).toMatchObject([
      { key: null, written: null, name: 'not an address' },
    ]);
  });

  test('a thread begins when it is first seen', () => {
    const thread = meeting({ kind: 'thread', start: null, end: null });
    const seen = occasionOf(thread, null, context);
    expect(seen).toMatchObject({ startAt: now, endAt: null, zone: null });
    expect(occasionOf(thread, seen, { ...context, now: now + day })).toMatchObject({
      startAt: now,
      lastSeenAt: now + day,
    });
    expect(contactsOf({ ...seen, lastSeenAt: now + day }).map((contact) => [contact.kind, contact.at])).toContainEqual([
      'mail',
      now + day,
    ]);
  });
});

test('occasions are found by their place on the site, by when they begin and by when they were seen', async () => {
  const store = await freshStore();
  await keepSeen(store, meeting(), 'o1', at);
  const start = Date.UTC(2026, 10, 25, 2);
  expect((await occasionAt(store, 'google-calendar', 'e1'))?.id).toBe('o1');
  expect(await occasionAt(store, 'gmail', 'e1')).toBeNull();
  expect(await occasionsBetween(store, start, start + 1)).toHaveLength(1);
  expect(await occasionsBetween(store, start - 1, start)).toHaveLength(0);
  expect(await occasionsSeenSince(store, now)).toHaveLength(1);
  expect(await occasionsSeenSince(store, now + 1)).toHaveLength(0);
});

test('contacts go and come with their occasion', async () => {
  const store = await freshStore();
  await keepSeen(store, meeting(), 'o1', at);
  await deleteContacts(store, ['o1']);
  expect(await allContacts(store)).toEqual([]);
  const occasion = await store.occasions.get('o1');
  if (occasion !== undefined) await writeContacts(store, occasion);
  expect(await allContacts(store)).toHaveLength(2);
});
