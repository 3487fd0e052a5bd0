import Papa from 'papaparse';
import { addressKey } from '../people/address-key.ts';
import { parseMailboxes } from '../people/mailbox.ts';
import { fold } from '../people/name.ts';
import { type CsvField, type CsvMapping, fieldOf, guessMapping } from './csv-mapping.ts';
import { excerpt, lines, oneLine, type Parsed, type ParsedPerson, parsedPerson, type Rejection } from './parsed.ts';

/** A table as it stands in the file. `row`: as a spreadsheet counts it, from 1. Headings are unique. */
export interface CsvTable {
  headings: string[];
  rows: { row: number; cells: string[] }[];
  /** The mapping proposed. */
  mapping: CsvMapping;
  rejected: Rejection[];
}

/** So many unclosed quotes are worked around one by one; after them the rest of the file is given back whole. */
const mostOpenQuotes = 200;

/** Blank lines would mislead the guess, and are only counted in the reading itself. */
const delimiterOf = (text: string): string =>
  Papa.parse(text.slice(0, 100_000), {
    preview: 20,
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', '\t', ';', '|', '，', '；'],
  }).meta.delimiter;

/** All rows, and the lines with a quote that never closes: such a line is taken out and reading goes on behind it. */
function readRows(text: string): { rows: string[][]; rejected: Rejection[] } {
  const rows: string[][] = [];
  const rejected: Rejection[] = [];
  let rest = text;
  const delimiter = delimiterOf(text);
  for (let tries = 0; rest !== ''; tries++) {
    const result = Papa.parse<string[]>(rest, { delimiter });
    const open = result.errors.find(
      (error) =>
        error.code === 'MissingQuotes' ||
        (error.code === 'InvalidQuotes' && result.data[error.row ?? 0]?.some((cell) => cell.includes('\n'))),
    );
    if (!open || tries > mostOpenQuotes) {
      rows.push(...(open ? result.data.slice(0, open.row) : result.data));
      if (open) rejected.push({ line: rows.length + 1, code: 'open-quote', detail: '', text: excerpt(rest) });
      break;
    }
    const good = result.data.slice(0, open.row);
    rows.push(...good);
    const at = open.index ?? rest.length;
    const begin = Math.max(rest.lastIndexOf('\n', at), rest.lastIndexOf('\r', at)) + 1;
    const end = /\r\n|\r|\n/g;
    end.lastIndex = at;
    const stop = end.exec(rest);
    const next = stop ? end.lastIndex : rest.length;
    rejected.push({
      line: rows.length + 1,
      code: 'open-quote',
      detail: '',
      text: excerpt(rest.slice(begin, next).trimEnd()),
    });
    rows.push([]);
    rest = rest.slice(next);
  }
  return { rows, rejected };
}

/** The row of headings: the one among the first rows that most columns are known by; null where there is none. */
function headingRow(rows: readonly string[][]): number | null {
  const score = (row: readonly string[]) => new Set(row.map(fieldOf).filter((field) => field !== null)).size;
  const scores = rows.slice(0, 12).map(score);
  const best = Math.max(...scores, 0);
  if (best > 0) return scores.indexOf(best);
  const first = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  if (first < 0 || rows[first]?.some((cell) => addressKey(cell) !== null)) return null;
  return rows.length > first + 1 ? first : null;
}

/** Spreadsheet letters for columns without a heading: A … Z, AA … */
const letterOf = (i: number): string =>
  (i < 26 ? '' : letterOf(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26));

function uniqueHeadings(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, i) => {
    const heading = oneLine(cell) ?? letterOf(i);
    const times = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, times);
    return times === 1 ? heading : `${heading} (${times})`;
  });
}

/**
 * Reads a CSV file (RFC 4180, and what programs write: semicolons, tabs, `sep=;`, lines before the headings) and proposes a
 * mapping. Columns without headings are named by letters. Never throws.
 */
export function readCsv(text: string): CsvTable {
  const { rows, rejected } = readRows(
    text.replace(/^\ufeff/, '').replace(/^sep=.\r?\n/i, (line) => '\n'.repeat(line.endsWith('\n') ? 1 : 0)),
  );
  const at = headingRow(rows);
  const width = Math.max(0, ...rows.slice(0, 1_000).map((row) => row.length));
  const headings = uniqueHeadings(at === null ? Array.from({ length: width }, () => '') : (rows[at] ?? []));
  const body = rows
    .map((cells, i) => ({ row: i + 1, cells }))
    .slice(at === null ? 0 : at + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const samples = body.slice(0, 50).map(({ cells }) => cells);
  return { headings, rows: body, mapping: guessMapping(headings, samples), rejected };
}

/** Google separates several values in one field by ` ::: `, others by semicolons, commas or line breaks. */
const several = (text: string): string[] => text.split(/ ::: |[;；,，、\n|]/);

function personOf(cellsOf: (field: CsvField) => string[], row: number): { person: ParsedPerson | null; bad: string[] } {
  const first = (field: CsvField): string => oneLine(cellsOf(field)[0]) ?? '';
  const family = first('family');
  const given = [first('given'), first('middle')].filter((part) => part !== '').join(' ');
  const isHan = /\p{Script=Han}|\p{Script=Hangul}/u.test(family + given);
  const composed = isHan ? family + given : [given, family].filter((part) => part !== '').join(' ');
  const phonetic = [first('phonetic-family'), first('phonetic-given')].filter((part) => part !== '').join(' ');
  const bad: string[] = [];
  const addresses: string[] = [];
  for (const cell of cellsOf('address').flatMap((one) => one.split(' ::: '))) {
    const { mailboxes, rejected } = parseMailboxes(cell.trim());
    addresses.push(...mailboxes.map((one) => one.address));
    bad.push(...rejected);
  }
  const phones = lines(cellsOf('phone').flatMap((cell) => cell.split(/ ::: |[;；\n]/)));
  const names = lines([...cellsOf('name'), composed]);
  const organisation = oneLine(cellsOf('organisation')[0]);
  const other = [
    ...names.slice(1),
    ...lines([...cellsOf('nickname'), ...cellsOf('other-name')].flatMap(several)),
    phonetic,
  ];
  const name = names[0] ?? lines(other)[0] ?? organisation ?? addresses[0] ?? phones[0];
  if (name === undefined || (names.length === 0 && addresses.length === 0 && phones.length === 0))
    return { person: null, bad };
  const same = (text: string) => fold(text).replace(/[\s,]/g, '');
  const person = parsedPerson({
    line: row,
    name,
    otherNames: lines(other).filter((one) => same(one) !== same(name)),
    addresses: lines(addresses),
    phones,
    organisation: name === organisation ? null : organisation,
    title: oneLine(cellsOf('title')[0]),
    tags: lines(cellsOf('tags').flatMap(several)).filter((tag) => !/^(\*.*|my ?contacts)$/i.test(tag)),
    topics: lines(cellsOf('topics').flatMap(several)),
    needs: lines(cellsOf('needs').flatMap((cell) => cell.split(/ ::: |[;；\n]/))),
    offers: lines(cellsOf('offers').flatMap((cell) => cell.split(/ ::: |[;；\n]/))),
    notes: [
      ...cellsOf('note').map((cell) => cell.trim().slice(0, 20_000)),
      ...bad.map((text) => `E-mail: ${text}`),
    ].filter((note) => note !== ''),
  });
  return { person, bad };
}

/** The persons of a table by a mapping: proposed, or as the user changed it. A row that names nobody is rejected by its number. */
export function personsOfCsv(table: CsvTable, mapping: CsvMapping = table.mapping): Parsed<ParsedPerson> {
  const parsed: Parsed<ParsedPerson> = { records: [], rejected: [...table.rejected], passedOver: {} };
  const columns = new Map<CsvField, number[]>();
  table.headings.forEach((heading, i) => {
    const field = mapping[heading] ?? 'ignore';
    columns.set(field, [...(columns.get(field) ?? []), i]);
  });
  for (const { row, cells } of table.rows) {
    const text = () => excerpt(Papa.unparse([cells], { newline: '\n' }));
    if (cells.slice(table.headings.length).some((cell) => cell.trim() !== '')) {
      parsed.rejected.push({
        line: row,
        code: 'too-many-fields',
        detail: `${cells.length} > ${table.headings.length}`,
        text: text(),
      });
      continue;
    }
    const cellsOf = (field: CsvField): string[] => {
      const own = columns.get(field);
      return own === undefined ? [] : own.map((i) => cells[i] ?? '').filter((cell) => cell.trim() !== '');
    };
    const { person, bad } = personOf(cellsOf, row);
    if (person) parsed.records.push(person);
    else
      parsed.rejected.push({
        line: row,
        code: bad.length > 0 ? 'bad-address' : 'nobody-named',
        detail: bad.join('; '),
        text: text(),
      });
  }
  return parsed;
}
