import * as v from 'valibot';
import { idSchema, lineSchema, timestampSchema } from './base.ts';

/**
 * What a person is to the user. Two axes, never one ladder: closeness (`friend`, marked by the user) and cooperation
 * (`connection`, earned from evidence). `word` is the one shown first.
 */
export const standingSchema = v.object({
  word: v.picklist(['acquaintance', 'friend', 'connection']),
  friend: v.boolean(),
  connection: v.boolean(),
  /** Tagged a potential connection, and no evidence yet. */
  potential: v.boolean(),
  /** The cooperations behind the word, newest first. */
  evidence: v.array(
    v.object({
      cooperationId: idSchema,
      direction: v.picklist(['they-asked', 'i-asked']),
      about: lineSchema,
      answer: v.picklist(['agreed', 'declined', 'open']),
      at: timestampSchema,
    }),
  ),
});
export type Standing = v.InferOutput<typeof standingSchema>;

/** From how often and how lately: `unknown` where there is no history, for silence proves nothing. */
export const tieSchema = v.object({
  word: v.picklist(['strong', 'weak', 'dormant', 'unknown']),
  lastAt: v.nullable(timestampSchema),
  /** Distinct days of contact in the last twelve months. */
  days: v.number(),
});
export type Tie = v.InferOutput<typeof tieSchema>;

/** How two people write to each other: on how many days each way, and how long an answer usually takes, in ms; null where too little is known. */
export interface Exchange {
  written: number;
  received: number;
  theirAnswer: number | null;
  myAnswer: number | null;
}
