import type { Person } from '../records/person.ts';

/** Columns that other programs' imports know; several values in one field are parted as Google parts them. */
const columns: readonly (readonly [string, (person: Person) => readonly string[]])[] = [
  ['Name', (person) => [person.name]],
  ['Other Name', (person) => person.otherNames],
  ['E-mail Address', (person) => person.addresses.map(({ written }) => written)],
  ['Phone', (person) => person.phones],
  ['Organization', (person) => (person.organisation === null ? [] : [person.organisation])],
  ['Job Title', (person) => (person.title === null ? [] : [person.title])],
  ['Tags', (person) => person.tags],
  ['Topics', (person) => person.topics],
  ['Notes', (person) => person.notes.filter((note) => !note.confidential).map((note) => note.text)],
];

/** A field by RFC 4180. What a spreadsheet would take for a formula stands behind an apostrophe, as OWASP advises. */
function field(text: string): string {
  const safe = /^([=@\t\r]|[+-](?![\d(]))/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const mark = '\ufeff';

/**
 * People as a table for spreadsheets and other programs: UTF-8 with its mark, lines by RFC 4180. Confidential notes, needs, offers and
 * standing are left out, as in the vCard file.
 */
export function* csvText(people: Iterable<Person>): Generator<string> {
  yield `${mark}${columns.map(([heading]) => heading).join(',')}\r\n`;
  for (const person of people) yield `${columns.map(([, of]) => field(of(person).join(' ::: '))).join(',')}\r\n`;
}
