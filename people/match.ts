import type { MatchReason } from '../records/brief.ts';
import type { Person } from '../records/person.ts';
import { addressKey } from './address-key.ts';
import { isFreeMail } from './free-mail.ts';
import { mailboxKind } from './mailbox-kind.ts';
import { fold, namesIn } from './name.ts';
import { familiarForm, familiarKey, hanziIn, hanziParts, pinyinKeys, writtenKeys } from './name-key.ts';
import { otherForms } from './nickname.ts';
import type { PinyinTable } from './pinyin-table.ts';
import { saidOf } from './series.ts';

/** A participant, as far as matching needs it. */
export interface Seen {
  name: string | null;
  address: string | null;
  marked: 'room' | 'group' | null;
  /** Address keys that the same event, seen elsewhere, gives this name. */
  elsewhere?: readonly string[];
  /** The series that the occasion belongs to (`series.ts`). */
  series?: readonly string[];
}

/** What matching may use besides the names. Without the pinyin table, names in hanzi and in pinyin do not meet. */
export interface MatchContext {
  pinyin: PinyinTable | null;
  /** Address keys that look like a machine's, of which the user said that they are a person. */
  saidPeople: ReadonlySet<string>;
}

/** By address: certain. By name: a question to the user, the likeliest first. Else nobody known. */
export type Match<P> =
  | { match: 'known'; person: P }
  | { match: 'possible'; candidates: { person: P; reason: MatchReason }[] }
  | { match: 'new' };

type Candidate = Pick<Person, 'id' | 'name' | 'otherNames' | 'keys' | 'organisation' | 'notSameAs' | 'said'>;

/** So many possible persons at most are asked about; a name that fits more of them says nothing. */
const mostCandidates = 5;

const strength: readonly MatchReason[] = [
  'same-event',
  'same-name-and-organisation',
  'same-name',
  'pinyin',
  'nickname',
];

/** How a participant is named in `Person.notSameAs` and in a brief: the address key, or `name:` and the name. */
export function refOf(participant: Pick<Seen, 'name' | 'address'>): string {
  const key = participant.address === null ? null : addressKey(participant.address);
  return key ?? `name:${participant.name ?? participant.address ?? ''}`;
}

/** Keys of the name with another form of the given name: “Bob Smith” → `robertsmith`, `smithrobert` … */
function nicknameKeys(name: string): string[] {
  return namesIn(name).flatMap(({ words, hanzi }) => {
    const [given = '', ...rest] = words;
    if (hanzi !== null || rest.length === 0) return [];
    return otherForms(given).map((form) => form + (rest.at(-1) ?? ''));
  });
}

/**
 * The name keys by which possible persons for this participant are looked up in the index of `Person.nameKeys`
 * (exactly, not by their beginning). Empty for machines, lists and rooms. What is found is then judged by `matchOf`.
 */
export function lookupKeys(participant: Seen, context: MatchContext): string[] {
  const { name } = participant;
  if (name === null || !mayBePerson(participant, context)) return [];
  const key = participant.address === null ? null : addressKey(participant.address);
  const familiar = familiarForm(name);
  const keys = [...writtenKeys(name), ...nicknameKeys(name), ...pinyinOf(name, context.pinyin)];
  const ofOrganisation = familiar === null || key === null ? null : familiarKey(familiar, key);
  return [...new Set(ofOrganisation === null ? keys : [...keys, ofOrganisation])].filter((one) => one !== '').sort();
}

const pinyinOf = (name: string, pinyin: PinyinTable | null): string[] =>
  pinyin === null ? [] : hanziIn(name).flatMap((hanzi) => pinyinKeys(hanzi, pinyin));

/** A name beside a machine's, list's or room's address is not that human being. */
function mayBePerson({ name, address, marked }: Seen, context: MatchContext): boolean {
  const key = address === null ? null : addressKey(address);
  if (key !== null && context.saidPeople.has(key)) return true;
  const kind = mailboxKind({ written: address ?? '', name, marked });
  return kind === 'person' || kind === 'role';
}

const meets = (a: readonly string[], b: readonly string[]): boolean => {
  const set = new Set(a);
  return b.some((one) => one !== '' && set.has(one));
};

/** Words in the names of organisations that tell none from another. */
const commonInNames = new Set(
  'the and group company limited ltd inc corp gmbh university college institute international global services solutions consulting partners capital bank school hospital city national'.split(
    ' ',
  ),
);

/** Whether the address is in the organisation of the person: the same domain or one below the other, or the name in the domain. */
function sameOrganisation(key: string | null, person: Candidate): boolean {
  const domain = key?.slice(key.lastIndexOf('@') + 1) ?? '';
  if (domain === '' || isFreeMail(domain)) return false;
  const domains = person.keys.map((one) => one.slice(one.lastIndexOf('@') + 1));
  if (domains.some((one) => one === domain || one.endsWith(`.${domain}`) || domain.endsWith(`.${one}`))) return true;
  const labels = domain.split('.').slice(0, -1);
  const words = fold(person.organisation ?? '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 4 && !commonInNames.has(word));
  return [words.join(''), ...words].some((word) => word !== '' && labels.includes(word));
}

function reasonFor(seen: Seen, key: string | null, person: Candidate, context: MatchContext): MatchReason | null {
  if (seen.elsewhere?.some((one) => person.keys.includes(one))) return 'same-event';
  const name = seen.name ?? '';
  const written = writtenKeys(name);
  const names = [person.name, ...person.otherNames];
  const equal = names.findIndex((one) => meets(written, writtenKeys(one)));
  if (equal >= 0) {
    if (sameOrganisation(key, person)) return 'same-name-and-organisation';
    return equal > 0 && !namesIn(name).some((one) => one.words.length > 1) ? 'nickname' : 'same-name';
  }
  const hanzi = hanziIn(name);
  const theirs = names.flatMap(hanziIn);
  if (hanzi.length === 0 || theirs.length === 0) {
    const readings = pinyinOf(name, context.pinyin);
    const readingsOfTheirs = names.flatMap((one) => pinyinOf(one, context.pinyin));
    if (meets(readings, names.flatMap(writtenKeys)) || meets(readingsOfTheirs, written)) return 'pinyin';
  }
  if (meets(nicknameKeys(name), names.flatMap(writtenKeys))) return 'nickname';
  const familiar = familiarForm(name);
  if (familiar === null || !sameOrganisation(key, person)) return null;
  return theirs.some((one) => {
    const { family, given } = hanziParts(one, context.pinyin);
    return given !== '' && (family === familiar || given.endsWith(familiar));
  })
    ? 'nickname'
    : null;
}

/**
 * Who of the candidates (found by address key or `lookupKeys`) a participant is. The address decides and is certain; a
 * name, in hanzi or pinyin, in short form or in another order, only ever makes a question, even where it is the same to
 * the letter, for namesakes are many. Whom the user said it is not (`notSameAs`) is not asked about. Deterministic: the
 * order of the candidates makes no difference.
 */
export function matchOf<P extends Candidate>(
  participant: Seen,
  candidates: readonly P[],
  context: MatchContext,
): Match<P> {
  const key = participant.address === null ? null : addressKey(participant.address);
  const sorted = [...new Map(candidates.map((one) => [one.id, one])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const holders = key === null ? [] : sorted.filter((person) => person.keys.includes(key));
  const named = holders.find((person) => reasonFor(participant, key, person, context) !== null) ?? holders[0];
  if (named) return { match: 'known', person: named };
  if (participant.name === null || !mayBePerson(participant, context)) return { match: 'new' };
  const ref = refOf(participant);
  // A bare name that the user said is somebody stays so in this series, unless two people are said to be it.
  const said = (person: P) => (key === null ? saidOf(person, participant.name, participant.series ?? []) : null);
  const [meant, other] = sorted.filter((person) => said(person) === true);
  if (meant && !other) return { match: 'known', person: meant };
  const possible = sorted
    .filter(
      (person) => said(person) !== false && !person.notSameAs.some((not) => not === ref || not === participant.name),
    )
    .flatMap((person) => {
      const reason = reasonFor(participant, key, person, context);
      return reason === null ? [] : [{ person, reason }];
    })
    .sort((a, b) => strength.indexOf(a.reason) - strength.indexOf(b.reason));
  const strongest = possible.filter((one) => one.reason !== 'nickname' || possible.length <= mostCandidates);
  return strongest.length === 0
    ? { match: 'new' }
    : { match: 'possible', candidates: strongest.slice(0, mostCandidates) };
}
