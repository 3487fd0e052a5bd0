import * as v from 'valibot';
import type { Act, ActResult } from '../records/act.ts';
import type { PanelView, TipChoice } from '../records/brief.ts';
import { readingSchema } from '../records/occasion.ts';

const secretSchema = v.pipe(v.string(), v.regex(/^[\w-]{20,64}$/));
const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

// ── content script ↔ background ────────────────────────────────────────────────────────────────────────────────────

/**
 * What a content script may say. `frame`: the one-time token by which the frame that it shows now may join; null: none
 * is shown. `still` answers the question of the same number: what is on the screen at that moment, and whether the panel stands in its place.
 */
export const fromPageSchema = v.variant('type', [
  v.object({ type: v.literal('reading'), reading: readingSchema, frame: v.nullable(secretSchema) }),
  v.object({
    type: v.literal('still'),
    id: countSchema,
    on: v.nullable(v.object({ site: v.string(), ref: v.pipe(v.string(), v.maxLength(300)) })),
    steady: v.boolean(),
  }),
]);
export type FromPage = v.InferOutput<typeof fromPageSchema>;

/**
 * All that ever goes back into a page: the question what is on the screen. Nothing in it depends on what is known of
 * anybody.
 */
export type ToPage = { type: 'still'; id: number };

/**
 * Sent by `tabs.sendMessage` where a worker that was stopped has no port to a page: say again what is on the screen.
 * Answered by whether an occasion is.
 */
export interface CallPage {
  type: 'call-page';
}

// ── panel, side panel, popup ↔ background ──────────────────────────────────────────────────────────────────────────

/** A place in the panel that another view opens at: a participant by `ref`, or a prompt by key. */
export const panelPlaceSchema = v.nullable(
  v.variant('at', [
    v.object({ at: v.literal('person'), ref: v.pipe(v.string(), v.maxLength(600)) }),
    v.object({ at: v.literal('prompt'), key: v.pipe(v.string(), v.maxLength(600)) }),
  ]),
);
export type PanelPlace = v.InferOutput<typeof panelPlaceSchema>;

const whomSchema = v.union([
  v.object({ personId: v.pipe(v.string(), v.maxLength(64)) }),
  v.object({ ref: v.pipe(v.string(), v.maxLength(600)) }),
]);

const isAct = (said: unknown): boolean =>
  typeof said === 'object' && said !== null && 'act' in said && typeof said.act === 'string';

/** What a view may ask for. Answered as `Answers[ask]`. */
export const askSchema = v.variant('ask', [
  // Only what is decided here is checked here; the act's own schema is checked by the action that carries it out.
  v.object({ ask: v.literal('act'), act: v.custom<Act>(isAct) }),
  v.object({ ask: v.literal('tips'), whom: whomSchema }),
  v.object({ ask: v.literal('skeleton') }),
  /** `opened`: the view has opened the side panel itself, and only says where it is to be. */
  v.object({ ask: v.literal('side-panel'), place: panelPlaceSchema, opened: v.boolean() }),
]);
export type Ask = v.InferOutput<typeof askSchema>;

/** The answer to each kind of `Ask`. */
export interface Answers {
  act: ActResult;
  tips: TipChoice[];
  skeleton: string;
  'side-panel': null;
}

/**
 * What a view may say. A framed panel joins with the token by which the content script showed it, and later (a worker was
 * stopped) with the secret that it got then; a top-level page of ours watches a tab (null: none).
 */
export const fromPanelSchema = v.variant('type', [
  v.object({ type: v.literal('join'), token: secretSchema }),
  v.object({ type: v.literal('rejoin'), secret: secretSchema }),
  v.object({ type: v.literal('watch'), tabId: v.nullable(v.pipe(v.number(), v.integer())) }),
  v.object({
    type: v.literal('ask'),
    id: countSchema,
    generation: v.pipe(v.string(), v.maxLength(64)),
    ask: askSchema,
  }),
]);
export type FromPanel = v.InferOutput<typeof fromPanelSchema>;

/** A refusal or a failure, with its number in `docs/errors.md`. Only a transient one is tried again. */
export interface Refusal {
  code: string;
  detail: string;
  transient: boolean;
}

/** What the background says to a view. */
export type ToPanel =
  | { type: 'joined'; secret: string }
  | { type: 'view'; view: PanelView }
  | { type: 'place'; place: PanelPlace }
  | { type: 'answer'; id: number; value: Answers[keyof Answers] }
  | { type: 'failed'; id: number; refusal: Refusal }
  | { type: 'refused'; refusal: Refusal };

/** The background asks views whose port died with a stopped worker to come back. Names nobody and nothing. */
export interface WakePanels {
  type: 'wake-panels';
}

/** Whether an act says nothing of the occasion in front of the user, so that it holds whatever is open. */
export const ofNoOccasion = (act: Act): boolean =>
  act.act === 'undo' || act.act === 'capture-tip' || act.act === 'add-my-need' || act.act === 'add-my-offer';
