import { useEffect, useState } from 'react';
import type { TipChoice } from '../../../records/brief.ts';
import type { PersonName, TipRow } from '../../../records/planner.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Name, Words } from '../../parts/words.tsx';
import { PersonPicker } from '../person-picker.tsx';
import { hrefOf } from '../route.ts';
import { Loaded, ProblemNotice } from '../screen.tsx';
import type { ShownProblem } from '../services.ts';
import { shownProblem, useServices, useWatched } from '../services-context.tsx';
import { SharePlan } from './share-plan.tsx';
import { Takers } from './takers.tsx';

/** Plans one tip for one person, beginning from the tip: to whom it is worth most, then how and when. */
export function ShareDialog({
  row,
  open,
  onOpenChange,
}: {
  row: TipRow;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const { t } = useLocale();
  const w = t.planner.tips;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={w.shareTitle} description={row.tip.text}>
      {open ? <ChoosePerson row={row} onDone={() => onOpenChange(false)} /> : null}
    </Dialog>
  );
}

function ChoosePerson({ row, onDone }: { row: TipRow; onDone: () => void }) {
  const { t } = useLocale();
  const w = t.planner.tips;
  const names = useWatched('names', null);
  const [chosen, setChosen] = useState<string | null>(row.tip.few.length === 1 ? (row.tip.few[0] ?? null) : null);
  return (
    <Loaded answer={names}>
      {(people) => {
        const person = people.find(({ id }) => id === chosen);
        if (person !== undefined)
          return <Plan row={row} person={person} onOther={() => setChosen(null)} onDone={onDone} />;
        return (
          <div className="form">
            <h3 className="field-label">{w.takers}</h3>
            <Takers tip={row.tip} onChoose={({ person: { id } }) => setChosen(id)} />
            <PersonPicker label={w.somebodyElse} people={people} value={null} onChange={setChosen} />
          </div>
        );
      }}
    </Loaded>
  );
}

/** The plan, once the ranking's reasons and the coming meetings with this person are there. */
function Plan({
  row,
  person,
  onOther,
  onDone,
}: {
  row: TipRow;
  person: PersonName;
  onOther?: () => void;
  onDone: () => void;
}) {
  const takers = useWatched('takers', row.tip.id);
  const meetings = useWatched('meetingsWith', person.id);
  return (
    <Loaded answer={takers}>
      {(found) => (
        <Loaded answer={meetings}>
          {(ahead) => (
            <SharePlan
              row={row}
              person={person}
              because={found.find((taker) => taker.person.id === person.id)?.because ?? []}
              meetings={ahead}
              onOther={onOther}
              onDone={onDone}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

/** Plans one tip for one person, beginning from the person: which tip, then how and when. */
export function GiveDialog({
  person,
  open,
  onOpenChange,
}: {
  person: PersonName;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const { t } = useLocale();
  const w = t.planner.tips;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={<Words>{w.giveTitle({ who: person.name })}</Words>}>
      {open ? <ChooseTip person={person} onDone={() => onOpenChange(false)} /> : null}
    </Dialog>
  );
}

type Offered =
  | { is: 'waiting' }
  | { is: 'there'; tips: readonly TipChoice[] }
  | { is: 'failed'; problem: ShownProblem };

function ChooseTip({ person, onDone }: { person: PersonName; onDone: () => void }) {
  const { t, format } = useLocale();
  const w = t.planner.tips;
  const services = useServices();
  const rows = useWatched('tips', null);
  const [offered, setOffered] = useState<Offered>({ is: 'waiting' });
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    services.tipsFor({ personId: person.id }, null).then(
      (tips) => current && setOffered({ is: 'there', tips }),
      (error: unknown) => current && setOffered({ is: 'failed', problem: shownProblem(error) }),
    );
    return () => {
      current = false;
    };
  }, [services, person.id]);
  if (offered.is === 'failed') return <ProblemNotice problem={offered.problem} />;
  return (
    <Loaded answer={offered.is === 'waiting' ? offered : rows}>
      {() => {
        if (offered.is !== 'there' || rows.is !== 'there') return null;
        const row = rows.value.find(({ tip }) => tip.id === chosen);
        if (row !== undefined)
          return <Plan row={row} person={person} onOther={() => setChosen(null)} onDone={onDone} />;
        if (offered.tips.length === 0)
          return (
            <p className="quiet">
              {w.giveNone}{' '}
              <a href={hrefOf('tips')} onClick={onDone}>
                {w.writeTip}
              </a>
            </p>
          );
        return (
          <ul className="rows" aria-label={w.whichTip}>
            {offered.tips.map((tip) => (
              <li key={tip.id} className="row" data-choice={tip.id} data-allowed={tip.allowed}>
                <div className="row-words">
                  <p>
                    <Name>{tip.line}</Name>
                  </p>
                  <p className="fine">
                    {t.common.reach[tip.reach]}
                    {tip.expiresAt === null ? '' : ` · ${w.until({ at: format.date(tip.expiresAt) })}`}
                    {tip.wentTo.length === 0 ? null : (
                      <>
                        {' · '}
                        <Words>{w.wentTo({ people: format.list(tip.wentTo) })}</Words>
                      </>
                    )}
                  </p>
                </div>
                <Button small={true} about={tip.line} onClick={() => setChosen(tip.id)}>
                  {w.choose}
                </Button>
              </li>
            ))}
          </ul>
        );
      }}
    </Loaded>
  );
}
