import { type SeeDeps, type SeenOccasion, seeOccasion } from '../../actions/see-occasion.ts';

import type { Work } from '../../messaging/desk-deps.ts';
import type { AddedSite } from '../../records/added-site.ts';
import { Problem } from '../../records/problem.ts';

import type { Settings } from '../../records/settings.ts';
import { settingsIn } from '../../storage/answer.ts';
import { openReader, type Reader } from '../../storage/reader.ts';
import type { Store } from '../../storage/store.ts';
import { loadActs } from './own-scripts.ts';
import { meaningOf, pinyinTable } from './tables.ts';

let opening: Promise<Store> | null = null;
let reading: Promise<Reader> | null = null;

/** The store to write to, opened when it is first asked for, and again after another page closed it or it could not be opened. */
export async function store(): Promise<Store> {
  const { openStore } = await loadActs();
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

/** The store to answer from, likewise. */
function reader(): Promise<Reader> {
  reading ??= openReader({
    make: store,
    onClosed: () => {
      reading = null;
    },
  }).catch((cause) => {
    reading = null;
    throw cause;
  });
  return reading;
}

const now = () => Date.now();

/** The settings as they are now. */
export const settings = async (): Promise<Settings> =>
  (await reader()).read(['settings'], (reading) => settingsIn(reading, now()));

/** Changes which sites beyond the table are read. Throws `Problem`. */
export async function saveAddedSites(change: (before: readonly AddedSite[]) => AddedSite[]): Promise<void> {
  const [{ saveSettings }, opened, { addedSites = [] }] = await Promise.all([loadActs(), store(), settings()]);
  const result = await saveSettings({ addedSites: change(addedSites) }, { store: opened, now });
  if (!result.ok) throw new Problem(result.code as `RM-${number}`, result.detail, result.transient);
}

/** Keeps what was seen, once the answer is out: the script that writes is loaded only then. */
const keep: SeeDeps['keep'] = async (...given) => {
  await new Promise((resolve) => setTimeout(resolve));
  const [{ keepSeen }, opened] = await Promise.all([loadActs(), store()]);
  return keepSeen(opened, ...given);
};

/** Deletes what was only seen and is older than the user wants it kept. */
export async function upkeep(): Promise<void> {
  const [{ prune }, opened] = await Promise.all([loadActs(), store()]);
  await prune(opened, now());
}

/** What the program does for panels, by its actions. */
export const work: Work<SeenOccasion> = {
  prepare() {
    // What fails here fails again, and is told, when it is asked for.
    reader().catch(() => undefined);
    void pinyinTable();
  },

  async see(occasion, onPeople, understood) {
    const [opened, pinyin] = await Promise.all([reader(), pinyinTable()]);
    return seeOccasion(occasion, { reader: opened, now, pinyin, keep, onPeople, understood });
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
