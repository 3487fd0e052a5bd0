import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../../parts/button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Words } from '../../parts/words.tsx';
import './inline-form.css';

/** A form opened in place. Focus goes to its first field; Escape closes it. */
export function InlineForm({
  title,
  submit,
  ready,
  busy,
  loading = false,
  onSubmit,
  onClose,
  children,
}: {
  title: string;
  submit: string;
  ready: boolean;
  busy: boolean;
  /** What the form starts from is not here yet; the focus waits for it. */
  loading?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useLocale();
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (loading) return;
    form.current
      ?.querySelector<HTMLElement>('input:not([type=hidden]):not([aria-hidden=true]), textarea, button')
      ?.focus();
  }, [loading]);

  function submitted(event: FormEvent): void {
    event.preventDefault();
    if (ready && !busy) onSubmit();
  }

  function keyed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    onClose();
  }

  return (
    <form ref={form} className="inline-form" aria-label={title} onSubmit={submitted} onKeyDown={keyed} noValidate>
      <p className="inline-form-title" aria-hidden="true">
        <Words>{title}</Words>
      </p>
      {children}
      <div className="inline-form-actions">
        <Button type="submit" look="main" disabled={!ready || busy}>
          {submit}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t.common.cancel}
        </Button>
      </div>
    </form>
  );
}
