import { expect, test } from 'vitest';
import { mergePeople } from '../../../people/merge.ts';
import { nameKeys } from '../../../people/name-key.ts';
import { newNote, newPerson, newWant } from '../../../records/person.ts';
import { pinyin } from './pinyin.ts';

const now = Date.UTC(2026, 10, 24);
const address = (key: string) => ({ written: key, key });

const kept = newPerson(
  {
    name: '李伟',
    addresses: [address('li@example.cn')],
    phones: ['+86 138 0000 0000'],
    title: 'engineer',
    tags: ['choir'],
    potentialSince: now - 5,
    notSameAs: ['wei@gmail.com', 'other@example.com'],
    notes: [newNote('sings', false, now)],
  },
  now - 100,
);
const gone = newPerson(
  {
    name: 'Wei Li',
    otherNames: ['李 伟', '老李'],
    addresses: [address('wei@gmail.com'), address('li@example.cn')],
    phones: ['+8613800000000', '010 1'],
    organisation: 'Weavers',
    title: 'founder',
    tags: ['Choir', 'kiln'],
    friend: true,
    potentialSince: now - 50,
    needs: [newWant('a loom', now)],
    notes: [newNote('secret', true, now)],
  },
  now - 500,
);

test('the kept one leads, the other fills and adds', () => {
  const { merged, before } = mergePeople(kept, gone, pinyin, now);
  expect(merged).toMatchObject({
    id: kept.id,
    name: '李伟',
    otherNames: ['Wei Li', '李 伟', '老李'],
    keys: ['li@example.cn', 'wei@gmail.com'],
    phones: ['+86 138 0000 0000', '010 1'],
    organisation: 'Weavers',
    title: 'engineer',
    tags: ['choir', 'kiln'],
    friend: true,
    potentialSince: now - 50,
    createdAt: now - 500,
    updatedAt: now,
    notSameAs: ['other@example.com'],
  });
  expect(merged.notes.map((note) => [note.text, note.confidential])).toEqual([
    ['sings', false],
    ['secret', true],
  ]);
  expect(merged.nameKeys).toEqual(nameKeys(merged, pinyin));
  expect(merged.nameKeys).toContain('weili');
  expect(before).toEqual([kept, gone]);
});

test('merging changes neither of the two, and twice the same adds nothing', () => {
  const copies = structuredClone([kept, gone]);
  const once = mergePeople(kept, gone, pinyin, now).merged;
  expect([kept, gone]).toEqual(copies);
  expect(mergePeople(once, gone, pinyin, now).merged).toEqual(once);
});

test('what neither has, the merged one has not', () => {
  const bare = newPerson({ name: 'Ana' }, now - 9);
  const nameless = newPerson({ name: '  ', organisation: 'Weavers', notSameAs: ['x@example.com'] }, now);
  expect(mergePeople(bare, nameless, null, now).merged).toMatchObject({
    friend: false,
    potentialSince: null,
    otherNames: [],
    organisation: 'Weavers',
    notSameAs: ['x@example.com'],
    createdAt: now - 9,
  });
});

test('offers of both, and marks of the second alone', () => {
  const a = newPerson({ name: 'Ana', offers: [newWant('a hall', now)], notSameAs: ['a@example.com'] }, now);
  const b = newPerson(
    { name: 'Ana', offers: [newWant('a van', now)], notSameAs: ['b@example.com'], potentialSince: now },
    now,
  );
  const { merged } = mergePeople(a, b, null, now);
  expect(merged.offers.map((one) => one.text)).toEqual(['a hall', 'a van']);
  expect(merged.notSameAs).toEqual(['a@example.com', 'b@example.com']);
  expect(merged.potentialSince).toBe(now);
});
