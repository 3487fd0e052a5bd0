import * as v from 'valibot';
import { idSchema } from './base.ts';
import { settingSchema } from './share.ts';

export const promptKindSchema = v.picklist([
  'share',
  'introduce',
  'advance',
  'record',
  'reconnect',
  'follow-up',
  'review',
]);
export type PromptKind = v.InferOutput<typeof promptKindSchema>;

/** Every reason a prompt can give. The catalogues in `locales/` hold one sentence for each; `params` fill it. */
export const reasonCodeSchema = v.picklist([
  // share
  'tip-meets-need', // tip, need
  'tip-meets-topic', // tip, topic
  'tip-exclusive', // –
  'tip-named', // – (this person is among the few by name)
  'tip-ends', // at
  'share-planned', // setting, at?
  // introduce
  'need-meets-offer', // needer, need, offerer, offer
  'introduction-open', // state
  'other-absent', // name
  // advance
  'step-mine', // matter, step
  'step-they-could', // matter, step, offer?
  'step-due', // at
  // record
  'new-face', // –
  'leads-occasion', // –
  'shares-name', // name
  // reconnect
  'last-contact', // at
  'tagged-potential', // at
  'could-do-what-i-need', // need, offer
  // follow-up
  'i-owe-answer', // about, at
  'they-owe-answer', // about, at
  'introduction-result', // other, at
  // review
  'occasion-over', // at
  // any kind
  'once-cooperated', // about, at
  'another-circle', // organisation
  'seldom-seen', // at
  'you-take-up', // taken, refused, ledTo
  'you-set-aside', // taken, refused, ledTo
]);

/** One *because*: what it is, in words filled from `params` (times in epoch ms), and the record it came from. */
export const reasonSchema = v.object({
  code: reasonCodeSchema,
  params: v.record(v.string(), v.union([v.string(), v.number()])),
  from: v.nullable(v.object({ table: v.string(), id: v.string() })),
});
export type Reason = v.InferOutput<typeof reasonSchema>;

/** Whom a prompt is about: a kept person by id, or somebody new by address key or, nameless addresses missing, by name. */
export const promptPersonSchema = v.object({
  id: v.nullable(idSchema),
  key: v.nullable(v.string()),
  name: v.string(),
});
export type PromptPerson = v.InferOutput<typeof promptPersonSchema>;

/** One thing to do with one person at one occasion, with its reason. Derived, never stored. */
export const promptSchema = v.object({
  /** Made of kind, people and subject, never of time or text, so that decisions hold. */
  key: v.string(),
  kind: promptKindSchema,
  person: promptPersonSchema,
  /** The other side of an introduction. */
  other: v.nullable(promptPersonSchema),
  /** The record that it is about: a tip, a matter's step (`matterId/stepId`), a cooperation, an introduction, an occasion. */
  subject: v.nullable(v.object({ table: v.string(), id: v.string(), text: v.string() })),
  because: v.pipe(v.array(reasonSchema), v.minLength(1)),
  /** Proposed setting. */
  setting: v.nullable(settingSchema),
});
export type Prompt = v.InferOutput<typeof promptSchema>;
