import type * as v from 'valibot';
import { changeSchema } from './change.ts';
import { cooperationSchema } from './cooperation.ts';
import { decisionSchema } from './decision.ts';
import { introductionSchema } from './introduction.ts';
import { matterSchema } from './matter.ts';
import { occasionSchema } from './occasion.ts';
import { personSchema } from './person.ts';
import { reviewSchema } from './review.ts';
import { settingsSchema } from './settings.ts';
import { shareSchema } from './share.ts';
import { sightingSchema } from './sighting.ts';
import { sourceSchema } from './source.ts';
import { tipSchema } from './tip.ts';

/** What a row of each table that holds the user's data is, in the order of a backup. */
export const recordSchemas = {
  people: personSchema,
  sightings: sightingSchema,
  occasions: occasionSchema,
  tips: tipSchema,
  shares: shareSchema,
  introductions: introductionSchema,
  matters: matterSchema,
  cooperations: cooperationSchema,
  reviews: reviewSchema,
  decisions: decisionSchema,
  changes: changeSchema,
  sources: sourceSchema,
  settings: settingsSchema,
} as const;

/** A table that holds the user's data; its rows have an `id`. */
export type RecordTable = keyof typeof recordSchemas;

/** What one row of each such table is. */
export type RecordRows = { [T in RecordTable]: v.InferOutput<(typeof recordSchemas)[T]> };

/** Every table that holds the user's data, in the order of a backup. */
export const recordTables = Object.keys(recordSchemas) as readonly RecordTable[];

/** Whether `name` is one of the tables that hold the user's data. */
export const isRecordTable = (name: string): name is RecordTable => Object.hasOwn(recordSchemas, name);
