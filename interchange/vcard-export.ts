import type { Person } from '../records/person.ts';

/** Escapes text for a vCard value (RFC 6350 §3.4). */
const escaped = (text: string): string =>
  text
    .replace(/[\\,;]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ');

/** Folds a content line so that no physical line is longer than 75 octets, and no character is cut (RFC 6350 §3.2). */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let physical = '';
  let length = 0;
  let result = '';
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (length + octets > 75) {
      result += `${physical}\r\n `;
      physical = '';
      length = 1;
    }
    physical += character;
    length += octets;
  }
  return result + physical;
}

/**
 * People as a vCard 4.0 file (RFC 6350), for other programs: names, addresses, phones, organisation, title, tags,
 * topics as interests (RFC 6715) and notes. Confidential notes are left out, and so is everything that is the user's own view: needs and
 * offers, friend, potential, standing.
 */
export function* vcardText(people: Iterable<Person>): Generator<string> {
  for (const person of people) {
    const lines = [
      'BEGIN:VCARD',
      'VERSION:4.0',
      `UID:${escaped(person.id)}`,
      `FN:${escaped(person.name)}`,
      ...(person.otherNames.length > 0 ? [`NICKNAME:${person.otherNames.map(escaped).join(',')}`] : []),
      ...person.addresses.map((address, i) => `EMAIL;PREF=${Math.min(i + 1, 100)}:${escaped(address.written)}`),
      ...person.phones.map((phone) => `TEL:${escaped(phone)}`),
      ...(person.organisation === null ? [] : [`ORG:${escaped(person.organisation)}`]),
      ...(person.title === null ? [] : [`TITLE:${escaped(person.title)}`]),
      ...(person.tags.length > 0 ? [`CATEGORIES:${person.tags.map(escaped).join(',')}`] : []),
      ...person.topics.map((topic) => `INTEREST:${escaped(topic)}`),
      ...person.notes.filter((note) => !note.confidential).map((note) => `NOTE:${escaped(note.text)}`),
      `REV:${new Date(person.updatedAt).toISOString().replace(/[-:]|\.\d+/g, '')}`,
      'END:VCARD',
    ];
    yield `${lines.map(folded).join('\r\n')}\r\n`;
  }
}
