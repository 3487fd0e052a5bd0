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
  const from = { table: 'people', id: person.id };
  const trade = textOfTrade(person);
  const common = { personId: person.id, from };
  return [
    ...person.offers.map((offer) => ({
      ...common,
      text: offer.text,
      by: offer.text,
      counts: 1,
      kind: 'offer' as const,
    })),
    ...person.needs.map((need) => ({
      ...common,
      text: need.text,
      by: need.text,
      counts: weights.needAsGift,
      kind: 'need' as const,
    })),
    ...(trade === null
      ? []
      : [{ ...common, text: trade, by: trade, counts: weights.tradeAsGift, kind: 'trade' as const }]),
  ];
}

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
