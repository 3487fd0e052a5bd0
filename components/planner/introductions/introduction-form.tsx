import { useState } from 'react';
import type { Introduction } from '../../../records/introduction.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Notice } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { Words } from '../../parts/words.tsx';
import { FormFoot } from '../form-foot.tsx';
import { PersonPicker } from '../person-picker.tsx';
import { Loaded } from '../screen.tsx';
import { useServices, useWatched } from '../services-context.tsx';
import { useAct } from '../use-act.ts';
import { againstWords } from './ideas.tsx';
import { draftOf } from './introduction-draft.ts';

/** Who is to meet whom, and why. */
export function IntroductionForm({
  introduction,
  open,
  onOpenChange,
}: {
  introduction: Introduction | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const { t } = useLocale();
  const w = t.planner.introductions;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={introduction === null ? w.add : w.edit}
      description={introduction === null ? w.addHow : undefined}
    >
      {open ? <Fields introduction={introduction} onDone={() => onOpenChange(false)} /> : null}
    </Dialog>
  );
}

function Fields({ introduction, onDone }: { introduction: Introduction | null; onDone: () => void }) {
  const { t } = useLocale();
  const w = t.planner.introductions;
  const services = useServices();
  const run = useAct();
  const names = useWatched('names', null);
  const [aId, setA] = useState(introduction?.aId ?? null);
  const [bId, setB] = useState(introduction?.bId ?? null);
  const [reason, setReason] = useState(introduction?.reason ?? '');
  const [tried, setTried] = useState(false);
  const save = async () => {
    setTried(true);
    if (aId === null || bId === null || reason.trim() === '') return;
    const before =
      introduction === null
        ? {
            id: null,
            state: 'idea' as const,
            consentA: 'not-asked' as const,
            consentB: 'not-asked' as const,
            outcome: null,
            noteA: null,
            noteB: null,
          }
        : draftOf(introduction);
    const done = await run(services.saveIntroduction({ ...before, aId, bId, reason: reason.trim() }), w.saved);
    if (done !== null) onDone();
  };
  return (
    <Loaded answer={names}>
      {(people) => (
        <form
          className="form"
          noValidate={true}
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <div className="form-pair">
            <PersonPicker
              label={w.one}
              people={people}
              value={aId}
              onChange={setA}
              except={bId === null ? [] : [bId]}
            />
            <PersonPicker
              label={w.other}
              people={people}
              value={bId}
              onChange={setB}
              except={aId === null ? [] : [aId]}
            />
          </div>
          {tried && (aId === null || bId === null) ? <p className="field-error">{w.peopleMissing}</p> : null}
          {introduction === null && aId !== null && bId !== null ? <Against aId={aId} bId={bId} /> : null}
          <TextField
            label={w.reason}
            note={w.reasonNote}
            lines={true}
            value={reason}
            onChange={setReason}
            error={tried && reason.trim() === '' ? w.reasonMissing : null}
          />
          <FormFoot onCancel={onDone} />
        </form>
      )}
    </Loaded>
  );
}

/** What speaks against these two, told while they are chosen; it forbids nothing. */
function Against({ aId, bId }: { aId: string; bId: string }) {
  const locale = useLocale();
  const reasons = useWatched('reasonsAgainst', `${aId}\n${bId}`);
  if (reasons.is !== 'there' || reasons.value.length === 0) return null;
  return (
    <div aria-live="polite">
      <Notice kind="care" title={locale.t.planner.introductions.against.title}>
        {reasons.value.map((reason) => (
          <p key={reason.code}>
            <Words>{againstWords(reason, locale)}</Words>
          </p>
        ))}
      </Notice>
    </div>
  );
}
