import { useCallback, useState } from 'react';
import type { Act, ActResult } from '../../records/act.ts';
import { useLocale } from '../parts/locale-context.tsx';
import { problemWords } from '../parts/problem-words.ts';
import { useSay } from '../parts/toast.tsx';
import { useHands } from './hands.ts';
import { saidOf } from './said.ts';

/**
 * Carries out acts and says what came of each: a sentence with the way back, or the problem's number and its way out.
 * Gives back whether it was done. `busy` while one is under way.
 */
export function useAct(): { act: (act: Act) => Promise<boolean>; busy: boolean } {
  const hands = useHands();
  const say = useSay();
  const { t, format } = useLocale();
  const [busy, setBusy] = useState(false);

  const act = useCallback(
    async (asked: Act): Promise<boolean> => {
      setBusy(true);
      const result: ActResult = await hands.act(asked);
      setBusy(false);
      if (!result.ok) {
        say({ ...problemWords(result, t), problem: true });
        return false;
      }
      const { changeId } = result;
      say({
        text: saidOf(asked, t, format),
        more: result.warning === null ? undefined : t.panel.guard({ names: format.list(result.warning.people) }),
        undo: changeId === null || asked.act === 'undo' ? undefined : () => void act({ act: 'undo', changeId }),
      });
      return true;
    },
    [hands, say, t, format],
  );
  return { act, busy };
}
