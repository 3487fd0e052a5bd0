import type { CsvTable } from '../interchange/csv.ts';
import type { CsvMapping } from '../interchange/csv-mapping.ts';
import type { Rejection } from '../interchange/parsed.ts';
import { digestOf, type ReadFile, readFile } from '../interchange/read-file.ts';
import type { Mappings, Rejected } from '../records/planner.ts';

/** One file as it was read, before anything is compared with the store. */
export interface ParsedFile extends Pick<ReadFile, 'name' | 'kind' | 'people' | 'occasions' | 'backup'> {
  /** SHA-256 of its bytes, hex. */
  digest: string;
  /** For a CSV: the table and the mapping in force. */
  table: { read: CsvTable; mapping: CsvMapping } | null;
  /** What cannot go in, as shown. */
  rejected: readonly Rejected[];
  /** The same, as it stands in the file. */
  rejections: readonly Rejection[];
  /** Entries left out on purpose, such as a cancelled event. */
  passedOver: number;
}

/** What reading files is handed. `now` in epoch ms; `zone`: for times in calendars that name none. */
export interface ParseContext {
  now: number;
  zone: string;
  mappings: Mappings;
}

/** Reads one file: tells its kind by its content, takes it apart, and says what of it cannot go in. Never throws. */
export async function parseFile(file: File, context: ParseContext): Promise<ParsedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { table, rejected, passedOver, ...read } = await readFile(
    file.name,
    bytes,
    context,
    context.mappings[file.name],
  );
  return {
    ...read,
    digest: await digestOf(bytes),
    table: table && { read: table, mapping: table.used },
    rejected: rejected.map(({ line, code, detail }) => ({ file: file.name, place: line, reason: code, detail })),
    rejections: rejected.filter(({ text }) => text !== ''),
    passedOver: Object.values(passedOver).reduce((sum, n) => sum + n, 0),
  };
}
