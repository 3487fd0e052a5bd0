import { ChevronDown, ChevronUp } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { firstSight } from '../../prompts/first-sight.ts';
import type { Brief } from '../../records/brief.ts';
import { Button } from '../parts/button.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { Status } from '../parts/status.tsx';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { PromptItem } from './prompt-item.tsx';

/** The prompts: at first sight one a person and three an occasion, the others behind one button. `asked`, a prompt's key, unfolds them. */
export function PromptList({ brief, asked }: { brief: Brief; asked: string | null }) {
  const { t } = useLocale();
  const [unfolded, setUnfolded] = useState(asked !== null);
  const [askedBefore, setAskedBefore] = useState(asked);
  if (asked !== askedBefore) {
    setAskedBefore(asked);
    if (asked !== null) setUnfolded(true);
  }
  const id = useId();
  const section = useRef<HTMLElement>(null);
  useKeptFocus(section, 'h2');
  /** Nobody here is kept: the next step is not plain of itself. */
  const firstUse = brief.people.length > 0 && brief.people.every((person) => person.match === 'new');
  const first = firstSight(brief.prompts);
  const shown = unfolded ? [...first, ...brief.prompts.filter((prompt) => !first.includes(prompt))] : first;
  const hidden = brief.prompts.length - first.length;
  return (
    <section ref={section} className="prompts" aria-labelledby={`${id}-name`}>
      <h2 id={`${id}-name`} className="section-name" tabIndex={-1}>
        {t.panel.prompts}
      </h2>
      {brief.pending ? (
        <Status className="fine">{t.common.loading}</Status>
      ) : brief.prompts.length === 0 ? (
        <NoPrompts firstUse={firstUse} />
      ) : null}
      {firstUse && brief.prompts.length > 0 ? <p className="fine first-use">{t.panel.firstUseWhat}</p> : null}
      {shown.length === 0 ? null : (
        <ul className="prompt-list">
          {shown.map((prompt) => (
            <PromptItem key={prompt.key} prompt={prompt} brief={brief} />
          ))}
        </ul>
      )}
      {hidden > 0 ? (
        <Button
          look="quiet"
          small={true}
          aria-expanded={unfolded}
          icon={unfolded ? <ChevronUp aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
          onClick={() => setUnfolded(!unfolded)}
        >
          {unfolded ? t.panel.fewerPrompts : t.panel.morePrompts({ n: hidden })}
        </Button>
      ) : null}
    </section>
  );
}

function NoPrompts({ firstUse }: { firstUse: boolean }) {
  const { t } = useLocale();
  return (
    <div className="no-prompts">
      <p>{firstUse ? t.panel.firstUse : t.panel.noPrompts}</p>
      <p className="fine">{firstUse ? t.panel.firstUseWhat : t.panel.noPromptsWhy}</p>
    </div>
  );
}
