import type { Person } from '../records/person.ts';
import { fold } from './name.ts';
import { nameKeys } from './name-key.ts';
import type { PinyinTable } from './pinyin-table.ts';

/** A list after the two are parted: what came from the other one goes back as it is now, what was added since stays. */
function parted<T>(
  lists: { kept: readonly T[]; gone: readonly T[]; now: readonly T[] },
  same: (one: T) => string,
): { kept: T[]; gone: T[] } {
  const own = new Set(lists.kept.map(same));
  const brought = new Set(lists.gone.map(same).filter((key) => !own.has(key)));
  const now = new Map(lists.now.map((one) => [same(one), one]));
  return {
    kept: lists.now.filter((one) => !brought.has(same(one))),
    // Of what both had, the other one's is as it was; of what it brought, what is left and as it is now.
    gone: lists.gone.flatMap((one) => (brought.has(same(one)) ? (now.get(same(one)) ?? []) : [one])),
  };
}

/** All of a person but when it was written. */
const told = ({ updatedAt: _, ...rest }: Person): string => JSON.stringify(rest);

/**
 * Takes two people apart that were made one, at any later time: `before` are the two as they were (the one that stayed first),
 * `merged` what was made of them, `now` what that is by now. Everything of the other one goes back to it in its present
 * wording, what was taken out since stays out, what was added since stays with the one that was kept. `at` in epoch ms.
 */
export function unmerge(
  before: readonly [Person, Person],
  merged: Person,
  now: Person,
  pinyin: PinyinTable | null,
  at: number,
): { kept: Person; gone: Person } {
  const [kept, gone] = before;
  if (told(now) === told(merged)) return { kept: { ...kept, updatedAt: at }, gone: { ...gone, updatedAt: at } };
  const list = <F extends 'needs' | 'offers' | 'notes'>(field: F) =>
    parted<Person[F][number]>({ kept: kept[field], gone: gone[field], now: now[field] }, (one) => one.id);
  const words = (field: 'tags' | 'topics') => parted({ kept: kept[field], gone: gone[field], now: now[field] }, fold);
  const names = parted(
    { kept: [kept.name, ...kept.otherNames], gone: [gone.name, ...gone.otherNames], now: now.otherNames },
    fold,
  );
  const addresses = parted({ kept: kept.addresses, gone: gone.addresses, now: now.addresses }, (one) => one.key);
  const phones = parted(
    { kept: kept.phones, gone: gone.phones, now: now.phones },
    (one) => one.replace(/[^\d+]/g, '') || one,
  );
  const notSame = parted({ kept: kept.notSameAs, gone: gone.notSameAs, now: now.notSameAs }, (one) => one);
  const [tags, topics, needs, offers, notes] = [
    words('tags'),
    words('topics'),
    list('needs'),
    list('offers'),
    list('notes'),
  ];
  /** What the user changed since stays; else it is again what it was. */
  const unlessChanged = <F extends keyof Person>(field: F): Person[F] =>
    now[field] === merged[field] ? kept[field] : now[field];
  const side = (of: 'kept' | 'gone') => ({
    addresses: addresses[of],
    keys: addresses[of].map((one) => one.key),
    phones: phones[of],
    tags: tags[of],
    topics: topics[of],
    needs: needs[of],
    offers: offers[of],
    notes: notes[of],
    updatedAt: at,
  });
  const stays: Person = {
    ...now,
    ...side('kept'),
    createdAt: now.id === kept.id ? kept.createdAt : now.createdAt,
    name: unlessChanged('name'),
    otherNames: names.kept,
    organisation: unlessChanged('organisation'),
    title: unlessChanged('title'),
    friend: unlessChanged('friend'),
    potentialSince: unlessChanged('potentialSince'),
    // The merge dropped what had become an address of the very person.
    notSameAs: [...notSame.kept, ...kept.notSameAs.filter((one) => !merged.notSameAs.includes(one))],
  };
  const returns: Person = {
    ...gone,
    ...side('gone'),
    otherNames: names.gone.filter((name) => fold(name) !== fold(gone.name)),
  };
  return {
    kept: { ...stays, nameKeys: nameKeys(stays, pinyin) },
    gone: { ...returns, nameKeys: nameKeys(returns, pinyin) },
  };
}
