import * as v from 'valibot';
import { baseEntries, idSchema, lineSchema, textSchema, timestampSchema } from './base.ts';

/** One step of a matter. `who`: `me`, a person's id, or null while nobody has it. */
export const stepSchema = v.object({
  id: idSchema,
  title: lineSchema,
  who: v.nullable(idSchema),
  state: v.picklist(['open', 'done', 'not-mine']),
  dueAt: v.nullable(timestampSchema),
  /** So small that it takes the user less than five minutes. */
  small: v.optional(v.boolean()),
  /** When it was done; null, or missing in what was written before, where that is not known. */
  doneAt: v.optional(v.nullable(timestampSchema)),
  /** The request by which whoever has the step was asked for it. */
  cooperationId: v.optional(v.nullable(idSchema)),
});
export type Step = v.InferOutput<typeof stepSchema>;

/** Something somebody wants done, taken apart into steps. `owner`: a person's id or `me`. */
export const matterSchema = v.object({
  ...baseEntries,
  title: lineSchema,
  owner: idSchema,
  steps: v.array(stepSchema),
  state: v.picklist(['open', 'done', 'dropped']),
  outcome: v.nullable(textSchema),
  /** The request by which its owner brought it to the user. */
  cooperationId: v.optional(v.nullable(idSchema)),
});
export type Matter = v.InferOutput<typeof matterSchema>;
