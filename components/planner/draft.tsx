import { Mail } from 'lucide-react';
import { CopyButton } from '../parts/copy-button.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { TextField } from '../parts/text-field.tsx';
import { mailLink } from './mail-link.ts';

/** Words for somebody, to be changed, copied, or opened in the user's own mail program. Nothing is ever sent from here. */
export function Draft({
  label,
  to,
  subject,
  text,
  onChange,
}: {
  label: string;
  /** Where it would go; none known: it can only be copied. */
  to: readonly string[];
  subject: string;
  text: string;
  onChange: (text: string) => void;
}) {
  const { t } = useLocale();
  const link = mailLink(to, subject, text);
  return (
    <div className="draft-box">
      <TextField label={label} lines={true} value={text} onChange={onChange} />
      <div className="row-acts">
        <CopyButton text={text} />
        {link === null ? null : (
          <a className="button" href={link} target="_blank" rel="noreferrer">
            <Mail aria-hidden="true" />
            {t.planner.draft.open}
          </a>
        )}
      </div>
      <p className="fine">{to.length === 0 ? t.planner.draft.noAddress : t.planner.draft.neverSent}</p>
    </div>
  );
}
