import * as v from 'valibot';
import { baseEntries, idSchema, lineSchema, timestampSchema } from './base.ts';

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
  /** What the import is undone by; several files chosen at once share one. */
  importId: v.optional(v.nullable(idSchema)),
  /** False while it is running, and for good when it was broken off: the same file again goes on with it. */
  finished: v.optional(v.boolean()),
});
export type Source = v.InferOutput<typeof sourceSchema>;
