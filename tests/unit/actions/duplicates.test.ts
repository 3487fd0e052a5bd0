import { beforeEach, describe, expect, test } from 'vitest';
import type { ActDeps } from '../../../actions/act-deps.ts';
import { decideDuplicate, samePersonKey } from '../../../actions/decide-duplicate.ts';
import { listDuplicates } from '../../../actions/list-duplicates.ts';
import { mergePeople } from '../../../actions/merge-people.ts';
import { perform } from '../../../actions/perform.ts';
import { prune } from '../../../actions/prune.ts';
import { mergedRows } from '../../../actions/unmerge-people.ts';
import type { ActResult } from '../../../records/act.ts';
import { newPerson } from '../../../records/person.ts';
import type { Store } from '../../../storage/store.ts';
import { pinyin } from '../people/pinyin.ts';
import { dump, freshDeps, now } from '../storage/fresh-store.ts';

const address = (key: string) => ({ written: key, key });
const person = (id: string, name: string, mails: string[], more = {}) =>
  newPerson({ id, name, addresses: mails.map(address), ...more }, now - 9);

let deps: ActDeps;
let store: Store;
beforeEach(async () => {
  deps = { ...(await freshDeps()), pinyin };
  store = deps.store;
  await store.people.bulkAdd([
    person('hanzi', '吴家豪', ['jiahao.wu@example.cn']),
    person('latin', 'Jiahao Wu', ['jiahao.wu@example.cn', 'jw@example.org'], { organisation: '蓝湖', title: '采购' }),
    person('third', 'J. Wu', ['jw@example.org']),
    person('other', 'Ana Lima', ['ana@example.com']),
  ]);
});
const pairs = async (at = now) =>
  (await listDuplicates(store, { pinyin, now: at })).found.map(({ a, b }) => [a.id, b.id].sort().join(' '));
const idOf = (result: ActResult): string => (result.ok ? (result.changeId ?? '') : '');
const undo = (result: ActResult) => perform({ act: 'undo', changeId: idOf(result) }, deps);

describe('the list of doubles', () => {
  test('names the fuller record first, and why', async () => {
    const { found, merges } = await listDuplicates(store, { pinyin, now, pause: async () => undefined });
    const one = found.find(({ a, b }) => [a.id, b.id].includes('hanzi'));
    expect(one).toMatchObject({ a: { id: 'latin', title: '采购' }, b: { id: 'hanzi' }, perhaps: false });
    expect(one?.reasons).toEqual(
      expect.arrayContaining([
        { field: 'mailbox', agreement: 'same', speaksFor: true },
        { field: 'name', agreement: 'other-writing', speaksFor: true },
      ]),
    );
    expect(merges).toEqual([]);
  });

  test('who was said not to be the same is never asked about again, and later comes back in a month', async () => {
    expect(await pairs()).toContain('hanzi latin');
    const never = await decideDuplicate('latin', 'hanzi', 'never', deps);
    expect(await pairs(now + 400 * 86_400_000)).not.toContain('hanzi latin');
    await undo(never);
    await decideDuplicate('hanzi', 'latin', 'later', deps);
    expect(await pairs()).not.toContain('hanzi latin');
    expect(await pairs(now + 31 * 86_400_000)).toContain('hanzi latin');
    expect(await store.decisions.toArray()).toMatchObject([{ promptKey: samePersonKey('latin', 'hanzi') }]);
    await store.people.update('hanzi', { notSameAs: ['jw@example.org'] });
    expect(await pairs(now + 31 * 86_400_000)).not.toContain('hanzi latin');
  });

  test('an answer about one of two holds for what they are merged into; about the two it goes', async () => {
    await decideDuplicate('hanzi', 'other', 'never', deps);
    await decideDuplicate('hanzi', 'latin', 'later', deps);
    await mergePeople('latin', 'hanzi', deps);
    expect((await store.decisions.toArray()).map(({ promptKey }) => promptKey)).toEqual([
      samePersonKey('latin', 'other'),
    ]);
  });
});

describe('taking a merge back', () => {
  test('whatever was written since, and it stays where it belongs', async () => {
    const merge = await mergePeople('latin', 'hanzi', deps);
    expect((await listDuplicates(store, { pinyin, now })).merges).toMatchObject([
      { kept: { id: 'latin', name: 'Jiahao Wu' }, gone: '吴家豪' },
    ]);
    await perform({ act: 'add-need', whom: { personId: 'latin' }, text: 'a van' }, deps);
    await perform({ act: 'mark-friend', whom: { personId: 'latin' }, on: true }, deps);
    expect(await undo(merge)).toMatchObject({ ok: true });
    expect(await store.people.get('latin')).toMatchObject({ friend: true, needs: [{ text: 'a van' }], otherNames: [] });
    expect(await store.people.get('hanzi')).toMatchObject({ name: '吴家豪', needs: [], friend: false });
    expect((await listDuplicates(store, { pinyin, now })).merges).toEqual([]);
    expect(await undo(merge)).toMatchObject({ ok: false, code: 'RM-112' });
  });

  test('also after the merged one was merged again, in either order', async () => {
    const before = await dump(store);
    const first = await mergePeople('latin', 'hanzi', deps);
    const second = await mergePeople('third', 'latin', deps);
    expect(await undo(first)).toMatchObject({ ok: true });
    expect((await store.people.toCollection().primaryKeys()).sort()).toEqual(['hanzi', 'other', 'third']);
    expect((await store.people.get('hanzi'))?.keys).toEqual(['jiahao.wu@example.cn']);
    expect(await undo(second)).toMatchObject({ ok: true });
    const names = (rows: unknown) => JSON.stringify(rows).match(/"name":"[^"]*"/g);
    expect(names(await dump(store))?.sort()).toEqual(expect.arrayContaining([...(names(before) ?? [])]));
    expect(await store.people.get('latin')).toMatchObject({
      keys: ['jiahao.wu@example.cn', 'jw@example.org'],
      title: '采购',
    });
  });

  test('records that were pointed over name the other one again; new ones do not', async () => {
    await perform(
      { act: 'record-cooperation', whom: { personId: 'hanzi' }, direction: 'i-asked', about: 'x', answer: 'open' },
      deps,
    );
    const merge = await mergePeople('latin', 'hanzi', deps);
    await perform(
      { act: 'record-cooperation', whom: { personId: 'latin' }, direction: 'i-asked', about: 'y', answer: 'open' },
      deps,
    );
    const [mine] = await store.cooperations.where('personId').equals('latin').toArray();
    await perform({ act: 'answer-cooperation', cooperationId: mine?.id ?? '', answer: 'agreed' }, deps);
    await undo(merge);
    const all = await store.cooperations.toArray();
    expect(all.map(({ about, personId }) => `${about} ${personId}`).sort()).toEqual(['x hanzi', 'y latin']);
    expect(all.filter(({ answer }) => answer === 'agreed')).toHaveLength(1);
  });

  test('a deleted person is said', async () => {
    const merge = await mergePeople('latin', 'hanzi', deps);
    await store.people.delete('latin');
    expect(await undo(merge)).toMatchObject({ ok: false, code: 'RM-111' });
  });

  test('is possible for good: merges are not pruned', async () => {
    await mergePeople('latin', 'hanzi', deps);
    await prune(store, now + 400 * 86_400_000);
    const [change] = await store.changes.toArray();
    expect(change && mergedRows(change)?.gone.id).toBe('hanzi');
  });
});
