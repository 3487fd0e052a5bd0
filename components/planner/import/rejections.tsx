import type { Rejected } from '../../../records/planner.ts';
import { Disclosure } from '../../parts/disclosure.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Words } from '../../parts/words.tsx';

const shownRejected = 20;

/** What cannot go in, or did not, and why. */
export function Rejections({ rejected }: { rejected: readonly Rejected[] }) {
  const { t } = useLocale();
  const w = t.importing;
  const reasonWords = ({ reason, detail }: Rejected): string => {
    const words = w.rejection[reason] ?? t.problems[reason] ?? reason;
    return detail === '' ? words : w.withDetail({ words, detail });
  };
  if (rejected.length === 0) return null;
  return (
    <Notice kind="care" title={w.rejected({ n: rejected.length })}>
      <p>{w.rejectedHow}</p>
      <Disclosure summary={w.rejectedWhich}>
        <ul className="rejected">
          {rejected.slice(0, shownRejected).map((one) => (
            <li key={`${one.file} ${one.place} ${one.reason} ${one.detail}`}>
              <Words>{w.rejectedLine({ ...one, reason: reasonWords(one) })}</Words>
            </li>
          ))}
        </ul>
        {rejected.length > shownRejected ? (
          <p className="fine">{t.planner.andMore({ n: rejected.length - shownRejected })}</p>
        ) : null}
      </Disclosure>
    </Notice>
  );
}
