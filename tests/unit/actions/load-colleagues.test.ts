import { expect, test } from 'vitest';
import { keepSeen } from '../../../actions/keep-seen.ts';
import { loadColleagues } from '../../../actions/load-colleagues.ts';
import { seeOccasion } from '../../../actions/see-occasion.ts';
import { newPerson, newWant, type Person } from '../../../records/person.ts';
import { newSettings } from '../../../records/settings.ts';
import { newTip } from '../../../records/tip.ts';
import { domainOf } from '../../../storage/schema.ts';
import type { Store } from '../../../storage/store.ts';
import { freshStore, now, readerOf } from '../storage/fresh-store.ts';
import { meeting } from './readings.ts';

const day = 86_400_000;

const person = (id: string, address: string, given: Partial<Person> = {}): Person => ({
  ...newPerson({ name: id, addresses: [{ key: address, written: address }] }, now),
  id,
  ...given,
});
const ana = person('ana', 'ana@x.org');

const met = (store: Store, key: string, daysAgo: number, occasionId = `${key}${daysAgo}`) =>
  store.contacts.add({ key, domain: domainOf(key), at: now - daysAgo * day, kind: 'mail', occasionId });

async function loaded(store: Store, given: Partial<Parameters<typeof loadColleagues>[1]> = {}) {
  const found = await loadColleagues(readerOf(store), { present: [ana], wanting: [], own: [], ...given }, now);
  return { colleagues: found.colleagues.map(({ id }) => id), crowded: [...found.crowded], contacts: found.contacts };
}

test('colleagues are kept people of the same domain, met within twelve months, and not here', async () => {
  const store = await freshStore();
  await store.people.bulkAdd([ana, person('bo', 'bo@x.org'), person('cy', 'cy@x.org'), person('di', 'di@y.org')]);
  await met(store, 'ana@x.org', 1);
  await met(store, 'bo@x.org', 300);
  await met(store, 'cy@x.org', 366);
  await met(store, 'di@y.org', 1);
  await met(store, 'unkept@x.org', 1);
  const found = await loaded(store);
  expect(found).toMatchObject({ colleagues: ['bo'], crowded: [] });
  expect([...found.contacts].map(([id, rows]) => [id, rows.map(({ at }) => at)])).toEqual([['bo', [now - 300 * day]]]);
  expect(await loaded(store, { own: ['me@x.org'] })).toMatchObject({ colleagues: [], crowded: [] });
  store.close();
});

test('those who want something are found by the name of the house too', async () => {
  const store = await freshStore();
  const here = { ...ana, organisation: 'Mill' };
  const bo = person('bo', 'bo@gmail.com', { organisation: 'Mill', needs: [newWant('a hall', now)] });
  await store.people.bulkAdd([here, bo]);
  await met(store, 'bo@gmail.com', 2);
  expect(await loaded(store, { present: [here], wanting: [here, bo] })).toMatchObject({ colleagues: ['bo'] });
  store.close();
});

test('a domain with many contacts is crowded, and not read through', async () => {
  const store = await freshStore();
  await store.people.add(ana);
  for (let n = 0; n < 300; n += 1) await met(store, `u${n}@x.org`, 2);
  expect(await loaded(store)).toMatchObject({ colleagues: [], crowded: ['x.org'] });
  store.close();
});

test('the brief names another circle, until a colleague was met', async () => {
  const store = await freshStore();
  const here = person('ana', 'ana@x.org', { organisation: 'Tide Mill' });
  await store.people.bulkAdd([here, person('bo', 'bo@x.org')]);
  const settings = newSettings(now);
  const mine = { key: 'me@own.example', written: 'me@own.example' };
  await store.settings.put({ ...settings, me: { ...settings.me, addresses: [mine] } });
  await store.tips.add({ ...newTip({ text: 'a tide', reach: 'few', few: ['ana'] }, now), id: 'tide' });
  const reasons = async () => {
    const reader = readerOf(store);
    const seen = await seeOccasion(
      { ...meeting(), own: null },
      {
        reader,
        now: () => now,
        zone: 'Asia/Shanghai',
        keep: (...given) => keepSeen(store, ...given),
      },
    );
    await seen.kept;
    return seen.brief.prompts
      .filter(({ kind }) => kind === 'share')
      .flatMap(({ because }) => because)
      .filter(({ code }) => code === 'another-circle');
  };
  expect(await reasons()).toEqual([
    { code: 'another-circle', params: { organisation: 'Tide Mill' }, from: { table: 'people', id: 'ana' } },
  ]);
  await met(store, 'bo@x.org', 20);
  expect(await reasons()).toEqual([]);
  store.close();
});
