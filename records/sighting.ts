import * as v from 'valibot';
import { baseEntries, lineSchema, timestampSchema } from './base.ts';

/**
 * What stands behind an address, told from its form (`people/mailbox-kind.ts`). Only `person` is a human being; behind a
 * `role` (office@) usually stands one, behind a `queue` (support@) whoever is on duty.
 */
export const mailboxKindSchema = v.picklist(['person', 'list', 'room', 'no-reply', 'role', 'queue']);
export type MailboxKind = v.InferOutput<typeof mailboxKindSchema>;

/** An address seen on occasions and not yet kept as a person. */
export const sightingSchema = v.object({
  ...baseEntries,
  /** Address key, unique among sightings. */
  key: v.string(),
  written: v.string(),
  name: v.nullable(lineSchema),
  kind: mailboxKindSchema,
  /** The user said that this address, greyed as a list or the like, is a person. */
  saidPerson: v.boolean(),
  lastSeenAt: timestampSchema,
  /** Distinct local days on which it was seen. */
  days: v.number(),
  importId: v.nullable(v.string()),
});
export type Sighting = v.InferOutput<typeof sightingSchema>;
