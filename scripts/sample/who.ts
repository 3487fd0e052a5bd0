import { domains, me, people, type SamplePerson } from './people.ts';

/** A name and an address, as pages and records of the sample show somebody. */
export interface Named {
  name: string;
  address: string;
}

const byKey = new Map(people.map((person) => [person.key, person]));

/** The address of one of the forty: at the organisation's domain, or a free-mail-like one. */
export const addressOf = (person: SamplePerson): string =>
  `${person.key}@${person.organisation === null ? 'post.example' : domains[person.organisation]}`;

/** Who a word of the story means: the user, one of the forty by key, or `Name <address>`. @throws on an unknown key. */
export function named(who: string): Named {
  if (who === 'lin.wei') return { name: me.name, address: me.address };
  const written = /^(.+) <(.+)>$/.exec(who);
  if (written?.[1] && written[2]) return { name: written[1], address: written[2] };
  const person = byKey.get(who);
  if (person === undefined) throw new Error(`The story names “${who}”, who is none of the sample people.`);
  return { name: person.name, address: addressOf(person) };
}

/** Minutes since midnight of a wall clock `HH:MM`. */
export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
