import * as v from 'valibot';
import { idSchema, lineSchema, textSchema, timestampSchema } from './base.ts';
import { settingSchema } from './share.ts';
import { reachSchema } from './tip.ts';

/** Somebody beside an occasion: a kept person, or a participant of the open occasion by `ref` (who is then kept first). */
const whomSchema = v.union([v.object({ personId: idSchema }), v.object({ ref: v.string() })]);
export type Whom = v.InferOutput<typeof whomSchema>;

/**
 * What the user can do in place, from a panel, the popup or the planner: one act, one transaction, one row of the
 * journal. Each `act` is the name of the action that carries it out (`actions/<act>.ts`).
 */
export const actSchema = v.variant('act', [
  v.object({
    act: v.literal('decide'),
    promptKey: v.string(),
    decision: v.picklist(['done', 'later', 'never']),
    until: v.nullable(timestampSchema),
  }),
  v.object({ act: v.literal('undo'), changeId: idSchema }),
  v.object({ act: v.literal('keep-person'), ref: v.string() }),
  /** The occasion in front of the user, found on a page of an unknown kind, is right: it is kept with its people. */
  v.object({ act: v.literal('keep-occasion') }),
  v.object({ act: v.literal('say-person'), ref: v.string() }),
  v.object({ act: v.literal('confirm-match'), ref: v.string(), personId: idSchema }),
  v.object({ act: v.literal('refuse-match'), ref: v.string(), personId: idSchema }),
  v.object({ act: v.literal('tag-potential'), whom: whomSchema, on: v.boolean() }),
  v.object({ act: v.literal('mark-friend'), whom: whomSchema, on: v.boolean() }),
  v.object({ act: v.literal('add-need'), whom: whomSchema, text: v.pipe(lineSchema, v.trim(), v.minLength(1)) }),
  v.object({ act: v.literal('add-offer'), whom: whomSchema, text: v.pipe(lineSchema, v.trim(), v.minLength(1)) }),
  v.object({
    act: v.literal('add-note'),
    whom: whomSchema,
    text: v.pipe(textSchema, v.trim(), v.minLength(1)),
    confidential: v.boolean(),
  }),
  v.object({
    act: v.literal('plan-share'),
    whom: whomSchema,
    tipId: idSchema,
    setting: settingSchema,
    plannedFor: v.nullable(timestampSchema),
    whyYou: lineSchema,
    /** Left out: as they were. */
    ifThen: v.optional(v.nullable(lineSchema)),
    draft: v.optional(v.nullable(textSchema)),
    /** The occasion beside which it is to be given; from a panel it is the open one, whatever stands here. */
    occasionId: v.optional(v.nullable(idSchema)),
  }),
  v.object({
    act: v.literal('close-share'),
    shareId: idSchema,
    state: v.picklist(['given', 'skipped']),
    outcome: v.nullable(textSchema),
  }),
  v.object({
    act: v.literal('record-cooperation'),
    whom: whomSchema,
    direction: v.picklist(['they-asked', 'i-asked']),
    about: v.pipe(lineSchema, v.trim(), v.minLength(1)),
    answer: v.picklist(['agreed', 'declined', 'open']),
  }),
  v.object({
    act: v.literal('answer-cooperation'),
    cooperationId: idSchema,
    answer: v.picklist(['agreed', 'declined']),
  }),
  v.object({
    act: v.literal('begin-introduction'),
    /** Who was asked first. */
    whom: whomSchema,
    other: whomSchema,
    reason: textSchema,
  }),
  v.object({
    act: v.literal('write-review'),
    occasionId: idSchema,
    given: textSchema,
    asked: textSchema,
    agreed: textSchema,
    next: textSchema,
  }),
  v.object({
    act: v.literal('capture-tip'),
    text: v.pipe(textSchema, v.trim(), v.minLength(1)),
    topics: v.array(lineSchema),
    reach: reachSchema,
    few: v.array(idSchema),
    expiresAt: v.nullable(timestampSchema),
    source: v.nullable(lineSchema),
    confidential: v.boolean(),
  }),
  v.object({ act: v.literal('add-my-need'), text: v.pipe(lineSchema, v.trim(), v.minLength(1)) }),
  v.object({ act: v.literal('add-my-offer'), text: v.pipe(lineSchema, v.trim(), v.minLength(1)) }),
]);
export type Act = v.InferOutput<typeof actSchema>;

/** The act of that name. */
export type ActOf<Name extends Act['act']> = Extract<Act, { act: Name }>;

/** What came of an act: the journal's row to undo it by (null where nothing changed), or a numbered error. */
export const actResultSchema = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    changeId: v.nullable(idSchema),
    /** The guard's warning in this act: this tip already went, or is promised, to these people. */
    warning: v.nullable(v.object({ code: v.literal('tip-becomes-common'), people: v.array(lineSchema) })),
  }),
  v.object({ ok: v.literal(false), code: v.string(), detail: v.string(), transient: v.boolean() }),
]);
export type ActResult = v.InferOutput<typeof actResultSchema>;
