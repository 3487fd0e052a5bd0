import { useState } from 'react';
import type { Share } from '../../../records/share.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useServices } from '../services-context.tsx';
import { orNull } from '../text-lists.ts';
import { useAct } from '../use-act.ts';

/** What becomes of a planned share: given, with what came of it, or let go. */
export function ShareActs({ share, who }: { share: Share; who: string }) {
  const { t } = useLocale();
  const w = t.planner.tips;
  const services = useServices();
  const run = useAct();
  const [telling, setTelling] = useState(false);
  const [outcome, setOutcome] = useState('');
  const close = async (state: 'given' | 'skipped') => {
    const done = await run(
      services.perform({ act: 'close-share', shareId: share.id, state, outcome: orNull(outcome) }),
      w.shareClosed[state],
    );
    if (done !== null) setTelling(false);
  };
  return (
    <span className="row-acts">
      <Button small={true} onClick={() => setTelling(true)}>
        {w.given}
      </Button>
      <Button small={true} look="quiet" onClick={() => void close('skipped')}>
        {w.skip}
      </Button>
      <Dialog
        open={telling}
        onOpenChange={setTelling}
        title={w.givenTitle({ who })}
        actions={
          <>
            <Button onClick={() => setTelling(false)}>{t.common.cancel}</Button>
            <Button look="main" onClick={() => void close('given')}>
              {w.givenSave}
            </Button>
          </>
        }
      >
        <TextField label={w.outcome} note={t.common.optional} lines={true} value={outcome} onChange={setOutcome} />
      </Dialog>
    </span>
  );
}
