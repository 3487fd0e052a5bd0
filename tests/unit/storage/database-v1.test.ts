import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backupRows } from '../../../actions/export-backup.ts';
import { perform } from '../../../actions/perform.ts';
import { personPage } from '../../../actions/person-page.ts';
import { today } from '../../../actions/today.ts';
import { backupText, readBackup } from '../../../interchange/backup.ts';
import { recordTables } from '../../../records/tables.ts';
import { checkRow } from '../../../storage/check-row.ts';
import { contactsOf } from '../../../storage/contacts.ts';
import { openStore } from '../../../storage/open.ts';
import { writePointer } from '../../../storage/pointer.ts';
import type { Rows, TableName } from '../../../storage/schema.ts';
import type { Store } from '../../../storage/store.ts';
import { freshOptions } from './fresh-store.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/storage');
const read = (name: string) => JSON.parse(readFileSync(join(fixtures, name), 'utf8'));

interface StoreShape {
  keyPath: string | string[];
  indexes: { name: string; keyPath: string | string[]; unique: boolean; multiEntry: boolean }[];
}

/** The content of a database of version 1 as it was used: every table has rows, the derived ones too. */
const rows: { [T in TableName]: Rows[T][] } = read('database.v1.json');
for (const row of rows.meanings) row.vector = Int8Array.from(row.vector);

/** Makes the database as version 1 made it, without any code of today, and opens it as this version does. */
async function opened(): Promise<Store> {
  const options = freshOptions();
  const name = 'renmai-01a20000-0000-7000-8000-00000000000f';
  await new Promise<void>((resolve, reject) => {
    const request = options.factory.open(name, 10);
    request.onupgradeneeded = () => {
      for (const [table, { keyPath, indexes }] of Object.entries<StoreShape>(read('schema.v1.json'))) {
        const store = request.result.createObjectStore(table, { keyPath });
        for (const index of indexes) store.createIndex(index.name, index.keyPath, index);
        for (const row of rows[table as TableName]) store.add(row);
      }
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error);
  });
  await writePointer(options.factory, { name, made: true, previous: null });
  return openStore(options);
}

describe('a database of version 1', () => {
  test('opens with every row, and every row still fits its schema', async () => {
    const store = await opened();
    for (const table of Object.keys(rows) as TableName[]) {
      expect(rows[table].length, table).toBeGreaterThan(0);
      expect(await store.rows(table).count(), table).toBe(rows[table].length);
      for (const row of await store.rows(table).toArray()) expect(checkRow(table, row)).toEqual(row);
    }
    store.close();
  });

  test('is read, shown and gone on with', async () => {
    const store = await opened();
    const now = Math.max(...rows.changes.map((change) => change.createdAt)) + 1_000;
    const ana = rows.people.find((person) => person.otherNames.includes('Anita'));
    expect((await personPage(store, ana?.id ?? '', now))?.timeline.map((item) => item.is).sort()).toEqual(
      ['cooperation', 'introduction', 'note', 'note', 'occasion', 'review', 'share'].sort(),
    );
    const view = await today(store, { pinyin: null, now });
    expect(view.ahead.map((brief) => brief.occasion.title)).toEqual(['Choir']);
    expect(view.ahead[0]?.people.map((person) => person.match)).toContain('known');
    expect(view.due.map((item) => item.is).sort()).toEqual(['cooperation', 'introduction', 'share', 'step']);
    const last = [...rows.changes]
      .sort((a, b) => (a.id < b.id ? 1 : -1))
      .find((change) => change.act === 'save-matter');
    expect(await perform({ act: 'undo', changeId: last?.id ?? '' }, { store, now: () => now })).toMatchObject({
      ok: true,
    });
    expect(await store.matters.count()).toBe(0);
    store.close();
  });

  test('has the contacts that its occasions stand for', () => {
    const key = (contact: object) => JSON.stringify(contact);
    expect(rows.occasions.flatMap(contactsOf).map(key).sort()).toEqual(rows.contacts.map(key).sort());
  });

  test('goes into a backup and out of it unchanged', async () => {
    const store = await opened();
    const text = [...backupText(await backupRows(store), 0)].join('');
    const backup = await readBackup(new TextEncoder().encode(text));
    for (const table of recordTables) {
      const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
      expect([...backup.tables[table]].sort(byId)).toEqual([...rows[table]].sort(byId));
    }
    store.close();
  });
});
