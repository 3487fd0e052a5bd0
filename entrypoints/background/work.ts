import { type SeeDeps, type SeenOccasion, seeOccasion } from '../../actions/see-occasion.ts';
import type { Work } from '../../messaging/desk.ts';
import type { Settings } from '../../records/settings.ts';
import { openStore } from '../../storage/open.ts';
import { readSettings } from '../../storage/settings.ts';
import type { Store } from '../../storage/store.ts';
import { loadActs } from './own-scripts.ts';
import { meaningOf, pinyinTable } from './tables.ts';

let opening: Promise<Store> | null = null;

/** The store, opened when it is first asked for, and again after another page closed it or it could not be opened. */
export function store(): Promise<Store> {
  opening ??= openStore({
    onClosed: () => {
      opening = null;
    },
  }).catch((cause) => {
    opening = null;
    throw cause;
  });
  return opening;
}

const now = () => Date.now();

/** The settings as they are now. */
export const settings = async (): Promise<Settings> => readSettings(await store(), now());

/** Keeps what was seen, once the answer is out: the script that writes is loaded only then. */
const keep: SeeDeps['keep'] = async (...given) => {
  await new Promise((resolve) => setTimeout(resolve));
  return (await loadActs()).keepSeen(...given);
};

/** What the program does for panels, by its actions. */
export const work: Work<SeenOccasion> = {
  async see(occasion, onPeople) {
    const [opened, pinyin] = await Promise.all([store(), pinyinTable()]);
    return seeOccasion(occasion, { store: opened, now, pinyin, keep, onPeople });
  },

  async perform(act, seen) {
    const [{ perform }, opened, pinyin] = await Promise.all([loadActs(), store(), pinyinTable()]);
    // An act may refer to the occasion: it is written first.
    await seen?.kept.catch(() => false);
    const scope = seen === null ? {} : { scope: seen.scope };
    return perform(act, { store: opened, now, pinyin, encode: meaningOf, ...scope });
  },

  async tips(whom, seen) {
    const [{ tipChoices }, opened] = await Promise.all([loadActs(), store()]);
    return tipChoices(whom, { store: opened, now, scope: seen.scope });
  },

  async look() {
    const { language, theme } = await settings();
    return { language, theme };
  },
};
