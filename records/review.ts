import * as v from 'valibot';
import { baseEntries, idSchema, textSchema, timestampSchema } from './base.ts';

/** What happened, written down after the occasion: what was given, asked and agreed, and the next step. */
export const reviewSchema = v.object({
  ...baseEntries,
  occasionId: idSchema,
  given: textSchema,
  asked: textSchema,
  agreed: textSchema,
  next: textSchema,
  writtenAt: timestampSchema,
});
export type Review = v.InferOutput<typeof reviewSchema>;
