import { Button } from '../parts/button.tsx';
import { useLocale } from '../parts/locale-context.tsx';

/** The last line of a form: the way out, and the one main button. */
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
  return (
    <div className="dialog-actions">
      <Button onClick={onCancel}>{t.common.cancel}</Button>
      <Button look="main" type="submit" disabled={disabled}>
        {save ?? t.common.save}
      </Button>
    </div>
  );
}
