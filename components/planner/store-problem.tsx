import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { ProblemNotice } from './screen.tsx';
import type { ShownProblem } from './services.ts';
import { shownProblem, useServices } from './services-context.tsx';

/** Problems after which the user's data can be put back, or begun anew; after the others waiting or updating is the way out. */
const replaceable = ['RM-101', 'RM-104'];

/** In place of every screen when the store does not open: what is wrong, and the ways out. */
export function StoreProblem({ problem }: { problem: ShownProblem }) {
  const { t } = useLocale();
  const w = t.planner.storeProblem;
  const services = useServices();
  const [failed, setFailed] = useState<ShownProblem | null>(null);
  const [asking, setAsking] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  useEffect(() => {
    document.title = t.planner.pageTitle({ title: w.title });
  }, [t, w]);
  const attempt = async (work: () => Promise<void>) => {
    setFailed(null);
    try {
      await work();
    } catch (error) {
      setFailed(shownProblem(error));
    }
  };
  const canReplace = replaceable.includes(problem.code);
  return (
    <main className="planner-problem">
      <h1 className="screen-title serif">{w.title}</h1>
      <ProblemNotice
        problem={problem}
        actions={
          <>
            <Button onClick={() => services.tryAgain()}>{w.retry}</Button>
            {canReplace ? <Button onClick={() => input.current?.click()}>{w.restore}</Button> : null}
            {canReplace ? <Button onClick={() => setAsking(true)}>{w.startEmpty}</Button> : null}
          </>
        }
      />
      {failed === null ? null : <ProblemNotice problem={failed} />}
      <label htmlFor={inputId} hidden>
        {w.restore}
      </label>
      <input
        ref={input}
        id={inputId}
        type="file"
        hidden
        accept=".json,.gz"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) void attempt(() => services.restoreInPlace(file));
        }}
      />
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={w.startEmptyTitle}
        description={w.startEmptyHow}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t.common.cancel}</Button>
            <Button
              look="danger"
              onClick={() => {
                setAsking(false);
                void attempt(() => services.goOnEmpty());
              }}
            >
              {w.startEmpty}
            </Button>
          </>
        }
      />
    </main>
  );
}
