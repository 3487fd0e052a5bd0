import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { plain } from '../../../locales/isolate.ts';
import { type Consent, type Introduction, wantsOutcome } from '../../../records/introduction.ts';
import type { IntroductionRow, PersonName } from '../../../records/planner.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { IconButton } from '../../parts/icon-button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Tag } from '../../parts/tag.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { Words } from '../../parts/words.tsx';
import { Draft } from '../draft.tsx';
import { FormFoot } from '../form-foot.tsx';
import { useServices } from '../services-context.tsx';
import { orNull } from '../text-lists.ts';
import { useAct } from '../use-act.ts';
import { usePointed } from '../use-pointed.ts';
import { stateFromConsents } from './consent.ts';
import { draftOf } from './introduction-draft.ts';
import { IntroductionForm } from './introduction-form.tsx';
import { Pair } from './pair.tsx';
import { nextStage, stages, stagesDone } from './stage.ts';

type Side = 'A' | 'B';
const consentLook = { 'not-asked': 'plain', asked: 'ochre', agreed: 'pine', declined: 'seal' } as const;

/** One introduction: where it stands, what each side said, and the one thing to do next. */
export function IntroductionCard({ row, pointed }: { row: IntroductionRow; pointed: boolean }) {
  const { introduction, a, b } = row;
  const { t, format } = useLocale();
  const w = t.planner.introductions;
  const services = useServices();
  const run = useAct();
  const [editing, setEditing] = useState(false);
  const [telling, setTelling] = useState(false);
  const [making, setMaking] = useState(false);
  const { state } = introduction;
  const closed = state === 'done' || state === 'declined';
  return (
    <li ref={usePointed(pointed)} className="card" data-introduction={introduction.id} data-state={state}>
      <div className="card-head">
        <h3>
          <Pair a={a} b={b} />
        </h3>
        {closed ? <span className="fine">{format.date(introduction.madeAt ?? introduction.updatedAt)}</span> : null}
      </div>
      <p className="card-text" dir="auto">
        {introduction.reason}
      </p>
      <Stages introduction={introduction} a={a} b={b} />
      {closed ? null : (
        <div className="sides">
          <SideLine row={row} side="A" />
          <SideLine row={row} side="B" />
        </div>
      )}
      {introduction.outcome === null ? null : (
        <p className="quiet" dir="auto">
          {introduction.outcome}
        </p>
      )}
      {wantsOutcome(introduction, services.now()) ? (
        <Notice kind="info">
          <p>{w.twoWeeks}</p>
        </Notice>
      ) : null}
      <div className="card-acts">
        {state === 'agreed' ? (
          <Button look="main" small={true} onClick={() => setMaking(true)}>
            {w.introduceThem}
          </Button>
        ) : null}
        {state === 'done' ? (
          <Button
            look={wantsOutcome(introduction, services.now()) ? 'main' : 'plain'}
            small={true}
            onClick={() => setTelling(true)}
          >
            {w.writeOutcome}
          </Button>
        ) : null}
        <IconButton small={true} label={w.edit} icon={<Pencil aria-hidden="true" />} onClick={() => setEditing(true)} />
        <IconButton
          small={true}
          label={w.remove}
          icon={<Trash2 aria-hidden="true" />}
          onClick={() => void run(services.remove('introductions', introduction.id), w.removed)}
        />
      </div>
      <IntroductionForm introduction={introduction} open={editing} onOpenChange={setEditing} />
      <Dialog
        open={telling}
        onOpenChange={setTelling}
        title={<Words>{w.outcomeTitle({ a: a.name, b: b.name })}</Words>}
        description={w.outcomeNote}
      >
        {telling ? <OutcomeFields introduction={introduction} onDone={() => setTelling(false)} /> : null}
      </Dialog>
      <Dialog
        open={making}
        onOpenChange={setMaking}
        title={<Words>{w.madeTitle({ a: a.name, b: b.name })}</Words>}
        description={w.bothAgree}
      >
        {making ? <MakeFields row={row} onDone={() => setMaking(false)} /> : null}
      </Dialog>
    </li>
  );
}

/** Idea → one asked → the other asked → made → what came of it. */
function Stages({ introduction, a, b }: { introduction: Introduction; a: PersonName; b: PersonName }) {
  const { t } = useLocale();
  const w = t.planner.introductions;
  const done = stagesDone(introduction);
  const next = nextStage(introduction);
  const words = {
    idea: w.stage.idea,
    askedA: w.stage.agrees({ who: a.name }),
    askedB: w.stage.agrees({ who: b.name }),
    made: w.stage.made,
    outcome: w.stage.outcome,
  };
  return (
    <ol className="stages" aria-label={w.stages}>
      {stages.map((stage) => (
        <li key={stage} data-done={done.has(stage)} aria-current={stage === next ? 'step' : undefined}>
          <Words>{words[stage]}</Words>
          {done.has(stage) ? <span className="unseen">, {w.stage.isDone}</span> : null}
        </li>
      ))}
    </ol>
  );
}

/** One side: what they said, and what to do about it. */
function SideLine({ row: { introduction, a, b }, side }: { row: IntroductionRow; side: Side }) {
  const { t } = useLocale();
  const w = t.planner.introductions;
  const services = useServices();
  const run = useAct();
  const [writing, setWriting] = useState(false);
  const person = side === 'A' ? a : b;
  const value = introduction[`consent${side}`];
  const set = (consent: Consent, note?: string) => {
    const next = { ...draftOf(introduction), [`consent${side}`]: consent, ...(note && { [`note${side}`]: note }) };
    return run(
      services.saveIntroduction({ ...next, state: stateFromConsents(next.state, next.consentA, next.consentB) }),
      w.consentSaved({ who: person.name, consent: w.consent[consent] }),
    );
  };
  return (
    <div className="side-line" data-side={side} data-consent={value}>
      <span>
        <bdi>{person.name || t.planner.people.unnamed}</bdi> <Tag look={consentLook[value]}>{w.consent[value]}</Tag>
      </span>
      <span className="row-acts">
        {value === 'not-asked' ? (
          <Button small={true} about={person.name} onClick={() => setWriting(true)}>
            {w.ask}
          </Button>
        ) : null}
        {value === 'asked' ? (
          <>
            <Button small={true} about={person.name} onClick={() => void set('agreed')}>
              {w.consent.agreed}
            </Button>
            <Button small={true} look="quiet" about={person.name} onClick={() => void set('declined')}>
              {w.consent.declined}
            </Button>
          </>
        ) : null}
        {value === 'agreed' || value === 'declined' ? (
          <Button small={true} look="quiet" about={person.name} onClick={() => void set('asked')}>
            {w.askAgain}
          </Button>
        ) : null}
      </span>
      <Dialog
        open={writing}
        onOpenChange={setWriting}
        title={<Words>{w.askTitle({ who: person.name })}</Words>}
        description={w.askHow}
      >
        {writing ? (
          <AskFields
            introduction={introduction}
            side={side}
            person={person}
            other={side === 'A' ? b : a}
            onAsked={async (note) => {
              if ((await set('asked', note)) !== null) setWriting(false);
            }}
            onCancel={() => setWriting(false)}
          />
        ) : null}
      </Dialog>
    </div>
  );
}

/** The note to one side, from their view, in words that the user changes at will. */
function AskFields({
  introduction,
  side,
  person,
  other,
  onAsked,
  onCancel,
}: {
  introduction: Introduction;
  side: Side;
  person: PersonName;
  other: PersonName;
  onAsked: (note: string) => void;
  onCancel: () => void;
}) {
  const { t } = useLocale();
  const w = t.planner.introductions;
  const written = introduction[`note${side}`];
  const [note, setNote] = useState(
    written ??
      w.noteByReason({
        to: plain(person.name),
        other: plain(other.name),
        house: plain(other.organisation ?? ''),
        reason: plain(introduction.reason),
      }),
  );
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        onAsked(note);
      }}
    >
      <Draft
        label={w.note}
        to={person.address ? [person.address] : []}
        subject={w.noteSubject}
        text={note}
        onChange={setNote}
      />
      <FormFoot onCancel={onCancel} save={w.haveAsked} />
    </form>
  );
}

/** The one note that goes to both: there only when both have agreed. */
function MakeFields({ row: { introduction, a, b }, onDone }: { row: IntroductionRow; onDone: () => void }) {
  const { t } = useLocale();
  const w = t.planner.introductions;
  const services = useServices();
  const run = useAct();
  const [note, setNote] = useState(
    w.noteToBoth({
      a: plain(a.name),
      b: plain(b.name),
      houseA: plain(a.organisation ?? ''),
      houseB: plain(b.organisation ?? ''),
      reason: plain(introduction.reason),
    }),
  );
  const to = a.address && b.address ? [a.address, b.address] : [];
  return (
    <form
      className="form"
      onSubmit={async (event) => {
        event.preventDefault();
        const done = await run(services.saveIntroduction({ ...draftOf(introduction), state: 'done' }), w.made);
        if (done !== null) onDone();
      }}
    >
      <Draft
        label={w.note}
        to={to}
        subject={w.bothSubject({ a: plain(a.name), b: plain(b.name) })}
        text={note}
        onChange={setNote}
      />
      <FormFoot onCancel={onDone} save={w.introduce} />
    </form>
  );
}

function OutcomeFields({ introduction, onDone }: { introduction: Introduction; onDone: () => void }) {
  const { t } = useLocale();
  const w = t.planner.introductions;
  const services = useServices();
  const run = useAct();
  const [outcome, setOutcome] = useState(introduction.outcome ?? '');
  return (
    <form
      className="form"
      onSubmit={async (event) => {
        event.preventDefault();
        const draft = { ...draftOf(introduction), outcome: orNull(outcome) };
        if ((await run(services.saveIntroduction(draft), w.outcomeSaved)) !== null) onDone();
      }}
    >
      <TextField label={w.outcome} lines={true} focused={true} value={outcome} onChange={setOutcome} />
      <FormFoot onCancel={onDone} />
    </form>
  );
}
