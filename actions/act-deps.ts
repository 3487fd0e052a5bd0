import type { PinyinTable } from '../people/pinyin-table.ts';
import type { Brief } from '../records/brief.ts';
import type { Occasion } from '../records/occasion.ts';
import type { Store } from '../storage/store.ts';

/** One participant of the open occasion, as acts name them by `ref`. */
export interface ScopeParticipant {
  ref: string;
  /** Address key, null where the page gave only a name. */
  key: string | null;
  /** The address as written. */
  address: string | null;
  name: string;
  /** The kept person behind this participant, where that is certain. */
  personId: string | null;
}

/**
 * What the acts of one panel may be about: the occasion open there and its people. Plain JSON, so that it can be kept
 * while the background sleeps. Acts about anybody else are refused (RM-110).
 */
export interface Scope {
  /** null while the occasion is not kept. */
  occasionId: string | null;
  participants: readonly ScopeParticipant[];
  /** Kept people who may be acted on: those of the occasion, the possible ones, and the other side of a prompt. */
  personIds: readonly string[];
  /** The occasion itself where it was found on a page of an unknown kind and waits for the user to keep it. */
  found?: Occasion;
}

/** What every act is handed. */
export interface ActDeps {
  store: Store;
  /** The clock, epoch ms. */
  now: () => number;
  /** The occasion that the act comes from; none in the planner, where acts may be about anybody. */
  scope?: Scope;
  /** Text → meaning vector, or null where it has none; left out where the table of words is not at hand. */
  encode?: (text: string) => Promise<Int8Array | null>;
  /** The readings of hanzi; left out where the table is not loaded: names in hanzi and in pinyin then do not meet. */
  pinyin?: PinyinTable | null;
}

/** The scope that a brief gives to the panel showing it. */
export function scopeOf(brief: Brief): Scope {
  const ids = [
    ...brief.people.flatMap((person) => [person.known?.id, ...person.candidates.map(({ id }) => id)]),
    ...brief.prompts.flatMap((prompt) => [prompt.person.id, prompt.other?.id]),
  ];
  return {
    occasionId: brief.occasion.id,
    participants: brief.people.map(({ ref, key, address, name, known }) => ({
      ref,
      key,
      address,
      name,
      personId: known?.id ?? null,
    })),
    personIds: [...new Set(ids.filter((id) => typeof id === 'string'))],
  };
}
