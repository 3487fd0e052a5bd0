import * as v from 'valibot';
import { baseEntries, idSchema, lineSchema, timestampSchema } from './base.ts';

/** A request and its answer, in either direction: the only evidence that makes a connection. */
export const cooperationSchema = v.object({
  ...baseEntries,
  personId: idSchema,
  direction: v.picklist(['they-asked', 'i-asked']),
  about: lineSchema,
  answer: v.picklist(['agreed', 'declined', 'open']),
  /** When the request was made. */
  at: timestampSchema,
  answeredAt: v.nullable(timestampSchema),
});
export type Cooperation = v.InferOutput<typeof cooperationSchema>;
