import { useState } from 'react';
import type { Settings } from '../../../records/settings.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { problemWords } from '../../parts/problem-words.ts';
import { TextField } from '../../parts/text-field.tsx';
import { useSay } from '../../parts/toast.tsx';
import { download } from '../download.ts';
import { hrefOf } from '../route.ts';
import { Loaded, Section } from '../screen.tsx';
import { shownProblem, useServices, useWatched } from '../services-context.tsx';
import { useAct } from '../use-act.ts';

/** Backup, restore, what the store holds, and erasing everything. */
export function SafetySettings({ settings }: { settings: Settings }) {
  const { t, format } = useLocale();
  const w = t.settings;
  const services = useServices();
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const backUp = async () => {
    setBusy(true);
    try {
      download(await services.backup());
      say({ text: w.backedUp });
    } catch (error) {
      say({ ...problemWords(shownProblem(error), t), problem: true });
    }
    setBusy(false);
  };
  return (
    <>
      <Section title={w.backup}>
        <p className="quiet">{w.backupHow}</p>
        <p>
          {settings.lastBackupAt === null
            ? w.neverBackedUp
            : w.lastBackup({ at: format.relative(settings.lastBackupAt) })}
        </p>
        <div className="card-acts">
          <Button look="main" onClick={() => void backUp()} disabled={busy}>
            {w.backupNow}
          </Button>
          <a className="button" href={hrefOf('import')}>
            {w.restore}
          </a>
        </div>
      </Section>
      <Section title={w.store}>
        <Store />
        <TakeSampleAway />
      </Section>
      <Section title={w.erase}>
        <p className="quiet">{w.eraseHow}</p>
        <Erase />
      </Section>
    </>
  );
}

function Store() {
  const { t, format } = useLocale();
  const w = t.settings;
  const store = useWatched('store', null);
  return (
    <Loaded answer={store}>
      {({ people, sightings, occasions, tips, bytes }) => (
        <dl className="facts store-facts" data-store="open">
          {[
            [w.storePeople, format.number(people)],
            [w.storeSightings, format.number(sightings)],
            [w.storeOccasions, format.number(occasions)],
            [w.storeTips, format.number(tips)],
            [w.storeSize, bytes === null ? w.unknown : w.megabytes({ n: bytes / 1_000_000 })],
          ].map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Loaded>
  );
}

/** The invented people of the first run go as one, what the user added stays. */
function TakeSampleAway() {
  const { t } = useLocale();
  const w = t.settings;
  const services = useServices();
  const run = useAct();
  const imports = useWatched('imports', null);
  const sample = imports.is === 'there' ? imports.value.find((one) => one.isSample && !one.source.undone) : undefined;
  const importId = sample?.importId ?? null;
  if (importId === null) return null;
  return (
    <div className="card-acts">
      <Button onClick={() => void run(services.undoImport(importId), ({ stayed = 0 }) => w.sampleGone({ stayed }))}>
        {w.takeSampleAway}
      </Button>
      <span className="fine">{w.takeSampleAwayHow}</span>
    </div>
  );
}

function Erase() {
  const { t } = useLocale();
  const w = t.settings;
  const services = useServices();
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const right = typed.trim().toLocaleLowerCase() === w.eraseWord.toLocaleLowerCase();
  const erase = async () => {
    if (!right) return;
    try {
      await services.erase();
      setOpen(false);
      setTyped('');
      location.hash = hrefOf('today');
    } catch (error) {
      say({ ...problemWords(shownProblem(error), t), problem: true });
    }
  };
  return (
    <>
      <div>
        <Button look="danger" onClick={() => setOpen(true)}>
          {w.eraseStart}
        </Button>
      </div>
      <Dialog open={open} onOpenChange={setOpen} title={w.eraseTitle} description={w.eraseWarning}>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            void erase();
          }}
        >
          <TextField label={w.eraseType({ word: w.eraseWord })} value={typed} onChange={setTyped} />
          <div className="dialog-actions">
            <Button onClick={() => setOpen(false)}>{t.common.cancel}</Button>
            <Button look="danger" type="submit" disabled={!right}>
              {w.eraseDo}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
