import { BookOpenText } from 'lucide-react';
import { useState } from 'react';
import { promptKey } from '../../../prompts/prompt-key.ts';
import type { ReviewWaiting } from '../../../records/planner.ts';
import { Button } from '../../parts/button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Name } from '../../parts/words.tsx';
import { useServices } from '../services-context.tsx';
import { useAct } from '../use-act.ts';
import { ReviewForm } from './review-form.tsx';

/** Occasions that are over and wait for their review. */
export function WaitingReviews({
  waiting,
  open = null,
}: {
  waiting: readonly ReviewWaiting[];
  /** The occasion whose review is opened at once. */
  open?: string | null;
}) {
  return (
    <ul className="rows">
      {waiting.map((one) => (
        <Waiting key={one.occasionId} waiting={one} openAtFirst={one.occasionId === open} />
      ))}
    </ul>
  );
}

function Waiting({ waiting, openAtFirst }: { waiting: ReviewWaiting; openAtFirst: boolean }) {
  const { t, format } = useLocale();
  const [open, setOpen] = useState(openAtFirst);
  const services = useServices();
  const run = useAct();
  const title = waiting.title ?? t.planner.untitled.meeting;
  return (
    <li className="row" data-review-waiting={waiting.occasionId}>
      <BookOpenText aria-hidden="true" />
      <div className="row-words">
        <p>
          <Name>{title}</Name>
        </p>
        <p className="fine">
          {waiting.at === null ? '' : `${format.dateTime(waiting.at)} · `}
          <Name>{format.list(waiting.people.slice(0, 4))}</Name>
          {waiting.people.length > 4 ? ` ${t.planner.andMore({ n: waiting.people.length - 4 })}` : ''}
        </p>
      </div>
      <span className="row-acts">
        <Button small={true} about={title} onClick={() => setOpen(true)}>
          {t.planner.reviews.write}
        </Button>
        <Button
          small={true}
          look="quiet"
          about={title}
          onClick={() =>
            void run(
              services.perform({
                act: 'decide',
                promptKey: promptKey.review(waiting.occasionId),
                decision: 'never',
                until: null,
              }),
              t.planner.reviews.notThisSaid,
            )
          }
        >
          {t.planner.reviews.notThis}
        </Button>
      </span>
      <ReviewForm of={waiting} review={null} open={open} onOpenChange={setOpen} />
    </li>
  );
}
