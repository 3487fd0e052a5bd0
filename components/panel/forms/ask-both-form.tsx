import { plain } from '../../../locales/isolate.ts';
import type { Prompt } from '../../../records/prompt.ts';
import { Button } from '../../parts/button.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Words } from '../../parts/words.tsx';
import { useHands } from '../hands.ts';
import './inline-form.css';

/** The note that asks one side before an introduction, to be copied; the rest of it is kept in the planner. */
export function AskBoth({ prompt, onClose }: { prompt: Prompt; onClose: () => void }) {
  const { t } = useLocale();
  const hands = useHands();
  const who = plain(prompt.person.name);
  const other = plain(prompt.other?.name ?? '');
  const { need = '', offer = '' } = prompt.because.find((reason) => reason.code === 'need-meets-offer')?.params ?? {};
  const reason = need === '' ? '' : t.panel.askNoteReason({ need: String(need), offer: String(offer) });
  const text = t.panel.askNoteText({ who, other, reason: plain(reason) });
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
        <Button onClick={() => hands.openPlanner('#/introductions')}>{t.panel.keepIntroduction}</Button>
        <Button look="quiet" onClick={onClose}>
          {t.common.close}
        </Button>
      </div>
    </section>
  );
}
