import { useEffect, useState } from 'react';
import { plain } from '../../../locales/isolate.ts';
import type { Step } from '../../../records/matter.ts';
import type { Helper, MatterRow } from '../../../records/planner.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Words } from '../../parts/words.tsx';
import { Draft } from '../draft.tsx';
import { FormFoot } from '../form-foot.tsx';
import { PersonPicker } from '../person-picker.tsx';
import { hrefOf } from '../route.ts';
import { Loaded, ProblemNotice } from '../screen.tsx';
import type { ShownProblem } from '../services.ts';
import { shownProblem, useServices, useWatched } from '../services-context.tsx';
import { useAct } from '../use-act.ts';

/** Who could do this step, out of everybody kept, each with the reason; and the request to one of them. */
export function HelpersDialog({
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
    <Dialog open={open} onOpenChange={onOpenChange} title={w.whoCouldTitle} description={step.title}>
      {open ? <Helpers row={row} step={step} onDone={() => onOpenChange(false)} /> : null}
    </Dialog>
  );
}

type Found = { is: 'waiting' } | { is: 'there'; helpers: readonly Helper[] } | { is: 'failed'; problem: ShownProblem };

function Helpers({ row, step, onDone }: { row: MatterRow; step: Step; onDone: () => void }) {
  const { t, format } = useLocale();
  const w = t.planner.matters;
  const services = useServices();
  const names = useWatched('names', null);
  const [found, setFound] = useState<Found>({ is: 'waiting' });
  const [chosen, setChosen] = useState<string | null>(null);
  const { matter } = row;
  useEffect(() => {
    let current = true;
    services.whoCould(`${step.title} ${matter.title}`).then(
      (helpers) => current && setFound({ is: 'there', helpers }),
      (error: unknown) => current && setFound({ is: 'failed', problem: shownProblem(error) }),
    );
    return () => {
      current = false;
    };
  }, [services, step.title, matter.title]);
  if (found.is === 'waiting') return <p className="quiet loading">{t.common.loading}</p>;
  if (found.is === 'failed') return <ProblemNotice problem={found.problem} />;
  const helpers = found.helpers.filter(({ person }) => person.id !== matter.owner);
  if (chosen !== null) {
    const known = names.is === 'there' ? names.value.find(({ id }) => id === chosen) : undefined;
    const person = helpers.find((one) => one.person.id === chosen)?.person ?? known;
    return person === undefined ? null : (
      <AskFields row={row} step={step} person={person} onCancel={() => setChosen(null)} onDone={onDone} />
    );
  }
  return (
    <div className="form">
      {helpers.length === 0 ? <p className="quiet">{w.nobodyCould}</p> : null}
      <ul className="rows">
        {helpers.map(({ person, by, agreed, declined }) => (
          <li key={person.id} className="row" data-helper={person.id}>
            <div className="row-words">
              <p>
                <a href={hrefOf('people', person.id)}>
                  <bdi>{person.name}</bdi>
                </a>{' '}
                {person.organisation === null ? null : (
                  <span className="fine">
                    <bdi>{person.organisation}</bdi>
                  </span>
                )}
              </p>
              <p className="fine">
                <Words>{w.because[by.kind]({ text: by.text })}</Words>
                {agreed === null ? null : (
                  <>
                    {' '}
                    <Words>{w.becauseAgreed({ about: agreed.about, at: format.when(agreed.at) })}</Words>
                  </>
                )}
                {declined ? ` ${w.declinedLately}` : ''}
              </p>
            </div>
            <Button small={true} about={person.name} onClick={() => setChosen(person.id)}>
              {w.askThem}
            </Button>
          </li>
        ))}
      </ul>
      <Loaded answer={names}>
        {(people) => (
          <PersonPicker
            label={w.somebodyElse}
            people={people}
            value={null}
            except={[matter.owner]}
            onChange={setChosen}
          />
        )}
      </Loaded>
    </div>
  );
}

/** The request to one person, in the user's words; copied or opened as a draft, and written down as asked. */
function AskFields({
  row,
  step,
  person,
  onCancel,
  onDone,
}: {
  row: MatterRow;
  step: Step;
  person: Helper['person'];
  onCancel: () => void;
  onDone: () => void;
}) {
  const { t } = useLocale();
  const w = t.planner.matters;
  const services = useServices();
  const run = useAct();
  const [words, setWords] = useState(
    w.askWords({ to: plain(person.name), step: plain(step.title), matter: plain(row.matter.title) }),
  );
  return (
    <form
      className="form"
      onSubmit={async (event) => {
        event.preventDefault();
        const done = await run(
          services.askForStep(row.matter.id, step.id, person.id),
          w.askedSaid({ who: person.name }),
        );
        if (done !== null) onDone();
      }}
    >
      <Draft
        label={w.askLabel({ who: plain(person.name) })}
        to={person.address ? [person.address] : []}
        subject={step.title}
        text={words}
        onChange={setWords}
      />
      <FormFoot onCancel={onCancel} save={w.haveAsked} />
    </form>
  );
}
