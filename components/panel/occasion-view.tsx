import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { PanelPlace } from '../../messaging/protocol.ts';
import { firstSight } from '../../prompts/first-sight.ts';
import type { Brief } from '../../records/brief.ts';
import { Button } from '../parts/button.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { FormPlace, loadFormsAhead, OpenForm } from './forms/later-form.tsx';
import { type Hands, HandsContext } from './hands.ts';
import { KeepOffer } from './keep-offer.tsx';
import { OccasionHead } from './occasion-head.tsx';
import './panel.css';
import { PeopleList } from './people-list.tsx';
import { isMachine } from './people-order.ts';
import { PromptList } from './prompt-list.tsx';

/**
 * One occasion: what it is, the prompts first, then the people. The same in panel, side panel and planner, with the
 * attributes that outside tests hold on to. `as`: `main` where it is the page, `section` within one. `place` opens one
 * person or prompt. Draw it with `key={occasion}`, so that nothing typed for one occasion is kept for the next.
 */
export function OccasionView({
  brief,
  unproven = false,
  hands,
  as: Element = 'main',
  place = null,
  mark,
  tools,
}: {
  brief: Brief;
  /** Reading on this site is new. */
  unproven?: boolean | undefined;
  hands: Hands;
  as?: 'main' | 'section';
  place?: PanelPlace;
  mark?: ReactNode;
  tools?: ReactNode;
}) {
  const { t } = useLocale();
  const root = useRef<HTMLElement>(null);
  const { occasion } = brief;
  const listed = brief.people.filter((person) => !isMachine(person)).length;

  useEffect(loadFormsAhead, []);
  useEffect(() => {
    if (place === null) return;
    const items = root.current?.querySelectorAll<HTMLElement>('[data-ref], [data-prompt]') ?? [];
    const item = [...items].find(({ dataset }) =>
      place.at === 'person' ? dataset.ref === place.ref : dataset.prompt === place.key,
    );
    item?.scrollIntoView({ block: 'nearest' });
    item?.querySelector<HTMLElement>('button')?.focus();
  }, [place]);

  return (
    <HandsContext value={hands}>
      <Element
        ref={root}
        className="occasion"
        data-occasion-kind={occasion.kind}
        data-occasion-title={occasion.title ?? ''}
      >
        {Element === 'main' ? (
          <a className="skip" href="#people">
            {t.panel.skipToPeople}
          </a>
        ) : null}
        <OccasionHead occasion={occasion} people={listed} mark={mark} tools={tools} />
        {unproven ? <p className="fine occasion-new">{t.panel.unproven}</p> : null}
        <div className="occasion-body">
          <div className="occasion-prompts">
            <KeepOffer brief={brief} />
            <ReviewOffer brief={brief} />
            <PromptList brief={brief} asked={place?.at === 'prompt' ? place.key : null} />
          </div>
          <PeopleList brief={brief} place={place} />
        </div>
      </Element>
    </HandsContext>
  );
}

/** Once an occasion is over, its review is one click away until it is written, whether or not a prompt in sight asks for it. */
function ReviewOffer({ brief }: { brief: Brief }) {
  const { t } = useLocale();
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place, 'button');
  const { id, over, reviewed } = brief.occasion;
  const asked = firstSight(brief.prompts).some((prompt) => prompt.kind === 'review');
  if (!over || brief.pending || reviewed || asked || id === null) return null;
  if (open)
    return (
      <div ref={place}>
        <FormPlace>
          <OpenForm
            request={{ form: 'review', occasionId: id }}
            occasion={brief.occasion}
            onClose={() => setOpen(false)}
          />
        </FormPlace>
      </div>
    );
  return (
    <div ref={place} className="review-offer">
      <span>{t.panel.reviewOffer}</span>
      <Button small={true} onClick={() => setOpen(true)}>
        {t.panel.startReview}
      </Button>
    </div>
  );
}
