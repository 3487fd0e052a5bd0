import { Button } from '../../parts/button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Tag } from '../../parts/tag.tsx';
import { Section } from '../screen.tsx';
import { useServices, useWatched } from '../services-context.tsx';
import { useAct } from '../use-act.ts';

/** Files that came in before, each of which can still be taken back. */
export function PastImports() {
  const { t, format } = useLocale();
  const w = t.importing;
  const services = useServices();
  const run = useAct();
  const imports = useWatched('imports', null);
  if (imports.is !== 'there' || imports.value.length === 0) return null;
  return (
    <Section title={w.past} count={imports.value.length}>
      <ul className="planned-files">
        {imports.value.map(({ source, importId }) => (
          <li key={source.id} className="past-import" data-import={importId ?? undefined}>
            <div>
              <p>
                <bdi>{source.name}</bdi> {source.undone ? <Tag>{w.wasUndone}</Tag> : null}
              </p>
              <p className="fine">
                {format.dateTime(source.importedAt)} · {w.counts(source)}
              </p>
            </div>
            {source.undone || importId === null ? null : (
              <Button
                small={true}
                onClick={() => void run(services.undoImport(importId), ({ stayed = 0 }) => w.undone({ stayed }))}
              >
                {w.undo}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
