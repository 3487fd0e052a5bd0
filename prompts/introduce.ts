import type { Person } from '../records/person.ts';
import type { Reason } from '../records/prompt.ts';
import { aside, asPromptPerson, type Candidate, type Kind } from './candidate.ts';
import { sameHouse } from './gates.ts';
import { type Given, giftsOf, meets, type Wanted, wantedBy } from './gives.ts';
import { promptKey } from './prompt-key.ts';
import { textOfTrade } from './texts.ts';
import type { View } from './view.ts';
import { ramp, weights } from './weights.ts';

/** What one person of a pair wants and the other could give, and how well they meet. */
export interface Half {
  wanted: Wanted;
  given: Given;
  fit: number;
}

export interface Pair {
  a: Person;
  b: Person;
  /** The best half in each direction, by who wants. */
  halves: Map<string, Half>;
}

const exceeds = (one: Half, other: Half | undefined): boolean =>
  other === undefined ||
  one.fit > other.fit ||
  (one.fit === other.fit && `${one.wanted.text}\n${one.given.text}` < `${other.wanted.text}\n${other.given.text}`);

/** Every pair of people, one of them here, of whom one wants what the other could give. */
function pairsOf(view: View): Pair[] {
  const others = [...view.people.values()];
  const allGiven = view.fit.shelf(others.flatMap(giftsOf), (given) => given.by);
  const allWanted = view.fit.shelf(
    others.flatMap((person) => wantedBy(view, person)),
    (wanted) => wanted.by,
  );
  const pairs = new Map<string, Pair>();
  const meet = (wanted: Wanted, given: Given) => {
    const [a, b] = [view.people.get(wanted.personId), view.people.get(given.personId)];
    if (a === undefined || b === undefined || a.id === b.id || sameHouse(a, b)) return;
    const fit = meets(view, wanted, given);
    const key = promptKey.introduce(a.id, b.id);
    const pair = pairs.get(key) ?? { a, b, halves: new Map() };
    const half = { wanted, given, fit };
    if (exceeds(half, pair.halves.get(a.id))) pair.halves.set(a.id, half);
    pairs.set(key, pair);
  };
  for (const { person } of view.present) {
    for (const wanted of wantedBy(view, person))
      for (const given of allGiven.near(wanted.by, view.closeLooks)) meet(wanted, given);
    for (const given of giftsOf(person))
      for (const wanted of allWanted.near(given.by, view.closeLooks)) meet(wanted, given);
  }
  return [...pairs.values()];
}

/** The same two needs, read from the other side: no second gain. */
const mirrors = (one: Half, other: Half): boolean =>
  one.wanted.by === other.given.by && one.given.by === other.wanted.by;

/** How well what either needs meets the other's trade: too little to introduce them by, but it speaks for it. */
function tradeFit(view: View, { a, b }: Pair): number {
  let best = 0;
  for (const [needer, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const trade = textOfTrade(other);
    if (trade !== null) for (const need of needer.needs) best = Math.max(best, view.fit.of(need.text, trade).fit);
  }
  return best;
}

/**
 * How well a pair meets: its better half, and a share of the other, for where both gain both ties deepen; then what their
 * trades say, and that both are here.
 */
function fitOf(view: View, pair: Pair): number {
  const [best, back] = [...pair.halves.values()].sort((x, y) => y.fit - x.fit);
  const better = best?.fit ?? 0;
  const other = best === undefined || back === undefined || mirrors(best, back) ? 0 : back.fit;
  const here = view.isPresent(pair.a.id) && view.isPresent(pair.b.id) ? weights.bothHere : 0;
  return better + weights.otherHalf * other + weights.tradeLight * tradeFit(view, pair) + here;
}

function because(view: View, pair: Pair): Reason[] {
  const reasons: Reason[] = [...pair.halves.values()]
    .sort((x, y) => y.fit - x.fit || (x.wanted.personId < y.wanted.personId ? -1 : 1))
    .filter(
      (half, place, [best]) =>
        place === 0 || (half.fit > weights.introduceFrom && best !== undefined && !mirrors(best, half)),
    )
    .map(({ wanted, given }) => ({
      code: 'need-meets-offer',
      params: {
        needer: view.people.get(wanted.personId)?.name ?? '',
        need: wanted.text,
        offerer: view.people.get(given.personId)?.name ?? '',
        offer: given.text,
      },
      from: wanted.from,
    }));
  const absent = [pair.a, pair.b].find((person) => !view.isPresent(person.id));
  if (absent !== undefined)
    reasons.push({ code: 'other-absent', params: { name: absent.name }, from: { table: 'people', id: absent.id } });
  return reasons;
}

/** A pair worth introducing, by its best half. */
export interface Meeting {
  pair: Pair;
  key: string;
  fit: number;
  best: Half;
}

/** The pairs worth introducing, best first: of all who could meet one want, or use one gift, only the best few. */
export function meetingsOf(view: View, over: ReadonlySet<string>): Meeting[] {
  const meetings = pairsOf(view).flatMap((pair): Meeting[] => {
    const fit = fitOf(view, pair);
    const key = promptKey.introduce(pair.a.id, pair.b.id);
    const best = [...pair.halves.values()].sort(
      (x, y) => y.fit - x.fit || (x.wanted.personId < y.wanted.personId ? -1 : 1),
    )[0];
    return fit < weights.introduceFrom || over.has(key) || best === undefined ? [] : [{ pair, key, fit, best }];
  });
  const taken = new Map<string, number>();
  return meetings
    .sort((x, y) => y.fit - x.fit || (x.key < y.key ? -1 : 1))
    .filter(({ best: { wanted, given } }) => {
      const sides = [`want ${wanted.personId} ${wanted.text}`, `gift ${given.personId} ${given.text}`];
      if (sides.some((side) => (taken.get(side) ?? 0) >= weights.introduceEach)) return false;
      for (const side of sides) taken.set(side, (taken.get(side) ?? 0) + 1);
      return true;
    });
}

/** New introductions, by need and offer. */
function fresh(view: View, over: ReadonlySet<string>): Candidate[] {
  return meetingsOf(view, over).map(({ pair, key, fit, best }) => {
    const needer = best.wanted.personId === pair.b.id ? pair.b : pair.a;
    const offerer = needer === pair.a ? pair.b : pair.a;
    const [person, other] = view.isPresent(needer.id) ? [needer, offerer] : [offerer, needer];
    return {
      guess: true,
      worth: ramp(fit, weights.introduceFrom, weights.introduceTo, weights.introduceLow, weights.introduceHigh),
      prompt: {
        key,
        kind: 'introduce' as const,
        person: asPromptPerson(person),
        other: asPromptPerson(other),
        subject: null,
        because: because(view, pair),
        setting: aside(view),
      },
    };
  });
}

/** Introductions begun and not made: to be carried on. */
function begun(view: View): Candidate[] {
  return view.introductions.flatMap((introduction) => {
    if (introduction.state === 'done' || introduction.state === 'declined') return [];
    const [a, b] = [view.people.get(introduction.aId), view.people.get(introduction.bId)];
    if (a === undefined || b === undefined || !(view.isPresent(a.id) || view.isPresent(b.id))) return [];
    const [person, other] = view.isPresent(a.id) ? [a, b] : [b, a];
    const reasons: Reason[] = [
      {
        code: 'introduction-open',
        params: { state: introduction.state },
        from: { table: 'introductions', id: introduction.id },
      },
    ];
    if (!view.isPresent(other.id))
      reasons.push({ code: 'other-absent', params: { name: other.name }, from: { table: 'people', id: other.id } });
    return [
      {
        worth: introduction.state === 'idea' ? weights.introductionIdea : weights.introductionBegun,
        prompt: {
          key: promptKey.introduce(a.id, b.id),
          kind: 'introduce' as const,
          person: asPromptPerson(person),
          other: asPromptPerson(other),
          subject: { table: 'introductions', id: introduction.id, text: introduction.reason },
          because: reasons,
          setting: aside(view),
        },
      },
    ];
  });
}

/** One needs what another offers: introduce them. An introduction on record is carried on, or over; it is not begun again. */
export const introduce: Kind = (view) => {
  const onRecord = new Set(view.introductions.map((one) => promptKey.introduce(one.aId, one.bId)));
  const seen = new Set<string>();
  const over = new Set(
    view.introductions
      .filter((one) => one.state === 'done' || one.state === 'declined')
      .map((one) => promptKey.introduce(one.aId, one.bId)),
  );
  const carried = begun(view).filter(({ prompt }) => {
    if (over.has(prompt.key) || seen.has(prompt.key)) return false;
    seen.add(prompt.key);
    return true;
  });
  return [...carried, ...fresh(view, onRecord)];
};
