import type { Person } from '../records/person.ts';
import type { Reason } from '../records/prompt.ts';
import type { Tip } from '../records/tip.ts';
import { aside, asPromptPerson, type Candidate, type Kind } from './candidate.ts';
import { isBarred, isNamedIn, refusalOf } from './gates.ts';
import { promptKey } from './prompt-key.ts';
import type { View } from './view.ts';
import { ramp, weights } from './weights.ts';

/** Something of a person that a tip may meet. */
export interface Interest {
  person: Person;
  code: 'tip-meets-need' | 'tip-meets-topic';
  text: string;
  counts: number;
}

/** What a tip meets best in a person, and how well. */
export interface Use {
  interest: Interest | null;
  fit: number;
  /** Words of the tip that stand in it too. */
  shared: number;
}

/** What this person wants to hear of: needs, and standing interests. */
const wishesOf = (person: Person): Interest[] => [
  ...person.needs.map(({ text }) => ({ person, code: 'tip-meets-need' as const, text, counts: 1 })),
  ...person.topics.map((text) => ({ person, code: 'tip-meets-topic' as const, text, counts: weights.topicAsNeed })),
];

/** The same, and what they deal in. */
export const interestsOf = (person: Person): Interest[] => [
  ...wishesOf(person),
  ...person.offers.map(({ text }) => ({
    person,
    code: 'tip-meets-topic' as const,
    text,
    counts: weights.offerAsNeed,
  })),
];

/** Of interests of one person, the one that the tip meets best. */
export function bestUse(view: View, tip: Tip, person: Person, interests: readonly Interest[]): Use {
  const by = view.textOf(tip);
  const named = isNamedIn(by, person) ? weights.namedInTip : 0;
  let best: Use = { interest: null, fit: 0, shared: 0 };
  for (const interest of interests) {
    const { fit, shared } = view.fit.of(by, interest.text);
    const better =
      fit * interest.counts - best.fit || (best.interest !== null && interest.text < best.interest.text ? 1 : 0);
    if (better > 0) best = { interest, fit: fit * interest.counts, shared };
  }
  return { ...best, fit: best.fit + named };
}

/** The best that anybody else could make of a tip: by needs and interests, for who deals in a thing knows its news. */
type Rival = (tip: Tip, personId: string) => number;

function rivals(view: View): Rival {
  const everybody = [...view.people.values()];
  const shelf = view.fit.shelf(everybody.flatMap(wishesOf), (interest) => interest.text);
  const uses = new Map<string, { person: Person; fit: number }[]>();
  const usesOf = (tip: Tip) => {
    let found = uses.get(tip.id);
    if (found === undefined) {
      const best = new Map<Person, number>();
      for (const { person, text, counts } of shelf.near(view.textOf(tip), weights.rivalsLookedAt))
        best.set(person, Math.max(best.get(person) ?? 0, view.fit.of(view.textOf(tip), text).fit * counts));
      found = [...best].map(([person, fit]) => ({ person, fit })).sort((a, b) => b.fit - a.fit);
      uses.set(tip.id, found);
    }
    return found;
  };
  return (tip, personId) =>
    usesOf(tip).find(({ person }) => person.id !== personId && refusalOf(view, tip, person) === null)?.fit ?? 0;
}

function prompt(view: View, tip: Tip, person: Person, use: Use, worth: number): Candidate {
  const from = { table: 'tips', id: tip.id };
  const because: Reason[] = [];
  const planned = plannedFor(view, tip, person);
  if (planned !== undefined)
    because.push({
      code: 'share-planned',
      params:
        planned.plannedFor === null
          ? { setting: planned.setting }
          : { setting: planned.setting, at: planned.plannedFor },
      from: { table: 'shares', id: planned.id },
    });
  if (tip.reach === 'few') because.push({ code: 'tip-named', params: {}, from });
  const { interest } = use;
  if (interest !== null && use.fit >= weights.namedFrom)
    because.push({
      code: interest.code,
      params: { tip: tip.text, [interest.code === 'tip-meets-need' ? 'need' : 'topic']: interest.text },
      from: { table: 'people', id: person.id },
    });
  if (tip.reach === 'one') because.push({ code: 'tip-exclusive', params: {}, from });
  const ends = tip.expiresAt !== null && tip.expiresAt - view.now < weights.endsSoon;
  if (ends && tip.expiresAt !== null) because.push({ code: 'tip-ends', params: { at: tip.expiresAt }, from });
  const last = view.lastAt(person.id);
  const seldom = last !== null && view.now - last > weights.seldomAfter;
  if (seldom) because.push({ code: 'seldom-seen', params: { at: last }, from: { table: 'people', id: person.id } });
  const lately = view.knowledge.shares.some(
    (s) =>
      s.personId === person.id && s.givenAt !== null && s.state === 'given' && view.now - s.givenAt < weights.gotWithin,
  );
  return {
    guess: planned === undefined && tip.reach !== 'few',
    worth: worth + (ends ? weights.tipEnds : 0) + (seldom ? weights.seldomSeen : 0) + (lately ? weights.gotLately : 0),
    prompt: {
      key: promptKey.share(person.id, tip.id),
      kind: 'share',
      person: asPromptPerson(person),
      other: null,
      subject: { table: 'tips', id: tip.id, text: tip.text },
      because,
      setting: planned?.setting ?? aside(view),
    },
  };
}

const plannedFor = (view: View, tip: Tip, person: Person) =>
  view.sharesOf(tip.id).find((s) => s.personId === person.id && s.state === 'planned');

/** One tip and one person here who may have it. */
interface Chance {
  tip: Tip;
  person: Person;
  use: Use;
}

/** Of the tips that may go to somebody here, those that meet something of theirs, name them, or are planned. */
function chances(view: View): Chance[] {
  const tips = view.tips.filter((tip) => isBarred(tip, view.now) === null);
  const shelf = view.fit.shelf(tips, view.textOf);
  const forced = new Map<string, Set<Tip>>(view.present.map(({ person }) => [person.id, new Set()]));
  for (const tip of tips) {
    for (const personId of tip.few) forced.get(personId)?.add(tip);
    for (const { personId, state } of view.sharesOf(tip.id)) if (state === 'planned') forced.get(personId)?.add(tip);
  }
  return view.present.flatMap(({ person }) => {
    const interests = interestsOf(person);
    const sure = forced.get(person.id) ?? new Set();
    const near = [...new Set(interests.flatMap(({ text }) => shelf.near(text, view.closeLooks)))]
      .filter((tip) => !sure.has(tip))
      .map((tip) => ({ tip, person, use: bestUse(view, tip, person, interests) }))
      .sort((a, b) => b.use.fit - a.use.fit || (a.tip.id < b.tip.id ? -1 : 1))
      .slice(0, weights.tipsLookedAt);
    return [...[...sure].map((tip) => ({ tip, person, use: bestUse(view, tip, person, interests) })), ...near].filter(
      ({ tip }) => refusalOf(view, tip, person) === null,
    );
  });
}

/** A tip for one person alone: to whom it is worth most, within its reach, and never twice. */
export const share: Kind = (view) => {
  const rival = rivals(view);
  const all = chances(view);
  const bestHere = new Map<string, number>();
  for (const { tip, use } of all) bestHere.set(tip.id, Math.max(bestHere.get(tip.id) ?? 0, use.fit));
  return all.flatMap(({ tip, person, use }) => {
    if (plannedFor(view, tip, person) !== undefined) return [prompt(view, tip, person, use, weights.sharePlanned)];
    const { fit } = use;
    const here = bestHere.get(tip.id) ?? 0;
    if (tip.reach === 'few')
      return [
        prompt(
          view,
          tip,
          person,
          use,
          ramp(fit, weights.namedFrom, weights.namedTo, weights.namedLow, weights.namedHigh),
        ),
      ];
    if (tip.reach === 'open') {
      // What anybody may know is worth a word only where it names the very thing that this person needs.
      const small = use.interest?.code !== 'tip-meets-need' || use.shared === 0;
      if (small || fit < weights.openFrom || fit < here) return [];
      return [
        prompt(view, tip, person, use, ramp(fit, weights.openFrom, weights.openTo, weights.openLow, weights.openHigh)),
      ];
    }
    if (fit < weights.exclusiveFrom || fit < here * weights.nearlyBest) return [];
    const better = Math.max(rival(tip, person.id), here);
    if (fit < better * weights.nearlyBest) return [];
    const worth = ramp(fit, weights.exclusiveFrom, weights.exclusiveTo, weights.exclusiveLow, weights.exclusiveHigh);
    return [prompt(view, tip, person, use, fit < better ? worth * weights.nearlyShare : worth)];
  });
};
