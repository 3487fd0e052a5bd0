import { lazy, type ReactNode, Suspense } from 'react';
import { useLocale } from '../../parts/locale-context.tsx';
import { Status } from '../../parts/status.tsx';

/** The forms and their controls: half of the panel's code, and none of its first sight, so they are loaded after that. */
const load = () => import('./open-form.tsx');

/** The form that was asked for, loaded when it is first needed. */
export const OpenForm = lazy(async () => ({ default: (await load()).OpenForm }));

/** Loads the forms ahead, when the browser has nothing else to do. */
export function loadFormsAhead(): void {
  const ahead = () => void load().catch((cause) => console.warn('Forms are loaded when they are opened.', cause));
  if (typeof requestIdleCallback === 'function') requestIdleCallback(ahead);
  else setTimeout(ahead, 200);
}

/** Where a form appears. */
export function FormPlace({ children }: { children: ReactNode }) {
  const { t } = useLocale();
  return <Suspense fallback={<Status className="fine">{t.common.loading}</Status>}>{children}</Suspense>;
}
