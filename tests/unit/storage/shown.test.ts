import { expect, test } from 'vitest';
import { keepSeen } from '../../../actions/keep-seen.ts';
import { loadKnowledge } from '../../../actions/load-knowledge.ts';
import { prune } from '../../../actions/prune.ts';
import { seeOccasion } from '../../../actions/see-occasion.ts';
import { newSettings } from '../../../records/settings.ts';
import { writeShown } from '../../../storage/shown.ts';
import { meeting } from '../actions/readings.ts';
import { freshStore, now, readerOf } from './fresh-store.ts';

const day = 86_400_000;
const dayOf = (at: number) => Math.floor(at / day);

test('each day counts once', async () => {
  const store = await freshStore();
  await writeShown(store, ['a', 'a', 'b'], now, dayOf);
  await writeShown(store, ['a'], now + 1, dayOf);
  await writeShown(store, ['a'], now + day, dayOf);
  expect(await store.shown.toArray()).toEqual([
    { key: 'a', days: 2, lastAt: now + day },
    { key: 'b', days: 1, lastAt: now },
  ]);
  store.close();
});

test('what stood at first sight is counted where occasions are kept, known from the next day on, and goes in time', async () => {
  const store = await freshStore();
  const wall = (hour: string) => ({ local: `2027-12-01T${hour}:00`, zone: 'UTC' });
  const read = meeting({ start: wall('10'), end: wall('11') });
  const see = async (at: number) => {
    const seen = await seeOccasion(read, {
      reader: readerOf(store),
      now: () => at,
      zone: 'UTC',
      keep: (...given) => keepSeen(store, ...given),
    });
    await seen.kept;
    return seen.brief.prompts[0]?.key ?? '';
  };
  const shown = async (at: number) =>
    (await loadKnowledge(readerOf(store), [], { pinyin: null, now: at })).knowledge.shown ?? new Map();
  const noon = dayOf(now) * day + day / 2;
  const key = await see(noon);
  expect(key).not.toBe('');
  await see(noon + 1);
  expect((await shown(noon + 1)).get(key)).toBe(0);
  expect((await shown(noon + 2 * day)).get(key)).toBe(1);
  expect((await shown(noon + 200 * day)).get(key)).toBeUndefined();
  await see(noon + 2 * day);
  expect((await shown(noon + 4 * day)).get(key)).toBe(2);
  await store.settings.put({ ...newSettings(now), keepSeen: false });
  await see(noon + 4 * day);
  expect((await store.shown.get(key))?.days).toBe(2);
  await store.settings.put({ ...newSettings(now), keepDays: 30 });
  await prune(store, noon + 31 * day);
  expect(await store.shown.count()).toBeGreaterThan(0);
  await prune(store, noon + 33 * day);
  expect(await store.shown.count()).toBe(0);
  store.close();
});
