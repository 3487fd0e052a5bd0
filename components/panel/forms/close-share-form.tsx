import { useState } from 'react';
import { useLocale } from '../../parts/locale-context.tsx';
import { Options } from '../../parts/options.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { Words } from '../../parts/words.tsx';
import { clipped } from '../reason-words.ts';
import { useAct } from '../use-act.ts';
import { InlineForm } from './inline-form.tsx';

/** How a planned share went: given or not, and what came of it. */
export function CloseShareForm({ shareId, tip, onClose }: { shareId: string; tip: string; onClose: () => void }) {
  const { t } = useLocale();
  const { act, busy } = useAct();
  const [state, setState] = useState<'given' | 'skipped'>('given');
  const [outcome, setOutcome] = useState('');

  async function save(): Promise<void> {
    const written = outcome.trim();
    if (await act({ act: 'close-share', shareId, state, outcome: written === '' ? null : written })) onClose();
  }

  return (
    <InlineForm
      title={t.panel.closeShareTitle}
      submit={t.common.save}
      ready={true}
      busy={busy}
      onSubmit={save}
      onClose={onClose}
    >
      {tip === '' ? null : (
        <blockquote>
          <Words>{t.common.quoted({ text: clipped(tip, 200) })}</Words>
        </blockquote>
      )}
      <Options
        label={t.panel.closeShareTitle}
        labelHidden={true}
        value={state}
        items={[
          { value: 'given', label: t.panel.given },
          { value: 'skipped', label: t.panel.skipped },
        ]}
        onChange={setState}
      />
      <TextField label={t.panel.outcome} value={outcome} onChange={setOutcome} lines={true} />
    </InlineForm>
  );
}
