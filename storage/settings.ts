import { newSettings, type Settings } from '../records/settings.ts';
import type { Store } from './store.ts';

/** The settings; those of a fresh installation where none were written yet. `now` in epoch ms. */
export async function readSettings(store: Store, now: number): Promise<Settings> {
  return (await store.settings.get('settings')) ?? newSettings(now);
}
