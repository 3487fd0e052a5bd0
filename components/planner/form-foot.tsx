import { useEffect, useRef } from 'react';
import { Button } from '../parts/button.tsx';
import { useLocale } from '../parts/locale-context.tsx';

/** The last line of a form: the way out, and the one main button; Ctrl or ⌘ with Enter does the same from any field. */
export function FormFoot({
  onCancel,
  save,
  disabled = false,
}: {
  onCancel: () => void;
  /** What the main button says; *Save* where left out. */
  save?: string;
  disabled?: boolean;
}) {
  const { t } = useLocale();
  const foot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const form = foot.current?.closest('form');
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || disabled) return;
      event.preventDefault();
      form?.requestSubmit();
    };
    form?.addEventListener('keydown', onKey);
    return () => form?.removeEventListener('keydown', onKey);
  }, [disabled]);
  return (
    <div className="dialog-actions" ref={foot}>
      <Button onClick={onCancel}>{t.common.cancel}</Button>
      <Button look="main" type="submit" disabled={disabled}>
        {save ?? t.common.save}
      </Button>
    </div>
  );
}
