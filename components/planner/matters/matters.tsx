import { ListPlus } from 'lucide-react';
import { useState } from 'react';
import type { Matter } from '../../../records/matter.ts';
import type { MatterRow } from '../../../records/planner.ts';
import { Blank } from '../../parts/blank.tsx';
import { Button } from '../../parts/button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { asksForNew } from '../route.ts';
import { Loaded, Screen, Section } from '../screen.tsx';
import { useWatched } from '../services-context.tsx';
import '../cards.css';
import { MatterCard } from './matter-card.tsx';
import { MatterForm } from './matter-form.tsx';

const order: readonly Matter['state'][] = ['open', 'done', 'dropped'];

/** Matters: what somebody wants done, taken apart into steps that have a hand and a day. */
export function MattersScreen({ id }: { id: string | null }) {
  const { t } = useLocale();
  const w = t.planner.matters;
  const rows = useWatched('matters', null);
  const [adding, setAdding] = useState(() => asksForNew(location.hash));
  return (
    <Screen
      title={t.planner.nav.matters}
      lead={w.lead}
      aside={
        <Button icon={<ListPlus aria-hidden="true" />} onClick={() => setAdding(true)}>
          {w.add}
        </Button>
      }
    >
      <MatterForm matter={null} open={adding} onOpenChange={setAdding} />
      <Loaded answer={rows}>
        {(all: readonly MatterRow[]) =>
          all.length === 0 ? (
            <Blank title={w.none} actions={<Button onClick={() => setAdding(true)}>{w.add}</Button>}>
              <p>{w.noneHow}</p>
            </Blank>
          ) : (
            order.map((state) => {
              const these = all.filter(({ matter }) => matter.state === state);
              return these.length === 0 ? null : (
                <Section key={state} title={w.group[state]} count={these.length}>
                  <ul className="cards">
                    {these.map((row) => (
                      <MatterCard key={row.matter.id} row={row} pointed={row.matter.id === id} />
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
