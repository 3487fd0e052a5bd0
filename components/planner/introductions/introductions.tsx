import { Handshake } from 'lucide-react';
import { useState } from 'react';
import type { Introduction } from '../../../records/introduction.ts';
import { Blank } from '../../parts/blank.tsx';
import { Button } from '../../parts/button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { asksForNew } from '../route.ts';
import { Loaded, Screen, Section } from '../screen.tsx';
import { useWatched } from '../services-context.tsx';
import '../cards.css';
import './introductions.css';
import { Ideas } from './ideas.tsx';
import { IntroductionCard } from './introduction-card.tsx';
import { IntroductionForm } from './introduction-form.tsx';

const order: readonly Introduction['state'][] = ['agreed', 'asked', 'idea', 'done', 'declined'];

/** Introductions: begun ones by state, both sides asked first; then ideas from the needs and offers of everybody. */
export function IntroductionsScreen({ id }: { id: string | null }) {
  const { t } = useLocale();
  const w = t.planner.introductions;
  const rows = useWatched('introductions', null);
  const ideas = useWatched('introductionIdeas', null);
  const [adding, setAdding] = useState(() => asksForNew(location.hash));
  const nothing = rows.is === 'there' && rows.value.length === 0 && ideas.is === 'there' && ideas.value.length === 0;
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
      {nothing ? (
        <Blank title={w.none} actions={<Button onClick={() => setAdding(true)}>{w.add}</Button>}>
          <p>{w.noneHow}</p>
        </Blank>
      ) : (
        <>
          <Loaded answer={rows}>
            {(all) =>
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
            }
          </Loaded>
          <Loaded answer={ideas}>{(all) => <Ideas ideas={all} />}</Loaded>
        </>
      )}
    </Screen>
  );
}
