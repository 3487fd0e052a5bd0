import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Matter, Step } from '../../../records/matter.ts';
import type { PersonName } from '../../../records/planner.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { IconButton } from '../../parts/icon-button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Options } from '../../parts/options.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { FormFoot } from '../form-foot.tsx';
import { PersonPicker } from '../person-picker.tsx';
import { Loaded } from '../screen.tsx';
import { useServices, useWatched } from '../services-context.tsx';
import { dateValue, endOfDateValue, orNull } from '../text-lists.ts';
import { useAct } from '../use-act.ts';
import { type MatterKind, matterKinds, templateHands } from './templates.ts';

type Whose = 'me' | 'nobody' | 'other';

/** A step while it is typed. `key` names its row on the screen; `id` is null for a new one. */
interface TypedStep {
  key: number;
  id: string | null;
  title: string;
  whose: Whose;
  person: string | null;
  due: string;
  state: Step['state'];
  small: boolean;
  doneAt: number | null;
  cooperationId: string | null;
  /** Whom that request went to. */
  asked: string | null;
}

const typed = (step: Step, key: number): TypedStep => ({
  key,
  id: step.id,
  title: step.title,
  whose: step.who === null ? 'nobody' : step.who === 'me' ? 'me' : 'other',
  person: step.who === null || step.who === 'me' ? null : step.who,
  due: dateValue(step.dueAt),
  state: step.state,
  small: step.small === true,
  doneAt: step.doneAt ?? null,
  cooperationId: step.cooperationId ?? null,
  asked: step.who === 'me' ? null : step.who,
});

/** All fields of one matter and its steps. */
export function MatterForm({
  matter,
  open,
  onOpenChange,
}: {
  matter: Matter | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const { t } = useLocale();
  const w = t.planner.matters;
  const names = useWatched('names', null);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={matter === null ? w.add : w.edit}
      description={matter === null ? w.addHow : undefined}
    >
      {open ? (
        <Loaded answer={names}>
          {(people) => <Fields matter={matter} people={people} onDone={() => onOpenChange(false)} />}
        </Loaded>
      ) : null}
    </Dialog>
  );
}

function Fields({
  matter,
  people,
  onDone,
}: {
  matter: Matter | null;
  people: readonly PersonName[];
  onDone: () => void;
}) {
  const { t } = useLocale();
  const w = t.planner.matters;
  const services = useServices();
  const run = useAct();
  const [title, setTitle] = useState(matter?.title ?? '');
  const [mine, setMine] = useState(matter === null || matter.owner === 'me');
  const [owner, setOwner] = useState(matter === null || matter.owner === 'me' ? null : matter.owner);
  const [steps, setSteps] = useState<TypedStep[]>(matter?.steps.map(typed) ?? []);
  const [nextKey, setNextKey] = useState(matter?.steps.length ?? 0);
  const [outcome, setOutcome] = useState(matter?.outcome ?? '');
  const [tried, setTried] = useState(false);

  const change = (key: number, part: Partial<TypedStep>) =>
    setSteps(steps.map((step) => (step.key === key ? { ...step, ...part } : step)));
  const addStep = () => {
    setSteps([
      ...steps,
      {
        key: nextKey,
        id: null,
        title: '',
        whose: 'me',
        person: null,
        due: '',
        state: 'open',
        small: false,
        doneAt: null,
        cooperationId: null,
        asked: null,
      },
    ]);
    setNextKey(nextKey + 1);
  };
  /** The steps of a common kind in place of empty ones; a step with words stays. */
  const fill = (kind: MatterKind) => {
    const words = w.templates[kind];
    const rows = templateHands[kind].map((hand, n): TypedStep => {
      const ownersStep = hand === 'owner' && !mine && owner !== null;
      return {
        key: nextKey + n,
        id: null,
        title: words.steps[n] ?? '',
        whose: hand === 'find' || (hand === 'owner' && !ownersStep) ? 'nobody' : ownersStep ? 'other' : 'me',
        person: ownersStep ? owner : null,
        due: '',
        state: 'open',
        small: hand === 'small',
        doneAt: null,
        cooperationId: null,
        asked: null,
      };
    });
    setSteps([...steps.filter((step) => step.title.trim() !== ''), ...rows]);
    setNextKey(nextKey + rows.length);
    if (title.trim() === '') setTitle(words.title);
  };
  const ownerMissing = !mine && owner === null;
  const save = async () => {
    setTried(true);
    if (title.trim() === '' || ownerMissing) return;
    const done = await run(
      services.saveMatter({
        id: matter?.id ?? null,
        title: title.trim(),
        owner: mine ? 'me' : (owner ?? 'me'),
        state: matter?.state ?? 'open',
        outcome: orNull(outcome),
        steps: steps
          .filter((step) => step.title.trim() !== '')
          .map((step) => ({
            id: step.id,
            title: step.title.trim(),
            who: step.whose === 'me' ? 'me' : step.whose === 'other' ? step.person : null,
            state: step.state,
            dueAt: endOfDateValue(step.due),
            small: step.small && step.whose === 'me',
            doneAt: step.doneAt,
            // Another's hand was not asked by that request.
            cooperationId: step.whose === 'other' && step.person === step.asked ? step.cooperationId : null,
          })),
      }),
      w.saved,
    );
    if (done !== null) onDone();
  };

  return (
    <form
      className="form"
      noValidate={true}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={w.title}
        value={title}
        onChange={setTitle}
        placeholder={w.titlePlaceholder}
        error={tried && title.trim() === '' ? w.titleMissing : null}
      />
      <Options
        label={w.whose}
        value={mine ? 'me' : 'other'}
        onChange={(value) => setMine(value === 'me')}
        items={[
          { value: 'other', label: w.somebodys },
          { value: 'me', label: w.mine },
        ]}
      />
      {mine ? null : <PersonPicker label={w.owner} people={people} value={owner} onChange={setOwner} />}
      {tried && ownerMissing ? <p className="field-error">{w.ownerMissing}</p> : null}
      <fieldset className="form step-fields">
        <legend className="field-label">{w.steps}</legend>
        {matter === null ? (
          <fieldset className="template-list">
            <legend className="fine">{w.templateHow}</legend>
            <div className="row-acts">
              {matterKinds.map((kind) => (
                <Button key={kind} small={true} onClick={() => fill(kind)}>
                  {w.templates[kind].name}
                </Button>
              ))}
            </div>
          </fieldset>
        ) : null}
        {steps.map((step, index) => (
          <div key={step.key} className="form">
            <div className="step-edit">
              <TextField
                label={w.stepTitle({ n: index + 1 })}
                value={step.title}
                onChange={(next) => change(step.key, { title: next })}
              />
              <Choice
                label={w.stepWho}
                value={step.whose}
                onChange={(whose: Whose) => change(step.key, { whose })}
                items={[
                  { value: 'me', label: w.me },
                  { value: 'nobody', label: w.nobody },
                  { value: 'other', label: w.somebody },
                ]}
              />
              <TextField label={w.stepDue} type="date" value={step.due} onChange={(due) => change(step.key, { due })} />
              <IconButton
                label={w.stepRemove({ n: index + 1 })}
                icon={<X aria-hidden="true" />}
                onClick={() => setSteps(steps.filter((one) => one.key !== step.key))}
              />
            </div>
            {step.whose === 'me' ? (
              <Toggle label={w.smallLabel} on={step.small} onChange={(small) => change(step.key, { small })} />
            ) : null}
            {step.whose === 'other' ? (
              <PersonPicker
                label={w.stepPerson({ n: index + 1 })}
                people={people}
                value={step.person}
                onChange={(person) => change(step.key, { person })}
              />
            ) : null}
          </div>
        ))}
        <Button small={true} icon={<Plus aria-hidden="true" />} onClick={addStep}>
          {w.stepAdd}
        </Button>
      </fieldset>
      {matter === null ? null : (
        <TextField label={w.outcome} note={t.common.optional} lines={true} value={outcome} onChange={setOutcome} />
      )}
      <FormFoot onCancel={onDone} />
    </form>
  );
}
