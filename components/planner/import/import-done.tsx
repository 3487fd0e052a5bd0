import type { ImportOutcome } from '../../../records/planner.ts';
import { Button } from '../../parts/button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { download } from '../download.ts';
import { hrefOf } from '../route.ts';
import { useServices } from '../services-context.tsx';
import { useAct } from '../use-act.ts';
import { useImportJob } from './import-job.tsx';
import { Rejections } from './rejections.tsx';

/** What can be done once an import is through: look, take it back, get the rows that did not go in. */
export function ImportDone({ outcome }: { outcome: ImportOutcome }) {
  const { t } = useLocale();
  const w = t.importing;
  const services = useServices();
  const run = useAct();
  const job = useImportJob();
  const { importId, rejectedFile } = outcome;
  return (
    <>
      <Rejections rejected={outcome.rejected} />
      <div className="card-acts">
        <a className="button button-main" href={hrefOf('people')}>
          {w.look}
        </a>
        {importId === null ? null : (
          <Button
            onClick={async () => {
              const done = await run(services.undoImport(importId), ({ stayed = 0 }) => w.undone({ stayed }));
              if (done !== null) job.clear();
            }}
          >
            {w.undo}
          </Button>
        )}
        {rejectedFile === null ? null : (
          <Button onClick={() => download(rejectedFile)}>{w.getRejected({ n: outcome.failed })}</Button>
        )}
      </div>
    </>
  );
}
