import { type ReactNode, useState } from 'react';
import type { Step } from '../../../records/matter.ts';
import type { MatterRow } from '../../../records/planner.ts';
import { Button } from '../../parts/button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Tag } from '../../parts/tag.tsx';
import { Name } from '../../parts/words.tsx';
import { useServices } from '../services-context.tsx';
import { useAct } from '../use-act.ts';
import { DeclineDialog } from './decline-dialog.tsx';
import { HelpersDialog } from './helpers-dialog.tsx';

/** One step: what, whose, by when, and what can be done about it. `begin`: the smallest thing that the user can do now. */
export function StepLine({ row, step, begin }: { row: MatterRow; step: Step; begin: boolean }) {
  const { t, format } = useLocale();
  const w = t.planner.matters;
  const now = useServices().now();
  const { names, matter } = row;
  const who = step.who === null ? w.nobody : step.who === 'me' ? w.me : names[step.who] || t.planner.people.unnamed;
  const late = step.state === 'open' && step.dueAt !== null && step.dueAt < now;
  const request = step.cooperationId ? row.requests[step.cooperationId] : undefined;
  return (
    <li className="step" data-step={step.id} data-state={step.state} data-who={step.who ?? ''} data-begin={begin}>
      <span className="step-words">
        <span className="step-title">
          <Name>{step.title}</Name>
        </span>{' '}
        <span className="fine">
          <Name>{who}</Name>
        </span>{' '}
        {begin ? <Tag look="seal">{w.beginHere}</Tag> : null}{' '}
        {step.small === true && step.state === 'open' ? <Tag>{w.small}</Tag> : null}{' '}
        {request === undefined ? null : (
          <Tag look={request.answer === 'agreed' ? 'pine' : 'ochre'}>{w.asked[request.answer]}</Tag>
        )}{' '}
        {step.dueAt === null ? null : (
          <Tag look={late ? 'seal' : 'plain'}>
            {late ? w.late({ at: format.date(step.dueAt) }) : w.due({ at: format.date(step.dueAt) })}
          </Tag>
        )}{' '}
        {step.state === 'not-mine' ? <Tag>{w.notMine}</Tag> : null}
        {step.state === 'done' ? <span className="unseen">{w.stepDone}</span> : null}
      </span>
      {matter.state === 'open' ? <StepActs row={row} step={step} /> : null}
    </li>
  );
}

function StepActs({ row, step }: { row: MatterRow; step: Step }): ReactNode {
  const { t } = useLocale();
  const w = t.planner.matters;
  const services = useServices();
  const run = useAct();
  const [finding, setFinding] = useState(false);
  const [declining, setDeclining] = useState(false);
  const { matter, requests } = row;
  const settle = (state: Step['state'], said: string) => void run(services.settleStep(matter.id, step.id, state), said);
  if (step.state !== 'open')
    return (
      <Button
        small={true}
        look="quiet"
        onClick={() => settle('open', w.stepReopened)}
        aria-label={w.reopenStep({ step: step.title })}
      >
        {w.reopen}
      </Button>
    );
  const request = step.cooperationId ? requests[step.cooperationId] : undefined;
  return (
    <span className="row-acts">
      {request?.answer === 'open'
        ? (['agreed', 'declined'] as const).map((answer) => (
            <Button
              key={answer}
              small={true}
              look={answer === 'agreed' ? 'plain' : 'quiet'}
              about={step.title}
              onClick={() => void run(services.answerStep(matter.id, step.id, answer), t.planner.answered[answer])}
            >
              {t.common.answer[answer]}
            </Button>
          ))
        : null}
      {step.who === 'me' || request !== undefined ? null : (
        <Button small={true} about={step.title} onClick={() => setFinding(true)}>
          {w.whoCould}
        </Button>
      )}
      <Button
        small={true}
        onClick={() => settle('done', matter.owner === 'me' || step.who !== 'me' ? w.stepDone : w.stepDoneForOwner)}
        aria-label={w.doneStep({ step: step.title })}
      >
        {w.markDone}
      </Button>
      {step.who === 'me' && matter.owner !== 'me' ? (
        <Button small={true} look="quiet" about={step.title} onClick={() => setDeclining(true)}>
          {w.notMineAsk}
        </Button>
      ) : null}
      <HelpersDialog row={row} step={step} open={finding} onOpenChange={setFinding} />
      <DeclineDialog row={row} step={step} open={declining} onOpenChange={setDeclining} />
    </span>
  );
}
