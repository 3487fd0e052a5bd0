import * as v from 'valibot';
import { idSchema, lineSchema, timestampSchema } from './base.ts';
import { answerSchema, extentSchema, roleSchema } from './occasion.ts';
import { wantSchema } from './person.ts';
import { promptSchema } from './prompt.ts';
import { languageSchema } from './settings.ts';
import { mailboxKindSchema } from './sighting.ts';
import { standingSchema, tieSchema } from './standing.ts';
import { reachSchema } from './tip.ts';

/** A kept person as shown beside an occasion. */
export const briefKnownSchema = v.object({
  id: idSchema,
  name: lineSchema,
  organisation: v.nullable(lineSchema),
  title: v.nullable(lineSchema),
  standing: standingSchema,
  tie: tieSchema,
  /** The newest note that is not confidential, first line. */
  note: v.nullable(lineSchema),
  needs: v.array(wantSchema),
  offers: v.array(wantSchema),
  /** What I need that this person could do. */
  couldDoForMe: v.array(v.object({ need: lineSchema, offer: lineSchema })),
});
export type BriefKnown = v.InferOutput<typeof briefKnownSchema>;

/** Why a kept person may be this participant. */
export const matchReasonSchema = v.picklist([
  'same-event',
  'same-name',
  'same-name-and-organisation',
  'pinyin',
  'nickname',
]);
export type MatchReason = v.InferOutput<typeof matchReasonSchema>;

/** One participant beside an occasion. `match`: by address `known`, by name `possible` (a question), else `new`. */
export const briefPersonSchema = v.object({
  /** Names this participant within the brief: the address key, or `name:` and the name where there is no address. */
  ref: v.string(),
  address: v.nullable(v.string()),
  key: v.nullable(v.string()),
  name: v.string(),
  roles: v.array(roleSchema),
  answer: answerSchema,
  match: v.picklist(['known', 'possible', 'new']),
  mailbox: mailboxKindSchema,
  known: v.nullable(briefKnownSchema),
  candidates: v.array(
    v.object({ id: idSchema, name: lineSchema, organisation: v.nullable(lineSchema), reason: matchReasonSchema }),
  ),
});
export type BriefPerson = v.InferOutput<typeof briefPersonSchema>;

/** Everything that panel, side panel and planner show for one occasion. `prompts` in rank order, all of them. */
export const briefSchema = v.object({
  occasion: v.object({
    /** null while the occasion is not kept (keeping what was seen is off). */
    id: v.nullable(idSchema),
    site: v.string(),
    kind: v.picklist(['meeting', 'thread']),
    title: v.nullable(lineSchema),
    startAt: v.nullable(timestampSchema),
    endAt: v.nullable(timestampSchema),
    zone: v.nullable(v.string()),
    whenText: v.nullable(lineSchema),
    extent: extentSchema,
    over: v.boolean(),
    /** Its review is written already. */
    reviewed: v.optional(v.boolean()),
    /** Found on a page of an unknown kind and not kept: the user is asked whether it is right. */
    unconfirmed: v.optional(v.boolean()),
  }),
  people: v.array(briefPersonSchema),
  prompts: v.array(promptSchema),
  /** The prompts are still being worked out; who is here is known already. */
  pending: v.optional(v.boolean()),
});
export type Brief = v.InferOutput<typeof briefSchema>;

/** What a panel shows now. `generation` goes with every act, so that an act on a stale occasion is refused. */
export const panelViewSchema = v.object({
  generation: v.string(),
  language: languageSchema,
  theme: v.picklist(['auto', 'light', 'dark']),
  state: v.variant('is', [
    v.object({ is: v.literal('nothing') }),
    /** Another occasion is on the screen and its people are being looked up: the last one's are gone at once. */
    v.object({ is: v.literal('loading') }),
    v.object({
      is: v.literal('occasion'),
      brief: briefSchema,
      /** Reading on this site is new: the user is asked to check the names. */
      unproven: v.optional(v.boolean()),
    }),
    v.object({ is: v.literal('broken'), site: v.string(), part: v.string() }),
    /** `code`: an `RM-…` number, see `docs/errors.md`. */
    v.object({ is: v.literal('store-problem'), code: v.string() }),
  ]),
});
export type PanelView = v.InferOutput<typeof panelViewSchema>;

/** One tip as offered where a share is planned for one person. Confidential and ended tips are never offered. */
export const tipChoiceSchema = v.object({
  id: idSchema,
  /** First line of its text. */
  line: lineSchema,
  reach: reachSchema,
  expiresAt: v.nullable(timestampSchema),
  /** Names of the people it already went, or is promised, to: more than its reach allows makes it common. */
  wentTo: v.array(lineSchema),
  /** Its reach allows this person. */
  allowed: v.boolean(),
});
export type TipChoice = v.InferOutput<typeof tipChoiceSchema>;

/** A kept person as found by a few letters of a name, an address, pinyin. */
export const personChoiceSchema = v.object({
  id: idSchema,
  name: lineSchema,
  organisation: v.nullable(lineSchema),
  title: v.nullable(lineSchema),
});
export type PersonChoice = v.InferOutput<typeof personChoiceSchema>;
