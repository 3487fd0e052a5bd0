import type { Brief } from '../../records/brief.ts';
import { Button } from '../parts/button.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { useAct } from './use-act.ts';

/** What was found on a page of an unknown kind: the user looks at it, and only then it is kept. */
export function KeepOffer({ brief }: { brief: Brief }) {
  const { t } = useLocale();
  const { act, busy } = useAct();
  if (brief.occasion.unconfirmed !== true) return null;
  return (
    <div className="review-offer" data-unconfirmed="">
      <span>{t.panel.found}</span>
      <Button small={true} disabled={busy || brief.pending === true} onClick={() => void act({ act: 'keep-occasion' })}>
        {t.panel.keepFound}
      </Button>
    </div>
  );
}
