import { describe, expect, test, vi } from 'vitest';
import { keepSeen } from '../../../actions/keep-seen.ts';
import { newPerson, newWant } from '../../../records/person.ts';
import { recordTables } from '../../../records/tables.ts';
import {
  contactsIn,
  cooperationsIn,
  meaningsIn,
  namesakesIn,
  occasionIn,
  peopleIn,
  settingsIn,
  sightingsIn,
  wantingIn,
} from '../../../storage/answer.ts';
import { putMeanings } from '../../../storage/meanings.ts';
import { deleteDatabase, openFresh, openStore, startAnew, switchTo } from '../../../storage/open.ts';
import { readPointer, writePointer } from '../../../storage/pointer.ts';
import { openReader, type Reader } from '../../../storage/reader.ts';
import { contactOf, meaningsStamp } from '../../../storage/schema.ts';
import { meeting } from '../actions/readings.ts';
import { freshOptions, freshStore, now, readerOf } from './fresh-store.ts';

describe('a reader', () => {
  const people = async (reader: Reader) => reader.read(['people'], (reading) => reading.all('people'));

  test('opens what is there without making anything, and what is not there after it was made', async () => {
    const options = freshOptions();
    const make = vi.fn(async () => (await freshStore(options)).people.add(newPerson({ name: 'Ana' }, now)));
    const first = await openReader({ factory: options.factory, make });
    const second = await openReader({ factory: options.factory, make });
    expect(make).toHaveBeenCalledTimes(1);
    expect(await people(second)).toMatchObject([{ name: 'Ana' }]);
    first.close();
    second.close();
  });

  test('hands on what stands against opening, and makes no database in place of one that is gone', async () => {
    const options = freshOptions();
    const store = await openStore(options);
    store.close();
    await deleteDatabase(store.name, options);
    const opening = openReader({ factory: options.factory, make: () => openStore(options) });
    await expect(opening).rejects.toMatchObject({ code: 'RM-104' });
    expect((await options.factory.databases()).map(({ name }) => name)).not.toContain(store.name);
    const idle = openReader({ factory: options.factory, make: async () => {} });
    await expect(idle).rejects.toMatchObject({ code: 'RM-101' });
  });

  test('leaves a newer and an older database as they are, and has them seen to', async () => {
    for (const version of [20, 5]) {
      const { factory } = freshOptions();
      const made = await new Promise<IDBDatabase>((resolve) => {
        const request = factory.open('renmai-x', version);
        request.onsuccess = () => resolve(request.result);
      });
      made.close();
      await writePointer(factory, { name: 'renmai-x', made: true, previous: null });
      const make = vi.fn(async () => {});
      await expect(openReader({ factory, make })).rejects.toMatchObject({ code: 'RM-101' });
      expect(make).toHaveBeenCalled();
      expect((await factory.databases()).find(({ name }) => name === 'renmai-x')?.version).toBe(version);
    }
  });

  test('lets go when the database is replaced and deleted, and says so', async () => {
    const options = freshOptions();
    (await openStore(options)).close();
    const closed = vi.fn();
    const reader = await openReader({ factory: options.factory, make: async () => {}, onClosed: closed });
    await startAnew(options);
    expect(closed).toHaveBeenCalledTimes(1);
    await expect(people(reader)).rejects.toMatchObject({ name: 'InvalidStateError' });
    const next = await openFresh(options);
    next.close();
    await switchTo(next.name, options);
    expect((await readPointer(options.factory))?.name).toBe(next.name);
  });

  test('gives the same as Dexie from every table, by key, by index, and the greatest key', async () => {
    const store = await freshStore();
    await store.people.bulkAdd([
      newPerson({ id: 'a', name: 'Ana', nameKeys: ['ana'] }, now),
      newPerson({ id: 'b', name: 'Bo' }, now),
    ]);
    await keepSeen(store, meeting(), 'o1', { now, zone: 'UTC' });
    const reader = readerOf(store);
    expect(readerOf(store)).toBe(reader);
    await reader.read(recordTables, async (reading) => {
      expect(await reading.many('people', ['b', 'x', 'a'])).toMatchObject([{ name: 'Bo' }, undefined, { name: 'Ana' }]);
      expect(await reading.lastKey('people')).toBe('b');
      expect(await reading.lastKey('tips')).toBeNull();
      expect(await reading.by('people', 'nameKeys', 'ana')).toMatchObject([{ id: 'a' }]);
    });
    for (const table of recordTables)
      expect(await reader.read([table], (reading) => reading.all(table))).toEqual(await store.rows(table).toArray());
  });
});

test('what answers an occasion is found by address, name, place, wants and text', async () => {
  const store = await freshStore();
  const ana = newPerson(
    {
      id: 'ana',
      name: 'Ana',
      nameKeys: ['ana'],
      addresses: [{ key: 'ana@x.org', written: 'a' }],
      needs: [newWant('a hall', now)],
    },
    now,
  );
  const bo = newPerson({ id: 'bo', name: 'Bo', offers: [newWant('x', now)] }, now);
  await store.people.bulkAdd([ana, bo, newPerson({ id: 'cy', name: 'Cy' }, now)]);
  await keepSeen(store, meeting(), 'o1', { now, zone: 'UTC' });
  await store.cooperations.add({
    id: 'c',
    createdAt: now,
    updatedAt: now,
    personId: 'bo',
    direction: 'i-asked',
    about: 'x',
    answer: 'open',
    at: now,
    answeredAt: null,
  });
  await putMeanings(store, [{ key: 'a hall', vector: Int8Array.of(1) }]);
  const stamp = await store.meanings.get(meaningsStamp);
  await putMeanings(store, []);
  expect(await store.meanings.get(meaningsStamp)).toEqual(stamp);
  const room = 'room5@resource.calendar.google.com';
  await readerOf(store).read([...recordTables, 'meanings', 'contacts'], async (reading) => {
    expect([...(await peopleIn(reading, ['ana@x.org', 'ana@x.org', 'no@x.org'])).entries()]).toEqual([
      ['ana@x.org', [ana]],
      ['no@x.org', []],
    ]);
    expect(await namesakesIn(reading, ['ana', 'ana', 'x'])).toEqual([ana]);
    expect((await sightingsIn(reading, [room, 'ana@x.org'])).get(room)?.kind).toBe('room');
    expect((await sightingsIn(reading, ['ana@x.org'])).get('ana@x.org')).toBeNull();
    expect((await contactsIn(reading, ['ana@x.org'])).get('ana@x.org')).toMatchObject([
      { occasionId: 'o1', kind: 'meeting' },
    ]);
    expect(await cooperationsIn(reading, ['ana', 'bo'])).toMatchObject([{ id: 'c' }]);
    expect((await wantingIn(reading)).map(({ id }) => id)).toEqual(['ana', 'bo']);
    expect([...(await meaningsIn(reading, ['a hall', 'b']))]).toEqual([['a hall', Int8Array.of(1)]]);
    expect((await occasionIn(reading, 'google-calendar', 'e1'))?.id).toBe('o1');
    expect(await occasionIn(reading, 'gmail', 'e1')).toBeNull();
    expect((await settingsIn(reading, now)).me.addresses).toHaveLength(1);
  });
  expect(contactOf(['k@x.org', 1, 'mail', 'o'])).toEqual({
    key: 'k@x.org',
    domain: 'x.org',
    at: 1,
    kind: 'mail',
    occasionId: 'o',
  });
});
