import type { PinyinTable } from '../people/pinyin-table.ts';
import { firstSight } from '../prompts/first-sight.ts';
import type { Brief } from '../records/brief.ts';
import type { ReadOccasion } from '../records/occasion.ts';
import { isKept } from '../records/settings.ts';
import { occasionIn, settingsIn } from '../storage/answer.ts';
import type { Reader } from '../storage/reader.ts';
import { storeProblem } from '../storage/store-problem.ts';
import { type Scope, scopeOf } from './act-deps.ts';
import { briefOf, peopleBriefOf } from './brief.ts';
import { withKnowledge } from './load-knowledge.ts';
import { loadPeople } from './load-people.ts';
import { occasionOf } from './occasion-of.ts';
import { systemZone } from './wall-clock.ts';

/** What seeing an occasion is handed. */
export interface SeeDeps {
  reader: Reader;
  now: () => number;
  /** Keeps what was seen, a new occasion under this id (`keep-seen.ts`). Handed in, so that what answers need not hold what writes. */
  keep: (
    read: ReadOccasion,
    id: string,
    at: { now: number; zone: string; shown: readonly string[] },
  ) => Promise<boolean>;
  pinyin?: PinyinTable | null;
  /** The zone of this computer, unless told otherwise. */
  zone?: string;
  /**
   * Puts in what the page says in words, such as the time; those take longer to understand than people to find. What it
   * throws is thrown.
   */
  understood?: (read: ReadOccasion) => Promise<ReadOccasion>;
  /** Told who is here as soon as that is known, with no prompts yet: they may take longer. */
  onPeople?: (brief: Brief) => void;
}

/** What is shown for an occasion, and whom acts from there may be about. */
export interface SeenOccasion {
  brief: Brief;
  scope: Scope;
  /** Resolves when it is written to the store: true when it is kept, false where the settings say not to. Rejects with a `Problem`. */
  kept: Promise<boolean>;
}

/**
 * A reader saw this occasion: works out what to show, first, and keeps what was seen, after. Nothing need have been typed
 * by the user. Shown are the people of this reading alone; kept are those of earlier, fuller ones too. Throws `Problem`s.
 */
export async function seeOccasion(read: ReadOccasion, deps: SeeDeps): Promise<SeenOccasion> {
  const { reader } = deps;
  const now = deps.now();
  const zone = deps.zone ?? systemZone();
  try {
    const [settings, before] = await reader.read(['settings', 'occasions'], (reading) =>
      Promise.all([settingsIn(reading, now), occasionIn(reading, read.site, read.ref)]),
    );
    const mine = new Set(settings.me.addresses.map(({ key }) => key));
    const whole = (one: ReadOccasion) =>
      occasionOf({ ...one, extent: { ...one.extent, complete: true } }, before, { mine, zone, now });
    const atFirst = whole(read);
    const people = await loadPeople(reader, [atFirst], { pinyin: deps.pinyin ?? null, now });
    const waits = read.unconfirmed === true && before === null;
    const hasId = !waits && (before !== null || isKept(settings, read.site));
    deps.onPeople?.(asked(peopleBriefOf({ ...atFirst, extent: read.extent }, hasId, people, now), waits));
    const said = (await deps.understood?.(read)) ?? read;
    const occasion = { ...whole(said), id: atFirst.id };
    const inSight = { ...occasion, extent: said.extent };
    const brief = asked(
      briefOf(inSight, hasId, await withKnowledge(reader, [occasion], people, now, zone), now),
      waits,
    );
    const shown = firstSight(brief.prompts).map(({ key }) => key);
    const kept = deps.keep(said, occasion.id, { now, zone, shown });
    // Whoever does not ask how it went is not met by an unhandled rejection.
    kept.catch(() => undefined);
    return { brief, scope: { ...scopeOf(brief), ...(waits && { found: inSight }) }, kept };
  } catch (error) {
    throw storeProblem(error);
  }
}

/** What was found on a page of an unknown kind is asked about until the user keeps it. */
const asked = (brief: Brief, waits: boolean): Brief =>
  waits ? { ...brief, occasion: { ...brief.occasion, unconfirmed: true } } : brief;
