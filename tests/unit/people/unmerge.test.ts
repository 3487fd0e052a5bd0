import { expect, test } from 'vitest';
import { mergePeople } from '../../../people/merge.ts';
import { unmerge } from '../../../people/unmerge.ts';
import { newNote, newPerson, newWant } from '../../../records/person.ts';
import { pinyin } from './pinyin.ts';

const now = Date.UTC(2026, 10, 24);
const address = (key: string) => ({ written: key, key });
const need = newWant('a loom', now);
const note = newNote('sings', false, now);
const kept = newPerson(
  {
    name: '李伟',
    addresses: [address('li@example.cn')],
    tags: ['choir'],
    notSameAs: ['wei@gmail.com'],
    title: 'engineer',
  },
  now - 100,
);
const gone = newPerson(
  {
    name: 'Wei Li',
    addresses: [address('wei@gmail.com'), address('li@example.cn')],
    organisation: 'Weavers',
    tags: ['Choir', 'kiln'],
    needs: [need],
    notes: [note],
    friend: true,
  },
  now - 500,
);
const { merged } = mergePeople(kept, gone, pinyin, now);

test('untouched since, the two are exactly what they were', () => {
  const apart = unmerge([kept, gone], merged, { ...merged, updatedAt: now + 5 }, pinyin, now + 9);
  expect(apart.kept).toEqual({ ...kept, updatedAt: now + 9 });
  expect(apart.gone).toEqual({ ...gone, updatedAt: now + 9 });
});

test('later edits stay where they belong', () => {
  const later = {
    ...merged,
    name: '李伟博士',
    organisation: 'Kiln & Co',
    needs: [{ ...need, text: 'two looms' }, newWant('a van', now)],
    notes: [],
    tags: [...merged.tags, 'new'],
    addresses: [...merged.addresses, address('lw@new.example')],
    phones: ['010 5'],
  };
  const apart = unmerge([kept, gone], merged, later, pinyin, now + 9);
  // What was reworded went back reworded, what was taken out stays out, what was added stays with the one who was kept.
  expect(apart.gone).toMatchObject({
    id: gone.id,
    name: 'Wei Li',
    organisation: 'Weavers',
    needs: [{ id: need.id, text: 'two looms' }],
    notes: [],
    tags: ['Choir', 'kiln'],
    friend: true,
    keys: ['wei@gmail.com', 'li@example.cn'],
    otherNames: [],
  });
  expect(apart.kept).toMatchObject({
    id: kept.id,
    name: '李伟博士',
    organisation: 'Kiln & Co',
    title: 'engineer',
    needs: [{ text: 'a van' }],
    tags: ['choir', 'new'],
    keys: ['li@example.cn', 'lw@new.example'],
    phones: ['010 5'],
    friend: false,
    otherNames: [],
    notSameAs: ['wei@gmail.com'],
  });
  expect(apart.gone.nameKeys).toContain('weili');
});

test('an address that went to somebody else since does not come back', () => {
  const later = { ...merged, addresses: merged.addresses.filter(({ key }) => key !== 'wei@gmail.com') };
  expect(unmerge([kept, gone], merged, later, pinyin, now).gone.keys).toEqual(['li@example.cn']);
});
