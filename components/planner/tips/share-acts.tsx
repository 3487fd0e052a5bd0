import { useState } from 'react';
import type { Share } from '../../../records/share.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { Words } from '../../parts/words.tsx';
import { FormFoot } from '../form-foot.tsx';
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
      <Dialog open={telling} onOpenChange={setTelling} title={<Words>{w.givenTitle({ who })}</Words>}>
        <OutcomeForm
          outcome={outcome}
          save={w.givenSave}
          onChange={setOutcome}
          onCancel={() => setTelling(false)}
          onSave={() => void close('given')}
        />
      </Dialog>
    </span>
  );
}

function OutcomeForm({
  outcome,
  save,
  onChange,
  onCancel,
  onSave,
}: {
  outcome: string;
  save?: string;
  onChange: (outcome: string) => void;
  onCancel: () => void;
  onSave: () => void;
}) {
  const { t } = useLocale();
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <TextField
        label={t.planner.tips.outcome}
        note={t.common.optional}
        lines={true}
        value={outcome}
        onChange={onChange}
      />
      <FormFoot onCancel={onCancel} save={save} />
    </form>
  );
}

/** What came of a share that was given: told later, or told anew. */
export function OutcomeAct({ share, who }: { share: Share; who: string }) {
  const { t } = useLocale();
  const w = t.planner.tips;
  const services = useServices();
  const run = useAct();
  const [telling, setTelling] = useState(false);
  const [outcome, setOutcome] = useState(share.outcome ?? '');
  const save = async () => {
    const act = { act: 'close-share' as const, shareId: share.id, state: 'given' as const, outcome: outcome.trim() };
    if ((await run(services.perform(act), w.outcomeSaved)) !== null) setTelling(false);
  };
  return (
    <span className="row-acts">
      <Button small={true} look="quiet" about={who} onClick={() => setTelling(true)}>
        {w.outcomeAdd}
      </Button>
      <Dialog open={telling} onOpenChange={setTelling} title={<Words>{w.givenTitle({ who })}</Words>}>
        <OutcomeForm
          outcome={outcome}
          onChange={setOutcome}
          onCancel={() => setTelling(false)}
          onSave={() => void save()}
        />
      </Dialog>
    </span>
  );
}
