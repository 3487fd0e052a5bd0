import { dormantAfter } from '../people/tie.ts';
import type { Decision } from '../records/decision.ts';
import { keysHolding } from './prompt-key.ts';

/** Later of two decisions; of two at one moment the greater id, so that the order of records makes no difference. */
const supersedes = (a: Decision, b: Decision): boolean => a.at > b.at || (a.at === b.at && a.id > b.id);

/** The newest decision by prompt key. */
export function newestDecisions(decisions: readonly Decision[]): ReadonlyMap<string, Decision> {
  const newest = new Map<string, Decision>();
  for (const decision of decisions) {
    const held = newest.get(decision.promptKey);
    if (held === undefined || supersedes(decision, held)) newest.set(decision.promptKey, decision);
  }
  return newest;
}

/**
 * Whether a decision silences the prompt of this key at `now` (epoch ms). *Never* and *done* hold for good, *later* until its
 * time, or for good where none was given. A done reconnect holds for as long as it takes a tie to fall dormant again.
 */
export function isDecided(key: string, newest: ReadonlyMap<string, Decision>, now: number): boolean {
  return keysHolding(key).some((held) => {
    const decision = newest.get(held);
    if (decision === undefined) return false;
    if (decision.decision === 'later') return decision.until === null || now < decision.until;
    if (decision.decision === 'done' && key.startsWith('reconnect/')) return now - decision.at < dormantAfter;
    return true;
  });
}
