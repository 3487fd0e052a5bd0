import { expect, test } from 'vitest';
import { pasteOccasion } from '../../../actions/paste-occasion.ts';
import { perform } from '../../../actions/perform.ts';
import { occasionPage, today } from '../../../actions/today.ts';
import { newPerson } from '../../../records/person.ts';
import { newSettings } from '../../../records/settings.ts';
import { dump, freshDeps, now } from '../storage/fresh-store.ts';

const list = 'Ana Wu <ana@x.example>\nMe <me@corp.example>\nBo Li';

test('a pasted list becomes an occasion with its people, known and new, shown like any other; undone it is gone', async () => {
  const deps = await freshDeps({});
  const { store } = deps;
  await store.people.add(
    newPerson({ id: 'ana', name: 'Ana', addresses: [{ key: 'ana@x.example', written: 'ana@x.example' }] }, now),
  );
  await store.settings.put({
    ...newSettings(now),
    me: { name: 'Me', addresses: [{ key: 'me@corp.example', written: 'me@corp.example' }], needs: [], offers: [] },
  });
  const before = await dump(store);
  const result = await pasteOccasion(list, deps);
  expect(result).toMatchObject({ ok: true, people: 2, others: 0 });
  const brief = await occasionPage(store, result.occasionId ?? '', { pinyin: null, now });
  expect(brief?.people.map(({ name, match }) => [name, match])).toEqual([
    ['Ana Wu', 'known'],
    ['Bo Li', 'new'],
  ]);
  expect((await today(store, { pinyin: null, now })).seen).toHaveLength(1);
  expect(await pasteOccasion(` ${list}\n`, deps)).toMatchObject({ ok: true, occasionId: result.occasionId });
  expect(await store.occasions.count()).toBe(1);
  await store.changes.clear();
  await store.occasions.clear();
  await store.contacts.clear();
  const again = await pasteOccasion(list, deps);
  await perform({ act: 'undo', changeId: again.ok ? (again.changeId ?? '') : '' }, deps);
  await store.changes.clear();
  expect(await dump(store)).toEqual(before);
});

test('an invitation keeps its time; one whose time cannot be read keeps its words and no time', async () => {
  const deps = await freshDeps({});
  await pasteOccasion('Subject: Hall\nWhen: 2026-12-01 10:00\nRequired: ana@x.example', deps);
  await pasteOccasion('Subject: Barn\nWhen: after the harvest\nRequired: bo@x.example', deps);
  const rows = (await deps.store.occasions.toArray()).sort((a, b) => (a.title ?? '').localeCompare(b.title ?? ''));
  expect(rows.map(({ kind, title, whenText }) => [kind, title, whenText])).toEqual([
    ['meeting', 'Barn', 'after the harvest'],
    ['meeting', 'Hall', null],
  ]);
  expect(rows.map(({ startAt }) => startAt === null)).toEqual([true, false]);
});

test('nobody, only the user, or too much of it: a numbered error, and nothing is written', async () => {
  const deps = await freshDeps({});
  const before = await dump(deps.store);
  for (const [text, code] of [
    ['We meet on Monday.', 'RM-211'],
    ['', 'RM-211'],
    ['x'.repeat(400_001), 'RM-212'],
  ] as const)
    expect(await pasteOccasion(text, deps)).toMatchObject({ ok: false, code });
  expect(await dump(deps.store)).toEqual(before);
  await deps.store.settings.put({
    ...newSettings(now),
    me: { name: '', addresses: [{ key: 'me@corp.example', written: 'me@corp.example' }], needs: [], offers: [] },
  });
  expect(await pasteOccasion('me@corp.example', deps)).toMatchObject({ ok: false, code: 'RM-211' });
});
