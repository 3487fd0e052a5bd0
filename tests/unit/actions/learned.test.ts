import { expect, test } from 'vitest';
import { learned } from '../../../actions/learned.ts';
import { loadKnowledge } from '../../../actions/load-knowledge.ts';
import { perform } from '../../../actions/perform.ts';
import { saveMatter } from '../../../actions/save-matter.ts';
import { saveSettings } from '../../../actions/save-settings.ts';
import { newPerson } from '../../../records/person.ts';
import { freshDeps, now, readerOf } from '../storage/fresh-store.ts';

test('what the user decided is learned, moves prompts, and is forgotten, switched off and brought back', async () => {
  const { store } = await freshDeps();
  const at = (later: number) => ({ store, now: () => now + later });
  await store.people.bulkAdd(['a', 'b'].map((id) => newPerson({ id, name: id }, now)));
  for (const id of ['a', 'b'])
    await perform({ act: 'decide', promptKey: `reconnect/${id}`, decision: 'never', until: null }, at(1));
  const step = { id: 's', title: 'copy the list', who: 'me', state: 'done' as const, dueAt: null };
  await saveMatter({ id: null, title: 'A hall', owner: 'a', steps: [step], state: 'done', outcome: null }, at(2));

  const habitIn = async (later: number) =>
    (await loadKnowledge(readerOf(store), [], { pinyin: null, now: now + later })).knowledge.habit;
  const rows = await learned(store, now + 3);
  expect(rows.map(({ way, taken, refused }) => [way, taken, refused])).toEqual([
    ['step-mine', 1, 0],
    ['reconnect', 0, 2],
  ]);
  expect([...((await habitIn(3))?.values() ?? [])]).toEqual(rows);

  const forgotten = await saveSettings({ habit: { on: true, since: now + 4 } }, at(4));
  expect(await learned(store, now + 5)).toEqual([]);
  expect((await habitIn(5))?.size).toBe(0);
  await saveSettings({ habit: { on: false, since: 0 } }, at(6));
  expect(await habitIn(7)).toBeUndefined();
  expect(await learned(store, now + 7)).toHaveLength(2);
  expect(forgotten).toMatchObject({ ok: true });
});
