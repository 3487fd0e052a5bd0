import * as v from 'valibot';
import { baseEntries, timestampSchema } from './base.ts';

/** What the user decided about a prompt, by its key. `until`: for `later`, epoch ms. */
export const decisionSchema = v.object({
  ...baseEntries,
  promptKey: v.string(),
  decision: v.picklist(['done', 'later', 'never']),
  until: v.nullable(timestampSchema),
  at: timestampSchema,
});
export type Decision = v.InferOutput<typeof decisionSchema>;
