import * as v from 'valibot';
import { baseEntries, idSchema, lineSchema, timestampSchema } from './base.ts';

/** What a page calls the people of an occasion. A sender is `from`, the one who called the meeting `organizer` (RFC 5545). */
export const roleSchema = v.picklist(['organizer', 'attendee', 'from', 'to', 'cc', 'bcc', 'reply-to']);
export type Role = v.InferOutput<typeof roleSchema>;

/** An attendee's answer (RFC 5545 PARTSTAT), or null where the page does not tell. */
export const answerSchema = v.nullable(v.picklist(['accepted', 'declined', 'tentative', 'needs-action']));
export type Answer = v.InferOutput<typeof answerSchema>;

/**
 * A person as an occasion names them, before matching. `address` is the written addr-spec, null where the page shows
 * only a name; `name` is null where the page shows none (or only "me"). Never both null.
 */
export const participantSchema = v.object({
  name: v.nullable(lineSchema),
  address: v.nullable(v.pipe(v.string(), v.maxLength(320))),
  role: roleSchema,
  answer: answerSchema,
  optional: v.boolean(),
  /** The user's own account. */
  self: v.boolean(),
  /** The page itself says that this is a room, a piece of equipment or a group. */
  marked: v.nullable(v.picklist(['room', 'group'])),
});
export type Participant = v.InferOutput<typeof participantSchema>;

/** How much of the people was read: `total` null where the page gives no count. `complete` false: more are there. */
export const extentSchema = v.object({
  complete: v.boolean(),
  shown: v.number(),
  total: v.nullable(v.number()),
});
export type Extent = v.InferOutput<typeof extentSchema>;

/** Start or end of a meeting as a page shows it: local wall-clock text `YYYY-MM-DDTHH:MM` (all day: `YYYY-MM-DD`), and the IANA zone if shown. */
export const wallClockSchema = v.object({
  local: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/)),
  zone: v.nullable(v.pipe(v.string(), v.maxLength(64))),
});
export type WallClock = v.InferOutput<typeof wallClockSchema>;

const siteSchema = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));

const dayTextSchema = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/));

/**
 * What a page says in words of its language, as it is written there. A reader anchors on none of it; the background
 * reads it as a second, optional source (`readers/words/understood.ts`) and drops it.
 */
export const wordingSchema = v.object({
  /** The page's language tag, empty where it gives none. */
  language: v.pipe(v.string(), v.maxLength(35)),
  /** The day that the calendar shows, which tells the year of a date written without one. */
  shownDay: v.nullable(dayTextSchema),
  /** The time, from the whole of it to its parts. */
  when: v.pipe(v.array(lineSchema), v.maxLength(40)),
  /** On a form: its days, and the texts of its time fields, none where it is for whole days. */
  form: v.nullable(v.object({ startDay: dayTextSchema, endDay: dayTextSchema, clocks: v.array(lineSchema) })),
  /** What is written about each participant, in their order. */
  participants: v.pipe(v.array(lineSchema), v.maxLength(2_500)),
});
export type Wording = v.InferOutput<typeof wordingSchema>;

/** What a reader found on the screen. `ref` names the thread or event on its site, so that the same one is known again. */
export const readOccasionSchema = v.object({
  site: siteSchema,
  ref: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  kind: v.picklist(['meeting', 'thread']),
  title: v.nullable(lineSchema),
  start: v.nullable(wallClockSchema),
  end: v.nullable(wallClockSchema),
  /** The time as the page writes it, for people to read when it could not be parsed. */
  whenText: v.nullable(lineSchema),
  /** The user's own addr-spec on this site, if the page shows it. */
  own: v.nullable(v.pipe(v.string(), v.maxLength(320))),
  participants: v.pipe(v.array(participantSchema), v.maxLength(2_500)),
  extent: extentSchema,
  wording: v.optional(wordingSchema),
  /** Found on a page of an unknown kind: shown and asked about, kept only when the user says so. */
  unconfirmed: v.optional(v.boolean()),
});
export type ReadOccasion = v.InferOutput<typeof readOccasionSchema>;

/** The four answers of a reader (`docs/sites.md`). `part` names what must be there and is not, or what disagrees. */
export const readingSchema = v.variant('state', [
  v.object({ state: v.literal('not-here') }),
  v.object({ state: v.literal('not-yet') }),
  v.object({ state: v.literal('occasion'), occasion: readOccasionSchema }),
  v.object({ state: v.literal('broken'), site: siteSchema, part: v.pipe(v.string(), v.maxLength(200)) }),
]);
export type Reading = v.InferOutput<typeof readingSchema>;

/** One participant as kept with an occasion: the key, if the page gave an address. */
export const keptParticipantSchema = v.object({
  key: v.nullable(v.string()),
  written: v.nullable(v.string()),
  name: v.nullable(lineSchema),
  role: roleSchema,
  answer: answerSchema,
  self: v.boolean(),
  /** Who this is, where the page gave only a name and the user said so; it holds for this occasion alone. */
  personId: v.optional(v.nullable(idSchema)),
  /** The page itself says that this is a room, a piece of equipment or a group. */
  marked: v.optional(v.nullable(v.picklist(['room', 'group']))),
});
export type KeptParticipant = v.InferOutput<typeof keptParticipantSchema>;

/** A meeting or a thread that was seen on a page, or came from an import or a feed. */
export const occasionSchema = v.object({
  ...baseEntries,
  site: siteSchema,
  ref: v.string(),
  kind: v.picklist(['meeting', 'thread']),
  title: v.nullable(lineSchema),
  /** Epoch ms; null where the page did not tell. For a thread, the first time it was seen. */
  startAt: v.nullable(timestampSchema),
  endAt: v.nullable(timestampSchema),
  zone: v.nullable(v.string()),
  whenText: v.nullable(lineSchema),
  organizerKey: v.nullable(v.string()),
  participants: v.array(keptParticipantSchema),
  /** The keys of `participants` without the user's own: multi-entry index. */
  keys: v.array(v.string()),
  extent: extentSchema,
  lastSeenAt: timestampSchema,
  /** Set when the user keeps it by a plan, a review or a decision: kept beyond the time that sightings are kept. */
  pinned: v.boolean(),
  importId: v.nullable(idSchema),
  /** Of a thread from a mail file: who was written to (`mine`) or wrote to the user on which day, once each. */
  moments: v.optional(v.nullable(v.array(v.object({ key: v.string(), at: timestampSchema, mine: v.boolean() })))),
});
export type Occasion = v.InferOutput<typeof occasionSchema>;
