import type { Cooperation } from '../records/cooperation.ts';
import type { Decision } from '../records/decision.ts';
import type { Introduction } from '../records/introduction.ts';
import type { Matter } from '../records/matter.ts';
import type { Occasion } from '../records/occasion.ts';
import type { Person } from '../records/person.ts';
import type { Me } from '../records/settings.ts';
import type { Share } from '../records/share.ts';
import type { Tip } from '../records/tip.ts';
import type { Habit } from './habit.ts';

/** One day's contact with a person, from an occasion or an import. `at` in epoch ms. */
export interface Contact {
  at: number;
  kind: 'meeting' | 'mail';
}

/**
 * Everything the engine may know when it works out prompts for one occasion: plain data, in any order. Holds the people of
 * the occasion and everybody who has a need or an offer; never more than the store has.
 */
export interface Knowledge {
  me: Me;
  people: readonly Person[];
  /** Person id → contacts. A person without an entry has no known history. */
  contacts: ReadonlyMap<string, readonly Contact[]>;
  cooperations: readonly Cooperation[];
  tips: readonly Tip[];
  shares: readonly Share[];
  introductions: readonly Introduction[];
  matters: readonly Matter[];
  decisions: readonly Decision[];
  /** Ids of occasions whose review is written. */
  reviewed: ReadonlySet<string>;
  /** Address keys that look like a machine's, of which the user said that they are a person. */
  saidPeople: ReadonlySet<string>;
  /** Text of a need, offer, tip or topic → its meaning vector (see `docs/matching.md`); texts without one meet by words alone. */
  meanings: ReadonlyMap<string, Int8Array>;
  /** Other kept people of the organisations of those present, whose contacts are in `contacts`: they tell which circles are reached. */
  colleagues?: readonly Person[];
  /** Domains under which so many were met lately that nobody there stands in another circle. */
  crowded?: ReadonlySet<string>;
  /** Prompt key → on how many earlier days this prompt was shown and not answered. */
  shown?: ReadonlyMap<string, number>;
  /** What was learned from what the user did about earlier prompts. */
  habit?: Habit;
}

/** The occasion in front of the user, as the engine needs it. */
export type OccasionInView = Pick<
  Occasion,
  'id' | 'kind' | 'title' | 'startAt' | 'endAt' | 'organizerKey' | 'participants'
>;
