import type { ActOf } from '../records/act.ts';
import { newWant } from '../records/person.ts';
import type { Act } from '../storage/journal.ts';
import { readSettings } from '../storage/settings.ts';
import type { ActDeps } from './act-deps.ts';

/** Adds an offer of the user's own; the same text twice stays one. */
export async function addMyOffer({ text }: ActOf<'add-my-offer'>, act: Act, deps: ActDeps): Promise<void> {
  const settings = await readSettings(deps.store, act.now);
  const { me } = settings;
  if (me.offers.some((one) => one.text === text)) return;
  await act.put('settings', { ...settings, me: { ...me, offers: [...me.offers, newWant(text, act.now)] } });
}
