import { addressKey } from '../people/address-key.ts';
import { parseMailbox } from '../people/mailbox.ts';
import { fold } from '../people/name.ts';
import { excerpt, lines, oneLine, type Parsed, type ParsedPerson, parsedPerson } from './parsed.ts';
import { type CardProperty, contentLines, parseProperty, valueParts, valueText } from './vcard-lines.ts';

/** The lines of one card, between BEGIN and END. */
interface Card {
  line: number;
  properties: CardProperty[];
  text: string[];
}

/** Properties whose values may run over several lines by mistake, without being folded: what follows belongs to them. */
const isText = /^(NOTE|ADR|LABEL|TITLE|ORG|X-.*)$/;

/** The properties of vCard 2.1, 3.0 and 4.0 and of the RFCs that add to it. */
const known = new Set(
  (
    'BEGIN END VERSION FN N NICKNAME PHOTO BDAY ADR LABEL TEL EMAIL MAILER TZ GEO TITLE ROLE LOGO AGENT ORG CATEGORIES NOTE PRODID REV SORT-STRING ' +
    'SOUND UID URL CLASS KEY SOURCE NAME PROFILE KIND XML ANNIVERSARY GENDER IMPP LANG MEMBER RELATED CLIENTPIDMAP FBURL CALADRURI CALURI ' +
    'BIRTHPLACE DEATHPLACE DEATHDATE EXPERTISE HOBBY INTEREST ORG-DIRECTORY CONTACT-URI CREATED GRAMGENDER LANGUAGE PRONOUNS SOCIALPROFILE'
  ).split(' '),
);

/** Preferred ones first: `PREF=1` (RFC 6350 §5.3) or `TYPE=pref`; else the order of the file. */
function byPreference(properties: readonly CardProperty[]): CardProperty[] {
  const rank = (one: CardProperty): number => {
    if (one.params.get('TYPE')?.some((type) => /^pref$/i.test(type))) return 1;
    const pref = Number(one.params.get('PREF')?.[0]);
    return pref >= 1 && pref <= 100 ? pref : 101;
  };
  return [...properties].sort((a, b) => rank(a) - rank(b));
}

const han = /\p{Script=Han}|\p{Script=Hangul}/u;

/** Family, given and middle name as one name, in the order of their script. */
function nameOf([family = '', given = '', middle = '']: readonly string[]): string {
  if (han.test(family + given) && !/\p{Script=Latin}/u.test(family + given)) return family + given;
  return [given, middle, family].filter((part) => part !== '').join(' ');
}

function personOf(card: Card): ParsedPerson | null {
  const old = card.properties.some((one) => one.name === 'VERSION' && one.value.trim() === '2.1');
  const all = (...names: string[]) =>
    card.properties.filter((one) => names.includes(one.name) && one.value.trim() !== '');
  const texts = (...names: string[]) => byPreference(all(...names)).map((one) => valueText(one, old).trim());
  const parts = (name: string, separator: ';' | ',') => all(name).flatMap((one) => valueParts(one, separator, old));

  const structured = all('N').map((one) => nameOf(valueParts(one, ';', old)));
  const [family = '', given = ''] = all('N').flatMap((one) => valueParts(one, ';', old));
  const formatted = texts('FN');
  const isTurned = family !== '' && given !== '' && fold(formatted[0] ?? '') === fold(`${family}, ${given}`);
  const phonetic = nameOf([texts('X-PHONETIC-LAST-NAME')[0] ?? '', texts('X-PHONETIC-FIRST-NAME')[0] ?? '']);
  const nicknames = parts('NICKNAME', ',');
  const organisation = oneLine(parts('ORG', ';')[0]);

  const addresses: string[] = [];
  const notes: string[] = texts('NOTE').filter((note) => note !== '');
  for (const written of texts('EMAIL')) {
    const address = parseMailbox(written)?.address ?? (addressKey(written) === null ? null : written);
    if (address === null) notes.push(`EMAIL: ${written}`);
    else addresses.push(address);
  }
  const phones = lines(texts('TEL').map((phone) => phone.replace(/^tel:/i, '')));
  const names = lines([isTurned ? null : formatted[0], ...structured, ...formatted.slice(1), ...nicknames, phonetic]);
  const [name = organisation ?? addresses[0] ?? phones[0]] = names;
  if (name === undefined || (names.length === 0 && addresses.length === 0 && phones.length === 0)) return null;
  return parsedPerson({
    line: card.line,
    name,
    otherNames: names.slice(1).filter((one) => fold(one).replace(/[\s,]/g, '') !== fold(name).replace(/[\s,]/g, '')),
    addresses: lines(addresses),
    phones,
    organisation: name === organisation ? null : organisation,
    title: oneLine(texts('TITLE')[0] ?? texts('ROLE')[0]),
    tags: lines(parts('CATEGORIES', ',')).filter((tag) => !/^mycontacts$/i.test(tag)),
    topics: lines([...parts('INTEREST', ','), ...parts('X-INTEREST', ',')]),
    notes: notes.map((note) => note.replace(/\r\n?/g, '\n').slice(0, 20_000)),
  });
}

const isGroup = (card: Card): boolean =>
  card.properties.some(
    (one) => /^(KIND|X-ADDRESSBOOKSERVER-KIND)$/.test(one.name) && /^(group|location)$/i.test(one.value.trim()),
  );

/**
 * The persons of a vCard file (2.1, 3.0 and 4.0, RFC 2426 and 6350), any number of cards. Photos, keys and sounds are
 * passed over, group cards counted as such. A card that does not end, or names nobody, is rejected with the line it
 * begins at; the rest goes in. Never throws.
 */
export function parseVcards(text: string): Parsed<ParsedPerson> {
  const parsed: Parsed<ParsedPerson> = { records: [], rejected: [], passedOver: {} };
  let card: Card | null = null;
  /** Depth of cards inside a card (AGENT of 2.1 and 3.0): somebody else's, passed over. */
  let inner = 0;
  const reject = (code: 'not-ended' | 'nobody-named', one: Card) =>
    parsed.rejected.push({ line: one.line, code, detail: '', text: excerpt(one.text.join('\r\n')) });

  for (const { line, text: written } of contentLines(text)) {
    if (/^\s*BEGIN:VCARD\s*$/i.test(written)) {
      if (card && card.properties.at(-1)?.name === 'AGENT' && card.properties.at(-1)?.value.trim() === '') {
        inner++;
      } else {
        if (card) reject('not-ended', card);
        inner = 0;
        card = { line, properties: [], text: [written] };
      }
      continue;
    }
    if (!card) continue;
    card.text.push(written);
    if (/^\s*END:VCARD\s*$/i.test(written)) {
      if (inner > 0) {
        inner--;
        continue;
      }
      const person = isGroup(card) ? null : personOf(card);
      if (person) parsed.records.push(person);
      else if (isGroup(card)) parsed.passedOver.group = (parsed.passedOver.group ?? 0) + 1;
      else reject('nobody-named', card);
      card = null;
      continue;
    }
    if (inner > 0) continue;
    const property = parseProperty(written, line);
    const last = card.properties.at(-1);
    const isProperty = property !== null && (known.has(property.name) || property.name.startsWith('X-'));
    if (last && !isProperty && isText.test(last.name)) last.value += `\\n${written}`;
    else if (property) card.properties.push(property);
  }
  if (card) reject('not-ended', card);
  return parsed;
}
