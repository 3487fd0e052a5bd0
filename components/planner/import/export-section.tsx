import { useState } from 'react';
import type { ExportKind } from '../../../records/planner.ts';
import { Button } from '../../parts/button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { download } from '../download.ts';
import { ProblemNotice, Section } from '../screen.tsx';
import type { ShownProblem } from '../services.ts';
import { shownProblem, useServices } from '../services-context.tsx';

const kinds: readonly ExportKind[] = ['vcard4', 'vcard3', 'csv', 'icalendar'];

/** The way out: people and planned shares as files for other programs. */
export function ExportSection() {
  const { t } = useLocale();
  const w = t.importing;
  const services = useServices();
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const save = async (kind: ExportKind) => {
    try {
      download(await services.exportFile(kind, w.plannedShare));
      setProblem(null);
    } catch (error) {
      setProblem(shownProblem(error));
    }
  };
  return (
    <Section title={w.exportTitle}>
      <p className="quiet">{w.exportHow}</p>
      <div className="card-acts">
        {kinds.map((kind) => (
          <Button key={kind} onClick={() => void save(kind)}>
            {w.exportKind[kind]}
          </Button>
        ))}
      </div>
      {problem === null ? null : <ProblemNotice problem={problem} />}
    </Section>
  );
}
