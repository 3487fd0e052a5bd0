import { addressKey } from '../people/address-key.ts';
import { fold } from '../people/name.ts';
import { nameKeys, textKey, writtenKeys } from '../people/name-key.ts';
import type { PinyinTable } from '../people/pinyin-table.ts';
import { type Address, newNote, newPerson, newWant, type Person, type Want } from '../records/person.ts';
import type { ParsedPerson } from './parsed.ts';

/** What planning needs from outside. `mine`: the user's own address keys. `now` in epoch ms. */
export interface ImportContext {
  now: number;
  importId: string;
  mine: ReadonlySet<string>;
  pinyin: PinyinTable | null;
  /** Changes that the user does not want, each as `changeId` names it. */
  refused?: ReadonlySet<string>;
  /** Address key → all entries of the files that have it; filled by `planPeople`. */
  says?: ReadonlyMap<string, readonly ParsedPerson[]>;
}

/** What a newer file of the same source may bring up to date. */
export const updatable = ['name', 'organisation', 'title'] as const;
export type Updatable = (typeof updatable)[number];

/** A change in a field that the user has not touched since the last file of that source. */
export interface FieldChange {
  personId: string;
  person: string;
  field: Updatable;
  before: string;
  after: string;
}

/** How a change is named in what the user refuses. */
export const changeId = ({ personId, field }: Pick<FieldChange, 'personId' | 'field'>): string =>
  `${personId} ${field}`;

/** The kept people that a file may mean: by address key, and by exact name key. */
export interface ExistingPeople {
  byKey: ReadonlyMap<string, readonly Person[]>;
  byNameKey: ReadonlyMap<string, readonly Person[]>;
}

/** What one entry of a file would do. `same`: nothing new in it; `own`: the user's own card. */
export type PlannedPerson =
  | { is: 'add'; line: number; after: Person }
  | { is: 'update'; line: number; before: Person; after: Person; changes?: readonly FieldChange[] }
  | { is: 'skip'; line: number; why: 'same' | 'own' };

/** The addresses of an entry; one that stands in the place of the name is one too. */
const addressesOf = (person: ParsedPerson): Address[] => {
  const all = [...person.addresses, person.name].flatMap((written) => {
    const key = addressKey(written);
    return key === null ? [] : [{ written: written.slice(0, 320), key }];
  });
  return [...new Map(all.map((one) => [one.key, one])).values()];
};

/** What an entry without an address is known again by. */
function keysOfName(name: string): string[] {
  const keys = writtenKeys(name);
  return keys.length > 0 ? keys : [textKey(name)];
}

/** What to look up in the store before planning. Names only for entries without an address: they are known again by nothing else. */
export function keysToLookUp(people: readonly ParsedPerson[]): { keys: string[]; nameKeys: string[] } {
  const keys = new Set<string>();
  const names = new Set<string>();
  for (const person of people) {
    const own = addressesOf(person);
    for (const { key } of own) keys.add(key);
    if (own.length === 0) for (const key of keysOfName(person.name)) names.add(key);
  }
  return { keys: [...keys], nameKeys: [...names] };
}

const digits = (phone: string): string => phone.replace(/\D/g, '').slice(-9);

/** Whether an entry without an address is this person: the same name, and no phone that says otherwise. */
function isSameByName(parsed: ParsedPerson, person: Person): boolean {
  const written = new Set(keysOfName(parsed.name));
  if (!keysOfName(person.name).some((key) => written.has(key))) return false;
  if (parsed.phones.length === 0 || person.phones.length === 0) return true;
  const theirs = new Set(person.phones.map(digits));
  return parsed.phones.some((phone) => theirs.has(digits(phone)));
}

function union(before: readonly string[], more: readonly string[], same: (text: string) => string): string[] {
  const seen = new Set(before.map(same));
  const added = more.filter((text) => {
    const name = same(text);
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
  return [...before, ...added];
}

const wants = (before: Want[], texts: readonly string[], now: number): Want[] =>
  before.length > 0 ? before : texts.map((text) => newWant(text, now));

/** Whether a name was only put there because none was known. */
const isPlaceholder = (name: string): boolean => addressKey(name) !== null;

/** What a newer file of the same source says otherwise, in fields that still stand as the file before had them. */
function changesIn(before: Person, parsed: ParsedPerson, { says }: ImportContext): FieldChange[] {
  const base = before.fromImport;
  /** Of several entries for one person in a file, one says what stands here. */
  const isSaid = (field: Updatable) =>
    before.keys.some((key) => says?.get(key)?.some((entry) => entry[field] === before[field]));
  if (base == null || parsed.source === undefined || base.source !== parsed.source || parsed.byMail) return [];
  return updatable.flatMap((field) => {
    const [was, now] = [before[field], parsed[field]];
    const untouched = base[field] === was && !isSaid(field);
    if (was === null || now === null || now === was || !untouched || (field === 'name' && isPlaceholder(now)))
      return [];
    return [{ personId: before.id, person: before.name, field, before: was, after: now }];
  });
}

/**
 * A person with what the entry adds. Fields that hold something stay as they are, they may be the user's; what is empty is filled;
 * addresses, phones and notes are added. Addresses that somebody else has are left out. `nameKeys` are as before.
 */
function filled(before: Person, parsed: ParsedPerson, taken: ReadonlySet<string>, context: ImportContext): Person {
  const { now } = context;
  const addresses = [
    ...before.addresses,
    ...addressesOf(parsed).filter(({ key }) => !before.keys.includes(key) && !taken.has(key) && !context.mine.has(key)),
  ];
  const changes = changesIn(before, parsed, context);
  const updates = new Map(
    changes.filter((change) => !context.refused?.has(changeId(change))).map((change) => [change.field, change.after]),
  );
  const isNew = before.name === parsed.name && before.fromImport === undefined && before.importId === context.importId;
  const filledName = isPlaceholder(before.name) && !isPlaceholder(parsed.name) ? parsed.name : before.name;
  const name = updates.get('name') ?? filledName;
  const names = parsed.byMail
    ? []
    : [...(name === before.name ? [] : [before.name]), parsed.name, ...parsed.otherNames];
  const isEmpty = (list: readonly unknown[]) => list.length === 0;
  const otherNames = union(before.otherNames, names, fold).filter(
    (one) => fold(one) !== fold(name) && !isPlaceholder(one),
  );
  const known = new Set(before.notes.map((note) => note.text));
  const told = {
    source: parsed.source ?? '',
    name: parsed.name,
    organisation: parsed.organisation,
    title: parsed.title,
  };
  // What was refused is noted too: then it stands otherwise here by the user's will, and is not offered again.
  const heard = Object.fromEntries(changes.map((change) => [change.field, change.after]));
  const fromImport = isNew && parsed.source !== undefined ? told : before.fromImport;
  return {
    ...before,
    ...(fromImport == null ? {} : { fromImport: { ...fromImport, ...heard } }),
    name,
    otherNames,
    addresses,
    keys: addresses.map((one) => one.key),
    phones: union(before.phones, parsed.phones, (phone) => digits(phone) || phone),
    organisation: updates.get('organisation') ?? before.organisation ?? parsed.organisation,
    title: updates.get('title') ?? before.title ?? parsed.title,
    tags: isEmpty(before.tags) ? parsed.tags : before.tags,
    topics: isEmpty(before.topics) ? parsed.topics : before.topics,
    needs: wants(before.needs, parsed.needs, now),
    offers: wants(before.offers, parsed.offers, now),
    notes: [
      ...before.notes,
      ...parsed.notes.filter((text) => !known.has(text)).map((text) => newNote(text, false, now)),
    ],
  };
}

/** A new person is an empty one that is filled. */
function added(parsed: ParsedPerson, taken: ReadonlySet<string>, context: ImportContext): Person {
  const { now, importId } = context;
  const person = filled(newPerson({ name: parsed.name, importId }, now), parsed, taken, context);
  return { ...person, nameKeys: nameKeys(person, context.pinyin) };
}

const told = ({ updatedAt: _, nameKeys: __, ...rest }: Person): string => JSON.stringify(rest);

/**
 * What the people of a file would do to the store, entry by entry, without doing it: added, filled up, or nothing new. Two entries of the file
 * with one address are one person. The same file again plans nothing but skips. An entry whose addresses belong to
 * several kept people fills the first of them and merges nobody.
 */
export function planPeople(
  parsed: readonly ParsedPerson[],
  existing: ExistingPeople,
  given: ImportContext,
): PlannedPerson[] {
  const says = new Map<string, ParsedPerson[]>();
  for (const entry of parsed)
    for (const { key } of addressesOf(entry)) says.set(key, [...(says.get(key) ?? []), entry]);
  const context: ImportContext = { ...given, says };
  const plans: PlannedPerson[] = [];
  /** Where the latest state of a person stands in `plans`, by id. */
  const placeOf = new Map<string, number>();
  const latest = new Map<string, Person>();
  const holders = new Map<string, Person>();
  const named = new Map<string, Map<string, Person>>();
  for (const [key, [first]] of existing.byKey) if (first) holders.set(key, first);
  for (const [key, people] of existing.byNameKey) named.set(key, new Map(people.map((one) => [one.id, one])));

  const keep = (person: Person) => {
    latest.set(person.id, person);
    for (const key of person.keys)
      if (!holders.has(key) || holders.get(key)?.id === person.id) holders.set(key, person);
    for (const key of keysOfName(person.name)) {
      const all = named.get(key) ?? new Map<string, Person>();
      named.set(key, all.set(person.id, person));
    }
  };

  for (const entry of parsed) {
    const addresses = addressesOf(entry);
    if (addresses.length > 0 && addresses.every(({ key }) => context.mine.has(key))) {
      plans.push({ is: 'skip', line: entry.line, why: 'own' });
      continue;
    }
    const byAddress = addresses.map(({ key }) => holders.get(key)).find((person) => person !== undefined);
    const byName =
      addresses.length > 0 ? [] : keysOfName(entry.name).flatMap((key) => [...(named.get(key)?.values() ?? [])]);
    const alike = byName
      .map((person) => latest.get(person.id) ?? person)
      .filter((person) => isSameByName(entry, person));
    const nothingNew = (person: Person) => told(filled(person, entry, new Set(), context)) === told(person);
    const found = byAddress ?? alike.find(nothingNew) ?? alike[0];
    const taken = new Set(
      addresses.map(({ key }) => key).filter((key) => holders.has(key) && holders.get(key)?.id !== found?.id),
    );
    if (!found) {
      const after = added(entry, taken, context);
      placeOf.set(after.id, plans.length);
      plans.push({ is: 'add', line: entry.line, after });
      keep(after);
      continue;
    }
    const now = latest.get(found.id) ?? found;
    const after = filled(now, entry, taken, context);
    const changes = changesIn(now, entry, context);
    if (changes.length === 0 && told(after) === told(now)) {
      plans.push({ is: 'skip', line: entry.line, why: 'same' });
      continue;
    }
    const changed = { ...after, nameKeys: nameKeys(after, context.pinyin), updatedAt: context.now };
    keep(changed);
    const place = placeOf.get(found.id);
    const plan = place === undefined ? undefined : plans[place];
    // A second entry for the same person joins the first one's row, so that each person is written once.
    if (place !== undefined && plan && plan.is !== 'skip') {
      plans[place] = { ...plan, after: changed };
      plans.push({ is: 'skip', line: entry.line, why: 'same' });
    } else {
      placeOf.set(found.id, plans.length);
      plans.push({ is: 'update', line: entry.line, before: found, after: changed, changes });
    }
  }
  return plans;
}
