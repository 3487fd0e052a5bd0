import type { FindIndex, FindPerson, FindThing, Helper } from '../../../records/planner.ts';
import { termsOf } from '../people/filter.ts';
import type { FoundKind, Understood } from './understand.ts';

/** One thing found: where it leads, its name, and what of it fitted (a reason for `helps`). */
export type Hit =
  | {
      is: 'person';
      id: string;
      name: string;
      organisation: string | null;
      thing: Pick<FindThing, 'is' | 'text'> | null;
      lastAt: number | null;
    }
  | { is: 'helper'; id: string; helper: Helper }
  | { is: 'tip' | 'matter' | 'introduction'; id: string; text: string };

/** What may be looked through for people when only one kind is asked for. */
const thingFor: Partial<Record<FoundKind, FindThing['is']>> = { needs: 'need', offers: 'offer', notes: 'note' };

const latest = (times: readonly number[]): number | null => (times.length === 0 ? null : Math.max(...times));

/** Whether a person passes every clue. */
function passes({ met, connection, friend, potential }: FindPerson, { clues }: Understood): boolean {
  return clues.every((clue) => {
    switch (clue.is) {
      case 'met':
        return met.some((at) => at >= clue.from && at < clue.to);
      case 'silent': {
        // Who was never met is unknown, not silent.
        const last = latest(met);
        return last !== null && last < clue.since;
      }
      case 'standing':
        return clue.word === 'connection' ? connection : clue.word === 'friend' ? friend : potential;
      default:
        return true;
    }
  });
}

/** The thing of a person in which a term stands, needs and offers before notes, names first of all. Null where one stands nowhere. */
function fitting(things: readonly FindThing[], terms: readonly string[]): FindThing | null {
  const has = (thing: FindThing) => terms.every((term) => thing.folded.includes(term));
  const whole = things.find(has);
  if (whole !== undefined) return whole;
  const all = terms.every((term) => things.some((thing) => thing.folded.includes(term)));
  return all ? (things.find((thing) => terms.some((term) => thing.folded.includes(term))) ?? null) : null;
}

/** 0 for a name that begins with what was typed, 1 for another name, 2 for anything else. */
function closeness(thing: FindThing | null, terms: readonly string[]): number {
  if (thing === null || thing.is !== 'name') return 2;
  return terms.some((term) => thing.folded.split(/\s+/).some((word) => word.startsWith(term))) ? 0 : 1;
}

/**
 * What fits an understood query, the best first. `helpers`: the answer to *who can help*, where that was asked. At most `most`
 * of each kind. Pure.
 */
export function search(
  index: FindIndex,
  understood: Understood,
  helpers: readonly Helper[],
  most: number,
): { people: Hit[]; tips: Hit[]; matters: Hit[]; introductions: Hit[] } {
  const terms = termsOf(understood.rest);
  const { clues } = understood;
  const only = clues.find((clue) => clue.is === 'only')?.kind ?? null;
  const asksHelp = clues.some((clue) => clue.is === 'helps');
  const ofPeople = clues.some((clue) => clue.is !== 'only');
  const empty = { people: [], tips: [], matters: [], introductions: [] };
  if (terms.length === 0 && clues.length === 0) return empty;
  const thing = only === null ? undefined : thingFor[only];
  const wantsPeople = only === null || only === 'people' || thing !== undefined;
  const people: Hit[] = [];
  if (asksHelp) {
    const byId = new Map(index.people.map((one) => [one.person.id, one]));
    for (const helper of helpers) {
      const one = byId.get(helper.person.id);
      if (one !== undefined && passes(one, understood)) people.push({ is: 'helper', id: helper.person.id, helper });
    }
  } else if (wantsPeople) {
    const found = index.people.flatMap((one) => {
      if (!passes(one, understood)) return [];
      const things = thing === undefined ? one.things : one.things.filter(({ is }) => is === thing);
      const fits = terms.length === 0 ? (thing === undefined ? null : (things[0] ?? null)) : fitting(things, terms);
      if (fits === null && (terms.length > 0 || thing !== undefined)) return [];
      return [{ one, fits, close: closeness(fits, terms), last: latest(one.met) }];
    });
    found.sort(
      (a, b) =>
        a.close - b.close ||
        (b.last ?? -Infinity) - (a.last ?? -Infinity) ||
        (a.one.person.id < b.one.person.id ? -1 : 1),
    );
    for (const { one, fits, last } of found.slice(0, most)) {
      const { id, name, organisation } = one.person;
      const shown = fits === null || fits.is === 'name' ? null : { is: fits.is, text: fits.text };
      people.push({ is: 'person', id, name, organisation, thing: shown, lastAt: last });
    }
  }
  const listed = (kind: FoundKind, is: 'tip' | 'matter' | 'introduction', rows: FindIndex['tips']): Hit[] => {
    if (ofPeople || (only !== null && only !== kind) || (terms.length === 0 && only !== kind)) return [];
    return rows
      .filter(({ folded }) => terms.every((term) => folded.includes(term)))
      .slice(0, most)
      .map(({ id, text }) => ({ is, id, text }));
  };
  return {
    people,
    tips: listed('tips', 'tip', index.tips),
    matters: listed('matters', 'matter', index.matters),
    introductions: listed('introductions', 'introduction', index.introductions),
  };
}
