import type { CsvTable } from '../interchange/csv.ts';
import type { CsvMapping } from '../interchange/csv-mapping.ts';
import type { Rejection } from '../interchange/parsed.ts';
import { digestOf, type ReadFile, type ReadHooks, readFile } from '../interchange/read-file.ts';
import type { Mappings, Rejected } from '../records/planner.ts';

/** One file as it was read, before anything is compared with the store. */
export interface ParsedFile extends Pick<ReadFile, 'name' | 'kind' | 'people' | 'occasions' | 'backup' | 'parts'> {
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
export interface ParseContext extends ReadHooks {
  now: number;
  zone: string;
  mappings: Mappings;
}

/** What was chosen as one: a file, or all files of one folder. */
export interface Chosen {
  name: string;
  files: readonly File[];
}

/** Files with a path are of a folder, which is one thing to import. */
export function chosenOf(files: readonly File[]): Chosen[] {
  const folders = new Map<string, File[]>();
  const chosen: Chosen[] = [];
  for (const file of files) {
    const [top = '', ...rest] = (file.webkitRelativePath ?? '').split('/');
    if (rest.length === 0) {
      chosen.push({ name: file.name, files: [file] });
      continue;
    }
    const folder = folders.get(top);
    if (folder !== undefined) folder.push(file);
    else {
      const own = [file];
      folders.set(top, own);
      chosen.push({ name: top, files: own });
    }
  }
  return chosen;
}

/** What was read is kept as long as the browser keeps the file, so that the import after the dry run need not read gigabytes again. */
const known = new WeakMap<File, { mapping: string; zone: string; files: number; parsed: ParsedFile }>();

/** A newer export of the same source has the same name but for numbers, dates and the like. */
const sourceOf = (kind: string, name: string): string =>
  `${kind}:${name
    .toLowerCase()
    .replace(/\.[a-z]{2,5}(\.gz)?$/, '')
    .replace(/\p{N}|[^\p{L}]/gu, '')}`.slice(0, 200);

/** What a folder is known again by: paths, lengths and times of its files. */
const folderDigest = (files: readonly File[]): Promise<string> =>
  digestOf(new Blob(files.map((file) => `${file.webkitRelativePath} ${file.size} ${file.lastModified}\n`)));

/** Reads one file or folder: tells its kind by its content, takes it apart, and says what of it cannot go in. Throws only what the gate throws. */
export async function parseFile({ name, files }: Chosen, context: ParseContext): Promise<ParsedFile> {
  const [first] = files;
  const mapping = JSON.stringify(context.mappings[name] ?? null);
  const before = first === undefined ? undefined : known.get(first);
  if (before && before.mapping === mapping && before.zone === context.zone && before.files === files.length)
    return before.parsed;
  const isFolder = (first?.webkitRelativePath ?? '') !== '';
  const given =
    isFolder || first === undefined ? files.map((file) => ({ path: file.webkitRelativePath, blob: file })) : first;
  const hooks = { ...context, mapping: context.mappings[name] };
  const { table, rejected, passedOver, people, ...read } = await readFile(name, given, context, hooks);
  const source = sourceOf(read.kind, name);
  const parsed = {
    ...read,
    people: people.map((person) => ({ ...person, source })),
    digest: isFolder || first === undefined ? await folderDigest(files) : await digestOf(first),
    table: table && { read: table, mapping: table.used },
    rejected: rejected.map(({ line, code, detail }) => ({ file: name, place: line, reason: code, detail })),
    rejections: rejected.filter(({ text }) => text !== ''),
    passedOver: Object.values(passedOver).reduce((sum, n) => sum + n, 0),
  };
  if (first !== undefined) known.set(first, { mapping, zone: context.zone, files: files.length, parsed });
  return parsed;
}
