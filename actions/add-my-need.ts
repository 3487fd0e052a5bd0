import type { ActOf } from '../records/act.ts';
import { newWant } from '../records/person.ts';
import type { Act } from '../storage/journal.ts';
import { readSettings } from '../storage/settings.ts';
import type { ActDeps } from './act-deps.ts';

/** Adds a need of the user's own; the same text twice stays one. */
export async function addMyNeed({ text }: ActOf<'add-my-need'>, act: Act, deps: ActDeps): Promise<void> {
  const settings = await readSettings(deps.store, act.now);
  const { me } = settings;
  if (me.needs.some((one) => one.text === text)) return;
  await act.put('settings', { ...settings, me: { ...me, needs: [...me.needs, newWant(text, act.now)] } });
}
