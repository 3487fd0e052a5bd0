import * as v from 'valibot';
import { baseEntries, idSchema, lineSchema, textSchema, timestampSchema } from './base.ts';

/** Where a tip is given, with some ceremony. */
export const settingSchema = v.picklist(['private-message', 'before', 'after', 'at-the-table', 'meal', 'walk', 'call']);
export type Setting = v.InferOutput<typeof settingSchema>;

/** One tip given to one person. */
export const shareSchema = v.object({
  ...baseEntries,
  tipId: idSchema,
  personId: idSchema,
  state: v.picklist(['planned', 'given', 'skipped']),
  setting: settingSchema,
  /** When it is meant to be given, epoch ms. */
  plannedFor: v.nullable(timestampSchema),
  /** Why this person: one line of the user's. */
  whyYou: lineSchema,
  /** What sets it off, as a plan that carries itself out: “If …, then …”. */
  ifThen: v.optional(v.nullable(lineSchema)),
  /** What is to be said, in the user's own words. */
  draft: v.optional(v.nullable(textSchema)),
  occasionId: v.nullable(idSchema),
  givenAt: v.nullable(timestampSchema),
  outcome: v.nullable(textSchema),
});
export type Share = v.InferOutput<typeof shareSchema>;
