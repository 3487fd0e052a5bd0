import * as v from 'valibot';
import { baseEntries, idSchema, lineSchema, newBase, textSchema, timestampSchema } from './base.ts';

/** Who may get a tip: one person only, a few by name, or anybody. */
export const reachSchema = v.picklist(['one', 'few', 'open']);
export type Reach = v.InferOutput<typeof reachSchema>;

/** One piece of information worth giving. A confidential one is a note: no prompt, draft or export for sharing holds it. */
export const tipSchema = v.object({
  ...baseEntries,
  text: textSchema,
  topics: v.array(lineSchema),
  reach: reachSchema,
  /** Person ids, when reach is `few`. */
  few: v.array(idSchema),
  confidential: v.boolean(),
  learnedAt: timestampSchema,
  /** End of its shelf life, epoch ms; null: none known. */
  expiresAt: v.nullable(timestampSchema),
  source: v.nullable(lineSchema),
});
export type Tip = v.InferOutput<typeof tipSchema>;

/** A tip learnt at `now` (epoch ms), for one person unless told otherwise. */
export function newTip(given: Partial<Tip> & { text: string }, now: number): Tip {
  return {
    ...newBase(now),
    topics: [],
    reach: 'one',
    few: [],
    confidential: false,
    learnedAt: now,
    expiresAt: null,
    source: null,
    ...given,
  };
}
