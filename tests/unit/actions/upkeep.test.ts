import { expect, test, vi } from 'vitest';
import { eraseEverything } from '../../../actions/erase-everything.ts';
import { fillMeanings } from '../../../actions/fill-meanings.ts';
import { keepSeen } from '../../../actions/keep-seen.ts';
import { perform } from '../../../actions/perform.ts';
import { prune } from '../../../actions/prune.ts';
import { newPerson, newWant } from '../../../records/person.ts';
import { newSettings } from '../../../records/settings.ts';
import { newTip } from '../../../records/tip.ts';
import { openStore, startAnew } from '../../../storage/open.ts';
import { pointerDatabase } from '../../../storage/pointer.ts';
import { meaningsStamp } from '../../../storage/schema.ts';
import { freshDeps, freshOptions, freshStore, now } from '../storage/fresh-store.ts';
import { meeting } from './readings.ts';

const day = 86_400_000;

test('what was only seen goes after its time; what was planned, said, imported or lies ahead stays', async () => {
  const deps = await freshDeps();
  const { store } = deps;
  await store.settings.put({ ...newSettings(now), keepDays: 30 });
  const then = { now: now - 40 * day, zone: 'UTC' };
  const past = (ref: string) => meeting({ ref, start: { local: '2026-10-15T10:00', zone: 'UTC' }, end: null });
  await keepSeen(store, past('old'), 'old', then);
  await keepSeen(store, past('pinned'), 'pinned', then);
  await keepSeen(store, past('imported'), 'imported', then);
  await keepSeen(
    store,
    meeting({ ref: 'ahead', start: { local: '2026-12-24T10:00', zone: 'UTC' }, end: null }),
    'ahead',
    then,
  );
  await keepSeen(store, meeting({ ref: 'new', participants: [] }), 'new', { now, zone: 'UTC' });
  await perform({ act: 'write-review', occasionId: 'pinned', given: '', asked: '', agreed: '', next: '' }, deps);
  await store.occasions.update('imported', { importId: 'i' });
  await store.sightings.where('key').equals('ana@x.org').modify({ saidPerson: true });
  await store.changes.toCollection().modify({ createdAt: now - 91 * day });
  expect(await prune(store, now)).toEqual({ occasions: 1, sightings: 1, changes: 1 });
  expect((await store.occasions.toCollection().primaryKeys()).sort()).toEqual(['ahead', 'imported', 'new', 'pinned']);
  expect((await store.sightings.toArray()).map((one) => one.key)).toEqual(['ana@x.org']);
  expect(await store.contacts.where('occasionId').equals('old').count()).toBe(0);
  await store.settings.update('settings', { keepDays: null });
  expect(await prune(store, now + 10_000 * day)).toEqual({ occasions: 0, sightings: 0, changes: 0 });
});

test('meanings that are missing are filled in, those of texts that are gone go, and it can be stopped', async () => {
  const store = await freshStore();
  await store.people.add(
    newPerson({ name: 'Ana', needs: [newWant('a hall', now)], title: 'Cook', organisation: 'Inn' }, now),
  );
  await store.tips.bulkAdd([newTip({ text: 'a room' }, now), newTip({ text: 'secret', confidential: true }, now)]);
  await store.meanings.add({ key: 'gone', vector: Int8Array.of(1) });
  const encode = async (text: string) => (text === 'a room' ? null : Int8Array.of(text.length));
  expect(await fillMeanings({ store, encode, signal: AbortSignal.abort() })).toBe(0);
  expect(await fillMeanings({ store, encode })).toBe(2);
  expect((await store.meanings.toCollection().primaryKeys()).sort()).toEqual([meaningsStamp, 'Cook Inn', 'a hall']);
  expect(await fillMeanings({ store, encode })).toBe(0);
});

test('everything is erased, for every page, and the next opening is empty', async () => {
  const options = freshOptions();
  const closed = vi.fn();
  const store = await openStore({ ...options, onClosed: closed });
  await store.tips.add(newTip({ text: 'x' }, now));
  await eraseEverything(options);
  expect(store.isOpen()).toBe(false);
  expect(closed).toHaveBeenCalledTimes(1);
  const left = (await options.factory.databases()).map(({ name }) => name);
  expect(left).toEqual([pointerDatabase]);
  const anew = await freshStore(options);
  expect(anew.name).not.toBe(store.name);
  expect(await anew.tips.count()).toBe(0);
  await startAnew(options);
  expect((await freshStore(options)).name).not.toBe(anew.name);
});
