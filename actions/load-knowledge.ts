import type { PinyinTable } from '../people/pinyin-table.ts';
import { type Done, habitOf } from '../prompts/habit.ts';
import type { Knowledge } from '../prompts/knowledge.ts';
import { textsOfMe, textsOfPerson } from '../prompts/texts.ts';
import type { Occasion } from '../records/occasion.ts';
import type { Settings } from '../records/settings.ts';
import { meaningsIn, shownIn } from '../storage/answer.ts';
import type { Reader } from '../storage/reader.ts';
import { loadColleagues } from './load-colleagues.ts';
import { eachOnce, type LoadedPeople, loadPeople } from './load-people.ts';
import { standingKnowledge } from './standing-knowledge.ts';
import { localDay, systemZone } from './wall-clock.ts';

/** Milliseconds. */
const freshAfter = 182 * 86_400_000;

/** What was read from the store for the occasions at hand. */
export interface Loaded extends LoadedPeople {
  /** All but `contacts`, which depend on the occasion in view. */
  knowledge: Omit<Knowledge, 'contacts'>;
  /** Those of the occasions whose review is written. */
  reviewed: ReadonlySet<string>;
}

/** Those of the occasions whose review is written. */
async function reviewedOf(reader: Reader, occasions: readonly Occasion[]): Promise<Set<string>> {
  const reviews = await reader.read(['reviews'], (reading) =>
    Promise.all(occasions.map(({ id }) => reading.by('reviews', 'occasionId', id, 1))),
  );
  return new Set(reviews.flat().map(({ occasionId }) => occasionId));
}

/** Prompt key → on how many days before this one it was shown; what was not seen for half a year is fresh again. */
async function shownBefore(reader: Reader, now: number, zone: string): Promise<Map<string, number>> {
  const rows = await reader.read(['shown'], (reading) => shownIn(reading, now - freshAfter));
  const today = localDay(now, zone);
  return new Map(rows.map(({ key, days, lastAt }) => [key, localDay(lastAt, zone) === today ? days - 1 : days]));
}

/** What was learned from what the user did, where they let it be learned. `now` in epoch ms. */
function habitIn(done: Done, { habit }: Settings, now: number): Pick<Knowledge, 'habit'> {
  return habit?.on === false ? {} : { habit: habitOf(done, habit?.since ?? 0, now) };
}

/** Adds to what is known of the people present everything else that prompts may need. `now` in epoch ms. */
export async function withKnowledge(
  reader: Reader,
  occasions: readonly Occasion[],
  loaded: LoadedPeople,
  now: number,
  zone: string = systemZone(),
): Promise<Loaded> {
  const [standing, reviewed, shown] = await Promise.all([
    standingKnowledge(reader),
    reviewedOf(reader, occasions),
    shownBefore(reader, now, zone),
  ]);
  const texts = [...textsOfMe(loaded.settings.me), ...loaded.present.flatMap(textsOfPerson)];
  const missing = texts.filter((text) => !standing.meanings.has(text));
  const more =
    missing.length === 0
      ? new Map<string, Int8Array>()
      : await reader.read(['meanings'], (reading) => meaningsIn(reading, missing));
  const { colleagues, crowded, contacts } = await loadColleagues(
    reader,
    { present: loaded.present, wanting: standing.people, own: loaded.settings.me.addresses.map(({ key }) => key) },
    now,
  );
  const knowledge = {
    ...standing,
    colleagues,
    crowded,
    shown,
    ...habitIn(standing, loaded.settings, now),
    me: loaded.settings.me,
    people: eachOnce([...loaded.present, ...standing.people]),
    saidPeople: loaded.match.saidPeople,
    meanings: more.size === 0 ? standing.meanings : new Map([...standing.meanings, ...more]),
  };
  return { ...loaded, contacts: new Map([...contacts, ...loaded.contacts]), knowledge, reviewed };
}

/**
 * Reads everything that prompts for these occasions may need: their people, known and possible, all who have a need or an
 * offer, and what the user wrote down. `now` in epoch ms.
 */
export async function loadKnowledge(
  reader: Reader,
  occasions: readonly Occasion[],
  context: { pinyin: PinyinTable | null; now: number },
): Promise<Loaded> {
  return withKnowledge(reader, occasions, await loadPeople(reader, occasions, context), context.now);
}
