import { beforeEach, describe, expect, test } from 'vitest';
import type { ActDeps } from '../../../actions/act-deps.ts';
import { changeMany } from '../../../actions/change-many.ts';
import { findIndex, foldText } from '../../../actions/find-index.ts';
import { perform } from '../../../actions/perform.ts';
import { undoLast } from '../../../actions/undo-last.ts';
import { newPerson, newWant } from '../../../records/person.ts';
import { newTip } from '../../../records/tip.ts';
import { dump, freshDeps, now } from '../storage/fresh-store.ts';

let deps: ActDeps;
beforeEach(async () => {
  let clock = now;
  deps = await freshDeps({ now: () => clock++ });
  await deps.store.people.bulkAdd([
    newPerson({ id: 'ana', name: 'Zoë', needs: [newWant('a Hall', now)] }, now),
    newPerson({ id: 'bo', name: 'Bo', potentialSince: 5 }, now),
  ]);
  await deps.store.tips.add(newTip({ id: 'tip', text: 'Fees', topics: ['Ports'] }, now));
});

test('everything that can be found, as it is looked for', async () => {
  const index = await findIndex(deps.store, now);
  expect(
    index.people.map(({ person, potential, things }) => [person.id, potential, things.map(({ folded }) => folded)]),
  ).toEqual([
    ['ana', false, ['zoe', 'a hall']],
    ['bo', true, ['bo']],
  ]);
  expect(index.tips).toEqual([{ id: 'tip', text: 'Fees', folded: 'fees\nports\n' }]);
  expect(foldText('ＡÉ王')).toBe('ae王');
});

describe('several people at once', () => {
  test('is one act that one undo takes back', async () => {
    const before = await dump(deps.store);
    expect((await changeMany(['ana', 'bo'], { do: 'potential', on: true }, deps)).ok).toBe(true);
    const people = await deps.store.people.toArray();
    expect(people.map(({ potentialSince }) => potentialSince === null)).toEqual([false, false]);
    expect(people[1]?.potentialSince).toBe(5);
    expect((await undoLast(deps)).ok).toBe(true);
    expect(await dump(deps.store)).toEqual(before);
    await changeMany(['ana', 'bo'], { do: 'tag', tag: ' fair ' }, deps);
    expect((await deps.store.people.toArray()).map(({ tags }) => tags)).toEqual([['fair'], ['fair']]);
    await undoLast(deps);
    await changeMany(['ana', 'bo'], { do: 'delete' }, deps);
    expect(await deps.store.people.count()).toBe(0);
    await undoLast(deps);
    expect(await dump(deps.store)).toEqual(before);
  });

  test('with somebody who is gone, nothing at all is written', async () => {
    expect(await changeMany(['ana', 'gone'], { do: 'delete' }, deps)).toMatchObject({ ok: false, code: 'RM-109' });
    expect(await deps.store.people.count()).toBe(2);
  });
});

describe('taking the last act back', () => {
  test('goes further back each time, and ends with its number', async () => {
    await perform({ act: 'tag-potential', whom: { personId: 'ana' }, on: true }, deps);
    await perform({ act: 'mark-friend', whom: { personId: 'ana' }, on: true }, deps);
    expect(await undoLast(deps)).toMatchObject({ ok: true, act: 'mark-friend' });
    expect(await deps.store.people.get('ana')).toMatchObject({ friend: false });
    expect(await undoLast(deps)).toMatchObject({ ok: true, act: 'tag-potential' });
    expect(await undoLast(deps)).toMatchObject({ ok: false, code: 'RM-112' });
  });
});
