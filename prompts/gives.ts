import type { Person } from '../records/person.ts';
import { textOfStep, textOfTrade } from './texts.ts';
import type { View } from './view.ts';
import { weights } from './weights.ts';

/** Something a person looks for: a need of theirs, or a step of their matter that nobody has yet. */
export interface Wanted {
  personId: string;
  /** For people to read. */
  text: string;
  /** What it is compared by. */
  by: string;
  from: { table: string; id: string };
}

/** Something a person could give, and how much its kind counts (`weights`). */
export interface Given extends Wanted {
  counts: number;
  kind: 'offer' | 'need' | 'trade';
}

/** How well what one wants meets what another could give. */
export function meets(view: View, wanted: Pick<Wanted, 'by'>, given: Given): number {
  const { fit, rest, shared } = view.fit.of(wanted.by, given.by);
  return (shared === 1 && rest < weights.loneWord ? Math.min(fit, rest) : fit) * given.counts;
}

/** What this person looks for. */
export function wantedBy(view: View, person: Person): Wanted[] {
  const needs = person.needs.map((need) => ({
    personId: person.id,
    text: need.text,
    by: need.text,
    from: { table: 'people', id: person.id },
  }));
  const steps = view.stepsOf(person.id).map(({ matter, step }) => ({
    personId: person.id,
    text: step.title,
    by: textOfStep(matter, step),
    from: { table: 'matters', id: matter.id },
  }));
  return [...needs, ...steps];
}

/**
 * What this person could give: offers; then needs, for a need is often the other half of another's (an empty shop looks
 * for a tenant); then what their trade is.
 */
export function givenBy(person: Person): Given[] {
  const trade = textOfTrade(person);
  return trade === null ? giftsOf(person) : [...giftsOf(person), given(person, trade, 'trade', weights.tradeAsGift)];
}

/** The same without the trade, which tells too little to introduce two people by. */
export const giftsOf = (person: Person): Given[] => [
  ...person.offers.map(({ text }) => given(person, text, 'offer', 1)),
  ...person.needs.map(({ text }) => given(person, text, 'need', weights.needAsGift)),
];

const given = (person: Person, text: string, kind: Given['kind'], counts: number): Given => ({
  personId: person.id,
  text,
  by: text,
  from: { table: 'people', id: person.id },
  kind,
  counts,
});

/** The offer or the trade of this person that meets best what is wanted, needs aside. */
export function bestGift(
  view: View,
  wanted: Pick<Wanted, 'by'>,
  person: Person,
): { given: Given | undefined; fit: number } {
  let best: { given: Given | undefined; fit: number } = { given: undefined, fit: 0 };
  for (const given of givenBy(person)) {
    if (given.kind === 'need') continue;
    const fit = meets(view, wanted, given);
    if (fit > best.fit || (fit === best.fit && best.given !== undefined && given.text < best.given.text))
      best = { given, fit };
  }
  return best;
}
