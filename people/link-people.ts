import type { Person } from '../records/person.ts';
import {
  type Compared,
  chanceOf,
  fieldEvidence,
  type LinkModel,
  learnModel,
  missing,
  probabilityOf,
} from './link-model.ts';
import {
  compareNames,
  type LinkName,
  linkNames,
  type NameAgreement,
  nameAgreements,
  nameBlocks,
} from './link-names.ts';
import { type Pair, pairsAtRandom, pairsByKeys } from './link-pairs.ts';
import { mailboxKind } from './mailbox-kind.ts';
import { fold } from './name.ts';
import { organisationDomain } from './organisation.ts';
import type { PinyinTable } from './pinyin-table.ts';

/** What linking reads of a person. */
export type Linkable = Pick<Person, 'id' | 'name' | 'otherNames' | 'addresses' | 'phones' | 'organisation' | 'title'>;

/** How each field of two people can agree, the closest first; the place in the list is the level that is counted. */
export const agreements = {
  name: nameAgreements,
  /** `same`: one mailbox that nobody else has; `same-user`: one unusual user name at two providers; `shared`: one mailbox of several people. */
  mailbox: ['same', 'same-user', 'shared', 'other'],
  phone: ['same', 'shared', 'other'],
  /** `other-mailbox`: at one firm, which gives each of its people one mailbox, both have one, and not the same. */
  firm: ['same', 'other-mailbox', 'other'],
  title: ['same', 'other'],
} as const;
export type LinkField = keyof typeof agreements;
export type Agreement<F extends LinkField = LinkField> = (typeof agreements)[F][number];
const fields = Object.keys(agreements) as LinkField[];

/** Two records that are likely one person. `because`: what agrees and what speaks against it, the weightiest first, in bits. */
export interface LikelyPair {
  a: string;
  b: string;
  probability: number;
  /** Beside the name only one thing agrees that colleagues share too, such as the firm: a question rather than a finding. */
  perhaps: boolean;
  because: readonly { field: LinkField; agreement: Agreement; bits: number }[];
}

/** Where learning begins, and what it falls back on where there are few people: how often two records of one person agree so. */
const usual: Record<LinkField, readonly number[]> = {
  name: [0.5, 0.13, 0.12, 0.05, 0.05, 0.06, 0.07, 0.01, 0.01],
  mailbox: [0.5, 0.02, 0.06, 0.42],
  phone: [0.65, 0.05, 0.3],
  firm: [0.6, 0.02, 0.38],
  title: [0.5, 0.5],
};

interface Prepared {
  person: Linkable;
  names: LinkName[];
  keys: readonly string[];
  phones: readonly string[];
  domains: readonly string[];
  firm: string;
  title: string;
  users: readonly string[];
}

/** The last nine digits: with a country's code in front or a zero, it is one number. Short ones are extensions and say nothing. */
const phoneKey = (phone: string): string => {
  const digits = phone.replace(/\D/g, '');
  return digits.length < 6 ? '' : digits.slice(-9);
};

const legalForms =
  /\b(the|inc|incorporated|ltd|limited|llc|llp|plc|corp|corporation|co|company|gmbh|ag|kg|se|sa|sas|sarl|srl|spa|bv|nv|ab|oy|as|aps|pty|pte|sdn|bhd|group|holdings?)\b|(股份)?(有限责任公司|有限公司|公司|集团)/gu;
const firmKey = (organisation: string | null): string => {
  const folded = fold(organisation ?? '').replace(/[.]/g, '');
  const bare = folded.replace(legalForms, ' ').replace(/[^\p{L}\p{N}]+/gu, '');
  return bare === '' ? folded.replace(/[^\p{L}\p{N}]+/gu, '') : bare;
};

/** User names that are more than the person's name spelled out: `bluefox77`, not `ana.lima`. */
function unusualUsers(keys: readonly string[], names: readonly LinkName[]): string[] {
  return keys.flatMap((key) => {
    const local = key.slice(0, key.lastIndexOf('@'));
    const letters = local.replace(/[^\p{L}]/gu, '');
    const digits = local.replace(/\D/g, '').length;
    if (local.length < 6 || mailboxKind({ written: key, name: null, marked: null }) !== 'person') return [];
    const ofName = names.some(({ words, readings }) => {
      const parts = [...words, ...readings.flatMap(({ family, given }) => [family, given])].filter((w) => w.length > 1);
      return parts.some((word) => letters.includes(word));
    });
    return ofName && digits < 4 ? [] : [local];
  });
}

function prepared(person: Linkable, pinyin: PinyinTable | null): Prepared {
  const names = linkNames([person.name, ...person.otherNames], pinyin);
  const keys = person.addresses.map((address) => address.key);
  return {
    person,
    names,
    keys,
    phones: person.phones.map(phoneKey).filter((phone) => phone !== ''),
    domains: [...new Set(keys.flatMap((key) => organisationDomain(key) ?? []))],
    firm: firmKey(person.organisation),
    title: fold(person.title ?? ''),
    users: unusualUsers(keys, names),
  };
}

const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

/** Whether two names cannot be one person's: these keep a shared mailbox or telephone from making one person of two. */
const apart = (agreement: NameAgreement | null): boolean =>
  agreement === 'other-given-name' || agreement === 'different';

/** Of values that several people have: those that people of clearly different names have. */
function sharedOnes(people: readonly Prepared[], of: (one: Prepared) => readonly string[]): Set<string> {
  const holders = new Map<string, Prepared[]>();
  for (const one of people)
    for (const value of of(one)) {
      const list = holders.get(value);
      if (list === undefined) holders.set(value, [one]);
      else list.push(one);
    }
  const shared = new Set<string>();
  for (const [value, list] of holders)
    if (list.length > 20 || list.some((a, i) => list.slice(i + 1).some((b) => apart(compareNames(a.names, b.names)))))
      shared.add(value);
  return shared;
}

/** Whether two organisations are one: the same name without its legal form, one in the other, or the name in the domain. */
function sameFirm(a: Prepared, b: Prepared): boolean {
  if (meet(a.domains, b.domains)) return true;
  if (a.firm !== '' && b.firm !== '') {
    const [short, long] = a.firm.length <= b.firm.length ? [a.firm, b.firm] : [b.firm, a.firm];
    if (short === long || (short.length >= (/\p{Script=Han}/u.test(short) ? 3 : 5) && long.startsWith(short)))
      return true;
  }
  const inDomain = (one: Prepared, other: Prepared) =>
    one.firm.length >= 4 && other.domains.some((domain) => domain.split('.')[0]?.replaceAll('-', '') === one.firm);
  return inDomain(a, b) || inDomain(b, a);
}

/** What the whole list says about single values. */
interface Sharing {
  mailboxes: ReadonlySet<string>;
  phones: ReadonlySet<string>;
  /** How many people are of a name, by its words. */
  named: ReadonlyMap<string, number>;
}

/** A comparison, with how the names agree where linking asks for it most. */
type NamedPair = Compared & { name: NameAgreement | null };

const nameKeyOf = ({ names }: Prepared): string => {
  const [first] = names;
  return first === undefined ? '' : (first.hanzi?.text ?? [...first.words].sort().join(' '));
};

function compare(a: Prepared, b: Prepared, sharing: Sharing): NamedPair {
  const name = compareNames(a.names, b.names);
  const common = a.keys.filter((key) => b.keys.includes(key));
  const mailbox: Agreement<'mailbox'> | null = common.some(
    (key) => !sharing.mailboxes.has(key) && mailboxKind({ written: key, name: null, marked: null }) === 'person',
  )
    ? 'same'
    : meet(a.users, b.users)
      ? 'same-user'
      : common.length > 0
        ? 'shared'
        : a.keys.length > 0 && b.keys.length > 0
          ? 'other'
          : null;
  const phones = a.phones.filter((phone) => b.phones.includes(phone));
  const phone: Agreement<'phone'> | null =
    phones.length > 0
      ? phones.every((one) => sharing.phones.has(one)) ||
        (sameFirm(a, b) && a.phones.length > phones.length && b.phones.length > phones.length)
        ? 'shared'
        : 'same'
      : a.phones.length > 0 && b.phones.length > 0
        ? 'other'
        : null;
  const knowsFirm = (one: Prepared) => one.firm !== '' || one.domains.length > 0;
  const atOneFirm = a.domains.some((domain) => b.domains.includes(domain));
  const firm: Agreement<'firm'> | null =
    knowsFirm(a) && knowsFirm(b)
      ? sameFirm(a, b)
        ? atOneFirm && common.length === 0
          ? 'other-mailbox'
          : 'same'
        : 'other'
      : null;
  const title = a.title === '' || b.title === '' ? null : a.title === b.title ? 'same' : 'other';
  // Who changed the firm has another mailbox and often another title: that is one piece of news and not three.
  const moved = firm === 'other';
  const bothOwn = [a, b].every((one) => one.keys.length > one.domains.length);
  const level = <F extends LinkField>(field: F, agreement: Agreement<F> | null) =>
    agreement === null ? missing : (agreements[field] as readonly string[]).indexOf(agreement);
  const count = Math.max(sharing.named.get(nameKeyOf(a)) ?? 1, sharing.named.get(nameKeyOf(b)) ?? 1);
  // Half the records of a name may be its own doubles, so that only a third one makes it common.
  const rarity = name === 'same' || name === 'other-writing' ? Math.min(1, 2 / count) : 1;
  return {
    name,
    levels: [
      level('name', name),
      level('mailbox', moved && mailbox === 'other' && !bothOwn ? null : mailbox),
      level('phone', phone),
      level('firm', firm),
      level('title', moved && title === 'other' ? null : title),
    ],
    rarity: [rarity, 1, 1, 1, 1],
  };
}

/** The agreement of one field of a comparison, null where it could not be compared. */
function agreementOf<F extends LinkField>(pair: Compared, field: F): Agreement<F> | null {
  const level = pair.levels[fields.indexOf(field)] ?? missing;
  return level === missing ? null : ((agreements[field] as readonly Agreement<F>[])[level] ?? null);
}

type Evidence = 'none' | 'weak' | 'own';

/** What beside the name says that two records are one person; `own`: a mailbox or a telephone that nobody else has. */
function evidenceOf(pair: Compared): Evidence {
  const mailbox = agreementOf(pair, 'mailbox');
  const phone = agreementOf(pair, 'phone');
  if (mailbox === 'same' || mailbox === 'same-user' || phone === 'same') return 'own';
  return mailbox === 'shared' || phone === 'shared' || agreementOf(pair, 'firm') === 'same' ? 'weak' : 'none';
}

/** Whether only one thing agrees that others share too. */
function isWeak(pair: Compared): boolean {
  const agreeing = [
    agreementOf(pair, 'mailbox') === 'shared',
    agreementOf(pair, 'phone') === 'shared',
    agreementOf(pair, 'firm') === 'same',
    agreementOf(pair, 'title') === 'same',
  ];
  return evidenceOf(pair) === 'weak' && agreeing.filter((one) => one).length < 2;
}

/** Names too loose to tell who of several is meant. */
function looseName(pair: Compared): boolean {
  const name = agreementOf(pair, 'name');
  return name === null || name === 'compatible' || name === 'other-family-name' || name === 'initials';
}

/** Where what is shared with others is all there is beside the name: a title, telephone or mailbox that differs; with the same title, both of the last two. */
function speaksAgainst(pair: Compared): boolean {
  const others = [agreementOf(pair, 'mailbox'), agreementOf(pair, 'phone')].filter((one) => one === 'other').length;
  const title = agreementOf(pair, 'title');
  return title === 'other' || others > (title === 'same' ? 1 : 0);
}

/**
 * What rules a pair out, whatever the sums say: names of two people; nothing but the name; a mailbox that several share
 * beside a name that fits any of them; two mailboxes at one firm and nothing else in common; no name, and no mailbox or telephone.
 */
function ruledOut(pair: NamedPair): boolean {
  if (apart(pair.name)) return true;
  const evidence = evidenceOf(pair);
  if (evidence === 'none') return true;
  if (evidence === 'weak' && (looseName(pair) || speaksAgainst(pair))) return true;
  return agreementOf(pair, 'firm') === 'other-mailbox' && evidence !== 'own';
}

const blocksOf = ({ names, keys, phones, users }: Prepared): string[] => [
  ...nameBlocks(names),
  ...keys.map((key) => `k:${key}`),
  ...phones.map((phone) => `p:${phone}`),
  ...users.map((user) => `u:${user}`),
];

/** So many pairs are compared between two pauses: some milliseconds' worth. */
const stride = 1_000;

/** So many random pairs tell how often strangers agree. */
const strangers = 30_000;

/**
 * The pairs of records that are likely one person, the likeliest first: Fellegi and Sunter's sums, learned from these very
 * records without being told anything (`people/link-model.ts`), over all pairs that share a form of the name, a mailbox, a
 * telephone or an unusual user name. Never by the name alone. `least`: the probability from which on a pair is told;
 * `pause`: awaited now and then, so that a page stays alive.
 */
export async function likelyPairs(
  people: readonly Linkable[],
  pinyin: PinyinTable | null,
  options: { least?: number; pause?: (() => Promise<void>) | undefined } = {},
): Promise<LikelyPair[]> {
  const { least = 0.5, pause } = options;
  const all = people.map((person) => prepared(person, pinyin));
  const named = new Map<string, number>();
  for (const one of all) named.set(nameKeyOf(one), (named.get(nameKeyOf(one)) ?? 0) + 1);
  const sharing: Sharing = {
    mailboxes: sharedOnes(all, (one) => one.keys),
    phones: sharedOnes(all, (one) => one.phones),
    named,
  };
  const compared = ([i, j]: Pair) => {
    const [a, b] = [all[i], all[j]];
    return a === undefined || b === undefined ? null : compare(a, b, sharing);
  };
  const candidates: { pair: Pair; result: NamedPair }[] = [];
  for (const [n, pair] of pairsByKeys(all.map(blocksOf)).entries()) {
    if (n % stride === 0) await pause?.();
    const result = compared(pair);
    if (result !== null) candidates.push({ pair, result });
  }
  const possible = candidates.filter(({ result }) => !ruledOut(result));
  const model = modelOf(
    possible.map(({ result }) => result),
    // The few that are one person after all would make chance look like a habit.
    pairsAtRandom(all.length, Math.min(strangers, all.length * 50))
      .flatMap((pair) => compared(pair) ?? [])
      .filter(ruledOut),
    all.length,
  );
  const ofTwo = namesakesAtOneFirm(candidates);
  const found = possible
    .filter(({ pair, result }) => evidenceOf(result) === 'own' || !pair.some((i) => ofTwo.has(i)))
    .map(({ pair: [i, j], result }) => ({
      a: all[i]?.person.id ?? '',
      b: all[j]?.person.id ?? '',
      probability: probabilityOf(model, result),
      perhaps: isWeak(result),
      because: becauseOf(model, result),
    }))
    .filter((one) => one.probability >= least);
  const doubtful = weakAreDoubtful(found, possible, ofTwo.size / 2);
  return found
    .map((one) => ({ ...one, perhaps: one.perhaps && doubtful }))
    .sort(
      (x, y) =>
        Number(x.perhaps) - Number(y.perhaps) || y.probability - x.probability || (x.a + x.b < y.a + y.b ? -1 : 1),
    );
}

/** Of all that is found, so large a share may be wrong for want of evidence. */
const mostWrong = 0.0025;

/**
 * Whether name and firm alone are too little in this list: how often two of one name in one firm are two people is seen where
 * mailboxes tell them apart, against where a mailbox or telephone shows that they are one.
 */
function weakAreDoubtful(
  found: readonly { perhaps: boolean }[],
  possible: readonly { result: NamedPair }[],
  provenTwo: number,
): boolean {
  const provenOne = possible.filter(
    ({ result }) =>
      (result.name === 'same' || result.name === 'other-writing') &&
      evidenceOf(result) === 'own' &&
      agreementOf(result, 'firm') === 'same',
  ).length;
  const weak = found.filter((one) => one.perhaps).length;
  // One of each is added, so that a short list is not taken for proof.
  return (weak * (provenTwo + 1)) / (provenOne + provenTwo + 2) > mostWrong * found.length;
}

/** Those of whose name there are two at one firm: there, name and firm alone tell nobody apart. */
function namesakesAtOneFirm(candidates: readonly { pair: Pair; result: NamedPair }[]): Set<number> {
  const found = new Set<number>();
  for (const { pair, result } of candidates)
    if (
      (result.name === 'same' || result.name === 'other-writing') &&
      ruledOut(result) &&
      agreementOf(result, 'firm') === 'other-mailbox'
    )
      for (const i of pair) found.add(i);
  return found;
}

function modelOf(possible: readonly Compared[], random: readonly Compared[], records: number): LinkModel {
  const begin = fields.map((field) => usual[field]);
  const u = chanceOf(
    random,
    fields.map((field) => agreements[field].length),
  );
  return learnModel(possible, u, (records * (records - 1)) / 2, begin, 30);
}

function becauseOf(model: LinkModel, pair: Compared): LikelyPair['because'] {
  return fields
    .flatMap((field, i) => {
      const agreement = agreementOf(pair, field);
      return agreement === null ? [] : [{ field, agreement, bits: fieldEvidence(model, pair, i) }];
    })
    .sort((a, b) => b.bits - a.bits);
}
