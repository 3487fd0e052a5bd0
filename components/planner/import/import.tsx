import { Upload } from 'lucide-react';
import { type DragEvent, useId, useState } from 'react';
import type { ImportCounts, Progress } from '../../../records/planner.ts';
import { Button } from '../../parts/button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Status } from '../../parts/status.tsx';
import { ProblemNotice, Screen } from '../screen.tsx';
import { useServices } from '../services-context.tsx';
import './import.css';
import { ExportSection } from './export-section.tsx';
import { chooseFolder, droppedFiles } from './folder.ts';
import { FoundParts } from './found-parts.tsx';
import { ImportDone } from './import-done.tsx';
import { type ImportState, useImportJob } from './import-job.tsx';
import { PastImports } from './past-imports.tsx';
import { PlannedImport } from './planned-import.tsx';

const accepted = '.vcf,.vcard,.csv,.tsv,.txt,.ldif,.ics,.ical,.eml,.mbox,.mbx,.zip,.tar,.tgz,.json,.gz';

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
      <ExportSection />
    </Screen>
  );
}

/** The one place where files are chosen or dropped. */
function FileChoice() {
  const { t } = useLocale();
  const w = t.importing;
  const { state, choose, cancel, pause, paused } = useImportJob();
  const id = useId();
  const [over, setOver] = useState(false);
  const busy = state.is === 'importing';
  const take = (files: Iterable<File> | null) => {
    const list = [...(files ?? [])];
    if (list.length > 0 && !busy) choose(list);
  };
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(await droppedFiles(event.dataTransfer));
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
      onDrop={(event) => void drop(event)}
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
        <div className="card-acts">
          <Button onClick={() => pause(!paused)}>{paused ? w.goOn : w.pause}</Button>
          <Button onClick={cancel}>{t.common.cancel}</Button>
        </div>
      ) : (
        <Button look="quiet" onClick={() => void chooseFolder().then(take)}>
          {w.chooseFolder}
        </Button>
      )}
    </section>
  );
}

/** What an import ended with. */
const countsOf = (state: ImportState): ImportCounts | null => (state.is === 'done' ? state.outcome : null);

/** Before this share is done, nothing can be said of how long the rest takes. */
const tooEarly = 0.02;

/** How long the rest will take, in words; empty while it cannot be told. `began`, `now` in epoch ms. */
function timeLeft(
  progress: Progress | null,
  began: number,
  now: number,
  words: (p: { seconds: number }) => string,
): string {
  if (progress?.total == null || progress.done < progress.total * tooEarly || now - began < 2_000) return '';
  return words({ seconds: Math.ceil((((now - began) / progress.done) * (progress.total - progress.done)) / 1_000) });
}

/** Says where the import stands, in words and as attributes. */
function ImportStatus({ state }: { state: ImportState }) {
  const { t } = useLocale();
  const w = t.importing;
  const services = useServices();
  const { paused } = useImportJob();
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
        <>
          <progress
            aria-label={w.progress}
            value={progress?.total == null ? undefined : progress.done}
            max={progress?.total ?? undefined}
          />
          <p className="fine">{paused ? w.isPaused : timeLeft(progress, state.began, services.now(), w.timeLeft)}</p>
          {progress?.found === undefined ? null : <FoundParts parts={progress.found} open={true} />}
        </>
      ) : null}
    </div>
  );
}
