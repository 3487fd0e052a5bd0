import type { ImportPlan } from '../../../records/planner.ts';
import { useLocale } from '../../parts/locale-context.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { Words } from '../../parts/words.tsx';
import { useImportJob } from './import-job.tsx';

/** Of mail: which addresses are the user's own, to be confirmed, and whether subjects are kept. */
export function OwnAddresses({ plan }: { plan: ImportPlan }) {
  const { t } = useLocale();
  const w = t.importing;
  const job = useImportJob();
  const { state } = job;
  if (plan.own === null || state.is !== 'planned') return null;
  const { own, subjects } = state.choices;
  const guesses = plan.own;
  const isOn = (key: string) => own === null || own.includes(key);
  const set = (key: string, on: boolean) =>
    job.rechoose({
      own: guesses.map((guess) => guess.key).filter((one) => (one === key ? on : isOn(one))),
    });
  return (
    <fieldset className="import-questions">
      <legend>{w.ownTitle}</legend>
      <p className="fine">{guesses.length === 0 ? w.ownKnown : w.ownHow}</p>
      {guesses.map(({ address, key, messages }) => (
        <Toggle
          key={key}
          label={address}
          note={w.inMails({ n: messages })}
          on={isOn(key)}
          onChange={(on) => set(key, on)}
        />
      ))}
      <Toggle
        label={w.subjects}
        note={w.subjectsNote}
        on={subjects}
        onChange={(on) => job.rechoose({ subjects: on })}
      />
    </fieldset>
  );
}

/** What a newer file of the same source says otherwise, line by line. */
export function Changes({ plan }: { plan: ImportPlan }) {
  const { t } = useLocale();
  const w = t.importing;
  const job = useImportJob();
  const { state } = job;
  if (plan.changes.length === 0 || state.is !== 'planned') return null;
  const { refused } = state.choices;
  return (
    <fieldset className="import-questions">
      <legend>{w.changesTitle({ n: plan.changes.length })}</legend>
      <p className="fine">{w.changesHow}</p>
      <ul className="planned-changes">
        {plan.changes.map(({ id, person, field, before, after }) => (
          <li key={id} data-change={id}>
            <label>
              <input
                type="checkbox"
                checked={!refused.includes(id)}
                onChange={(event) =>
                  job.rechoose({
                    refused: event.currentTarget.checked ? refused.filter((one) => one !== id) : [...refused, id],
                  })
                }
              />{' '}
              <span>
                <Words>{w.change({ person, field: w.field[field] ?? field, before, after })}</Words>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
