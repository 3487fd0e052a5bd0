import type { ImportKind } from '../records/planner.ts';
import { Problem } from '../records/problem.ts';
import { type Backup, readBackup } from './backup.ts';
import { type CsvTable, personsOfCsv, readCsv } from './csv.ts';
import { type CsvField, type CsvMapping, csvFields } from './csv-mapping.ts';
import { type DetectedFile, detectFile } from './detect.ts';
import { type CalendarContext, parseCalendar } from './icalendar.ts';
import { parseMail, parseMbox } from './mail.ts';
import type { Parsed, ParsedOccasion, ParsedPerson, Rejection, RejectionCode } from './parsed.ts';
import { decodeText } from './text-encoding.ts';
import { parseVcards } from './vcard.ts';

/** Everything that one file holds. `table`: of a CSV, with the mapping that was used. */
export interface ReadFile {
  name: string;
  kind: ImportKind;
  people: ParsedPerson[];
  occasions: ParsedOccasion[];
  passedOver: Parsed<unknown>['passedOver'];
  rejected: Rejection[];
  table: (CsvTable & { used: CsvMapping }) | null;
  backup: Backup | null;
}

const whyUnknown: Record<NonNullable<DetectedFile['unknown']>, RejectionCode> = {
  empty: 'empty-file',
  archive: 'archive',
  binary: 'unknown-kind',
  'no-such-text': 'unknown-kind',
};

const isField = (text: string): text is CsvField => (csvFields as readonly string[]).includes(text);

/** The proposed mapping, with what the user set differently; a field that is none is passed over. */
function mappingOf(table: CsvTable, given: Readonly<Record<string, string>> | undefined): CsvMapping {
  const set = Object.entries(given ?? {}).flatMap(([heading, field]) =>
    isField(field) ? [[heading, field] as const] : [],
  );
  return { ...table.mapping, ...Object.fromEntries(set) };
}

const whole = (code: Rejection['code'], detail = ''): Rejection => ({ line: null, code, detail, text: '' });

async function contentOf(
  kind: ImportKind,
  bytes: Uint8Array,
  context: CalendarContext,
  mapping: Readonly<Record<string, string>> | undefined,
): Promise<Partial<ReadFile>> {
  const people = ({ records, rejected, passedOver }: Parsed<ParsedPerson>) => ({
    people: records,
    rejected,
    passedOver,
  });
  const occasions = ({ records, rejected, passedOver }: Parsed<ParsedOccasion>) => ({
    occasions: records,
    rejected,
    passedOver,
  });
  switch (kind) {
    case 'vcard':
      return people(parseVcards(decodeText(bytes).text));
    case 'csv': {
      const table = readCsv(decodeText(bytes).text);
      const used = mappingOf(table, mapping);
      return { ...people(personsOfCsv(table, used)), table: { ...table, used } };
    }
    case 'icalendar':
      return occasions(parseCalendar(decodeText(bytes).text, context));
    case 'mail':
      return occasions(await parseMail(bytes));
    case 'mbox':
      return occasions(await parseMbox(bytes));
    case 'backup':
      return { backup: await readBackup(bytes) };
    case 'unknown':
      return {};
  }
}

/**
 * Tells a file's kind by its content and reads it, without touching the store. A file that cannot be read at all is
 * one rejection without a line. Never throws. `mapping`: of a CSV's columns, as the user set it.
 */
export async function readFile(
  name: string,
  bytes: Uint8Array,
  context: CalendarContext,
  mapping?: Readonly<Record<string, string>>,
): Promise<ReadFile> {
  const { kind, unknown } = detectFile(bytes);
  const empty: ReadFile = {
    name,
    kind,
    people: [],
    occasions: [],
    passedOver: {},
    rejected: [],
    table: null,
    backup: null,
  };
  if (unknown !== null) return { ...empty, rejected: [whole(whyUnknown[unknown])] };
  try {
    const file = { ...empty, ...(await contentOf(kind, bytes, context, mapping)) };
    const holds =
      file.people.length + file.occasions.length + file.rejected.length + Object.keys(file.passedOver).length;
    return holds > 0 || file.backup !== null ? file : { ...file, rejected: [whole('nothing-found')] };
  } catch (error) {
    const code = error instanceof Problem ? error.code : 'RM-200';
    return { ...empty, rejected: [whole(code, error instanceof Error ? error.message : '')] };
  }
}

/** SHA-256 of a file, hex: what the same file is known again by. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice()));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
