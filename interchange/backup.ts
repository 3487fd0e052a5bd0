import * as v from 'valibot';
import { Problem } from '../records/problem.ts';
import { type RecordRows, type RecordTable, recordSchemas, recordTables } from '../records/tables.ts';
import { gunzip, isGzip } from './gzip.ts';

/** The version of the file that this program writes; it reads this one and all before it. */
export const backupVersion = 1;

/** The rows of each table. Derived tables are left out: they are made again. */
export type BackupRows = { [T in RecordTable]: RecordRows[T][] };

/** A backup that was read and checked. `exportedAt`: ISO 8601, UTC. */
export interface Backup {
  version: number;
  exportedAt: string;
  tables: BackupRows;
}

/** A backup with no rows. */
export const noRows = (): BackupRows =>
  Object.fromEntries(recordTables.map((table) => [table, []])) as unknown as BackupRows;

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** A value with the fields of objects in a fixed order: those of the schema as it names them, any others by name. */
function ordered(value: unknown, schema: unknown): unknown {
  if (Array.isArray(value)) {
    const item = (schema as { item?: unknown } | undefined)?.item;
    return value.map((one) => ordered(one, item));
  }
  if (typeof value !== 'object' || value === null) return value;
  const inner = (schema as { wrapped?: unknown } | undefined)?.wrapped;
  if (inner !== undefined) return ordered(value, inner);
  const entries = (schema as { entries?: Record<string, unknown> } | undefined)?.entries ?? {};
  const known = Object.keys(entries);
  const fields = value as Record<string, unknown>;
  const others = Object.keys(fields)
    .filter((name) => !known.includes(name))
    .sort();
  const names = [...known.filter((name) => name in fields), ...others];
  return Object.fromEntries(names.map((name) => [name, ordered(fields[name], entries[name])]));
}

/**
 * The text of a backup file, in pieces of about one row: `{"format":"renmai-backup","version":1,"exportedAt":…,"tables":{…}}`.
 * Rows sorted by id, fields in a fixed order: the same records give the same text. `exportedAt` in epoch ms. Holds
 * everything, confidential notes too.
 */
export function* backupText(tables: BackupRows, exportedAt: number): Generator<string> {
  const head = { format: 'renmai-backup', version: backupVersion, exportedAt: new Date(exportedAt).toISOString() };
  yield `${JSON.stringify(head).slice(0, -1)},"tables":{`;
  for (const [i, table] of recordTables.entries()) {
    yield `${i === 0 ? '' : ','}\n${JSON.stringify(table)}:[`;
    const rows = [...tables[table]].sort(byId);
    for (const [j, row] of rows.entries())
      yield `${j === 0 ? '' : ','}\n${JSON.stringify(ordered(row, recordSchemas[table]))}`;
    yield ']';
  }
  yield '\n}}\n';
}

const noBackup = (why: string, cause?: unknown): Problem =>
  new Problem(
    'RM-201',
    `This is no backup of Renmai: ${why}. Choose the .json or .json.gz file that Renmai saved.`,
    false,
    {
      cause,
    },
  );

function parseJson(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!/^\s*\{\s*"format"\s*:\s*"renmai-backup"/.test(text.slice(0, 200))) throw noBackup('it is not JSON', cause);
    const said = cause instanceof Error ? cause.message : '';
    throw new Problem(
      'RM-202',
      `The backup breaks off or was changed, so nothing of it was taken in (${said}). Copy it again from where it was saved.`,
      false,
      { cause },
    );
  }
}

const headSchema = v.object({
  format: v.literal('renmai-backup'),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  exportedAt: v.string(),
  tables: v.record(v.string(), v.unknown()),
});

/** Checks one row. Throws `RM-205` that names table, row (from 1), field and what is wrong. */
function checkRow<T extends RecordTable>(table: T, row: unknown, number: number): BackupRows[T][number] {
  const checked = v.safeParse(recordSchemas[table], row);
  if (checked.success) return checked.output as BackupRows[T][number];
  const [issue] = checked.issues;
  const field = v.getDotPath(issue as v.BaseIssue<unknown>) ?? 'the row itself';
  throw new Problem(
    'RM-205',
    `The backup does not fit: table “${table}”, row ${number}, field “${field}”: ${issue.message} Nothing was taken in. Correct that field, or choose another backup.`,
  );
}

/**
 * Reads a backup, packed (gzip) or plain, and checks every row. All or nothing. Throws `RM-201` (no backup), `RM-202` (broken JSON),
 * `RM-203` (from a newer version), `RM-204` (damaged gzip), `RM-205` (a row does not fit), `RM-206` (one id twice in a
 * table), `RM-207` (a table that this version does not have).
 */
export async function readBackup(bytes: Uint8Array): Promise<Backup> {
  const json = parseJson(isGzip(bytes) ? await gunzip(bytes) : bytes);
  const head = v.safeParse(headSchema, json);
  if (!head.success) {
    const [issue] = head.issues;
    throw noBackup(`field “${v.getDotPath(issue as v.BaseIssue<unknown>) ?? 'format'}” is missing or wrong`);
  }
  const { version, exportedAt, tables } = head.output;
  if (version > backupVersion)
    throw new Problem(
      'RM-203',
      `This backup is of version ${version}; this Renmai reads up to ${backupVersion}. Update Renmai, then restore it.`,
    );
  if (Number.isNaN(Date.parse(exportedAt))) throw noBackup('field “exportedAt” is no date');
  const strange = Object.keys(tables).find((table) => !(table in recordSchemas));
  if (strange !== undefined)
    throw new Problem(
      'RM-207',
      `The backup has a table “${strange.slice(0, 100)}” that Renmai does not know. Nothing was taken in.`,
    );

  const checked = noRows();
  for (const table of recordTables) {
    const rows = tables[table] ?? [];
    if (!Array.isArray(rows)) throw noBackup(`table “${table}” is no list`);
    const ids = new Set<string>();
    const list: unknown[] = checked[table];
    rows.forEach((row, i) => {
      const one = checkRow(table, row, i + 1);
      if (ids.has(one.id))
        throw new Problem(
          'RM-206',
          `The backup has id “${one.id}” twice in table “${table}” (row ${i + 1}). Nothing was taken in. Take one of the two rows out.`,
        );
      ids.add(one.id);
      list.push(one);
    });
  }
  return { version, exportedAt, tables: checked };
}
