import type { Introduction } from '../../../records/introduction.ts';

/** The steps of an introduction, in order. */
export const stages = ['idea', 'askedA', 'askedB', 'made', 'outcome'] as const;
export type Stage = (typeof stages)[number];

/** Which steps are behind: a side counts as asked when it has answered yes. */
export function stagesDone(one: Introduction): ReadonlySet<Stage> {
  const done = new Set<Stage>(['idea']);
  if (one.consentA === 'agreed') done.add('askedA');
  if (one.consentB === 'agreed') done.add('askedB');
  if (one.state === 'done') {
    done.add('made');
    if (one.outcome !== null && one.outcome.trim() !== '') done.add('outcome');
  }
  return done;
}

/** What is next; null where it was declined or all is told. */
export function nextStage(one: Introduction): Stage | null {
  if (one.state === 'declined') return null;
  const done = stagesDone(one);
  // Made is made, whatever was asked before.
  const from = one.state === 'done' ? (['outcome'] as const) : stages;
  return from.find((stage) => !done.has(stage)) ?? null;
}
