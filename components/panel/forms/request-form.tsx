import { useState } from 'react';
import type { Whom } from '../../../records/act.ts';
import { useLocale } from '../../parts/locale-context.tsx';
import { Options } from '../../parts/options.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useAct } from '../use-act.ts';
import { InlineForm } from './inline-form.tsx';

/** A request and its answer, in either direction: what makes a connection. */
export function RequestForm({
  whom,
  who,
  direction: proposedDirection,
  about: proposedAbout,
  onClose,
}: {
  whom: Whom;
  who: string;
  direction: 'they-asked' | 'i-asked';
  about: string;
  onClose: () => void;
}) {
  const { t } = useLocale();
  const { act, busy } = useAct();
  const [direction, setDirection] = useState(proposedDirection);
  const [about, setAbout] = useState(proposedAbout);
  const [answer, setAnswer] = useState<'agreed' | 'declined' | 'open'>('open');

  async function save(): Promise<void> {
    if (await act({ act: 'record-cooperation', whom, direction, about, answer })) onClose();
  }

  return (
    <InlineForm
      title={t.panel.requestTitle({ who })}
      submit={t.common.save}
      ready={about.trim() !== ''}
      busy={busy}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField label={t.panel.about} value={about} onChange={setAbout} />
      <Options
        label={t.panel.whoAsked}
        value={direction}
        items={(['i-asked', 'they-asked'] as const).map((value) => ({ value, label: t.common.direction[value] }))}
        onChange={setDirection}
      />
      <Options
        label={t.panel.theAnswer}
        value={answer}
        items={(['open', 'agreed', 'declined'] as const).map((value) => ({ value, label: t.common.answer[value] }))}
        onChange={setAnswer}
      />
    </InlineForm>
  );
}
