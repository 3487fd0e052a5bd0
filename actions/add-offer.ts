import type { ActOf } from '../records/act.ts';
import { newWant } from '../records/person.ts';
import type { Act } from '../storage/journal.ts';
import type { ActDeps } from './act-deps.ts';
import { personOf } from './act-person.ts';

/** Adds an offer to a person; the same text twice stays one. */
export async function addOffer({ whom, text }: ActOf<'add-offer'>, act: Act, deps: ActDeps): Promise<void> {
  const person = await personOf(whom, act, deps);
  if (person.offers.some((one) => one.text === text)) return;
  await act.put('people', { ...person, offers: [...person.offers, newWant(text, act.now)] });
}
