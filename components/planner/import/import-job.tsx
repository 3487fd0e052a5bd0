import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { ImportChoices, ImportOutcome, ImportPlan, Progress, RestoreMode } from '../../../records/planner.ts';
import { noChoices } from '../../../records/planner.ts';
import type { ShownProblem } from '../services.ts';
import { shownProblem, useServices } from '../services-context.tsx';
import { planWeight } from './plan-weight.ts';

/** Where an import stands. It lives above the screens, so that going to another one does not break it off. */
export type ImportState =
  | { is: 'empty' }
  | { is: 'planning'; files: readonly File[]; progress: Progress | null; began: number }
  /** `goesAlone`: it is imported by itself in a moment, unless the user holds it. */
  | { is: 'planned'; files: readonly File[]; plan: ImportPlan; choices: ImportChoices; goesAlone: boolean }
  | { is: 'importing'; files: readonly File[]; progress: Progress | null; began: number }
  | { is: 'done'; files: readonly File[]; outcome: ImportOutcome }
  | { is: 'failed'; files: readonly File[]; problem: ShownProblem };

/** The import and what can be done with it. */
export interface ImportJob {
  state: ImportState;
  /** Reading or writing waits until it is let go on. */
  paused: boolean;
  choose(files: readonly File[]): void;
  /** Plans again with another mapping of one file's columns. */
  remap(fileName: string, mapping: Readonly<Record<string, string>>): void;
  /** Plans again with other choices. */
  rechoose(choices: Partial<ImportChoices>): void;
  start(restore: RestoreMode): void;
  /** Keeps a plain import from going in by itself. */
  hold(): void;
  pause(on: boolean): void;
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
  const [paused, setPaused] = useState(false);
  const stop = useRef<AbortController | null>(null);
  /** While it is there, whoever awaits the gate waits. */
  const held = useRef<{ promise: Promise<void>; letGo: () => void } | null>(null);

  const job = useMemo((): ImportJob => {
    const letGo = () => {
      held.current?.letGo();
      held.current = null;
      setPaused(false);
    };
    const begin = () => {
      stop.current?.abort();
      letGo();
      stop.current = new AbortController();
      return { signal: stop.current.signal, gate: async () => held.current?.promise };
    };
    const plan = async (files: readonly File[], choices: ImportChoices, again = false) => {
      const control = begin();
      const began = services.now();
      setState({ is: 'planning', files, progress: null, began });
      try {
        const made = await services.planImport(
          files,
          choices,
          (progress) => {
            if (!control.signal.aborted) setState({ is: 'planning', files, progress, began });
          },
          control,
        );
        if (control.signal.aborted) return;
        const weight = planWeight(made);
        if (weight === 'nothing') await run(files, choices, 'merge');
        else setState({ is: 'planned', files, plan: made, choices, goesAlone: weight === 'plain' && !again });
      } catch (error) {
        if (!control.signal.aborted) setState({ is: 'failed', files, problem: shownProblem(error) });
      }
    };
    const run = async (files: readonly File[], choices: ImportChoices, restore: RestoreMode) => {
      const control = begin();
      const began = services.now();
      setState({ is: 'importing', files, progress: null, began });
      try {
        const outcome = await services.runImport(
          files,
          choices,
          restore,
          (progress) => setState({ is: 'importing', files, progress, began }),
          control,
        );
        setState({ is: 'done', files, outcome });
      } catch (error) {
        setState({ is: 'failed', files, problem: shownProblem(error) });
      }
    };
    return {
      state,
      paused,
      choose: (files) => void plan(files, noChoices),
      remap(fileName, mapping) {
        if (state.is !== 'planned') return;
        const mappings = { ...state.choices.mappings, [fileName]: mapping };
        void plan(state.files, { ...state.choices, mappings }, true);
      },
      rechoose(choices) {
        if (state.is === 'planned') void plan(state.files, { ...state.choices, ...choices }, true);
      },
      start(restore) {
        if (state.is === 'planned') void run(state.files, state.choices, restore);
      },
      hold() {
        if (state.is === 'planned') setState({ ...state, goesAlone: false });
      },
      pause(on) {
        if (!on) return letGo();
        let open: () => void = () => undefined;
        const promise = new Promise<void>((resolve) => {
          open = resolve;
        });
        held.current = { promise, letGo: open };
        setPaused(true);
      },
      cancel() {
        stop.current?.abort();
        letGo();
        if (state.is === 'planning') setState({ is: 'empty' });
      },
      clear: () => setState({ is: 'empty' }),
    };
  }, [services, state, paused]);

  useEffect(() => {
    if (state.is !== 'planned' || !state.goesAlone) return;
    const timer = setTimeout(() => job.start('merge'), shownFor * 1_000);
    return () => clearTimeout(timer);
  }, [state, job]);

  return <JobContext value={job}>{children}</JobContext>;
}
