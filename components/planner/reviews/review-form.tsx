import { useState } from 'react';
import type { Review } from '../../../records/review.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { Words } from '../../parts/words.tsx';
import { useServices } from '../services-context.tsx';
import { useAct } from '../use-act.ts';

/** What a review is about, whether it is still to be written or written already. */
export interface Reviewed {
  occasionId: string;
  title: string | null;
  at: number | null;
  people: readonly string[];
}

/** The review of one occasion: four questions, with those who were there named above. */
export function ReviewForm({
  of,
  review,
  open,
  onOpenChange,
}: {
  of: Reviewed;
  review: Review | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const { t, format } = useLocale();
  const w = t.planner.reviews;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={<Words>{w.of({ title: of.title ?? t.planner.untitled.meeting })}</Words>}
      description={
        <Words>
          {of.people.length === 0 ? w.noPeople : w.wasThere({ people: format.list(of.people.slice(0, 12)) })}
        </Words>
      }
    >
      {open ? <Fields of={of} review={review} onDone={() => onOpenChange(false)} /> : null}
    </Dialog>
  );
}

function Fields({ of, review, onDone }: { of: Reviewed; review: Review | null; onDone: () => void }) {
  const { t } = useLocale();
  const w = t.planner.reviews;
  const services = useServices();
  const run = useAct();
  const [given, setGiven] = useState(review?.given ?? '');
  const [asked, setAsked] = useState(review?.asked ?? '');
  const [agreed, setAgreed] = useState(review?.agreed ?? '');
  const [next, setNext] = useState(review?.next ?? '');
  const empty = [given, asked, agreed, next].every((text) => text.trim() === '');
  return (
    <form
      className="form"
      onSubmit={async (event) => {
        event.preventDefault();
        if (empty) return;
        const done = await run(
          services.perform(
            { act: 'write-review', occasionId: of.occasionId, given, asked, agreed, next },
            of.occasionId,
          ),
          w.saved,
        );
        if (done !== null) onDone();
      }}
    >
      <TextField label={w.given} placeholder={w.givenPlaceholder} lines={true} value={given} onChange={setGiven} />
      <TextField label={w.asked} placeholder={w.askedPlaceholder} lines={true} value={asked} onChange={setAsked} />
      <TextField label={w.agreed} placeholder={w.agreedPlaceholder} lines={true} value={agreed} onChange={setAgreed} />
      <TextField label={w.next} placeholder={w.nextPlaceholder} lines={true} value={next} onChange={setNext} />
      <div className="dialog-actions">
        <Button onClick={onDone}>{t.common.cancel}</Button>
        <Button look="main" type="submit" disabled={empty}>
          {t.common.save}
        </Button>
      </div>
    </form>
  );
}
