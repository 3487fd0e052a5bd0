import * as v from 'valibot';
import { baseEntries, idSchema, textSchema, timestampSchema } from './base.ts';

/** Whether one side wants to be introduced: both are asked first (double opt-in). */
export const consentSchema = v.picklist(['not-asked', 'asked', 'agreed', 'declined']);
export type Consent = v.InferOutput<typeof consentSchema>;

/** Two persons, a reason, the consent of each, an outcome. */
export const introductionSchema = v.object({
  ...baseEntries,
  aId: idSchema,
  bId: idSchema,
  reason: textSchema,
  state: v.picklist(['idea', 'asked', 'agreed', 'done', 'declined']),
  consentA: consentSchema,
  consentB: consentSchema,
  madeAt: v.nullable(timestampSchema),
  outcome: v.nullable(textSchema),
  /** What is written to each side before they agree, in the user's own words and from that side's view. */
  noteA: v.optional(v.nullable(textSchema)),
  noteB: v.optional(v.nullable(textSchema)),
});
export type Introduction = v.InferOutput<typeof introductionSchema>;

/** So long after an introduction it is asked what came of it, in ms. */
export const askAfter = 14 * 86_400_000;

/** Whether two weeks have gone since it was made, and what came of it is not told. `now` in epoch ms. */
export const wantsOutcome = (one: Introduction, now: number): boolean =>
  one.state === 'done' &&
  one.madeAt !== null &&
  (one.outcome === null || one.outcome.trim() === '') &&
  one.madeAt + askAfter <= now;
