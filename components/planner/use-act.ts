import { useCallback } from 'react';
import type { ActResult } from '../../records/act.ts';
import { useLocale } from '../parts/locale-context.tsx';
import { problemWords } from '../parts/problem-words.ts';
import { useSay } from '../parts/toast.tsx';
import { shownProblem, useServices } from './services-context.tsx';

/** Carries an act out and says what came of it (`said`, or what it makes of the result), with the way back. Resolves to whether it was done. */
export type Run = <R extends ActResult>(
  act: Promise<R>,
  said: string | ((done: R) => string),
) => Promise<(R & { ok: true }) | null>;

/** How every screen acts: one sentence after each act with its undo, or the numbered problem. */
export function useAct(): Run {
  const services = useServices();
  const say = useSay();
  const { t, format } = useLocale();
  return useCallback(
    async <R extends ActResult>(act: Promise<R>, said: string | ((done: R) => string)) => {
      const failed = (problem: { code: string; detail: string }) => say({ ...problemWords(problem, t), problem: true });
      try {
        const result = await act;
        if (!result.ok) {
          failed(result);
          return null;
        }
        const { changeId, warning } = result;
        say({
          text: typeof said === 'string' ? said : said(result),
          more: warning ? t.planner.tips.becomesCommon({ people: format.list(warning.people) }) : undefined,
          undo:
            changeId === null
              ? undefined
              : async () => {
                  const back = await services.perform({ act: 'undo', changeId });
                  if (back.ok) say({ text: t.common.undone });
                  else failed(back);
                },
        });
        return result as R & { ok: true };
      } catch (error) {
        failed(shownProblem(error));
        return null;
      }
    },
    [services, say, t, format],
  );
}
