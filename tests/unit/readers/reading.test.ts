import { expect, test } from 'vitest';
import { occasionRead } from '../../../readers/reading.ts';
import { newRoll } from '../../../readers/roll.ts';

test('an occasion read says how many were read, and how many there are only where that is known', () => {
  const roll = newRoll(null);
  roll.add({ name: 'Ana', address: null, role: 'attendee' }, 'Accepted');
  const found = { site: 'x', ref: 'r'.repeat(400), kind: 'meeting' as const, title: 'T', own: null };
  const extentOf = (given: { complete: boolean; total?: number }) => {
    const reading = occasionRead({ ...found, ...given }, roll);
    return reading.state === 'occasion' && reading.occasion.extent;
  };
  expect(extentOf({ complete: true })).toEqual({ complete: true, shown: 1, total: 1 });
  expect(extentOf({ complete: false })).toEqual({ complete: false, shown: 1, total: null });
  expect(extentOf({ complete: false, total: 9 })).toEqual({ complete: false, shown: 1, total: 9 });
});

test('words about time and guests are handed on where the page’s language is given', () => {
  const roll = newRoll(null);
  roll.add({ name: 'Ana', address: null, role: 'attendee' }, 'Accepted');
  const found = { site: 'x', ref: 'r', kind: 'meeting' as const, title: null, own: null, complete: true };
  const bare = occasionRead(found, roll);
  expect(bare.state === 'occasion' && bare.occasion.wording).toBe(undefined);
  const when = { whenText: 'Monday', when: ['Monday'], form: null };
  const read = occasionRead({ ...found, when, page: { language: 'en', shownDay: null } }, roll);
  expect(read.state === 'occasion' && read.occasion.wording).toEqual({
    language: 'en',
    shownDay: null,
    when: ['Monday'],
    form: null,
    participants: ['Accepted'],
  });
});
