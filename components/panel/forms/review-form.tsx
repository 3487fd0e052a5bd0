import { useState } from 'react';
import { useLocale } from '../../parts/locale-context.tsx';
import { Notice } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useAct } from '../use-act.ts';
import { InlineForm } from './inline-form.tsx';

/** The review after an occasion: given, asked, agreed, next step. Any one of them is enough. */
export function ReviewForm({ occasionId, onClose }: { occasionId: string | null; onClose: () => void }) {
  const { t } = useLocale();
  const { act, busy } = useAct();
  const [given, setGiven] = useState('');
  const [asked, setAsked] = useState('');
  const [agreed, setAgreed] = useState('');
  const [next, setNext] = useState('');

  async function save(): Promise<void> {
    if (occasionId === null) return;
    if (await act({ act: 'write-review', occasionId, given, asked, agreed, next })) onClose();
  }

  const written = [given, asked, agreed, next].some((text) => text.trim() !== '');
  return (
    <InlineForm
      title={t.panel.reviewTitle}
      submit={t.common.save}
      ready={occasionId !== null && written}
      busy={busy}
      onSubmit={save}
      onClose={onClose}
    >
      {occasionId === null ? (
        <Notice kind="care">
          <p>{t.panel.reviewNotKept}</p>
        </Notice>
      ) : null}
      <TextField label={t.panel.reviewGiven} value={given} onChange={setGiven} lines={true} />
      <TextField label={t.panel.reviewAsked} value={asked} onChange={setAsked} lines={true} />
      <TextField label={t.panel.reviewAgreed} value={agreed} onChange={setAgreed} lines={true} />
      <TextField label={t.panel.reviewNext} value={next} onChange={setNext} />
    </InlineForm>
  );
}
