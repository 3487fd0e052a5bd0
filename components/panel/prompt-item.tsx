import { ChevronDown, Lightbulb } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { Brief } from '../../records/brief.ts';
import type { Prompt } from '../../records/prompt.ts';
import { Button } from '../parts/button.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { Words } from '../parts/words.tsx';
import { deedOf, type FormRequest, personOf } from './deed.ts';
import { FormPlace, OpenForm } from './forms/later-form.tsx';
import { useHands } from './hands.ts';
import { laterChoices } from './later-choices.ts';
import { clipped, promptHeadline } from './reason-words.ts';
import { Reasons } from './reasons.tsx';
import { useAct } from './use-act.ts';

/** Longest text of a tip or step shown in a prompt, in characters. */
const subjectLength = 220;

/** One prompt: whom, what, because, a proposed setting, and the decisions that are open. */
export function PromptItem({ prompt, brief }: { prompt: Prompt; brief: Brief }) {
  const locale = useLocale();
  const { t, format } = locale;
  const hands = useHands();
  const { act, busy } = useAct();
  const [form, setForm] = useState<FormRequest | null>(null);
  const [later, setLater] = useState(false);
  const id = useId();
  const item = useRef<HTMLLIElement>(null);
  useKeptFocus(item, '.button-main');
  const headline = promptHeadline(prompt, locale);
  const deed = deedOf(prompt, brief);
  const address = personOf(prompt, brief)?.address ?? prompt.person.key ?? '';
  const subject = prompt.subject?.text.trim() ?? '';

  function doIt(): void {
    if ('opens' in deed.does) setForm(deed.does.opens);
    else if ('act' in deed.does) void act(deed.does.act);
    else hands.openPlanner(deed.does.route);
  }

  function decide(decision: 'done' | 'later' | 'never', until: number | null): void {
    void act({ act: 'decide', promptKey: prompt.key, decision, until });
  }

  return (
    <li ref={item} className="prompt" data-kind={prompt.kind} data-address={address} data-prompt={prompt.key}>
      <h3 className="prompt-head">
        <span className="prompt-kind">{t.common.kind[prompt.kind]}</span>
        <span className="prompt-headline">
          <Words>{headline}</Words>
        </span>
      </h3>
      {subject === '' || prompt.kind === 'review' || prompt.kind === 'record' ? null : (
        <p className="prompt-subject">
          <Words>{t.common.quoted({ text: clipped(subject, subjectLength) })}</Words>
        </p>
      )}
      <Reasons prompt={prompt} />
      {prompt.setting === null ? null : (
        <p className="prompt-setting">
          <Lightbulb aria-hidden="true" />
          {t.panel.proposed({ setting: t.common.setting[prompt.setting] })}
        </p>
      )}
      {form === null ? (
        <div className="prompt-decisions">
          <Button look="main" small={true} disabled={busy} onClick={doIt} about={headline}>
            {t.panel.deed[deed.label]}
          </Button>
          {'act' in deed.does ? null : (
            <Button look="quiet" small={true} disabled={busy} onClick={() => decide('done', null)} about={headline}>
              {t.panel.doneAlready}
            </Button>
          )}
          <Button
            look="quiet"
            small={true}
            disabled={busy}
            about={headline}
            aria-expanded={later}
            aria-controls={`${id}-later`}
            onClick={() => setLater(!later)}
          >
            {t.panel.later}
            <ChevronDown aria-hidden="true" />
          </Button>
          <Button look="quiet" small={true} disabled={busy} onClick={() => decide('never', null)} about={headline}>
            {t.panel.never}
          </Button>
        </div>
      ) : null}
      {form === null && later ? (
        <ul id={`${id}-later`} className="later" aria-label={t.panel.remindMe}>
          {laterChoices(brief.occasion, hands.now()).map((choice) => (
            <li key={choice.name}>
              <button type="button" className="later-choice" onClick={() => decide('later', choice.until)}>
                <span>{t.panel.laterChoice[choice.name]}</span>
                <span className="later-when">{format.dateTime(choice.until)}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {form === null ? null : (
        <FormPlace>
          <OpenForm request={form} occasion={brief.occasion} onClose={() => setForm(null)} />
        </FormPlace>
      )}
    </li>
  );
}
