import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { type ReactNode, useCallback } from 'react';
import './button.css';
import { useLocale } from './locale-context.tsx';
import './toast.css';

/** What is said after an act: one sentence, and the way back where there is one. */
export interface Saying {
  text: string;
  /** A second sentence, such as the guard's warning. */
  more?: string;
  undo?: () => void;
  /** A problem stays until it is closed and is announced at once. */
  problem?: boolean;
}

/** Says one thing at a time at the foot of the screen, announced to screen readers. */
export function useSay(): (saying: Saying) => void {
  const { add, close } = Toast.useToastManager();
  const { t } = useLocale();
  return useCallback(
    (saying) => {
      const id = add({
        title: saying.text,
        description: saying.more,
        type: saying.problem ? 'problem' : 'plain',
        priority: saying.problem ? 'high' : 'low',
        timeout: saying.problem ? 0 : saying.undo === undefined ? 5_000 : 10_000,
        actionProps:
          saying.undo === undefined
            ? undefined
            : {
                children: t.common.undo,
                onClick: () => {
                  close(id);
                  saying.undo?.();
                },
              },
      });
    },
    [add, close, t],
  );
}

function Sayings() {
  const { toasts } = Toast.useToastManager();
  const { t } = useLocale();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className="toast">
      <Toast.Content className="toast-content">
        <div className="toast-words">
          <Toast.Title className="toast-title" />
          <Toast.Description className="toast-more" />
        </div>
        <Toast.Action className="button button-small toast-action" />
        <Toast.Close className="button button-small icon-button toast-close" aria-label={t.common.close}>
          <X aria-hidden="true" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}

/** Gives its children `useSay`; what is said is drawn over the page's foot. */
export function Saying({ children }: { children: ReactNode }) {
  const { t } = useLocale();
  return (
    <Toast.Provider limit={1}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="toasts" aria-label={t.common.messages}>
          <Sayings />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}
