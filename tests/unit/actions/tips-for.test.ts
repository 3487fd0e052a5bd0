import { expect, test } from 'vitest';
import { tipsFor } from '../../../actions/tips-for.ts';
import { newBase } from '../../../records/base.ts';
import { newPerson, newWant } from '../../../records/person.ts';
import type { Share } from '../../../records/share.ts';
import { newTip } from '../../../records/tip.ts';
import { freshStore, now } from '../storage/fresh-store.ts';

const share = (tipId: string, personId: string, state: Share['state']): Share => ({
  ...newBase(now),
  tipId,
  personId,
  state,
  setting: 'walk',
  plannedFor: null,
  whyYou: '',
  occasionId: null,
  givenAt: state === 'given' ? now : null,
  outcome: null,
});

async function world() {
  const store = await freshStore();
  await store.people.bulkAdd([
    newPerson({ id: 'ana', name: 'Ana', needs: [newWant('a hall for the spring concert', now)] }, now),
    newPerson({ id: 'bo', name: 'Bo' }, now),
  ]);
  await store.tips.bulkAdd([
    newTip({ id: 'plain', text: 'The bakery closes\nsecond line', reach: 'open', learnedAt: now - 9 }, now),
    newTip({ id: 'hall', text: 'The concert hall is free in spring', reach: 'open', learnedAt: now - 99 }, now),
    newTip({ id: 'bos', text: 'For one only', reach: 'one' }, now),
    newTip({ id: 'few', text: 'For Bo and others', reach: 'few', few: ['bo'] }, now),
    newTip({ id: 'secret', text: 'Never', confidential: true }, now),
    newTip({ id: 'ended', text: 'Too late', expiresAt: now - 1 }, now),
    newTip({ id: 'has', text: 'She knows', reach: 'open' }, now),
    newTip({ id: 'skipped', text: 'Skipped once', reach: 'one', learnedAt: now - 999 }, now),
  ]);
  await store.shares.bulkAdd([
    share('bos', 'bo', 'planned'),
    share('has', 'ana', 'given'),
    share('plain', 'bo', 'given'),
    share('skipped', 'bo', 'skipped'),
  ]);
  return { store, now: () => now };
}

test('offers what may go to this person, what meets a need first, what is beyond its reach last', async () => {
  const tips = await tipsFor('ana', await world());
  expect(tips.map((tip) => [tip.id, tip.allowed])).toEqual([
    ['hall', true],
    ['plain', true],
    ['skipped', true],
    ['bos', false],
    ['few', false],
  ]);
  expect(tips.find((tip) => tip.id === 'plain')).toMatchObject({ line: 'The bakery closes', wentTo: ['Bo'] });
  expect(tips.find((tip) => tip.id === 'bos')).toMatchObject({ wentTo: ['Bo'] });
});

test('a tip promised to this person stays open to them; one given is not offered again', async () => {
  const tips = await tipsFor('bo', await world());
  expect(tips.find((tip) => tip.id === 'bos')).toMatchObject({ allowed: true, wentTo: [] });
  expect(tips.find((tip) => tip.id === 'few')?.allowed).toBe(true);
  expect(tips.some((tip) => tip.id === 'plain')).toBe(false);
});

test('somebody not kept yet is offered tips as well, but none that names its people', async () => {
  const tips = await tipsFor(null, await world());
  expect(tips.some((tip) => tip.id === 'secret' || tip.id === 'ended')).toBe(false);
  expect(tips.find((tip) => tip.id === 'few')?.allowed).toBe(false);
  expect(tips.find((tip) => tip.id === 'hall')?.allowed).toBe(true);
});
