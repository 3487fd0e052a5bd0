import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isRecordTable, recordTables } from '../../../records/tables.ts';
import { rowSchemas, schemaVersion, version1 } from '../../../storage/schema.ts';
import { freshStore } from './fresh-store.ts';

const fixture = join(import.meta.dirname, '../../fixtures/storage/schema.v1.json');

/** What a browser was really told to make: stores, key paths and indexes. */
async function installed(): Promise<unknown> {
  const database = (await freshStore()).backendDB();
  const names = [...database.objectStoreNames];
  const transaction = database.transaction(names, 'readonly');
  return Object.fromEntries(
    names.map((name) => {
      const store = transaction.objectStore(name);
      const indexes = [...store.indexNames].map((index) => {
        const { keyPath, unique, multiEntry } = store.index(index);
        return { name: index, keyPath, unique, multiEntry };
      });
      return [name, { keyPath: store.keyPath, indexes }];
    }),
  );
}

test('version 1 is as it shipped: a shipped version is never edited, a new one is added', async () => {
  expect(JSON.parse(JSON.stringify(await installed()))).toEqual(JSON.parse(readFileSync(fixture, 'utf8')));
  expect(schemaVersion).toBe(1);
});

test('every table has a row schema and, but for derived ones, a place in the backup', () => {
  expect(Object.keys(rowSchemas).sort()).toEqual(Object.keys(version1).sort());
  expect([...recordTables, 'contacts', 'meanings', 'shown'].sort()).toEqual(Object.keys(version1).sort());
  expect(isRecordTable('people')).toBe(true);
  expect(isRecordTable('meanings')).toBe(false);
  expect(isRecordTable('toString')).toBe(false);
});
