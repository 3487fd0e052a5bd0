import { BookOpenText } from 'lucide-react';
import { useState } from 'react';
import type { ReviewWaiting } from '../../../records/planner.ts';
import { Button } from '../../parts/button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Name } from '../../parts/words.tsx';
import { ReviewForm } from './review-form.tsx';

/** Occasions that are over and wait for their review. */
export function WaitingReviews({ waiting }: { waiting: readonly ReviewWaiting[] }) {
  return (
    <ul className="rows">
      {waiting.map((one) => (
        <Waiting key={one.occasionId} waiting={one} />
      ))}
    </ul>
  );
}

function Waiting({ waiting }: { waiting: ReviewWaiting }) {
  const { t, format } = useLocale();
  const [open, setOpen] = useState(false);
  return (
    <li className="row" data-review-waiting={waiting.occasionId}>
      <BookOpenText aria-hidden="true" />
      <div className="row-words">
        <p>
          <Name>{waiting.title ?? t.planner.untitled.meeting}</Name>
        </p>
        <p className="fine">
          {waiting.at === null ? '' : `${format.dateTime(waiting.at)} · `}
          <Name>{format.list(waiting.people.slice(0, 4))}</Name>
          {waiting.people.length > 4 ? ` ${t.planner.andMore({ n: waiting.people.length - 4 })}` : ''}
        </p>
      </div>
      <Button small={true} onClick={() => setOpen(true)}>
        {t.planner.reviews.write}
      </Button>
      <ReviewForm of={waiting} review={null} open={open} onOpenChange={setOpen} />
    </li>
  );
}
