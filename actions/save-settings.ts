import { addressKey } from '../people/address-key.ts';
import type { ActResult } from '../records/act.ts';
import { newWant, type Want } from '../records/person.ts';
import type { SettingsChange } from '../records/planner.ts';
import { Problem } from '../records/problem.ts';
import type { Me } from '../records/settings.ts';
import { readSettings } from '../storage/settings.ts';
import type { ActDeps } from './act-deps.ts';
import { resultOf, runAct } from './run-act.ts';
import { lines } from './typed.ts';

/** Changes some settings. RM-119 for what is no address of the user's. */
export const saveSettings = (change: SettingsChange, deps: ActDeps): Promise<ActResult> =>
  resultOf(() =>
    runAct('save-settings', deps, async (act) => {
      const before = await readSettings(deps.store, act.now);
      const { me, ...rest } = change;
      await act.put('settings', {
        ...before,
        ...rest,
        me: me === undefined ? before.me : meOf(me, before.me, act.now),
      });
    }),
  );

function meOf(typed: NonNullable<SettingsChange['me']>, before: Me, now: number): Me {
  const addresses = lines(typed.addresses).map((written) => {
    const key = addressKey(written);
    if (key === null)
      throw new Problem(
        'RM-119',
        `"${written}" is not an e-mail address. Write it as name@example.com. Nothing was written.`,
      );
    return { key, written };
  });
  const wants = (texts: readonly string[], old: readonly Want[]) =>
    lines(texts).map((text) => old.find((one) => one.text === text) ?? newWant(text, now));
  return {
    name: typed.name.trim(),
    addresses: [...new Map(addresses.map((one) => [one.key, one])).values()],
    needs: wants(typed.needs, before.needs),
    offers: wants(typed.offers, before.offers),
  };
}
