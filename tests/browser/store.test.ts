import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { meetingPage, meetingUrl } from './attacks/meeting-page.ts';
import { browserForFile } from './browser.ts';
import { eventually, type Tab } from './driver.ts';
import { panelNow, panelShowing, shownIn } from './screens/panel.ts';
import { openPlanner } from './screens/planner.ts';

const browser = browserForFile();
const fixtures = join(import.meta.dirname, '../fixtures/storage');
const read = (name: string) => JSON.parse(readFileSync(join(fixtures, name), 'utf8'));

let count = 0;

/** A tab with a meeting nobody saw before. */
async function meet(title: string, email: string): Promise<Tab> {
  count += 1;
  const url = `${meetingUrl}?store=${count}`;
  browser().serve(url, meetingPage(title, [{ name: 'Ana', email }], `store${count}`));
  const tab = await browser().newTab();
  await tab.goto(url);
  return tab;
}

/** All rows of a table, read in a page of ours without any code of ours. */
const rowsOf = (page: Tab, table: string): Promise<{ name: string; rows: Record<string, unknown>[] }> =>
  page.evaluate(async (table) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const pointers = await done(indexedDB.open('renmai-pointer'));
    const pointer = await done(pointers.transaction('pointer').objectStore('pointer').get('current'));
    pointers.close();
    const database = await done(indexedDB.open(pointer.name));
    const rows = await done(database.transaction(table).objectStore(table).getAll());
    database.close();
    return { name: pointer.name, rows };
  }, table);

test('what a panel was shown for is kept: the occasion, its contacts, the addresses seen', async () => {
  await panelShowing(await meet('Store one', 'ana.store@example.com'), 'Store one');
  const planner = await openPlanner(browser(), '#/people');
  const seen = await eventually('the occasion to be kept', async () => {
    const { rows } = await rowsOf(planner, 'occasions');
    return rows.find((row) => row.title === 'Store one') ?? null;
  });
  expect(seen).toMatchObject({ site: 'google-calendar', kind: 'meeting', keys: ['ana.store@example.com'] });
  const { rows } = await rowsOf(planner, 'sightings');
  expect(rows).toContainEqual(expect.objectContaining({ key: 'ana.store@example.com', name: 'Ana', days: 1 }));
});

test('a database of version 1, made as that version made it, opens and its people are known', async () => {
  const planner = await openPlanner(browser(), '#/settings');
  await planner.evaluate(
    async ({ schema, rows }) => {
      const done = (request: IDBOpenDBRequest) =>
        new Promise<IDBDatabase>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const name = 'renmai-01a20000-0000-7000-8000-00000000000f';
      const making = indexedDB.open(name, 10);
      making.onupgradeneeded = () => {
        for (const [table, { keyPath, indexes }] of Object.entries(schema as Record<string, never>)) {
          const store = making.result.createObjectStore(table, { keyPath });
          for (const index of indexes as { name: string; keyPath: string; unique: boolean; multiEntry: boolean }[])
            store.createIndex(index.name, index.keyPath, index);
          for (const row of (rows as Record<string, { vector?: number[] }[]>)[table] ?? [])
            store.add('vector' in row ? { ...row, vector: Int8Array.from(row.vector ?? []) } : row);
        }
      };
      (await done(making)).close();
      const pointers = await done(indexedDB.open('renmai-pointer'));
      const transaction = pointers.transaction('pointer', 'readwrite');
      transaction.objectStore('pointer').put({ name, made: true, previous: null }, 'current');
      await new Promise((resolve) => {
        transaction.oncomplete = resolve;
      });
      pointers.close();
    },
    { schema: read('schema.v1.json'), rows: read('database.v1.json') },
  );
  // The worker holds the database before: it lets go when that one is deleted.
  await planner.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    for (const name of names.filter((one) => /^renmai-[0-9a-f]{8}/.test(one) && !one.endsWith('-00000000000f')))
      await new Promise((resolve) => {
        indexedDB.deleteDatabase(name).onsuccess = resolve;
      });
  }, null);
  const shown = await eventually(
    'the person to be known',
    async () => {
      const panel = await panelShowing(await meet('Store two', 'ANA.lima@inn.example'), 'Store two');
      const now = await shownIn(panel);
      return now?.people.some((one) => one.match === 'known') ? now : null;
    },
    40_000,
  );
  expect(shown.people.map((one) => one.match)).toContain('known');
  const people = await openPlanner(browser(), '#/people');
  await people.waitUntil(() => document.body.textContent?.includes('Ana Lima') === true, null);
});

test('data of a newer version are said to be so, by panel and planner, and stay as they are', async () => {
  const planner = await openPlanner(browser(), '#/tips');
  const { name } = await rowsOf(planner, 'people');
  await planner.evaluate(async (name) => {
    const request = indexedDB.open(name, 20);
    await new Promise((resolve, reject) => {
      request.onsuccess = resolve;
      request.onerror = () => reject(request.error);
    });
    request.result.close();
  }, name);
  const tab = await meet('Store three', 'ana3@example.com');
  await eventually(
    'the panel to say so',
    async () => {
      const panel = await panelNow(tab);
      // The frame may be loading yet.
      const said = panel?.evaluate(() => document.body?.textContent?.includes('RM-103') === true, null);
      return (await said?.catch(() => false)) ? true : null;
    },
    40_000,
  );
  const again = await openPlanner(browser(), '#/people');
  await again.waitUntil(() => document.body.textContent?.includes('RM-103') === true, null);
  const version = await again.evaluate(
    async (name) => (await indexedDB.databases()).find((one) => one.name === name)?.version,
    name,
  );
  expect(version).toBe(20);
});
