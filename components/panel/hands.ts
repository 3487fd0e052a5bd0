import { createContext, useContext } from 'react';
import type { Act, ActResult, Whom } from '../../records/act.ts';
import type { TipChoice } from '../../records/brief.ts';

/** What an occasion's view can ask for and do. Panel and side panel do it by messages, the planner by actions. */
export interface Hands {
  /** Never throws: a failure is a result with its `RM-…` number. */
  act(act: Act): Promise<ActResult>;
  /** Tips that could be given to this one person, the best first. Throws `Problem`. */
  tips(whom: Whom): Promise<TipChoice[]>;
  /** Opens the planner at a route such as `#/tips`. */
  openPlanner(route: string): void;
  /** Epoch ms. */
  now(): number;
}

/** Filled by `OccasionView`. */
export const HandsContext = createContext<Hands | null>(null);

/** The hands of the occasion's view above. */
export function useHands(): Hands {
  const hands = useContext(HandsContext);
  if (hands === null) throw new Error('useHands needs an <OccasionView> above it.');
  return hands;
}
