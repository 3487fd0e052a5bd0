import { v7 } from 'uuid';
import * as v from 'valibot';

/** A new record id: UUIDv7 (RFC 9562 §5.7), so that ids made on two devices merge and sort by time of making. */
export const newId = (): string => v7();

/** A record's id as text. Worlds and old backups may carry other short ids, so only the length is bounded. */
export const idSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

/** Milliseconds since 1970-01-01T00:00:00Z. */
export const timestampSchema = v.pipe(v.number(), v.finite());

/** One line of the user's or a page's words: at most 500 characters. */
export const lineSchema = v.pipe(v.string(), v.maxLength(500));

/** Several paragraphs: at most 20,000 characters. */
export const textSchema = v.pipe(v.string(), v.maxLength(20_000));

/** Fields that every stored record has. */
export const baseEntries = {
  id: idSchema,
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
};

/** The fields that every stored record has, for a record made at `now` (epoch ms). */
export function newBase(now: number): { id: string; createdAt: number; updatedAt: number } {
  return { id: newId(), createdAt: now, updatedAt: now };
}
