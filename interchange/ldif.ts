import { excerpt, lines, oneLine, type Parsed, type ParsedPerson, parsedPerson } from './parsed.ts';

/** Attribute names, lower case and without options, as Thunderbird, Outlook's servers and OpenLDAP write them (RFC 2798, RFC 4519, mozillaAbPersonAlpha). */
const attributes = {
  name: ['cn', 'commonname', 'displayname'],
  given: ['givenname', 'gn'],
  family: ['sn', 'surname'],
  nickname: ['mozillanickname', 'nickname', 'xmozillanickname'],
  address: [
    'mail',
    'mozillasecondemail',
    'xmozillasecondemail',
    'rfc822mailbox',
    'mailalternateaddress',
    'proxyaddresses',
  ],
  phone: ['telephonenumber', 'mobile', 'mobiletelephonenumber', 'homephone', 'cellphone', 'pager', 'othermobile'],
  organisation: ['o', 'organizationname', 'company'],
  title: ['title', 'personaltitle'],
  note: ['description', 'info', 'comment'],
} as const;

type Entry = Map<string, string[]>;

/** One entry's lines as attributes; folded lines joined, base64 read (RFC 2849). Null where a line is none. */
function entryOf(text: string): Entry | { bad: string } {
  const entry: Entry = new Map();
  for (const line of text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)) {
    if (line === '' || line.startsWith('#') || /^(version|changetype|control)\s*:/i.test(line)) continue;
    const match = /^([A-Za-z0-9.-]+)(?:;[^:]*)?:(:|<)?\s*(.*)$/s.exec(line);
    if (match === null) return { bad: line.slice(0, 100) };
    const [, name = '', mark, value = ''] = match;
    if (mark === '<') continue;
    const key = name.toLowerCase();
    entry.set(key, [...(entry.get(key) ?? []), mark === ':' ? base64(value) : value]);
  }
  return entry;
}

function base64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text.replace(/\s/g, '')), (one) => one.charCodeAt(0)));
  } catch {
    return text;
  }
}

/** Whether a text is an LDIF file: it begins with a version or an entry's name. */
export const isLdif = (text: string): boolean => /^(\s*#[^\n]*\n)*\s*(version:\s*1\s*\r?\n|dn::?\s*\S)/i.test(text);

/** The people of an LDIF file (RFC 2849). Groups are passed over; an entry that names nobody is rejected. Never throws. */
export function parseLdif(text: string): Parsed<ParsedPerson> {
  const parsed: Parsed<ParsedPerson> = { records: [], rejected: [], passedOver: {} };
  let line = 1;
  for (const part of text.replace(/^\ufeff/, '').split(/(?:\r?\n){2,}/)) {
    const at = line;
    line += (part.match(/\n/g)?.length ?? 0) + 2;
    const entry = entryOf(part);
    if (entry instanceof Map) take(entry, at, part, parsed);
    else parsed.rejected.push({ line: at, code: 'bad-line', detail: entry.bad, text: excerpt(part) });
  }
  return parsed;
}

function take(entry: Entry, line: number, text: string, parsed: Parsed<ParsedPerson>): void {
  if (entry.size === 0) return;
  const classes = (entry.get('objectclass') ?? []).join(' ').toLowerCase();
  if (/groupofnames|organizationalunit|dcobject|posixgroup/.test(classes)) {
    parsed.passedOver.group = (parsed.passedOver.group ?? 0) + 1;
    return;
  }
  const all = (field: keyof typeof attributes): string[] =>
    lines(attributes[field].flatMap((name): readonly string[] => entry.get(name) ?? []));
  const [given = '', family = ''] = [all('given')[0], all('family')[0]];
  const isHan = /\p{Script=Han}|\p{Script=Hangul}/u.test(family + given);
  const composed = isHan ? family + given : `${given} ${family}`.trim();
  const names = lines([...all('name'), composed, ...all('nickname')]);
  const addresses = all('address').map((address) => address.replace(/^smtp:/i, ''));
  const phones = all('phone');
  const name = names[0] ?? addresses[0] ?? phones[0];
  if (name === undefined) {
    parsed.rejected.push({ line, code: 'nobody-named', detail: '', text: excerpt(text) });
    return;
  }
  parsed.records.push(
    parsedPerson({
      line,
      name,
      otherNames: names.slice(1).filter((one) => one !== name),
      addresses: addresses.filter((address) => address.includes('@')),
      phones,
      organisation: all('organisation')[0] ?? null,
      title: oneLine(all('title')[0]),
      notes: all('note'),
    }),
  );
}
