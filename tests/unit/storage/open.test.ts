import { describe, expect, test, vi } from 'vitest';
import { newPerson } from '../../../records/person.ts';
import {
  deleteUnused,
  freshName,
  openFresh,
  openStore,
  startEmpty,
  switchBack,
  switchTo,
} from '../../../storage/open.ts';
import { claimPointer, pointerDatabase, readPointer, writePointer } from '../../../storage/pointer.ts';
import { freshOptions, freshStore, now } from './fresh-store.ts';

const ana = newPerson({ name: 'Ana' }, now);

/** A connection that does not close when it is asked to, as an old or busy page. */
function hold(factory: IDBFactory, name: string, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, version);
    request.onupgradeneeded = () => request.result.createObjectStore('old', { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

describe('opening', () => {
  test('makes an empty store once, and finds it again', async () => {
    const options = freshOptions();
    const first = await freshStore(options);
    await first.people.add(ana);
    first.close();
    const second = await freshStore(options);
    expect(await second.people.get(ana.id)).toEqual(ana);
    expect((await options.factory.databases()).map((d) => d.name).sort()).toEqual([first.name, pointerDatabase].sort());
  });

  test('two pages starting at once open the same database', async () => {
    const options = freshOptions();
    const [a, b] = await Promise.all([freshStore(options), freshStore(options)]);
    await a.people.add(ana);
    expect(await b.people.count()).toBe(1);
  });

  test('a database that is gone is RM-104, and none is made in its place', async () => {
    const options = freshOptions();
    const store = await freshStore(options);
    store.close();
    await store.delete();
    await expect(openStore(options)).rejects.toMatchObject({ code: 'RM-104', transient: false });
    expect((await options.factory.databases()).map((d) => d.name)).toEqual([pointerDatabase]);
    // The user's own way out.
    expect(await (await startEmpty(options)).people.count()).toBe(0);
    expect(await (await freshStore(options)).people.count()).toBe(0);
  });

  test('a lost pointer adopts the one database there is, and does not guess between two', async () => {
    const options = freshOptions();
    const store = await freshStore(options);
    await store.people.add(ana);
    store.close();
    await new Promise((done) => {
      options.factory.deleteDatabase(pointerDatabase).onsuccess = done;
    });
    const again = await freshStore(options);
    expect(await again.people.count()).toBe(1);
    again.close();
    (await openFresh(options)).close();
    await new Promise((done) => {
      options.factory.deleteDatabase(pointerDatabase).onsuccess = done;
    });
    await expect(openStore(options)).rejects.toMatchObject({ code: 'RM-104' });
  });

  test('data of a newer version is RM-103 and stays as it is', async () => {
    const options = freshOptions();
    const name = freshName();
    (await hold(options.factory, name, 20)).close();
    await writePointer(options.factory, { name, made: true, previous: null });
    await expect(openStore(options)).rejects.toMatchObject({ code: 'RM-103' });
    const database = await hold(options.factory, name, 20);
    expect(database.version).toBe(20);
    expect([...database.objectStoreNames]).toEqual(['old']);
    database.close();
  });

  test('an older page that does not let go is RM-102, to be tried again', async () => {
    const options = { ...freshOptions(), patience: 100 };
    const name = freshName();
    const old = await hold(options.factory, name, 5);
    await writePointer(options.factory, { name, made: true, previous: null });
    await expect(openStore(options)).rejects.toMatchObject({ code: 'RM-102', transient: true });
    old.close();
    await vi.waitFor(async () => expect((await freshStore(options)).isOpen()).toBe(true));
  });

  test('asked to make way for a newer version, it closes and says so; later use is RM-106, and nothing is made anew', async () => {
    const options = freshOptions();
    const closed = vi.fn();
    const store = await openStore({ ...options, onClosed: closed });
    const newer = await hold(options.factory, store.name, 20);
    expect(closed).toHaveBeenCalled();
    await expect(store.people.count()).rejects.toMatchObject({ name: 'DatabaseClosedError' });
    newer.close();
    await expect(openStore(options)).rejects.toMatchObject({ code: 'RM-103' });
  });

  test('a browser that refuses, or never answers, is said plainly', async () => {
    const refusing = freshOptions();
    refusing.factory.open = () => {
      throw new DOMException('no', 'SecurityError');
    };
    await expect(openStore(refusing)).rejects.toMatchObject({ code: 'RM-101', transient: false });
    const silent = { ...freshOptions(), patience: 30 };
    silent.factory.open = () => ({}) as IDBOpenDBRequest;
    await expect(openStore(silent)).rejects.toMatchObject({ code: 'RM-107', transient: true });
  });
});

test('only a closing from outside is told: not its own, and not that of an opening that failed', async () => {
  const options = freshOptions();
  const closed = vi.fn();
  const store = await openStore({ ...options, onClosed: closed });
  store.close();
  (await hold(options.factory, store.name, 20)).close();
  await expect(openStore({ ...options, onClosed: closed })).rejects.toMatchObject({ code: 'RM-103' });
  expect(closed).not.toHaveBeenCalled();
});

describe('switching', () => {
  test('to a filled database and back, with the one before kept and older ones deleted', async () => {
    const options = freshOptions();
    const closed = vi.fn();
    const first = await openStore({ ...options, onClosed: closed });
    const second = await openFresh(options);
    await second.people.add(ana);
    second.close();
    await switchTo(second.name, options);
    // Nobody goes on reading or writing the one before.
    expect(closed).toHaveBeenCalledTimes(1);
    expect(first.isOpen()).toBe(false);
    expect(await (await freshStore(options)).people.count()).toBe(1);
    await switchBack(options);
    expect((await freshStore(options)).name).toBe(first.name);
    const third = await openFresh(options);
    await switchTo(third.name, options);
    const fourth = await openFresh(options);
    await switchTo(fourth.name, options);
    expect(closed).toHaveBeenCalled();
    expect((await options.factory.databases()).map((d) => d.name).sort()).toEqual(
      [pointerDatabase, third.name, fourth.name].sort(),
    );
    third.close();
    fourth.close();
  });

  test('what a broken-off restore left is deleted, what is in use is not', async () => {
    const options = freshOptions();
    const store = await freshStore(options);
    const left = await openFresh(options);
    left.close();
    await deleteUnused(options);
    expect((await options.factory.databases()).map((d) => d.name).sort()).toEqual([pointerDatabase, store.name].sort());
    await expect(switchBack(options)).rejects.toMatchObject({ code: 'RM-112' });
  });

  test('of two claims of the pointer the first holds', async () => {
    const { factory } = freshOptions();
    const a = { name: 'renmai-a', made: false, previous: null };
    expect(await readPointer(factory)).toBeNull();
    expect(await claimPointer(factory, a)).toEqual(a);
    expect(await claimPointer(factory, { ...a, name: 'renmai-b' })).toEqual(a);
    expect(await readPointer(factory)).toEqual(a);
  });
});
