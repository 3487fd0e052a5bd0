import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Step } from '../../../records/matter.ts';
import type { MatterDraft, MatterRow } from '../../../records/planner.ts';
import { Button } from '../../parts/button.tsx';
import { IconButton } from '../../parts/icon-button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Tag } from '../../parts/tag.tsx';
import { Name, Words } from '../../parts/words.tsx';
import { useServices } from '../services-context.tsx';
import { useAct } from '../use-act.ts';
import { usePointed } from '../use-pointed.ts';
import { draftOf, withStep } from './matter-draft.ts';
import { MatterForm } from './matter-form.tsx';

/** One matter with its steps: who has each, and what is next. */
export function MatterCard({ row: { matter, names }, pointed }: { row: MatterRow; pointed: boolean }) {
  const { t } = useLocale();
  const w = t.planner.matters;
  const services = useServices();
  const run = useAct();
  const [editing, setEditing] = useState(false);
  const save = (draft: MatterDraft, said: string) => void run(services.saveMatter(draft), said);
  const left = matter.steps.filter((step) => step.state === 'open').length;
  return (
    <li ref={usePointed(pointed)} className="card" data-matter={matter.id} data-state={matter.state}>
      <div className="card-head">
        <h3>
          <Name>{matter.title}</Name>
        </h3>
        <span className="fine">
          <Words>
            {matter.owner === 'me' ? w.mine : w.wantedBy({ who: names[matter.owner] ?? t.planner.people.unnamed })}
          </Words>
          {matter.state === 'open' && matter.steps.length > 0
            ? ` · ${w.left({ n: left, of: matter.steps.length })}`
            : ''}
        </span>
      </div>
      {matter.steps.length === 0 ? <p className="quiet">{w.noSteps}</p> : null}
      <ol className="steps">
        {matter.steps.map((step) => (
          <StepLine
            key={step.id}
            step={step}
            who={
              step.who === null ? w.nobody : step.who === 'me' ? w.me : (names[step.who] ?? t.planner.people.unnamed)
            }
            onState={(state, said) => save(withStep(draftOf(matter), step.id, state), said)}
          />
        ))}
      </ol>
      {matter.outcome === null ? null : (
        <p className="quiet" dir="auto">
          {matter.outcome}
        </p>
      )}
      <div className="card-acts">
        {matter.state === 'open' ? (
          <>
            <Button small={true} onClick={() => save({ ...draftOf(matter), state: 'done' }, w.closed.done)}>
              {w.finish}
            </Button>
            <Button
              small={true}
              look="quiet"
              onClick={() => save({ ...draftOf(matter), state: 'dropped' }, w.closed.dropped)}
            >
              {w.drop}
            </Button>
          </>
        ) : (
          <Button small={true} onClick={() => save({ ...draftOf(matter), state: 'open' }, w.reopened)}>
            {w.reopen}
          </Button>
        )}
        <IconButton small={true} label={w.edit} icon={<Pencil aria-hidden="true" />} onClick={() => setEditing(true)} />
        <IconButton
          small={true}
          label={w.remove}
          icon={<Trash2 aria-hidden="true" />}
          onClick={() => void run(services.remove('matters', matter.id), w.removed)}
        />
      </div>
      <MatterForm matter={matter} open={editing} onOpenChange={setEditing} />
    </li>
  );
}

function StepLine({
  step,
  who,
  onState,
}: {
  step: Step;
  who: string;
  onState: (state: Step['state'], said: string) => void;
}) {
  const { t, format } = useLocale();
  const w = t.planner.matters;
  const now = useServices().now();
  const late = step.state === 'open' && step.dueAt !== null && step.dueAt < now;
  return (
    <li className="step" data-step={step.id} data-state={step.state}>
      <span className="step-words">
        <span className="step-title">
          <Name>{step.title}</Name>
        </span>{' '}
        <span className="fine">
          <Name>{who}</Name>
        </span>{' '}
        {step.dueAt === null ? null : (
          <Tag look={late ? 'seal' : 'plain'}>
            {late ? w.late({ at: format.date(step.dueAt) }) : w.due({ at: format.date(step.dueAt) })}
          </Tag>
        )}{' '}
        {step.state === 'not-mine' ? <Tag>{w.notMine}</Tag> : null}
        {step.state === 'done' ? <span className="unseen">{w.stepDone}</span> : null}
      </span>
      {step.state === 'open' ? (
        <Button small={true} onClick={() => onState('done', w.stepDone)} aria-label={w.doneStep({ step: step.title })}>
          {w.markDone}
        </Button>
      ) : (
        <Button
          small={true}
          look="quiet"
          onClick={() => onState('open', w.stepReopened)}
          aria-label={w.reopenStep({ step: step.title })}
        >
          {w.reopen}
        </Button>
      )}
    </li>
  );
}
