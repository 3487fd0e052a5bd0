import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { ImportOutcome, ImportPlan, Mappings, Progress, RestoreMode } from '../../../records/planner.ts';
import type { ShownProblem } from '../services.ts';
import { shownProblem, useServices } from '../services-context.tsx';
import { planWeight } from './plan-weight.ts';

/** Where an import stands. It lives above the screens, so that going to another one does not break it off. */
export type ImportState =
  | { is: 'empty' }
  | { is: 'planning'; files: readonly File[]; progress: Progress | null }
  /** `goesAlone`: it is imported by itself in a moment, unless the user holds it. */
  | { is: 'planned'; files: readonly File[]; plan: ImportPlan; mappings: Mappings; goesAlone: boolean }
  | { is: 'importing'; files: readonly File[]; progress: Progress | null }
  | { is: 'done'; files: readonly File[]; outcome: ImportOutcome }
  | { is: 'failed'; files: readonly File[]; problem: ShownProblem };

/** The import and what can be done with it. */
export interface ImportJob {
  state: ImportState;
  choose(files: readonly File[]): void;
  /** Plans again with another mapping of one file's columns. */
  remap(fileName: string, mapping: Readonly<Record<string, string>>): void;
  start(restore: RestoreMode): void;
  /** Keeps a plain import from going in by itself. */
  hold(): void;
  cancel(): void;
  clear(): void;
}

/** How long a plain dry run is shown before it goes in by itself, in seconds. */
export const shownFor = 5;

const JobContext = createContext<ImportJob | null>(null);

/** The import job of the planner. */
export function useImportJob(): ImportJob {
  const job = useContext(JobContext);
  if (job === null) throw new Error('useImportJob needs an <ImportJobProvider> above it.');
  return job;
}

/** Holds the one import under way. */
export function ImportJobProvider({ children }: { children: ReactNode }) {
  const services = useServices();
  const [state, setState] = useState<ImportState>({ is: 'empty' });
  const stop = useRef<AbortController | null>(null);

  const job = useMemo((): ImportJob => {
    const begin = (): AbortSignal => {
      stop.current?.abort();
      stop.current = new AbortController();
      return stop.current.signal;
    };
    const plan = async (files: readonly File[], mappings: Mappings, remapped = false) => {
      const signal = begin();
      setState({ is: 'planning', files, progress: null });
      try {
        const made = await services.planImport(
          files,
          mappings,
          (progress) => {
            if (!signal.aborted) setState({ is: 'planning', files, progress });
          },
          signal,
        );
        if (signal.aborted) return;
        const weight = planWeight(made);
        if (weight === 'nothing') await run(files, mappings, 'merge');
        else setState({ is: 'planned', files, plan: made, mappings, goesAlone: weight === 'plain' && !remapped });
      } catch (error) {
        if (!signal.aborted) setState({ is: 'failed', files, problem: shownProblem(error) });
      }
    };
    const run = async (files: readonly File[], mappings: Mappings, restore: RestoreMode) => {
      const signal = begin();
      setState({ is: 'importing', files, progress: null });
      try {
        const outcome = await services.runImport(
          files,
          mappings,
          restore,
          (progress) => setState({ is: 'importing', files, progress }),
          signal,
        );
        setState({ is: 'done', files, outcome });
      } catch (error) {
        setState({ is: 'failed', files, problem: shownProblem(error) });
      }
    };
    return {
      state,
      choose: (files) => void plan(files, {}),
      remap(fileName, mapping) {
        if (state.is === 'planned') void plan(state.files, { ...state.mappings, [fileName]: mapping }, true);
      },
      start(restore) {
        if (state.is === 'planned') void run(state.files, state.mappings, restore);
      },
      hold() {
        if (state.is === 'planned') setState({ ...state, goesAlone: false });
      },
      cancel() {
        stop.current?.abort();
        if (state.is === 'planning') setState({ is: 'empty' });
      },
      clear: () => setState({ is: 'empty' }),
    };
  }, [services, state]);

  useEffect(() => {
    if (state.is !== 'planned' || !state.goesAlone) return;
    const timer = setTimeout(() => job.start('merge'), shownFor * 1_000);
    return () => clearTimeout(timer);
  }, [state, job]);

  return <JobContext value={job}>{children}</JobContext>;
}
