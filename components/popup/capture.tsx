import { type FormEvent, useMemo, useState } from 'react';
import type { Act, ActResult } from '../../records/act.ts';
import { saidOf } from '../panel/said.ts';
import { Button } from '../parts/button.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { Options } from '../parts/options.tsx';
import { problemWords } from '../parts/problem-words.ts';
import { Tag } from '../parts/tag.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useSay } from '../parts/toast.tsx';
import { Name } from '../parts/words.tsx';
import { type Captured, parseCapture } from '../planner/tips/capture.ts';

type What = 'tip' | 'need' | 'offer';

/** One line written down from anywhere: a tip, or what I need or can offer myself. */
export function Capture({ act, now }: { act: (act: Act) => Promise<ActResult>; now: () => number }) {
  const { t, format } = useLocale();
  const say = useSay();
  const [what, setWhat] = useState<What>('tip');
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const captured = useMemo(() => parseCapture(text, [], now()), [text, now]);
  const ready = (what === 'tip' ? captured.text : text.trim()) !== '';

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!ready || busy) return;
    setBusy(true);
    const asked = actOf(what, text, captured);
    const result = await act(asked);
    setBusy(false);
    if (!result.ok) {
      say({ ...problemWords(result, t), problem: true });
      return;
    }
    setText('');
    const { changeId } = result;
    say({
      text: saidOf(asked, t, format),
      undo:
        changeId === null
          ? undefined
          : async () => {
              const back = await act({ act: 'undo', changeId });
              say(back.ok ? { text: t.common.undone } : { ...problemWords(back, t), problem: true });
            },
    });
  }

  return (
    <form className="popup-capture" onSubmit={save}>
      <Options
        label={t.popup.capture}
        value={what}
        items={(['tip', 'need', 'offer'] as const).map((value) => ({ value, label: t.popup.what[value] }))}
        onChange={setWhat}
      />
      <TextField
        label={t.popup.captureLabel[what]}
        labelHidden={true}
        placeholder={t.popup.captureLabel[what]}
        value={text}
        onChange={setText}
        maxLength={what === 'tip' ? 2_000 : 500}
        note={what === 'tip' && text === '' ? t.popup.tipHow : undefined}
      />
      {what === 'tip' && text.trim() !== '' ? <Understood captured={captured} /> : null}
      <Button type="submit" look="main" disabled={!ready || busy}>
        {t.common.save}
      </Button>
    </form>
  );
}

function actOf(what: What, text: string, captured: Captured): Act {
  if (what === 'need') return { act: 'add-my-need', text: text.trim() };
  if (what === 'offer') return { act: 'add-my-offer', text: text.trim() };
  const { topics, reach, expiresAt, source, confidential } = captured;
  return { act: 'capture-tip', text: captured.text, topics, reach, few: [], expiresAt, source, confidential };
}

/** What was understood of a tip's line, before it is saved. */
function Understood({ captured }: { captured: Captured }) {
  const { t, format } = useLocale();
  return (
    <p className="popup-understood">
      <Tag look="pine">{t.common.reach[captured.reach]}</Tag>
      {captured.topics.map((topic) => (
        <Tag key={topic}>
          #<Name>{topic}</Name>
        </Tag>
      ))}
      {captured.expiresAt === null ? null : <Tag>{t.popup.tipUntil({ at: format.date(captured.expiresAt) })}</Tag>}
      {captured.source === null ? null : (
        <Tag>
          <Name>{captured.source}</Name>
        </Tag>
      )}
      {captured.confidential ? <Tag look="seal">{t.common.confidential}</Tag> : null}
    </p>
  );
}
