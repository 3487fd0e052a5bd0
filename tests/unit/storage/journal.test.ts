import { describe, expect, test } from 'vitest';
import { newNote, newPerson, newWant } from '../../../records/person.ts';
import { newTip } from '../../../records/tip.ts';
import { namesakesIn, wantingIn } from '../../../storage/answer.ts';
import { checkRow } from '../../../storage/check-row.ts';
import { recordAct } from '../../../storage/journal.ts';
import { peopleByKeys } from '../../../storage/people.ts';
import { referencesTo, refuseIfReferred } from '../../../storage/references.ts';
import { readSettings } from '../../../storage/settings.ts';
import { Store } from '../../../storage/store.ts';
import { storeProblem } from '../../../storage/store-problem.ts';
import { undo } from '../../../storage/undo.ts';
import { undoRow } from '../../../storage/undo-row.ts';
import { freshOptions, freshStore, now, readerOf } from './fresh-store.ts';

const ana = newPerson({ name: 'Ana', addresses: [{ key: 'ana@x.org', written: 'Ana@x.org' }] }, now);

describe('an act', () => {
  test('is one transaction over several tables and one row of the journal', async () => {
    const store = await freshStore();
    const { changeId } = await recordAct(store, { act: 'test', now: now + 5 }, async (act) => {
      await act.put('people', ana);
      await act.put('tips', newTip({ text: 'a hall is free' }, now));
      await act.change('people', ana.id, { friend: true });
    });
    const change = await store.changes.get(changeId ?? '');
    expect(change).toMatchObject({ act: 'test', undone: false, importId: null });
    expect(change?.rows.map(({ table, before }) => [table, before])).toEqual([
      ['people', null],
      ['tips', null],
    ]);
    expect(change?.rows[0]?.after).toMatchObject({ friend: true, updatedAt: now + 5 });
  });

  test.each([
    ['a throw in the middle', () => Promise.reject(new Error('stop')), 'RM-118'],
    [
      'a row that does not fit',
      (act: Parameters<Parameters<typeof recordAct>[2]>[0]) => act.put('people', { ...ana, name: 'x'.repeat(501) }),
      'RM-108',
    ],
    [
      'a row that is gone',
      (act: Parameters<Parameters<typeof recordAct>[2]>[0]) => act.change('tips', 'nowhere', { text: 'x' }),
      'RM-109',
    ],
  ])('%s leaves nothing', async (_, fail, code) => {
    const store = await freshStore();
    const running = recordAct(store, { act: 'test', now }, async (act) => {
      await act.put('people', ana);
      await act.put('tips', newTip({ text: 'a hall is free' }, now));
      await fail(act);
    });
    await expect(running).rejects.toMatchObject({ name: 'Problem', code });
    expect(await Promise.all([store.people.count(), store.tips.count(), store.changes.count()])).toEqual([0, 0, 0]);
  });

  test('that changes nothing leaves no row of the journal', async () => {
    const store = await freshStore();
    const made = await recordAct(store, { act: 'test', now }, async (act) => {
      await act.put('people', ana);
      await act.delete('people', ana.id);
      return 7;
    });
    expect(made).toEqual({ value: 7, changeId: null, rows: [] });
    expect(await store.changes.count()).toBe(0);
  });

  test('that breaks a unique key is refused whole', async () => {
    const store = await freshStore();
    const sighting = {
      id: 's1',
      createdAt: now,
      updatedAt: now,
      key: 'a@b.c',
      written: 'a@b.c',
      name: null,
      kind: 'person' as const,
      saidPerson: false,
      lastSeenAt: now,
      days: 1,
      importId: null,
    };
    await store.sightings.add(sighting);
    await expect(
      recordAct(store, { act: 'test', now }, (act) => act.put('sightings', { ...sighting, id: 's2' })),
    ).rejects.toMatchObject({ code: 'RM-118' });
    expect(await store.sightings.count()).toBe(1);
  });
});

describe('undo', () => {
  test('takes back made, changed and deleted rows, and can itself be undone', async () => {
    const store = await freshStore();
    const tip = newTip({ text: 'old' }, now);
    const gone = newTip({ text: 'gone' }, now);
    await store.tips.bulkAdd([tip, gone]);
    const { changeId } = await recordAct(store, { act: 'test', now: now + 1 }, async (act) => {
      await act.put('people', ana);
      await act.change('tips', tip.id, { text: 'new' });
      await act.delete('tips', gone.id);
    });
    const undone = await undo(store, changeId ?? '', now + 2);
    expect(await store.people.count()).toBe(0);
    expect((await store.tips.get(tip.id))?.text).toBe('old');
    expect((await store.tips.get(gone.id))?.text).toBe('gone');
    await expect(undo(store, changeId ?? '', now + 3)).rejects.toMatchObject({ code: 'RM-112' });
    await undo(store, undone.changeId ?? '', now + 4);
    expect((await store.tips.get(tip.id))?.text).toBe('new');
    expect(await store.tips.get(gone.id)).toBeUndefined();
    expect((await store.people.get(ana.id))?.name).toBe('Ana');
  });

  test('leaves what was written since: other fields, and other items of the same list', async () => {
    const store = await freshStore();
    await store.people.add(ana);
    const [first, second] = [newNote('first', false, now), newNote('second', false, now)];
    const { changeId } = await recordAct(store, { act: 'test', now }, (act) =>
      act.change('people', ana.id, { notes: [first] }),
    );
    await recordAct(store, { act: 'test', now }, (act) =>
      act.change('people', ana.id, { notes: [first, second], title: 'Dr' }),
    );
    await undo(store, changeId ?? '', now);
    expect(await store.people.get(ana.id)).toMatchObject({ notes: [second], title: 'Dr' });
  });

  test('is refused whole, with the field named, where that very thing was changed since', async () => {
    const store = await freshStore();
    await store.people.add(ana);
    const { changeId } = await recordAct(store, { act: 'test', now }, async (act) => {
      await act.put('tips', newTip({ text: 'x' }, now));
      await act.change('people', ana.id, { name: 'Anna' });
    });
    await recordAct(store, { act: 'test', now }, (act) => act.change('people', ana.id, { name: 'Annabel' }));
    await expect(undo(store, changeId ?? '', now)).rejects.toMatchObject({
      code: 'RM-111',
      message: expect.stringContaining('name'),
    });
    expect(await store.tips.count()).toBe(1);
    expect((await store.people.get(ana.id))?.name).toBe('Annabel');
  });

  test('is refused where something depends on the row by now', async () => {
    const store = await freshStore();
    const { changeId } = await recordAct(store, { act: 'test', now }, (act) => act.put('people', ana));
    await store.cooperations.add({
      id: 'c1',
      createdAt: now,
      updatedAt: now,
      personId: ana.id,
      direction: 'i-asked',
      about: 'a van',
      answer: 'open',
      at: now,
      answeredAt: null,
    });
    await expect(undo(store, changeId ?? '', now)).rejects.toMatchObject({ code: 'RM-116' });
    expect(await referencesTo(store, 'people', ana.id)).toEqual([{ table: 'cooperations', count: 1 }]);
    await expect(refuseIfReferred(store, 'people', 'nobody')).resolves.toBeUndefined();
    expect(await store.people.count()).toBe(1);
  });

  test('of one row: a list item changed since, or a row deleted since, is a conflict', () => {
    const change = (before: object, after: object) => ({
      table: 'people',
      id: '1',
      before: { ...before },
      after: { ...after },
    });
    expect(undoRow(change({ tags: ['a'] }, { tags: ['a', 'b'] }), { tags: ['a', 'c'] })).toEqual({ conflict: 'tags' });
    expect(undoRow(change({ tags: ['a'] }, { tags: [] }), { tags: ['c'] })).toEqual({ row: { tags: ['c', 'a'] } });
    expect(undoRow(change({ a: 1 }, { a: 2 }), null)).toEqual({ conflict: 'id' });
    expect(
      undoRow({ table: 'people', id: '1', before: null, after: { a: 1, updatedAt: 1 } }, { a: 1, updatedAt: 2 }),
    ).toEqual({ row: null });
  });
});

test('people are found by address key, by name key, and by having a need or an offer', async () => {
  const store = await freshStore();
  const bo = newPerson({ name: 'Bo', nameKeys: ['bo'], needs: [newWant('a van', now)] }, now);
  const cy = newPerson(
    { name: 'Cy', nameKeys: ['cy'], offers: [newWant('a van', now)], needs: [newWant('x', now)] },
    now,
  );
  await store.people.bulkAdd([ana, bo, cy]);
  const found = await peopleByKeys(store, ['ana@x.org', 'nobody@x.org', 'ana@x.org']);
  expect([...found].map(([key, people]) => [key, people.map((p) => p.name)])).toEqual([
    ['ana@x.org', ['Ana']],
    ['nobody@x.org', []],
  ]);
  expect(
    (await readerOf(store).read(['people'], (reading) => namesakesIn(reading, ['bo', 'bo', 'none']))).map(
      (p) => p.name,
    ),
  ).toEqual(['Bo']);
  expect((await readerOf(store).read(['people'], wantingIn)).map((p) => p.name).sort()).toEqual(['Bo', 'Cy']);
});

test('settings are those of a fresh installation until some are written', async () => {
  const store = await freshStore();
  expect(await readSettings(store, now)).toMatchObject({ id: 'settings', keepSeen: true, createdAt: now });
  await store.settings.put({ ...(await readSettings(store, now)), keepSeen: false });
  expect((await readSettings(store, now)).keepSeen).toBe(false);
});

test('a row is checked without its content getting into the message', () => {
  expect(checkRow('people', ana)).toEqual(ana);
  expect(() => checkRow('people', { ...ana, notes: [{ text: 'secret' }] })).toThrow(/field "notes.0.id"/);
  expect(() => checkRow('people', { ...ana, friend: 'secret' })).not.toThrow(/secret/);
});

test('each failure of the store has its number', () => {
  const inner = Object.assign(new Error('x'), { name: 'QuotaExceededError' });
  expect(storeProblem(Object.assign(new Error('y'), { name: 'AbortError', inner }))).toMatchObject({ code: 'RM-105' });
  expect(storeProblem(Object.assign(new Error('y'), { name: 'DatabaseClosedError' }))).toMatchObject({
    code: 'RM-106',
    transient: true,
  });
  expect(storeProblem(undefined)).toMatchObject({ code: 'RM-118' });
});

test('a store that was not opened by open.ts does not open itself', async () => {
  const { factory, keyRange } = freshOptions();
  const store = new Store('renmai-none', { indexedDB: factory, IDBKeyRange: keyRange });
  await expect(store.people.count()).rejects.toMatchObject({ name: 'DatabaseClosedError' });
});
