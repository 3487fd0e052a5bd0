import { expect, test } from 'vitest';
import { loadPeople } from '../../../actions/load-people.ts';
import { perform } from '../../../actions/perform.ts';
import { saveTip } from '../../../actions/save-tip.ts';
import { standingKnowledge } from '../../../actions/standing-knowledge.ts';
import { newPerson, newWant } from '../../../records/person.ts';
import { meaningsIn } from '../../../storage/answer.ts';
import { putMeanings } from '../../../storage/meanings.ts';
import { freshDeps, freshOptions, freshStore, now, readerOf } from '../storage/fresh-store.ts';

test('what does not depend on the occasion is read once, and again after a write of any page', async () => {
  const options = freshOptions();
  const [store, otherPage] = [await freshStore(options), await freshStore(options)];
  await store.people.bulkAdd([
    newPerson({ id: 'ana', name: 'Ana', needs: [newWant('a hall', now)] }, now),
    newPerson({ id: 'bo', name: 'Bo' }, now),
  ]);
  const first = await standingKnowledge(readerOf(store));
  expect(first.people.map(({ id }) => id)).toEqual(['ana']);
  expect(await standingKnowledge(readerOf(store))).toBe(first);
  await saveTip(
    { id: null, text: 'a room', topics: [], reach: 'one', few: [], confidential: false, expiresAt: null, source: null },
    { store, now: () => now },
  );
  const second = await standingKnowledge(readerOf(store));
  expect(second.tips).toHaveLength(1);
  expect(
    await perform({ act: 'add-offer', whom: { personId: 'bo' }, text: 'x' }, { store: otherPage, now: () => now }),
  ).toMatchObject({ ok: true });
  expect((await standingKnowledge(readerOf(store))).people.map(({ id }) => id)).toEqual(['ana', 'bo']);
});

test('whoever an introduction or a matter names is known, with or without needs', async () => {
  const { store } = await freshDeps();
  await store.people.bulkAdd(['a', 'b', 'c', 'd'].map((id) => newPerson({ id, name: id }, now)));
  const base = { createdAt: now, updatedAt: now };
  await store.introductions.add({
    ...base,
    id: 'i',
    aId: 'a',
    bId: 'b',
    reason: '',
    state: 'idea',
    consentA: 'not-asked',
    consentB: 'not-asked',
    madeAt: null,
    outcome: null,
  });
  const steps = [{ id: 's', title: 't', who: 'c', state: 'open' as const, dueAt: null }];
  await store.matters.add({ ...base, id: 'm', title: 'm', owner: 'me', steps, state: 'open', outcome: null });
  expect((await standingKnowledge(readerOf(store))).people.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
});

test('many meanings are read at once, few one by one, with the same result', async () => {
  const { store } = await freshDeps();
  const texts = Array.from({ length: 400 }, (_, i) => `need ${i}`);
  await store.meanings.bulkAdd(texts.map((key, i) => ({ key, vector: Int8Array.of(i % 100) })));
  const person = newPerson({ name: 'A', needs: texts.map((text) => newWant(text, now)) }, now);
  await store.people.add(person);
  const many = await standingKnowledge(readerOf(store));
  expect(many.meanings).toEqual(await readerOf(store).read(['meanings'], (reading) => meaningsIn(reading, texts)));
  await store.people.put({ ...person, needs: person.needs.slice(0, 3) });
  await putMeanings(store, [{ key: 'need 0', vector: Int8Array.of(9) }]);
  expect((await standingKnowledge(readerOf(store))).meanings.size).toBe(3);
  expect((await loadPeople(readerOf(store), [], { pinyin: null, now })).present).toEqual([]);
});
