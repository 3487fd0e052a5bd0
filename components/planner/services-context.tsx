import { createContext, useContext, useEffect, useState } from 'react';
import { Problem } from '../../records/problem.ts';
import type { PlannerServices, ShownProblem, Watched, WatchName } from './services.ts';

/** Filled by `Planner`. */
export const ServicesContext = createContext<PlannerServices | null>(null);

/** The services of the nearest `Planner`. */
export function useServices(): PlannerServices {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('useServices needs a <Planner> above it.');
  return services;
}

/** What is known of an answer now. */
export type Answer<T> = { is: 'waiting' } | { is: 'there'; value: T } | { is: 'failed'; problem: ShownProblem };

const waiting = { is: 'waiting' } as const;

/** What `name` gives, kept up to date while the component is shown. `argument` must be a string or null. */
export function useWatched<N extends WatchName>(name: N, argument: Watched[N]['with']): Answer<Watched[N]['gives']> {
  const services = useServices();
  const [answer, setAnswer] = useState<{ of: unknown; now: Answer<Watched[N]['gives']> }>({
    of: argument,
    now: waiting,
  });
  useEffect(
    () =>
      services.watch(
        name,
        argument,
        (value) => setAnswer({ of: argument, now: { is: 'there', value } }),
        (problem) => setAnswer({ of: argument, now: { is: 'failed', problem } }),
      ),
    [services, name, argument],
  );
  // The answer about another record must not stand under this one's heading.
  return answer.of === argument ? answer.now : waiting;
}

/** An error as a screen shows it; anything unnumbered is RM-118, the store's "could not do this". */
export const shownProblem = (error: unknown): ShownProblem =>
  error instanceof Problem
    ? { code: error.code, detail: error.message }
    : { code: 'RM-118', detail: error instanceof Error ? error.message : String(error) };
