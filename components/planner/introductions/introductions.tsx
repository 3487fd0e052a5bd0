import { Handshake, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Consent, Introduction } from '../../../records/introduction.ts';
import type { IntroductionDraft, IntroductionRow } from '../../../records/planner.ts';
import { Blank } from '../../parts/blank.tsx';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { IconButton } from '../../parts/icon-button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { Words } from '../../parts/words.tsx';
import { PersonPicker } from '../person-picker.tsx';
import { hrefOf } from '../route.ts';
import { Loaded, Screen, Section } from '../screen.tsx';
import { useServices, useWatched } from '../services-context.tsx';
import { orNull } from '../text-lists.ts';
import { useAct } from '../use-act.ts';
import { usePointed } from '../use-pointed.ts';
import { stateFromConsents } from './consent.ts';
import '../cards.css';

const order: readonly Introduction['state'][] = ['agreed', 'asked', 'idea', 'done', 'declined'];
const consents: readonly Consent[] = ['not-asked', 'asked', 'agreed', 'declined'];

const draftOf = ({ id, aId, bId, reason, state, consentA, consentB, outcome }: Introduction): IntroductionDraft => ({
  id,
  aId,
  bId,
  reason,
  state,
  consentA,
  consentB,
  outcome,
});

/** Introductions by state: both sides are asked first, each consent is kept. */
export function IntroductionsScreen({ id }: { id: string | null }) {
  const { t } = useLocale();
  const w = t.planner.introductions;
  const rows = useWatched('introductions', null);
  const [adding, setAdding] = useState(false);
  return (
    <Screen
      title={t.planner.nav.introductions}
      lead={w.lead}
      aside={
        <Button icon={<Handshake aria-hidden="true" />} onClick={() => setAdding(true)}>
          {w.add}
        </Button>
      }
    >
      <IntroductionForm introduction={null} open={adding} onOpenChange={setAdding} />
      <Loaded answer={rows}>
        {(all) =>
          all.length === 0 ? (
            <Blank title={w.none} actions={<Button onClick={() => setAdding(true)}>{w.add}</Button>}>
              <p>{w.noneHow}</p>
            </Blank>
          ) : (
            order.map((state) => {
              const these = all.filter(({ introduction }) => introduction.state === state);
              return these.length === 0 ? null : (
                <Section key={state} title={w.group[state]} count={these.length}>
                  <ul className="cards">
                    {these.map((row) => (
                      <IntroductionCard key={row.introduction.id} row={row} pointed={row.introduction.id === id} />
                    ))}
                  </ul>
                </Section>
              );
            })
          )
        }
      </Loaded>
    </Screen>
  );
}

function IntroductionCard({ row: { introduction, a, b }, pointed }: { row: IntroductionRow; pointed: boolean }) {
  const { t, format } = useLocale();
  const w = t.planner.introductions;
  const services = useServices();
  const run = useAct();
  const [editing, setEditing] = useState(false);
  const [finishing, setFinishing] = useState(false);
  const [outcome, setOutcome] = useState(introduction.outcome ?? '');

  const consent = (side: 'consentA' | 'consentB', value: Consent) => {
    const next = { ...draftOf(introduction), [side]: value };
    void run(
      services.saveIntroduction({ ...next, state: stateFromConsents(next.state, next.consentA, next.consentB) }),
      w.consentSaved({ who: side === 'consentA' ? a.name : b.name, consent: w.consent[value] }),
    );
  };
  const finish = async () => {
    const done = await run(
      services.saveIntroduction({ ...draftOf(introduction), state: 'done', outcome: orNull(outcome) }),
      w.made,
    );
    if (done !== null) setFinishing(false);
  };
  const closed = introduction.state === 'done' || introduction.state === 'declined';
  return (
    <li ref={usePointed(pointed)} className="card" data-introduction={introduction.id} data-state={introduction.state}>
      <div className="card-head">
        <h3>
          <a href={hrefOf('people', a.id)}>
            <bdi>{a.name}</bdi>
          </a>{' '}
          <span aria-hidden="true">↔</span>
          <span className="unseen">{w.and}</span>{' '}
          <a href={hrefOf('people', b.id)}>
            <bdi>{b.name}</bdi>
          </a>
        </h3>
      </div>
      <p className="card-text" dir="auto">
        {introduction.reason}
      </p>
      {introduction.outcome === null ? null : (
        <p className="quiet" dir="auto">
          {introduction.outcome}
        </p>
      )}
      {closed ? (
        <p className="fine">{format.date(introduction.madeAt ?? introduction.updatedAt)}</p>
      ) : (
        <div className="form-pair">
          {(
            [
              ['consentA', a],
              ['consentB', b],
            ] as const
          ).map(([side, person]) => (
            <Choice
              key={side}
              label={w.consentOf({ who: person.name })}
              value={introduction[side]}
              onChange={(value) => consent(side, value)}
              items={consents.map((value) => ({ value, label: w.consent[value] }))}
            />
          ))}
        </div>
      )}
      <div className="card-acts">
        {introduction.state === 'agreed' ? (
          <Button look="main" small={true} onClick={() => setFinishing(true)}>
            {w.introduce}
          </Button>
        ) : null}
        {introduction.state === 'done' ? (
          <Button small={true} onClick={() => setFinishing(true)}>
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
        open={finishing}
        onOpenChange={setFinishing}
        title={<Words>{w.madeTitle({ a: a.name, b: b.name })}</Words>}
        actions={
          <>
            <Button onClick={() => setFinishing(false)}>{t.common.cancel}</Button>
            <Button look="main" onClick={() => void finish()}>
              {t.common.save}
            </Button>
          </>
        }
      >
        <TextField label={w.outcome} note={w.outcomeNote} lines={true} value={outcome} onChange={setOutcome} />
      </Dialog>
    </li>
  );
}

function IntroductionForm({
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
    const before = introduction === null ? null : draftOf(introduction);
    const done = await run(
      services.saveIntroduction({
        id: before?.id ?? null,
        aId,
        bId,
        reason: reason.trim(),
        state: before?.state ?? 'idea',
        consentA: before?.consentA ?? 'not-asked',
        consentB: before?.consentB ?? 'not-asked',
        outcome: before?.outcome ?? null,
      }),
      w.saved,
    );
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
          <TextField
            label={w.reason}
            note={w.reasonNote}
            lines={true}
            value={reason}
            onChange={setReason}
            error={tried && reason.trim() === '' ? w.reasonMissing : null}
          />
          <div className="dialog-actions">
            <Button onClick={onDone}>{t.common.cancel}</Button>
            <Button look="main" type="submit">
              {t.common.save}
            </Button>
          </div>
        </form>
      )}
    </Loaded>
  );
}
