import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseVcards } from '../../../interchange/vcard.ts';
import { vcardText } from '../../../interchange/vcard-export.ts';
import { newNote, newPerson, newWant } from '../../../records/person.ts';
import { anyText } from '../any-text.ts';

const now = Date.UTC(2026, 10, 24);
const ana = newPerson(
  {
    id: 'p1',
    name: 'Ana Lima; "Nan"',
    otherNames: ['Nan, the dyer'],
    addresses: [
      { written: 'Ana@Example.com', key: 'ana@example.com' },
      { written: 'nan@example.org', key: 'nan@example.org' },
    ],
    phones: ['+1 555 0100'],
    organisation: 'Looms, Dyes; and Sons',
    title: 'founder',
    tags: ['choir', 'kiln, wood'],
    topics: ['looms'],
    needs: [newWant('a van', now)],
    offers: [newWant('a hall', now)],
    notes: [newNote('met at\nthe fair', false, now), newNote('in debt', true, now)],
    friend: true,
    potentialSince: now,
  },
  now,
);

test('what is given away is read back, and nothing of the user’s own view is in it', () => {
  const text = [...vcardText([ana])].join('');
  expect(parseVcards(text).records).toMatchObject([
    {
      name: 'Ana Lima; "Nan"',
      otherNames: ['Nan, the dyer'],
      addresses: ['Ana@Example.com', 'nan@example.org'],
      phones: ['+1 555 0100'],
      organisation: 'Looms, Dyes; and Sons',
      title: 'founder',
      tags: ['choir', 'kiln, wood'],
      topics: ['looms'],
      notes: ['met at\nthe fair'],
    },
  ]);
  for (const secret of ['in debt', 'a van', 'a hall', 'friend']) expect(text).not.toContain(secret);
});

test('any name and note: lines of at most 75 octets, no line of its own, read back', () => {
  const text = anyText(120);
  fc.assert(
    fc.property(text, text, (name, note) => {
      const written = [
        ...vcardText([newPerson({ name, notes: [newNote(note, false, now)], phones: ['1'] }, now)]),
      ].join('');
      for (const line of written.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      const [read] = parseVcards(written).records;
      const plain = (s: string) => s.replace(/[\s\p{Cc}]+/gu, ' ').trim();
      expect(plain(read?.name ?? '')).toBe(plain(name) === '' ? '1' : plain(name));
      expect(plain(read?.notes.join(' ') ?? '')).toBe(plain(note));
    }),
  );
});
