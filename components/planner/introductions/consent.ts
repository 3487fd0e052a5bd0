import type { Consent, Introduction } from '../../../records/introduction.ts';

/**
 * The state that the consents of both sides make: one refusal declines it, two agreements make it ready, one question opens
 * it. One that was made (`done`) stays made.
 */
export function stateFromConsents(state: Introduction['state'], a: Consent, b: Consent): Introduction['state'] {
  if (state === 'done') return 'done';
  if (a === 'declined' || b === 'declined') return 'declined';
  if (a === 'agreed' && b === 'agreed') return 'agreed';
  if (a === 'not-asked' && b === 'not-asked') return 'idea';
  return 'asked';
}
