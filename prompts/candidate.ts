import type { Person } from '../records/person.ts';
import type { Prompt, PromptPerson } from '../records/prompt.ts';
import type { Setting } from '../records/share.ts';
import type { View } from './view.ts';

/** A prompt before ranking. `worth` is what the user is expected to gain from seeing it, on the scale of `weights`. */
export interface Candidate {
  prompt: Prompt;
  worth: number;
  /** It rests on the likeness of words alone, on nothing that the user recorded about these two. */
  guess?: boolean;
}

/** What a kind of prompt is: everything it would prompt at this occasion, in any order. */
export type Kind = (view: View) => Candidate[];

/** A kept person as a prompt names them. */
export const asPromptPerson = (person: Person): PromptPerson => ({
  id: person.id,
  key: person.keys[0] ?? null,
  name: person.name,
});

/** Whether the occasion has ended at `view.now`. A thread has no end. */
export const isOver = ({ occasion, now }: View): boolean =>
  occasion.kind === 'meeting' && occasion.endAt !== null && occasion.endAt <= now;

/**
 * Where something is best said to one person alone: by private message on a thread or when the meeting is over, before it
 * while there is time, else after it.
 */
export function aside(view: View): Setting {
  const { kind, startAt } = view.occasion;
  if (kind === 'thread' || isOver(view)) return 'private-message';
  return startAt !== null && startAt > view.now ? 'before' : 'after';
}
