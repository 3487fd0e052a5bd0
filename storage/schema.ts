import * as v from 'valibot';
import { type RecordRows, recordSchemas } from '../records/tables.ts';

/** The version this program writes. Rules: only add; never edit a shipped version; never reuse a name. */
export const schemaVersion = 1;

/**
 * Version 1: primary key first, then the indexes, as Dexie spells them (`&` unique, `*` multi-entry, `[a+b]` compound).
 * `needs.length` and `offers.length` find the few who have some without reading everybody (IndexedDB key paths may end
 * in the length of an array).
 */
export const version1 = {
  people: 'id, *keys, *nameKeys, needs.length, offers.length, importId',
  sightings: 'id, &key, lastSeenAt, importId',
  occasions: 'id, &[site+ref], *keys, startAt, lastSeenAt, importId',
  tips: 'id, expiresAt, learnedAt',
  shares: 'id, tipId, personId, state, occasionId',
  introductions: 'id, aId, bId, state',
  matters: 'id, owner, state',
  cooperations: 'id, personId, answer',
  reviews: 'id, occasionId, writtenAt',
  decisions: 'id, &promptKey',
  changes: 'id, createdAt, importId',
  sources: 'id, digest, importedAt',
  settings: 'id',
  /** Derived: left out of backups, made again from the texts. */
  meanings: 'key',
  /** Derived from occasions: all there is to know stands in the key, so that a history is read without its rows. */
  contacts: '[key+at+kind+occasionId], occasionId, [domain+at]',
  /** Derived from looking: on how many days a prompt stood at first sight. Left out of backups. */
  shown: 'key, lastAt',
} as const;

/** A text's meaning vector: derived, kept so that answering an occasion never loads the table of words. */
export interface Meaning {
  key: string;
  vector: Int8Array;
}

/** That an address key, which is at `domain`, was met on an occasion, at that time (epoch ms). */
export interface ContactRow {
  key: string;
  domain: string;
  at: number;
  kind: 'meeting' | 'mail';
  occasionId: string;
}
const contactRowSchema = v.object({
  key: v.string(),
  domain: v.string(),
  at: v.number(),
  kind: v.picklist(['meeting', 'mail']),
  occasionId: v.string(),
});

/** On how many days the prompt of this key was shown, and when last (epoch ms). */
export interface ShownRow {
  key: string;
  days: number;
  lastAt: number;
}
const shownRowSchema = v.object({ key: v.string(), days: v.number(), lastAt: v.number() });

const meaningSchema = v.object({ key: v.string(), vector: v.instance(Int8Array) });

/** The key of the row that says which meanings these are: changed by every write. No text is empty. */
export const meaningsStamp = '';

/** The domain of an address key, as contacts are found by it. */
export const domainOf = (key: string): string => key.slice(key.lastIndexOf('@') + 1);

/** A contact from its primary key, which holds all there is to know. */
export function contactOf(key: IDBValidKey): ContactRow {
  const [address, at, kind, occasionId] = key as [string, number, string, string];
  return { key: address, domain: domainOf(address), at, kind: kind === 'meeting' ? 'meeting' : 'mail', occasionId };
}

/** What one row of each table is. */
export interface Rows extends RecordRows {
  meanings: Meaning;
  contacts: ContactRow;
  shown: ShownRow;
}
export type TableName = keyof Rows;

/** The schema that every row is checked against before it is written. */
export const rowSchemas: { [T in TableName]: v.GenericSchema<unknown, Rows[T]> } = {
  ...recordSchemas,
  meanings: meaningSchema,
  contacts: contactRowSchema,
  shown: shownRowSchema,
};
