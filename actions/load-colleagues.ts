import { dormantAfter } from '../people/tie.ts';
import { ownDomains } from '../prompts/circle.ts';
import type { Knowledge } from '../prompts/knowledge.ts';
import type { Person } from '../records/person.ts';
import { contactsAt, contactsIn, peopleIn } from '../storage/answer.ts';
import type { Reader } from '../storage/reader.ts';
import type { ContactRow } from '../storage/schema.ts';
import { eachOnce } from './load-people.ts';

/** So many contacts a domain are read: where more than this were met within a year, the user is at home. */
const enough = 300;

/** So many domains are looked at, for a hall of two thousand guests is answered too; of the others nothing is told. */
const mostDomains = 50;

/** Who else the user met of the organisations of those present. */
export interface Colleagues extends Required<Pick<Knowledge, 'colleagues' | 'crowded'>> {
  /** Person id → contacts, for those not present. */
  contacts: ReadonlyMap<string, readonly ContactRow[]>;
}

/**
 * Reads whom else the user met within twelve months of the organisations of those present, by the domains of their
 * addresses and, among those who need or offer something (`wanting`), by its name. `now` in epoch ms.
 */
export async function loadColleagues(
  reader: Reader,
  { present, wanting, own }: { present: readonly Person[]; wanting: readonly Person[]; own: readonly string[] },
  now: number,
): Promise<Colleagues> {
  const here = new Set(present.map(({ id }) => id));
  const mine = new Set(ownDomains(own));
  const all = ownDomains(present.flatMap(({ keys }) => keys)).filter((domain) => !mine.has(domain));
  const domains = all.slice(0, mostDomains);
  const houses = new Set(present.flatMap(({ organisation }) => organisation ?? []));
  const named = wanting.filter(
    ({ id, organisation }) => organisation !== null && houses.has(organisation) && !here.has(id),
  );
  return reader.read(['people', 'contacts'], async (reading) => {
    const met = await Promise.all(
      domains.map((domain) => contactsAt(reading, domain, [now - dormantAfter, now], enough)),
    );
    const full = domains.filter((_, n) => (met[n]?.length ?? 0) >= enough);
    const keys = [
      ...new Set(met.flatMap((rows) => (rows.length >= enough ? [] : rows.map(({ key }) => key)))),
      ...named.slice(0, enough).flatMap((person) => person.keys),
    ];
    const found = await peopleIn(reading, keys);
    const colleagues = eachOnce([...found.values()].flat()).filter(({ id }) => !here.has(id));
    const byKey = await contactsIn(
      reading,
      colleagues.flatMap((person) => person.keys),
    );
    const contacts = new Map(
      colleagues.map(({ id, keys: own }) => [id, own.flatMap((key) => byKey.get(key) ?? [])] as const),
    );
    return { colleagues, contacts, crowded: new Set([...full, ...all.slice(mostDomains)]) };
  });
}
