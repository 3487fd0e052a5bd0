import type { Backup } from '../interchange/backup.ts';
import { readBackup } from '../interchange/backup.ts';
import { type CsvTable, personsOfCsv, readCsv } from '../interchange/csv.ts';
import { type CsvField, type CsvMapping, csvFields } from '../interchange/csv-mapping.ts';
import { detectFile } from '../interchange/detect.ts';
import { parseCalendar } from '../interchange/icalendar.ts';
import type { ParsedOccasion, ParsedPerson, Rejection } from '../interchange/parsed.ts';
import { decodeText } from '../interchange/text-encoding.ts';
import { parseVcards } from '../interchange/vcard.ts';
import type { ImportKind, Mappings, Rejected } from '../records/planner.ts';
import { Problem } from '../records/problem.ts';

/** One file as it was read, before anything is compared with the store. */
export interface ParsedFile {
  name: string;
  kind: ImportKind;
  /** SHA-256 of its bytes, hex. */
  digest: string;
  people: readonly ParsedPerson[];
  occasions: readonly ParsedOccasion[];
  backup: Backup | null;
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

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const isField = (text: string): text is CsvField => (csvFields as readonly string[]).includes(text);

function mappingOf(table: CsvTable, given: Readonly<Record<string, string>> | undefined): CsvMapping {
  if (given === undefined) return table.mapping;
  const typed = Object.entries(given).flatMap(([heading, field]) =>
    isField(field) ? [[heading, field] as const] : [],
  );
  return { ...table.mapping, ...Object.fromEntries(typed) };
}

type Content = Pick<ParsedFile, 'people' | 'occasions' | 'backup' | 'table' | 'rejections' | 'passedOver'> & {
  whole: { reason: string; detail: string } | null;
};

const nothing: Content = {
  people: [],
  occasions: [],
  backup: null,
  table: null,
  rejections: [],
  passedOver: 0,
  whole: null,
};

const passed = (counts: Partial<Record<string, number>>): number =>
  Object.values(counts).reduce<number>((sum, n) => sum + (n ?? 0), 0);

async function contentOf(
  kind: ImportKind,
  unknown: string | null,
  bytes: Uint8Array,
  context: ParseContext,
  mapping: Readonly<Record<string, string>> | undefined,
): Promise<Content> {
  if (kind === 'backup') return { ...nothing, backup: await readBackup(bytes) };
  const text = () => decodeText(bytes).text;
  if (kind === 'vcard') {
    const { records, rejected, passedOver } = parseVcards(text());
    return { ...nothing, people: records, rejections: rejected, passedOver: passed(passedOver) };
  }
  if (kind === 'csv') {
    const read = readCsv(text());
    const table = { read, mapping: mappingOf(read, mapping) };
    const { records, rejected, passedOver } = personsOfCsv(read, table.mapping);
    return { ...nothing, people: records, table, rejections: rejected, passedOver: passed(passedOver) };
  }
  if (kind === 'icalendar') {
    const { records, rejected, passedOver } = parseCalendar(text(), context);
    return { ...nothing, occasions: records, rejections: rejected, passedOver: passed(passedOver) };
  }
  const reason = unknown === 'empty' ? 'empty-file' : unknown === 'archive' ? 'archive' : 'unknown-kind';
  return { ...nothing, whole: { reason, detail: '' } };
}

/** Reads one file: tells its kind by its content, takes it apart, and says what of it cannot go in. Never throws. */
export async function parseFile(file: File, context: ParseContext): Promise<ParsedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { kind, unknown } = detectFile(bytes);
  const content = await contentOf(kind, unknown, bytes, context, context.mappings[file.name]).catch(
    (error): Content => {
      const reason = error instanceof Problem ? error.code : 'RM-200';
      return { ...nothing, whole: { reason, detail: error instanceof Error ? error.message : '' } };
    },
  );
  const { whole, ...rest } = content;
  const rejected = content.rejections.map(({ line, code, detail }) => ({
    file: file.name,
    place: line,
    reason: code,
    detail,
  }));
  return {
    name: file.name,
    kind,
    digest: await digestOf(bytes),
    ...rest,
    rejected: whole === null ? rejected : [...rejected, { file: file.name, place: null, ...whole }],
  };
}
