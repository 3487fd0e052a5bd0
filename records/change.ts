import * as v from 'valibot';
import { baseEntries, idSchema } from './base.ts';

/** One row of one table before and after: `null` where there was none. */
export const rowChangeSchema = v.object({
  table: v.string(),
  id: idSchema,
  before: v.nullable(v.record(v.string(), v.unknown())),
  after: v.nullable(v.record(v.string(), v.unknown())),
});
export type RowChange = v.InferOutput<typeof rowChangeSchema>;

/** One act of the user, as the journal keeps it: what undo reads. `act` is the action's name, such as `plan-share`. */
export const changeSchema = v.object({
  ...baseEntries,
  act: v.string(),
  rows: v.array(rowChangeSchema),
  undone: v.boolean(),
  /** Set for each chunk of one import, so that the whole import is undone together. */
  importId: v.nullable(idSchema),
});
export type Change = v.InferOutput<typeof changeSchema>;
