import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type BackupRows, backupText, backupVersion, noRows, readBackup } from '../../../interchange/backup.ts';
import { gunzip, gzip, isGzip } from '../../../interchange/gzip.ts';
import { newBase } from '../../../records/base.ts';
import { newNote, newPerson, newWant } from '../../../records/person.ts';
import { newSettings } from '../../../records/settings.ts';
import { recordSchemas, recordTables } from '../../../records/tables.ts';
import { newTip } from '../../../records/tip.ts';

const now = Date.UTC(2026, 10, 24, 9);
const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (rows: BackupRows) => [...backupText(rows, now)].join('');

function sample(): BackupRows {
  const rows = noRows();
  rows.people.push(
    newPerson(
      {
        name: '李伟',
        addresses: [{ written: 'Li@Example.cn', key: 'li@example.cn' }],
        notes: [newNote('secret', true, now)],
      },
      now,
    ),
    newPerson({ name: 'Ana "Nan" Lima', needs: [newWant('a loom\u2028', now)] }, now),
  );
  rows.tips.push(newTip({ text: 'the hall is free' }, now));
  rows.settings.push(newSettings(now));
  rows.changes.push({
    ...newBase(now),
    act: 'add-note',
    undone: false,
    importId: null,
    rows: [{ table: 'people', id: 'p', before: null, after: { z: 1, a: [{ y: 1, b: 2 }] } }],
  });
  return rows;
}

describe('what is written is read back', () => {
  test('plain and packed', async () => {
    const rows = sample();
    for (const file of [bytes(textOf(rows)), await gzip(backupText(rows, now))]) {
      const backup = await readBackup(file);
      expect(backup).toMatchObject({ version: backupVersion, exportedAt: '2026-11-24T09:00:00.000Z' });
      for (const table of recordTables)
        expect(backup.tables[table]).toEqual([...rows[table]].sort((a, b) => (a.id < b.id ? -1 : 1)));
    }
    expect(isGzip(await gzip(['x']))).toBe(true);
    expect(new TextDecoder().decode(await gunzip(await gzip(['你', 'x'])))).toBe('你x');
  });

  test('the same records give the same bytes, whatever their order and that of their fields', () => {
    const rows = sample();
    const turned = noRows();
    for (const table of recordTables) {
      const list: unknown[] = turned[table];
      for (const row of [...rows[table]].reverse()) list.push(Object.fromEntries(Object.entries(row).reverse()));
    }
    expect(textOf(turned)).toBe(textOf(rows));
    expect(JSON.parse(textOf(rows))).toMatchObject({ format: 'renmai-backup', version: backupVersion });
  });

  test('tables left out are empty, for an older version had fewer', async () => {
    const file = `{"format":"renmai-backup","version":1,"exportedAt":"2026-01-01T00:00:00Z","tables":{}}`;
    expect((await readBackup(bytes(file))).tables).toEqual(noRows());
  });
});

describe('what is wrong is said by number, table, row and field', () => {
  const good = textOf(sample());
  const changed = (
    change: (json: Record<string, unknown> & { tables: Record<string, Record<string, unknown>[]> }) => void,
  ) => {
    const json = JSON.parse(good);
    change(json);
    return bytes(JSON.stringify(json));
  };
  test.each<[string, string, () => Uint8Array | Promise<Uint8Array>, RegExp]>([
    ['RM-201', 'not JSON', () => bytes('hello'), /not JSON/],
    ['RM-201', 'other JSON', () => bytes('{"a":1}'), /format/],
    ['RM-201', 'a list', () => bytes('[]'), /no backup/],
    ['RM-201', 'no tables', () => changed((json) => Reflect.deleteProperty(json, 'tables')), /tables/],
    ['RM-201', 'a table that is no list', () => changed((json) => Object.assign(json.tables, { tips: {} })), /tips/],
    ['RM-201', 'no date', () => changed((json) => Object.assign(json, { exportedAt: 'x' })), /exportedAt/],
    ['RM-202', 'cut off', () => bytes(good.slice(0, -200)), /breaks off/],
    [
      'RM-203',
      'a newer version',
      () => changed((json) => Object.assign(json, { version: backupVersion + 1 })),
      /Update/,
    ],
    ['RM-204', 'a packed file cut off', async () => (await gzip([good])).subarray(0, 300), /damaged/],
    [
      'RM-204',
      'a packed file changed',
      async () => (await gzip([good])).map((byte, i) => (i === 200 ? byte ^ 255 : byte)),
      /damaged/,
    ],
    [
      'RM-205',
      'a missing field',
      () => changed((json) => Reflect.deleteProperty(json.tables.people?.[1] ?? {}, 'name')),
      /“people”, row 2, field “name”/,
    ],
    [
      'RM-205',
      'a field of another kind',
      () =>
        changed((json) => Object.assign(json.tables.people?.[0] ?? {}, { addresses: [{ written: 1, key: 'k@x' }] })),
      /“people”, row 1, field “addresses.0.written”/,
    ],
    [
      'RM-205',
      'a row that is none',
      () => changed((json) => Object.assign(json.tables, { tips: [null] })),
      /“tips”, row 1/,
    ],
    [
      'RM-206',
      'an id twice',
      () => changed((json) => json.tables.tips?.push(json.tables.tips[0] ?? {})),
      /“tips” \(row 2\)/,
    ],
    ['RM-207', 'a table unknown', () => changed((json) => Object.assign(json.tables, { secrets: [] })), /“secrets”/],
  ])('%s: %s', async (code, _what, file, message) => {
    await expect(readBackup(await file())).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test('any bytes: a numbered error, nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 100 }), fc.boolean(), async (junk, packed) => {
        const file = packed ? Uint8Array.from([0x1f, 0x8b, ...junk]) : junk;
        await expect(readBackup(file)).rejects.toMatchObject({ code: expect.stringMatching(/^RM-20\d$/) });
      }),
      { numRuns: 200 },
    );
  });
});

test('docs/backup.schema.json says the same as the schemas (to write it anew: UPDATE_SCHEMA=1)', async () => {
  const tables = v.object(
    Object.fromEntries(recordTables.map((table) => [table, v.optional(v.array(recordSchemas[table]))])),
  );
  const file = v.object({
    format: v.literal('renmai-backup'),
    version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(backupVersion)),
    exportedAt: v.pipe(v.string(), v.isoTimestamp()),
    tables,
  });
  const schema = {
    title: 'Renmai backup file',
    ...toJsonSchema(file, { errorMode: 'ignore', target: 'draft-2020-12' }),
  };
  const path = resolve(import.meta.dirname, '../../../docs/backup.schema.json');
  if (process.env.UPDATE_SCHEMA) {
    const { writeFileSync } = await import('node:fs');
    writeFileSync(path, `${JSON.stringify(schema, null, 2)}\n`);
  }
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
});
