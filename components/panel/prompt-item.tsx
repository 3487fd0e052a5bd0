import { ChevronDown, Lightbulb } from 'lucide-react';
import { useState } from 'react';
import type { Brief } from '../../records/brief.ts';
import type { Prompt } from '../../records/prompt.ts';
import { ActionMenu } from '../parts/action-menu.tsx';
import { Button } from '../parts/button.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { Words } from '../parts/words.tsx';
import { deedOf, type FormRequest, personOf } from './deed.ts';
import { OpenForm } from './forms/open-form.tsx';
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
  const headline = promptHeadline(prompt, locale);
  const deed = deedOf(prompt, brief);
  const address = personOf(prompt, brief)?.address ?? prompt.person.key ?? '';
  const subject = prompt.subject?.text.trim() ?? '';
  const place = { at: 'prompt' as const, key: prompt.key };

  function doIt(): void {
    if (hands.elsewhere !== null) hands.elsewhere(place);
    else if ('opens' in deed.does) setForm(deed.does.opens);
    else if ('act' in deed.does) void act(deed.does.act);
    else hands.openPlanner(deed.does.route);
  }

  function decide(decision: 'done' | 'later' | 'never', until: number | null): void {
    if (hands.elsewhere !== null) hands.elsewhere(place);
    else void act({ act: 'decide', promptKey: prompt.key, decision, until });
  }

  return (
    <li className="prompt" data-kind={prompt.kind} data-address={address} data-prompt={prompt.key}>
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
          <Button
            look="main"
            small={true}
            disabled={busy}
            onClick={doIt}
            aria-label={`${t.panel.deed[deed.label]}: ${headline}`}
          >
            {t.panel.deed[deed.label]}
          </Button>
          <Button
            look="quiet"
            small={true}
            disabled={busy}
            onClick={() => decide('done', null)}
            aria-label={t.panel.doneAlreadyOf({ headline })}
          >
            {t.panel.doneAlready}
          </Button>
          <ActionMenu
            heading={t.panel.remindMe}
            trigger={
              <Button look="quiet" small={true} disabled={busy} aria-label={t.panel.laterOf({ headline })}>
                {t.panel.later}
                <ChevronDown aria-hidden="true" />
              </Button>
            }
            choices={laterChoices(brief.occasion, hands.now()).map((choice) => ({
              label: t.panel.laterChoice[choice.name],
              aside: format.dateTime(choice.until),
              onChoose: () => decide('later', choice.until),
            }))}
          />
          <Button
            look="quiet"
            small={true}
            disabled={busy}
            onClick={() => decide('never', null)}
            aria-label={t.panel.neverOf({ headline })}
          >
            {t.panel.never}
          </Button>
        </div>
      ) : (
        <OpenForm request={form} occasion={brief.occasion} onClose={() => setForm(null)} />
      )}
    </li>
  );
}
