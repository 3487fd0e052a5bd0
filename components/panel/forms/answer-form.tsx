import { useState } from 'react';
import { useLocale } from '../../parts/locale-context.tsx';
import { Options } from '../../parts/options.tsx';
import { Words } from '../../parts/words.tsx';
import { useAct } from '../use-act.ts';
import { InlineForm } from './inline-form.tsx';

/** The answer to a request that was still open. */
export function AnswerForm({
  cooperationId,
  direction,
  about,
  onClose,
}: {
  cooperationId: string;
  direction: 'they-asked' | 'i-asked';
  about: string;
  onClose: () => void;
}) {
  const { t } = useLocale();
  const { act, busy } = useAct();
  const [answer, setAnswer] = useState<'agreed' | 'declined'>('agreed');

  async function save(): Promise<void> {
    if (await act({ act: 'answer-cooperation', cooperationId, answer })) onClose();
  }

  return (
    <InlineForm
      title={t.panel.answerTitle[direction]}
      submit={t.common.save}
      ready={true}
      busy={busy}
      onSubmit={save}
      onClose={onClose}
    >
      {about === '' ? null : (
        <blockquote>
          <Words>{t.common.quoted({ text: about })}</Words>
        </blockquote>
      )}
      <Options
        label={t.panel.answerTitle[direction]}
        labelHidden={true}
        value={answer}
        items={(['agreed', 'declined'] as const).map((value) => ({ value, label: t.common.answer[value] }))}
        onChange={setAnswer}
      />
    </InlineForm>
  );
}
