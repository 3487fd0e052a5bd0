import * as v from 'valibot';
import { baseEntries, idSchema, lineSchema, newBase, newId, textSchema, timestampSchema } from './base.ts';

/** A mailbox's addr-spec (RFC 5322 §3.4.1): as written, and the key it is found by (see `people/address-key.ts`). */
export const addressSchema = v.object({
  written: v.pipe(v.string(), v.minLength(3), v.maxLength(320)),
  key: v.pipe(v.string(), v.minLength(3), v.maxLength(320)),
});
export type Address = v.InferOutput<typeof addressSchema>;

/** A need or an offer, in the user's words. */
export const wantSchema = v.object({ id: idSchema, text: lineSchema, createdAt: timestampSchema });
export type Want = v.InferOutput<typeof wantSchema>;

/** A note about a person. A confidential one stays out of prompts, drafts and every export but the full backup. */
export const noteSchema = v.object({
  id: idSchema,
  text: textSchema,
  confidential: v.boolean(),
  createdAt: timestampSchema,
});
export type Note = v.InferOutput<typeof noteSchema>;

/** What the user said of a bare name (folded) in a series of occasions: that it is this person, or that it is not. */
export const saidNameSchema = v.object({
  name: v.pipe(v.string(), v.maxLength(500)),
  series: v.pipe(v.string(), v.maxLength(700)),
  is: v.boolean(),
});
export type SaidName = v.InferOutput<typeof saidNameSchema>;

/** One human being. */
export const personSchema = v.object({
  ...baseEntries,
  name: lineSchema,
  /** Nicknames, former and transliterated names. */
  otherNames: v.array(lineSchema),
  addresses: v.array(addressSchema),
  /** The keys of `addresses`, kept beside them for the database's multi-entry index. */
  keys: v.array(v.string()),
  /** What names are found by (`people/name-key.ts`): normalised names, pinyin and initials; multi-entry index. */
  nameKeys: v.array(v.string()),
  phones: v.array(lineSchema),
  organisation: v.nullable(lineSchema),
  title: v.nullable(lineSchema),
  tags: v.array(lineSchema),
  needs: v.array(wantSchema),
  offers: v.array(wantSchema),
  topics: v.array(lineSchema),
  notes: v.array(noteSchema),
  /** Marked by the user: closeness, which says nothing about cooperation. */
  friend: v.boolean(),
  /** Tagged by the user as worth starting something with, and since when. */
  potentialSince: v.nullable(timestampSchema),
  /** Keys or sighting names that the user said are somebody else: never asked again. */
  notSameAs: v.array(v.string()),
  /** Bare names, each in one series of occasions (`people/series.ts`). */
  said: v.optional(v.array(saidNameSchema)),
  /** The import that brought this person, if any. */
  importId: v.nullable(idSchema),
  /** What the file that brought this person said, and which export it was of: what still stands so, a newer one may bring up to date. */
  fromImport: v.optional(
    v.nullable(
      v.object({
        source: lineSchema,
        name: lineSchema,
        organisation: v.nullable(lineSchema),
        title: v.nullable(lineSchema),
      }),
    ),
  ),
});
export type Person = v.InferOutput<typeof personSchema>;

/** A person with nothing known but what is given. `now` in epoch ms. */
export function newPerson(given: Partial<Person> & { name: string }, now: number): Person {
  return {
    ...newBase(now),
    otherNames: [],
    addresses: [],
    phones: [],
    organisation: null,
    title: null,
    tags: [],
    needs: [],
    offers: [],
    topics: [],
    notes: [],
    friend: false,
    potentialSince: null,
    notSameAs: [],
    importId: null,
    nameKeys: [],
    ...given,
    keys: (given.addresses ?? []).map((address) => address.key),
  };
}

/** A need or an offer made at `now` (epoch ms). */
export const newWant = (text: string, now: number): Want => ({ id: newId(), text, createdAt: now });

/** A note made at `now` (epoch ms). */
export const newNote = (text: string, confidential: boolean, now: number): Note => ({
  id: newId(),
  text,
  confidential,
  createdAt: now,
});
