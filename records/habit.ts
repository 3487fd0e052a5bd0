import * as v from 'valibot';

/**
 * What a prompt proposes to do, finer than its kind: a tip for one, for a few, for anybody; a step that is mine or that
 * somebody could take for me; an answer that I owe or that is owed me; what came of an introduction.
 */
export const waySchema = v.picklist([
  'share-one',
  'share-few',
  'share-open',
  'introduce',
  'step-mine',
  'step-theirs',
  'answer-mine',
  'answer-theirs',
  'introduction-result',
  'reconnect',
  'record',
  'review',
]);
export type Way = v.InferOutput<typeof waySchema>;

/** Every way, in the order in which they are shown. */
export const ways: readonly Way[] = waySchema.options;

/** What the user did about prompts of one way. */
export interface HabitRow {
  way: Way;
  /** Done, given, made. */
  taken: number;
  /** Refused for good, or skipped. */
  refused: number;
  /** Of those taken, followed by a cooperation with the same person. */
  ledTo: number;
  /** What the worth of such prompts is multiplied by. */
  pull: number;
}
