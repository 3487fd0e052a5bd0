import { useState } from 'react';
import type { PasteResult } from '../../records/planner.ts';
import { Disclosure } from '../parts/disclosure.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { PasteForm } from '../paste/paste-form.tsx';

/** People whom no page shows, pasted; the planner shows the occasion that they become. */
export function PopupPaste({
  paste,
  openPlanner,
}: {
  paste: (text: string) => Promise<PasteResult>;
  openPlanner: (route: string) => void;
}) {
  const { t } = useLocale();
  const [open, setOpen] = useState(false);
  return (
    <Disclosure summary={t.common.paste.open} open={open} onToggle={setOpen}>
      {open ? (
        <PasteForm
          focused={true}
          paste={paste}
          onPasted={({ occasionId }) => openPlanner(`#/today/${encodeURIComponent(occasionId)}`)}
        />
      ) : null}
    </Disclosure>
  );
}
