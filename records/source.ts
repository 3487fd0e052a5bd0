import * as v from 'valibot';
import { baseEntries, lineSchema, timestampSchema } from './base.ts';

/** Where records came from: an imported file, later also a feed or a server. */
export const sourceSchema = v.object({
  ...baseEntries,
  kind: v.picklist(['file']),
  name: lineSchema,
  /** SHA-256 of the bytes, hex: the same file again adds nothing. */
  digest: v.string(),
  importedAt: timestampSchema,
  added: v.number(),
  updated: v.number(),
  skipped: v.number(),
  failed: v.number(),
  undone: v.boolean(),
  /** CSV column mapping as confirmed by the user: column heading → field. */
  mapping: v.nullable(v.record(v.string(), v.string())),
});
export type Source = v.InferOutput<typeof sourceSchema>;
