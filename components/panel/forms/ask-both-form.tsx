import { plain } from '../../../locales/isolate.ts';
import type { Whom } from '../../../records/act.ts';
import type { Prompt } from '../../../records/prompt.ts';
import { Button } from '../../parts/button.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Words } from '../../parts/words.tsx';
import { useAct } from '../use-act.ts';
import './inline-form.css';

/** The note that asks one side before an introduction, to be copied, and that they were asked; the rest is in the planner. */
export function AskBoth({
  prompt,
  whom,
  other: otherWhom,
  onClose,
}: {
  prompt: Prompt;
  whom: Whom;
  other: Whom;
  onClose: () => void;
}) {
  const { t } = useLocale();
  const { act, busy } = useAct();
  const who = plain(prompt.person.name);
  const other = plain(prompt.other?.name ?? '');
  const { need = '', offer = '' } = prompt.because.find((reason) => reason.code === 'need-meets-offer')?.params ?? {};
  const reason = need === '' ? '' : t.panel.askNoteReason({ need: String(need), offer: String(offer) });
  const text = t.panel.askNoteText({ who, other, reason: plain(reason) });

  async function asked(): Promise<void> {
    if (await act({ act: 'begin-introduction', whom, other: otherWhom, reason: plain(reason) })) onClose();
  }

  const title = t.panel.askNote({ who, other });
  return (
    <section className="inline-form" aria-label={title}>
      <p className="inline-form-title">
        <Words>{title}</Words>
      </p>
      <p className="draft" dir="auto">
        {text}
      </p>
      <div className="inline-form-actions">
        <CopyButton text={text} />
        <Button look="main" disabled={busy} onClick={asked}>
          <Words>{t.panel.haveAsked({ who })}</Words>
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t.common.close}
        </Button>
      </div>
    </section>
  );
}
