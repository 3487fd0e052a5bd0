import type { FoundPart } from '../../../records/planner.ts';
import { Disclosure } from '../../parts/disclosure.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Name } from '../../parts/words.tsx';

/** So many files of an archive are named. */
const most = 200;

/** What was found in an archive or folder: what goes in, file by file, and how many other files there are. */
export function FoundParts({ parts, open = false }: { parts: readonly FoundPart[]; open?: boolean }) {
  const { t, format } = useLocale();
  const w = t.importing;
  const kept = parts.filter((part) => part.kind !== null);
  const shown = kept.slice(0, most);
  const list = (
    <ul className="found-parts">
      {shown.map((part) => (
        <li key={part.path} data-part={part.path}>
          <Name>{part.path}</Name>{' '}
          <span className="quiet">
            {part.kind === null ? '' : w.kind[part.kind]}
            {', '}
            {part.entries === null
              ? w.megabytes({ n: format.number(Math.max(0.1, Math.round(part.size / 100_000) / 10)) })
              : w.entries({ n: part.entries })}
          </span>
        </li>
      ))}
      {kept.length > most ? <li className="fine">{t.planner.andMore({ n: kept.length - most })}</li> : null}
      {parts.length > kept.length ? <li className="fine">{w.otherFiles({ n: parts.length - kept.length })}</li> : null}
    </ul>
  );
  return open ? list : <Disclosure summary={w.foundIn({ n: kept.length })}>{list}</Disclosure>;
}
