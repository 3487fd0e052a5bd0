import { hanziParts } from '../people/name-key.ts';
import type { PinyinTable } from '../people/pinyin-table.ts';
import type { Person } from '../records/person.ts';
import { escaped, folded, utcStamp } from './content-line.ts';

/** The structured name that vCard 3.0 asks for (RFC 2426 §3.1.2): the family name first. A name of one word is a given name. */
function structured(name: string, pinyin: PinyinTable | null): string {
  if (/^\p{Script=Han}{2,5}$/u.test(name)) {
    const { family, given } = hanziParts(name, pinyin);
    return `${escaped(family)};${escaped(given)};;;`;
  }
  const words = name.split(/\s+/).filter((word) => word !== '');
  const family = words.length > 1 ? (words.at(-1) ?? '') : '';
  const given = words.length > 1 ? words.slice(0, -1).join(' ') : name;
  return `${escaped(family)};${escaped(given)};;;`;
}

/**
 * People as a vCard file for other programs, 4.0 (RFC 6350) or 3.0 (RFC 2426): names, addresses, phones, organisation, title,
 * tags, topics and notes. Topics are interests (RFC 6715), in 3.0 under the name that Apple and others use. Confidential notes
 * are left out, and so is everything that is the user's own view: needs and offers, friend, potential, standing.
 */
export function* vcardText(
  people: Iterable<Person>,
  version: '3.0' | '4.0' = '4.0',
  pinyin: PinyinTable | null = null,
): Generator<string> {
  const old = version === '3.0';
  for (const person of people) {
    const lines = [
      'BEGIN:VCARD',
      `VERSION:${version}`,
      `UID:${escaped(person.id)}`,
      `FN:${escaped(person.name)}`,
      ...(old ? [`N:${structured(person.name, pinyin)}`] : []),
      ...(person.otherNames.length > 0 ? [`NICKNAME:${person.otherNames.map(escaped).join(',')}`] : []),
      ...person.addresses.map(
        (address, i) =>
          `EMAIL;${old ? (i === 0 ? 'TYPE=INTERNET,PREF' : 'TYPE=INTERNET') : `PREF=${Math.min(i + 1, 100)}`}:${escaped(address.written)}`,
      ),
      ...person.phones.map((phone) => `TEL:${escaped(phone)}`),
      ...(person.organisation === null ? [] : [`ORG:${escaped(person.organisation)}`]),
      ...(person.title === null ? [] : [`TITLE:${escaped(person.title)}`]),
      ...(person.tags.length > 0 ? [`CATEGORIES:${person.tags.map(escaped).join(',')}`] : []),
      ...person.topics.map((topic) => `${old ? 'X-INTEREST' : 'INTEREST'}:${escaped(topic)}`),
      ...person.notes.filter((note) => !note.confidential).map((note) => `NOTE:${escaped(note.text)}`),
      `REV:${utcStamp(person.updatedAt)}`,
      'END:VCARD',
    ];
    yield `${lines.map(folded).join('\r\n')}\r\n`;
  }
}
