import { useState } from 'react';
import type { Whom } from '../../../records/act.ts';
import { useLocale } from '../../parts/locale-context.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { useAct } from '../use-act.ts';
import { InlineForm } from './inline-form.tsx';

const acts = { need: 'add-need', offer: 'add-offer' } as const;

/** One line about somebody: a need, an offer, or a note, which may be confidential. */
export function LineForm({
  what,
  whom,
  who,
  onClose,
}: {
  what: 'need' | 'offer' | 'note';
  whom: Whom;
  who: string;
  onClose: () => void;
}) {
  const { t } = useLocale();
  const { act, busy } = useAct();
  const [text, setText] = useState('');
  const [confidential, setConfidential] = useState(false);
  const label = t.panel[`${what}Label`]({ who });

  async function save(): Promise<void> {
    const done = await act(
      what === 'note' ? { act: 'add-note', whom, text, confidential } : { act: acts[what], whom, text },
    );
    if (done) onClose();
  }

  return (
    <InlineForm
      title={label}
      submit={t.common.save}
      ready={text.trim() !== ''}
      busy={busy}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField label={label} labelHidden={true} value={text} onChange={setText} lines={what === 'note'} />
      {what === 'note' ? (
        <Toggle
          label={t.common.confidential}
          note={t.panel.confidentialNote}
          on={confidential}
          onChange={setConfidential}
        />
      ) : null}
    </InlineForm>
  );
}
