import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import './dialog.css';
import { useLocale } from './locale-context.tsx';

/** A question or a form that must be answered before anything else. Focus goes in, and back when it closes. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  actions,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons at the foot, the main one last. */
  actions?: ReactNode;
}) {
  const { t } = useLocale();
  const popup = useRef<HTMLDivElement>(null);
  // A form is typed into at once; the way out stands first only for the eye.
  const firstField = () => popup.current?.querySelector<HTMLElement>('form :is(input, textarea, [role=radio])') ?? true;
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="dialog-veil" />
        <BaseDialog.Popup ref={popup} className="dialog" initialFocus={firstField}>
          <div className="dialog-head">
            <BaseDialog.Title className="dialog-title serif">{title}</BaseDialog.Title>
            <BaseDialog.Close className="button button-quiet icon-button button-small" aria-label={t.common.close}>
              <X aria-hidden="true" />
            </BaseDialog.Close>
          </div>
          {description === undefined ? null : (
            <BaseDialog.Description className="dialog-description">{description}</BaseDialog.Description>
          )}
          {children}
          {actions === undefined ? null : <div className="dialog-actions">{actions}</div>}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
