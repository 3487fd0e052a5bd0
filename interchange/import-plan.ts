import Papa from 'papaparse';
import type { ImportCounts, PlannedFile, Rejected } from '../records/planner.ts';
import { backupTables } from './backup.ts';
import { csvFields } from './csv-mapping.ts';
import type { PlannedOccasion } from './import-occasions.ts';
import type { PlannedPerson } from './import-people.ts';
import type { ReadFile } from './read-file.ts';

/** So many rows of a table are shown beside its mapping. */
const sampleRows = 5;

/** What one file would do: its content and the plans made of it, in the order of its entries. */
export interface FilePlan {
  file: ReadFile;
  people: readonly PlannedPerson[];
  occasions: readonly PlannedOccasion[];
}

/** Counts of one file: what is passed over counts as skipped, what is rejected as failed. A backup counts its rows as added. */
export function countsOf({ file, people, occasions }: FilePlan): ImportCounts {
  const counts: ImportCounts = { added: 0, updated: 0, skipped: 0, failed: file.rejected.length };
  for (const { is } of [...people, ...occasions])
    counts[is === 'add' ? 'added' : is === 'update' ? 'updated' : 'skipped'] += 1;
  for (const times of Object.values(file.passedOver)) counts.skipped += times;
  if (file.backup) for (const table of backupTables) counts.added += file.backup.tables[table].length;
  return counts;
}

/** The sum of several counts. */
export const sumOf = (all: readonly ImportCounts[]): ImportCounts =>
  all.reduce(
    (sum, one) => ({
      added: sum.added + one.added,
      updated: sum.updated + one.updated,
      skipped: sum.skipped + one.skipped,
      failed: sum.failed + one.failed,
    }),
    { added: 0, updated: 0, skipped: 0, failed: 0 },
  );

/** A file's plan as the import screen shows it. */
export function plannedFile(plan: FilePlan): PlannedFile {
  const { table, backup, name, kind } = plan.file;
  return {
    name,
    kind,
    counts: countsOf(plan),
    columns: table && {
      headings: table.headings,
      samples: table.rows.slice(0, sampleRows).map(({ cells }) => table.headings.map((_, i) => cells[i] ?? '')),
      mapping: table.used,
      fields: csvFields,
    },
    backup: backup && {
      exportedAt: backup.exportedAt,
      tables: Object.fromEntries(backupTables.map((one) => [one, backup.tables[one].length])),
    },
  };
}

/** What of the files cannot go in, as the import screen lists it. */
export const rejectedOf = (files: readonly ReadFile[]): Rejected[] =>
  files.flatMap((file) =>
    file.rejected.map(({ line, code, detail }) => ({ file: file.name, place: line, reason: code, detail })),
  );

/**
 * The rejected parts of one file as they stood in it, to be mended and imported again: a CSV with its headings, else the
 * parts one after another, each after a line that says where it was and why it was rejected. Null when there are none.
 */
export function rejectedText(file: ReadFile): { name: string; text: string } | null {
  const parts = file.rejected.filter((one) => one.text !== '');
  if (parts.length === 0) return null;
  const name = file.name.replace(/(\.\w{1,5})?$/, '.rejected$1');
  if (file.table) {
    const headings = Papa.unparse([file.table.headings]);
    return { name, text: `${[headings, ...parts.map((one) => one.text)].join('\r\n')}\r\n` };
  }
  const told = parts.flatMap(({ line, code, detail, text }) => [
    `X-REJECTED:${line ?? ''} ${code} ${detail}`.trimEnd(),
    text,
  ]);
  return { name, text: `${told.join('\r\n')}\r\n` };
}
