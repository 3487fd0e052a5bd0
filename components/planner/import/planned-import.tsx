import { useState } from 'react';
import type { ImportPlan, PlannedFile, RestoreMode } from '../../../records/planner.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Options } from '../../parts/options.tsx';
import { Words } from '../../parts/words.tsx';
import { Section } from '../screen.tsx';
import { ColumnMapping } from './column-mapping.tsx';
import { FoundParts } from './found-parts.tsx';
import { shownFor, useImportJob } from './import-job.tsx';
import { Changes, OwnAddresses } from './import-questions.tsx';
import { Rejections } from './rejections.tsx';

/** The dry run: what each file would bring, with its questions, and the button that does it. */
export function PlannedImport({ plan, goesAlone }: { plan: ImportPlan; goesAlone: boolean }) {
  const { t } = useLocale();
  const w = t.importing;
  const job = useImportJob();
  const asksHow = plan.files.some((file) => file.backup !== null && !file.backup.intoEmpty);
  const [restore, setRestore] = useState<RestoreMode>('merge');
  const [asking, setAsking] = useState(false);
  const nothing = plan.counts.added + plan.counts.updated === 0 && restore === 'merge';
  const start = () => (asksHow && restore === 'replace' ? setAsking(true) : job.start(restore));
  return (
    <Section title={w.dryRun}>
      <p className="quiet">{goesAlone ? w.goesAlone({ seconds: shownFor }) : w.dryRunHow}</p>
      <ul className="planned-files">
        {plan.files.map((file) => (
          <li key={file.name} className="planned-file" data-file={file.name} data-kind={file.kind}>
            <PlannedLine file={file} />
          </li>
        ))}
      </ul>
      <OwnAddresses plan={plan} />
      <Changes plan={plan} />
      <Rejections rejected={plan.rejected} />
      {!asksHow ? null : (
        <div className="form">
          <Options
            label={w.restoreHow}
            value={restore}
            onChange={setRestore}
            items={[
              { value: 'merge', label: w.restoreMerge },
              { value: 'replace', label: w.restoreReplace },
            ]}
          />
          <p className="fine">{w.restoreNote[restore]}</p>
        </div>
      )}
      <div className="card-acts">
        <Button look="main" onClick={start} disabled={nothing}>
          {w.start}
        </Button>
        {goesAlone ? <Button onClick={job.hold}>{w.hold}</Button> : null}
        <Button look={goesAlone ? 'quiet' : 'plain'} onClick={job.clear}>
          {t.common.cancel}
        </Button>
        {nothing ? <span className="fine">{w.nothingNew}</span> : null}
      </div>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={w.replaceTitle}
        description={w.replaceHow}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t.common.cancel}</Button>
            <Button
              look="danger"
              onClick={() => {
                setAsking(false);
                job.start('replace');
              }}
            >
              {w.replaceDo}
            </Button>
          </>
        }
      />
    </Section>
  );
}

function PlannedLine({ file }: { file: PlannedFile }) {
  const { t, format } = useLocale();
  const w = t.importing;
  const job = useImportJob();
  const { backup, columns } = file;
  const tables = backup === null ? [] : Object.entries(backup.tables).filter(([, n]) => n > 0);
  return (
    <>
      <p>
        <strong>
          <bdi>{file.name}</bdi>
        </strong>{' '}
        <span className="quiet">{w.kind[file.kind]}</span>
      </p>
      <p className="fine">{w.planned(file.counts)}</p>
      {backup === null ? null : (
        <p className="fine">
          <Words>
            {w.backupOf({
              at: Number.isNaN(Date.parse(backup.exportedAt))
                ? backup.exportedAt
                : format.date(Date.parse(backup.exportedAt)),
              tables: format.list(tables.map(([table, n]) => w.tableCount({ table, n }))),
            })}
          </Words>
        </p>
      )}
      {file.parts === null ? null : <FoundParts parts={file.parts} />}
      {columns === null ? null : (
        <ColumnMapping columns={columns} onChange={(mapping) => job.remap(file.name, mapping)} />
      )}
    </>
  );
}
