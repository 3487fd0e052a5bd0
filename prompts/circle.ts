import { isFreeMail } from '../people/free-mail.ts';
import { dormantAfter } from '../people/tie.ts';
import type { Person } from '../records/person.ts';
import type { Reason } from '../records/prompt.ts';
import type { View } from './view.ts';

type Housed = Pick<Person, 'organisation' | 'keys'>;

const plain = (organisation: string | null): string => organisation?.trim().toLowerCase() ?? '';

/** The domains of these address keys that belong to an organisation: free-mail hosts tell nothing. Each once. */
export function ownDomains(keys: readonly string[]): string[] {
  const domains = keys.flatMap((key) => (key.includes('@') ? [key.slice(key.lastIndexOf('@') + 1)] : []));
  return [...new Set(domains)].filter((domain) => domain !== '' && !isFreeMail(domain));
}

/** A domain and those above it: an office of `mill.example` writes from `sales.mill.example`. */
const upwards = (domain: string): string[] => {
  const labels = domain.split('.');
  return labels.map((_, from) => labels.slice(from).join('.'));
};

/** The circles somebody stands in, to be looked up by `namesOf`: organisation by name, domain, and what lies above it. */
const circlesOf = (person: Housed): string[] => [
  ...(plain(person.organisation) === '' ? [] : [`=${plain(person.organisation)}`]),
  ...ownDomains(person.keys).flatMap((domain) => upwards(domain).map((each, n) => (n === 0 ? '@' : '>') + each)),
];

/** What to look up, so that the same name, the same domain and one below the other meet, but not two below a third. */
const namesOf = (person: Housed): string[] => [
  ...(plain(person.organisation) === '' ? [] : [`=${plain(person.organisation)}`]),
  ...ownDomains(person.keys).flatMap((domain) => [`>${domain}`, ...upwards(domain).map((each) => `@${each}`)]),
];

/** Says that somebody stands in a circle that the user does not otherwise reach; null where they do not, or nothing tells. */
export type OtherCircle = (personId: string) => Reason | null;

/**
 * Whose organisation (or domain, where none is written) the user reaches through nobody else: no other kept person of it
 * had contact within twelve months. The user's own organisation is never another circle: it is told by the user's domains,
 * and by what others at these have written as theirs. Of a user whose address is not known, nothing can be told.
 */
export function otherCircles(view: View): OtherCircle {
  const { me, people, colleagues = [], crowded } = view.knowledge;
  if (me.addresses.length === 0) return () => null;
  const user = { organisation: null, keys: me.addresses.map(({ key }) => key) };
  const mine = new Set(circlesOf(user));
  const houses = new Set(view.present.map(({ person }) => plain(person.organisation)).filter((house) => house !== ''));
  const myHouses = new Set<string>();
  const reachedBy = new Map<string, Set<string>>();
  for (const person of [...people, ...colleagues]) {
    const house = plain(person.organisation);
    if (houses.has(house) && namesOf(person).some((name) => mine.has(name))) myHouses.add(house);
    const last = view.lastAt(person.id);
    if (last === null || view.now - last > dormantAfter) continue;
    for (const circle of circlesOf(person)) reachedBy.set(circle, (reachedBy.get(circle) ?? new Set()).add(person.id));
  }
  return (personId) => {
    const person = view.people.get(personId);
    if (person === undefined || myHouses.has(plain(person.organisation))) return null;
    const domains = ownDomains(person.keys);
    const organisation = person.organisation?.trim() || domains[0];
    if (organisation === undefined || domains.some((domain) => crowded?.has(domain))) return null;
    const names = namesOf(person);
    if (names.some((name) => mine.has(name))) return null;
    if (names.some((name) => [...(reachedBy.get(name) ?? [])].some((id) => id !== personId))) return null;
    return { code: 'another-circle', params: { organisation }, from: { table: 'people', id: personId } };
  };
}
