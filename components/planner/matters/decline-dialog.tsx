import { useState } from 'react';
import { plain } from '../../../locales/isolate.ts';
import type { Step } from '../../../records/matter.ts';
import type { MatterRow } from '../../../records/planner.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Options } from '../../parts/options.tsx';
import { Draft } from '../draft.tsx';
import { FormFoot } from '../form-foot.tsx';
import { useServices } from '../services-context.tsx';
import { useAct } from '../use-act.ts';
import { firstOfMine } from './matter-draft.ts';

type Why = 'cannot' | 'not-right' | 'no-time';

/** A step that is not the user's to do: declined in good words, naming what can be done instead. */
export function DeclineDialog({
  row,
  step,
  open,
  onOpenChange,
}: {
  row: MatterRow;
  step: Step;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const { t } = useLocale();
  const w = t.planner.matters;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={w.declineTitle} description={w.declineHow}>
      {open ? <Fields row={row} step={step} onDone={() => onOpenChange(false)} /> : null}
    </Dialog>
  );
}

function Fields({ row, step, onDone }: { row: MatterRow; step: Step; onDone: () => void }) {
  const { t } = useLocale();
  const w = t.planner.matters;
  const services = useServices();
  const run = useAct();
  const { matter, names, ownerAddress } = row;
  const instead = firstOfMine(matter.steps.filter((one) => one.id !== step.id));
  const wordsFor = (why: Why): string =>
    w.declineWords({
      to: plain(names[matter.owner] ?? ''),
      step: plain(step.title),
      why: w.declineWhy[why],
      instead: instead === null ? '' : plain(instead.title),
    });
  const [why, setWhy] = useState<Why>('cannot');
  const [words, setWords] = useState(() => wordsFor('cannot'));
  return (
    <form
      className="form"
      onSubmit={async (event) => {
        event.preventDefault();
        if ((await run(services.settleStep(matter.id, step.id, 'not-mine'), w.declined)) !== null) onDone();
      }}
    >
      <Options
        label={w.why}
        value={why}
        onChange={(next) => {
          // Words that the user changed stay theirs.
          if (words === wordsFor(why)) setWords(wordsFor(next));
          setWhy(next);
        }}
        items={(['cannot', 'not-right', 'no-time'] as const).map((value) => ({ value, label: w.whyLabel[value] }))}
      />
      <Draft
        label={w.declineLabel}
        to={ownerAddress ? [ownerAddress] : []}
        subject={matter.title}
        text={words}
        onChange={setWords}
      />
      <FormFoot onCancel={onDone} save={w.notMineSave} />
    </form>
  );
}
