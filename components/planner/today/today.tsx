import { Printer } from 'lucide-react';
import type { TodayView } from '../../../records/planner.ts';
import { Blank } from '../../parts/blank.tsx';
import { Button } from '../../parts/button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { WaitingReviews } from '../reviews/waiting.tsx';
import { hrefOf } from '../route.ts';
import { Loaded, Screen, Section } from '../screen.tsx';
import { useServices, useWatched } from '../services-context.tsx';
import { DueList } from './due-list.tsx';
import { OccasionList } from './occasion-list.tsx';
import { OneOccasion, PasteSection } from './paste-section.tsx';
import { PrintedDays } from './printed-days.tsx';

/** The first screen: occasions ahead and lately seen with their prompts, what is due, and what wants a review. */
export function TodayScreen({ id }: { id: string | null }) {
  const { t, format } = useLocale();
  const now = useServices().now();
  const today = useWatched('today', null);
  return (
    <Screen title={t.planner.nav.today} lead={format.day(now)}>
      {id === null ? <PasteSection /> : <OneOccasion id={id} />}
      <Loaded answer={today}>{(view) => <Day view={view} />}</Loaded>
    </Screen>
  );
}

function Day({ view: { ahead, seen, due, toReview } }: { view: TodayView }) {
  const { t } = useLocale();
  const w = t.planner.today;
  if (ahead.length + seen.length + due.length + toReview.length === 0)
    return (
      <Blank
        title={w.none}
        actions={
          <>
            <a className="button button-main" href={hrefOf('import')}>
              {w.importSome}
            </a>
            <a className="button" href={hrefOf('tips')}>
              {w.firstTip}
            </a>
          </>
        }
      >
        <p>{w.noneHow}</p>
      </Blank>
    );
  return (
    <>
      <PrintedDays briefs={ahead} />
      <div className={ahead.length + seen.length === 0 ? 'today today-plain' : 'today'}>
        <div>
          <Section
            title={w.ahead}
            count={ahead.length}
            aside={
              ahead.length === 0 ? undefined : (
                <Button small={true} look="quiet" icon={<Printer aria-hidden="true" />} onClick={() => print()}>
                  {w.print}
                </Button>
              )
            }
          >
            {ahead.length === 0 ? <p className="quiet">{w.aheadNone}</p> : <OccasionList briefs={ahead} />}
          </Section>
          {seen.length === 0 ? null : (
            <Section title={w.seen} count={seen.length}>
              <OccasionList briefs={seen} />
            </Section>
          )}
        </div>
        <div>
          <Section title={w.due} count={due.length}>
            {due.length === 0 ? <p className="quiet">{w.dueNone}</p> : <DueList due={due} />}
          </Section>
          <p>
            <a href={hrefOf('practice')}>{t.planner.practice.link}</a>
          </p>
          {toReview.length === 0 ? null : (
            <Section title={w.toReview} count={toReview.length}>
              <WaitingReviews waiting={toReview} />
            </Section>
          )}
        </div>
      </div>
    </>
  );
}
