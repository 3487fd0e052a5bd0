import type { ReactNode } from 'react';
import type { Brief } from '../../records/brief.ts';
import { useLocale } from '../parts/locale-context.tsx';
import { Name } from '../parts/words.tsx';
import { clipped } from './reason-words.ts';

/** The occasion's title as shown: the page's, cut where it is endless, or words where there is none. */
const longestTitle = 160;

/** What the occasion is: kind, title, when, and how much of its people was read. `mark` and `tools` stand at the ends of its first line. */
export function OccasionHead({
  occasion,
  people,
  mark,
  tools,
}: {
  occasion: Brief['occasion'];
  /** How many people are listed: without the user, rooms and other machines. */
  people: number;
  mark?: ReactNode;
  tools?: ReactNode;
}) {
  const { t, format } = useLocale();
  const { kind, title, startAt, endAt, zone, whenText, extent, over } = occasion;
  const when =
    startAt === null
      ? (whenText ?? '')
      : kind === 'thread'
        ? ''
        : endAt === null
          ? format.dateTime(startAt, zone)
          : format.range(startAt, endAt, zone);
  const shown = extent.complete
    ? t.common.people({ n: people })
    : extent.total === null
      ? t.panel.shownSome({ shown: extent.shown })
      : t.panel.shownOf({ shown: extent.shown, total: extent.total });
  return (
    <header className="occasion-head">
      <div className="occasion-line">
        {mark}
        <span className="occasion-kind">
          {t.panel.kindWord[kind]}
          {over ? ` · ${t.panel.over}` : ''}
        </span>
        {tools}
      </div>
      <h1 className="occasion-title serif">
        {title === null || title.trim() === '' ? t.panel.untitled[kind] : <Name>{clipped(title, longestTitle)}</Name>}
      </h1>
      <p className="occasion-when">
        {when === '' ? null : (
          <>
            <bdi>{when}</bdi> <span aria-hidden="true">·</span>{' '}
          </>
        )}
        <span className={extent.complete ? undefined : 'incomplete'}>{shown}</span>
      </p>
      {extent.complete ? null : <p className="fine">{t.panel.howToSeeAll}</p>}
    </header>
  );
}
