import { Upload } from 'lucide-react';
import { type DragEvent, useId, useState } from 'react';
import type { ImportCounts } from '../../../records/planner.ts';
import { useLocale } from '../../parts/locale-context.tsx';
import { Status } from '../../parts/status.tsx';
import { ProblemNotice, Screen } from '../screen.tsx';
import './import.css';
import { ImportDone } from './import-done.tsx';
import { type ImportState, useImportJob } from './import-job.tsx';
import { PastImports } from './past-imports.tsx';
import { PlannedImport } from './planned-import.tsx';

const accepted = '.vcf,.vcard,.csv,.tsv,.txt,.ics,.ical,.eml,.mbox,.json,.gz';

/** Brings people, occasions and backups in from files: what will happen is told first, and can be taken back. */
export function ImportScreen() {
  const { t } = useLocale();
  const w = t.importing;
  const { state } = useImportJob();
  return (
    <Screen title={t.planner.nav.import} lead={w.lead}>
      <FileChoice />
      <ImportStatus state={state} />
      {state.is === 'planned' ? <PlannedImport plan={state.plan} goesAlone={state.goesAlone} /> : null}
      {state.is === 'done' ? <ImportDone outcome={state.outcome} /> : null}
      {state.is === 'failed' ? <ProblemNotice problem={state.problem} /> : null}
      <PastImports />
    </Screen>
  );
}

/** The one place where files are chosen or dropped. */
function FileChoice() {
  const { t } = useLocale();
  const w = t.importing;
  const { state, choose, cancel } = useImportJob();
  const id = useId();
  const [over, setOver] = useState(false);
  const busy = state.is === 'importing';
  const take = (files: FileList | null) => {
    const list = [...(files ?? [])];
    if (list.length > 0 && !busy) choose(list);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <section
      aria-label={w.choose}
      className="drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Upload aria-hidden="true" />
      <input
        id={id}
        className="unseen drop-input"
        type="file"
        multiple={true}
        accept={accepted}
        disabled={busy}
        aria-describedby={`${id}-note`}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file chosen again must be read again.
          event.currentTarget.value = '';
        }}
      />
      <label htmlFor={id} className="button button-main drop-label">
        {w.choose}
      </label>
      <p id={`${id}-note`} className="fine">
        {w.chooseNote}
      </p>
      {state.is === 'planning' || busy ? (
        <button type="button" className="button" onClick={cancel}>
          {t.common.cancel}
        </button>
      ) : null}
    </section>
  );
}

/** What an import ended with. */
const countsOf = (state: ImportState): ImportCounts | null => (state.is === 'done' ? state.outcome : null);

/** Says where the import stands, in words and as attributes. */
function ImportStatus({ state }: { state: ImportState }) {
  const { t } = useLocale();
  const w = t.importing;
  const counts = countsOf(state);
  const names = state.is === 'empty' ? [] : state.files.map((file) => file.name);
  const progress = state.is === 'planning' || state.is === 'importing' ? state.progress : null;
  return (
    <div className="import-status">
      <Status
        data-state={state.is}
        data-added={counts?.added}
        data-updated={counts?.updated}
        data-skipped={counts?.skipped}
        data-failed={counts?.failed}
        data-planned={state.is === 'planned' ? state.plan.counts.added + state.plan.counts.updated : undefined}
      >
        {state.is === 'empty' ? null : (
          <p>
            {state.is === 'planning'
              ? w.reading({ files: names })
              : state.is === 'planned'
                ? w.planned(state.plan.counts)
                : state.is === 'importing'
                  ? w.importing({ files: names })
                  : state.is === 'done'
                    ? state.outcome.canceled
                      ? w.canceled
                      : w.done(state.outcome)
                    : w.failed}
          </p>
        )}
      </Status>
      {state.is === 'planning' || state.is === 'importing' ? (
        <progress
          aria-label={w.progress}
          value={progress?.total == null ? undefined : progress.done}
          max={progress?.total ?? undefined}
        />
      ) : null}
    </div>
  );
}
