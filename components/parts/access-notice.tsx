import { useState } from 'react';
import { Button } from './button.tsx';
import { useLocale } from './locale-context.tsx';
import { Notice } from './notice.tsx';

/** What the browser does not let the extension read. Firefox leaves that to its user, now and later. */
export interface Access {
  /** Labels of the listed sites that are not allowed; empty: all are. */
  lacking: readonly string[];
  /** Asks the browser for them, which asks the user. Call it straight from a click. Answers whether it was allowed. */
  ask: () => Promise<boolean>;
}

/** Says which sites the browser keeps from us, and asks for them with one click. Draws nothing where all are allowed. */
export function AccessNotice({ access }: { access: Access }) {
  const { t } = useLocale();
  const [allowed, setAllowed] = useState(access.lacking.length === 0);
  if (allowed) return null;
  return (
    <Notice
      kind="care"
      title={t.common.access.lacking({ sites: access.lacking.join(t.common.access.comma) })}
      actions={
        <Button look="main" onClick={() => void access.ask().then(setAllowed, () => setAllowed(false))}>
          {t.common.access.allow}
        </Button>
      }
    >
      <p>{t.common.access.what}</p>
    </Notice>
  );
}
