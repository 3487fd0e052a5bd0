import { type FormEvent, useState } from 'react';
import type { PasteResult } from '../../records/planner.ts';
import { Button } from '../parts/button.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { problemWords, thrownProblem } from '../parts/problem-words.ts';
import { TextField } from '../parts/text-field.tsx';
import './paste-form.css';

/** As much as is read of a pasted text. */
const longest = 400_000;

/**
 * Takes a list of people, an invitation, a mail's headers, a calendar file or cards, and makes an occasion of it. What is wrong
 * with the text stands under it, and the text stays.
 */
export function PasteForm({
  paste,
  onPasted,
  focused = false,
}: {
  paste: (text: string) => Promise<PasteResult>;
  /** The occasion is there, with so many people; `others`: so many more occasions the text holds. */
  onPasted: (pasted: { occasionId: string; people: number; others: number }) => void;
  focused?: boolean;
}) {
  const { t } = useLocale();
  const w = t.common.paste;
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy || text.trim() === '') return;
    setBusy(true);
    setProblem(null);
    const result = await paste(text).catch(
      (error): PasteResult => ({ ok: false, ...thrownProblem(error), transient: false }),
    );
    setBusy(false);
    if (result.ok && result.occasionId !== undefined) {
      setText('');
      onPasted({ occasionId: result.occasionId, people: result.people ?? 0, others: result.others ?? 0 });
      return;
    }
    const words = problemWords(result.ok ? { code: 'RM-211', detail: '' } : result, t);
    setProblem(words.more === '' ? words.text : `${words.more} (${result.ok ? 'RM-211' : result.code})`);
  }

  return (
    <form className="paste-form" onSubmit={(event) => void submit(event)}>
      <TextField
        label={w.label}
        note={w.note}
        error={problem}
        placeholder={w.placeholder}
        value={text}
        onChange={(value) => {
          setText(value);
          setProblem(null);
        }}
        lines={true}
        maxLength={longest}
        focused={focused}
      />
      <Button type="submit" look="main" disabled={busy || text.trim() === ''}>
        {w.show}
      </Button>
    </form>
  );
}
