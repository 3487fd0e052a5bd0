import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recordTables } from '../../../records/tables.ts';
import { rowSchemas } from '../../../storage/schema.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/backup.md'), 'utf8');

/** Every field name in a schema, those inside lists and objects too. */
function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { entries, item, wrapped, pipe } = schema as {
    entries?: object;
    item?: unknown;
    wrapped?: unknown;
    pipe?: unknown[];
  };
  const own =
    entries === undefined ? [] : Object.entries(entries).flatMap(([name, inner]) => [name, ...fieldsOf(inner)]);
  return [...own, ...fieldsOf(item), ...fieldsOf(wrapped), ...(pipe?.[0] === schema ? [] : fieldsOf(pipe?.[0]))];
}

const always = ['id', 'createdAt', 'updatedAt'];
/** Told once, for people, and referred to by name. */
const asOfPeople = ['written', 'key', 'text'];

test.each(recordTables)('docs/backup.md says what each field of %s is', (table) => {
  const start = page.indexOf(`### \`${table}\``);
  expect(start, 'a section of its own').toBeGreaterThan(0);
  const end = page.indexOf('\n### ', start + 1);
  const section = page.slice(start, end < 0 ? undefined : end);
  const fields = [...new Set(fieldsOf(rowSchemas[table]))].filter((name) => !always.includes(name));
  expect(fields.length).toBeGreaterThan(2);
  const told = (name: string) => section.includes(`\`${name}\``) || (table === 'settings' && asOfPeople.includes(name));
  expect(fields.filter((name) => !told(name))).toEqual([]);
});
