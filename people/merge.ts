import type { Person } from '../records/person.ts';
import { fold } from './name.ts';
import { nameKeys } from './name-key.ts';
import type { PinyinTable } from './pinyin-table.ts';

/** One person out of two, and the two as they were: with both, undoing the merge is exact. */
export interface Merge {
  merged: Person;
  /** The two before, the one that stays first. */
  before: readonly [Person, Person];
}

function joined<T>(a: readonly T[], b: readonly T[], same: (one: T) => string): T[] {
  const seen = new Set(a.map(same));
  return [...a, ...b.filter((one) => !seen.has(same(one)))];
}

/**
 * Joins two persons into one: `kept` gives the id, name and every field that it has; `gone` fills what is empty and adds
 * its names, addresses, needs, offers, topics, tags, phones and notes. Marks of either stay (a friend of the one is a
 * friend; the earlier of two tags). Nothing is dropped. What the user said is somebody else stays so, unless it is now
 * an address of this very person. Records that name `gone` are pointed to `kept` by the caller, in the same transaction. `now` in
 * epoch ms.
 */
export function mergePeople(kept: Person, gone: Person, pinyin: PinyinTable | null, now: number): Merge {
  const addresses = joined(kept.addresses, gone.addresses, (one) => one.key);
  const names = joined([kept.name, ...kept.otherNames], [gone.name, ...gone.otherNames], fold);
  const since = [kept.potentialSince, gone.potentialSince].filter((at) => at !== null);
  const keys = addresses.map((one) => one.key);
  const person: Person = {
    ...kept,
    createdAt: Math.min(kept.createdAt, gone.createdAt),
    updatedAt: now,
    otherNames: names.slice(1).filter((name) => name.trim() !== ''),
    addresses,
    keys,
    phones: joined(kept.phones, gone.phones, (phone) => phone.replace(/[^\d+]/g, '') || phone),
    organisation: kept.organisation ?? gone.organisation,
    title: kept.title ?? gone.title,
    tags: joined(kept.tags, gone.tags, fold),
    needs: joined(kept.needs, gone.needs, (one) => one.id),
    offers: joined(kept.offers, gone.offers, (one) => one.id),
    topics: joined(kept.topics, gone.topics, fold),
    notes: joined(kept.notes, gone.notes, (one) => one.id),
    friend: kept.friend || gone.friend,
    potentialSince: since.length === 0 ? null : Math.min(...since),
    ...((kept.said ?? gone.said) && {
      said: joined(kept.said ?? [], gone.said ?? [], ({ name, series }) => `${series}\n${name}`),
    }),
    notSameAs: joined(kept.notSameAs, gone.notSameAs, (one) => one).filter((one) => !keys.includes(one)),
  };
  return { merged: { ...person, nameKeys: nameKeys(person, pinyin) }, before: [kept, gone] };
}
