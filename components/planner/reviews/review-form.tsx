import { useState } from 'react';
import { plain } from '../../../locales/isolate.ts';
import type { ReviewPage } from '../../../records/planner.ts';
import type { Review } from '../../../records/review.ts';
import { promptHeadline } from '../../panel/reason-words.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { Words } from '../../parts/words.tsx';
import { FormFoot } from '../form-foot.tsx';
import { Loaded } from '../screen.tsx';
import { useServices, useWatched } from '../services-context.tsx';
import { useAct } from '../use-act.ts';
import { RequestRows, type TypedRequest } from './request-rows.tsx';

/** What a review is about, whether it is still to be written or written already. */
export interface Reviewed {
  occasionId: string;
  title: string | null;
  at: number | null;
  people: readonly string[];
}

/** The review of one occasion: what was planned and prompted to be ticked off, four lines, and the requests that were made. */
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
      {open ? <Prefilled of={of} review={review} onDone={() => onOpenChange(false)} /> : null}
    </Dialog>
  );
}

function Prefilled({ of, review, onDone }: { of: Reviewed; review: Review | null; onDone: () => void }) {
  const page = useWatched('reviewPage', of.occasionId);
  return (
    <Loaded answer={page}>
      {(found) => (
        <Fields of={of} review={review} page={found ?? { people: [], shares: [], prompts: [] }} onDone={onDone} />
      )}
    </Loaded>
  );
}

/** The line that a ticked share leaves in what was given; taken out again where it is still as it was put in. */
const withLine = (text: string, line: string, on: boolean): string => {
  const lines = text.split('\n').filter((one) => one.trim() !== '' && one !== line);
  return (on ? [...lines, line] : lines).join('\n');
};

function Fields({
  of,
  review,
  page,
  onDone,
}: {
  of: Reviewed;
  review: Review | null;
  page: ReviewPage;
  onDone: () => void;
}) {
  const locale = useLocale();
  const { t } = locale;
  const w = t.planner.reviews;
  const services = useServices();
  const run = useAct();
  const [given, setGiven] = useState(review?.given ?? '');
  const [asked, setAsked] = useState(review?.asked ?? '');
  const [agreed, setAgreed] = useState(review?.agreed ?? '');
  const [next, setNext] = useState(review?.next ?? '');
  const [sharesGiven, setSharesGiven] = useState<readonly string[]>([]);
  const [promptsDone, setPromptsDone] = useState<readonly string[]>([]);
  const [requests, setRequests] = useState<readonly TypedRequest[]>([]);
  const made = requests.flatMap(({ personId, direction, about, answer }) =>
    personId === null || about.trim() === '' ? [] : [{ personId, direction, about: about.trim(), answer }],
  );
  const empty =
    [given, asked, agreed, next].every((text) => text.trim() === '') &&
    sharesGiven.length + promptsDone.length + made.length === 0;
  const tick = (list: readonly string[], id: string, on: boolean) =>
    on ? [...list, id] : list.filter((one) => one !== id);
  const save = async () => {
    if (empty) return;
    const draft = { occasionId: of.occasionId, given, asked, agreed, next, sharesGiven, promptsDone, requests: made };
    if ((await run(services.reviewOccasion(draft), w.saved)) !== null) onDone();
  };
  const settles = page.shares.length + page.prompts.length > 0;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={w.given}
        placeholder={w.givenPlaceholder}
        lines={true}
        focused={true}
        value={given}
        onChange={setGiven}
      />
      <TextField label={w.asked} placeholder={w.askedPlaceholder} lines={true} value={asked} onChange={setAsked} />
      <TextField label={w.agreed} placeholder={w.agreedPlaceholder} lines={true} value={agreed} onChange={setAgreed} />
      <TextField label={w.next} placeholder={w.nextPlaceholder} lines={true} value={next} onChange={setNext} />
      {settles ? (
        <fieldset className="ticks">
          <legend className="field-label">{w.planned}</legend>
          {page.shares.map(({ share, person, tip }) => (
            <Toggle
              key={share.id}
              label={plain(w.gaveTo({ who: person.name, tip }))}
              on={sharesGiven.includes(share.id)}
              onChange={(on) => {
                setSharesGiven(tick(sharesGiven, share.id, on));
                setGiven(withLine(given, plain(w.gaveLine({ who: person.name, tip })), on));
              }}
            />
          ))}
          {page.prompts.map((prompt) => (
            <Toggle
              key={prompt.key}
              label={plain(promptHeadline(prompt, locale))}
              note={prompt.subject?.text.slice(0, 120)}
              on={promptsDone.includes(prompt.key)}
              onChange={(on) => setPromptsDone(tick(promptsDone, prompt.key, on))}
            />
          ))}
        </fieldset>
      ) : null}
      {page.people.length === 0 ? null : (
        <RequestRows people={page.people} requests={requests} onChange={setRequests} />
      )}
      <p className="fine">{w.ctrlEnter}</p>
      <FormFoot onCancel={onDone} disabled={empty} />
    </form>
  );
}
