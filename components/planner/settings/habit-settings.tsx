import type { HabitRow } from '../../../records/habit.ts';
import type { Settings } from '../../../records/settings.ts';
import { Button } from '../../parts/button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { Loaded, Section } from '../screen.tsx';
import { useServices, useWatched } from '../services-context.tsx';
import { useAct } from '../use-act.ts';

/** What was learned from what the user did about prompts: to be looked at, switched off and forgotten. */
export function HabitSettings({ settings }: { settings: Settings }) {
  const { t } = useLocale();
  const w = t.settings;
  const services = useServices();
  const run = useAct();
  const learned = useWatched('learned', null);
  const { on, since } = settings.habit ?? { on: true, since: 0 };
  return (
    <Section title={w.habit}>
      <Toggle
        label={w.habitLearn}
        note={w.habitNote}
        on={on}
        onChange={(next) =>
          void run(services.saveSettings({ habit: { on: next, since } }), next ? w.habitOn : w.habitOff)
        }
      />
      {on && (
        <Loaded answer={learned}>
          {(rows) =>
            rows.length === 0 ? (
              <p className="fine">{w.habitNothing}</p>
            ) : (
              <>
                <Learned rows={rows} />
                <div className="buttons">
                  <Button
                    onClick={() =>
                      void run(services.saveSettings({ habit: { on, since: services.now() } }), w.habitForgotten)
                    }
                  >
                    {w.habitForget}
                  </Button>
                </div>
              </>
            )
          }
        </Loaded>
      )}
    </Section>
  );
}

/** From here on a prompt stands visibly higher or lower. */
const felt = 0.03;

function Learned({ rows }: { rows: readonly HabitRow[] }) {
  const { t } = useLocale();
  const w = t.settings;
  const effect = (pull: number) => (pull > 1 + felt ? w.habitUp : pull < 1 - felt ? w.habitDown : w.habitSame);
  return (
    <table className="learned">
      <caption className="fine">{w.habitTable}</caption>
      <thead>
        <tr>
          <th scope="col">{w.habitWay}</th>
          <th scope="col">{w.habitTaken}</th>
          <th scope="col">{w.habitRefused}</th>
          <th scope="col">{w.habitLedTo}</th>
          <th scope="col">{w.habitEffect}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ way, taken, refused, ledTo, pull }) => (
          <tr key={way} data-way={way}>
            <th scope="row">{w.way[way]}</th>
            <td>{taken}</td>
            <td>{refused}</td>
            <td>{ledTo}</td>
            <td>{effect(pull)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
