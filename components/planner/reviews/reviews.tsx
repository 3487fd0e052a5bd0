import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ReviewsView } from '../../../records/planner.ts';
import { Blank } from '../../parts/blank.tsx';
import { IconButton } from '../../parts/icon-button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Name, Words } from '../../parts/words.tsx';
import '../cards.css';
import { Loaded, Screen, Section } from '../screen.tsx';
import { useServices, useWatched } from '../services-context.tsx';
import { useAct } from '../use-act.ts';
import { ReviewForm } from './review-form.tsx';
import { WaitingReviews } from './waiting.tsx';

/** Reviews: those still to be written, and those written. */
export function ReviewsScreen({ id }: { id: string | null }) {
  const { t } = useLocale();
  const w = t.planner.reviews;
  const reviews = useWatched('reviews', null);
  return (
    <Screen title={t.planner.nav.reviews} lead={w.lead}>
      <Loaded answer={reviews}>
        {({ waiting, written }) =>
          waiting.length === 0 && written.length === 0 ? (
            <Blank title={w.none}>
              <p>{w.noneHow}</p>
            </Blank>
          ) : (
            <>
              {waiting.length === 0 ? null : (
                <Section title={w.waiting} count={waiting.length}>
                  <WaitingReviews waiting={waiting} open={id} />
                </Section>
              )}
              {written.length === 0 ? null : (
                <Section title={w.written} count={written.length}>
                  <ul className="cards">
                    {written.map((one) => (
                      <WrittenReview key={one.review.id} written={one} />
                    ))}
                  </ul>
                </Section>
              )}
            </>
          )
        }
      </Loaded>
    </Screen>
  );
}

function WrittenReview({ written }: { written: ReviewsView['written'][number] }) {
  const { review, title, at, people } = written;
  const { t, format } = useLocale();
  const w = t.planner.reviews;
  const services = useServices();
  const run = useAct();
  const [editing, setEditing] = useState(false);
  const parts = [
    { label: w.given, text: review.given },
    { label: w.asked, text: review.asked },
    { label: w.agreed, text: review.agreed },
    { label: w.next, text: review.next },
  ].filter((part) => part.text.trim() !== '');
  return (
    <li className="card" data-review={review.id}>
      <div className="card-head">
        <h3>
          <Name>{title ?? t.planner.untitled.meeting}</Name>
        </h3>
        <span className="fine">{format.date(at ?? review.writtenAt)}</span>
      </div>
      {people.length === 0 ? null : (
        <p className="fine">
          <Words>{w.wasThere({ people: format.list(people.slice(0, 12)) })}</Words>
        </p>
      )}
      <dl className="facts">
        {parts.map((part) => (
          <div key={part.label}>
            <dt>{part.label}</dt>
            <dd className="card-text" dir="auto">
              {part.text}
            </dd>
          </div>
        ))}
      </dl>
      <div className="card-acts">
        <IconButton small={true} label={w.edit} icon={<Pencil aria-hidden="true" />} onClick={() => setEditing(true)} />
        <IconButton
          small={true}
          label={w.remove}
          icon={<Trash2 aria-hidden="true" />}
          onClick={() => void run(services.remove('reviews', review.id), w.removed)}
        />
      </div>
      <ReviewForm
        of={{ occasionId: review.occasionId, title, at, people }}
        review={review}
        open={editing}
        onOpenChange={setEditing}
      />
    </li>
  );
}
