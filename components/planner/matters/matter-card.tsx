import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { MatterDraft, MatterRow } from '../../../records/planner.ts';
import { Button } from '../../parts/button.tsx';
import { IconButton } from '../../parts/icon-button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Tag } from '../../parts/tag.tsx';
import { Name, Words } from '../../parts/words.tsx';
import { useServices } from '../services-context.tsx';
import { useAct } from '../use-act.ts';
import { usePointed } from '../use-pointed.ts';
import { draftOf, firstOfMine } from './matter-draft.ts';
import { MatterForm } from './matter-form.tsx';
import { StepLine } from './step-line.tsx';

/** One matter with its steps: who has each, where to begin, and what its owner was answered. */
export function MatterCard({ row, pointed }: { row: MatterRow; pointed: boolean }) {
  const { matter, names, requests } = row;
  const { t } = useLocale();
  const w = t.planner.matters;
  const services = useServices();
  const run = useAct();
  const [editing, setEditing] = useState(false);
  const save = (draft: MatterDraft, said: string) => void run(services.saveMatter(draft), said);
  const left = matter.steps.filter((step) => step.state === 'open').length;
  const begin = matter.state === 'open' ? firstOfMine(matter.steps) : null;
  const request = matter.cooperationId ? requests[matter.cooperationId] : undefined;
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
            : ''}{' '}
          {request === undefined || request.answer === 'open' ? null : (
            <Tag look={request.answer === 'agreed' ? 'pine' : 'plain'}>{w.answeredOwner[request.answer]}</Tag>
          )}
        </span>
      </div>
      {matter.steps.length === 0 ? <p className="quiet">{w.noSteps}</p> : null}
      <ol className="steps">
        {matter.steps.map((step) => (
          <StepLine key={step.id} row={row} step={step} begin={step.id === begin?.id} />
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
