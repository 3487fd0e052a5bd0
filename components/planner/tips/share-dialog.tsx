import { useState } from 'react';
import type { Warning } from '../../../prompts/guard.ts';
import type { TipRow } from '../../../records/planner.ts';
import type { Setting } from '../../../records/share.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Notice } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { Words } from '../../parts/words.tsx';
import { PersonPicker } from '../person-picker.tsx';
import { Loaded } from '../screen.tsx';
import { useServices, useWatched } from '../services-context.tsx';
import { momentOfValue } from '../text-lists.ts';
import { useAct } from '../use-act.ts';

const settings: readonly Setting[] = ['private-message', 'meal', 'walk', 'call', 'before', 'after', 'at-the-table'];

/** Plans one tip for one person, in private; the guard speaks before it is saved. */
export function ShareDialog({
  row,
  open,
  onOpenChange,
}: {
  row: TipRow;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const { t } = useLocale();
  const w = t.planner.tips;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={w.shareTitle} description={row.tip.text}>
      {open ? <ShareForm row={row} onDone={() => onOpenChange(false)} /> : null}
    </Dialog>
  );
}

function ShareForm({ row, onDone }: { row: TipRow; onDone: () => void }) {
  const { t, format } = useLocale();
  const w = t.planner.tips;
  const services = useServices();
  const run = useAct();
  const names = useWatched('names', null);
  const [personId, setPersonId] = useState<string | null>(row.tip.few.length === 1 ? (row.tip.few[0] ?? null) : null);
  const [setting, setSetting] = useState<Setting>('private-message');
  const [when, setWhen] = useState('');
  const [why, setWhy] = useState('');
  const shares = row.shares.map(({ share }) => share);
  const warnings: Warning[] = personId === null ? [] : services.guard(row.tip, shares, personId, '');
  const barred = personId === null || warnings.some(({ code }) => code === 'confidential' || code === 'has-it');
  const warningWords = ({ code }: Warning): string => {
    if (code === 'taken') {
      const holders = row.shares.filter(({ share, person }) => share.state !== 'skipped' && person.id !== personId);
      return w.becomesCommon({ people: format.list([...new Set(holders.map(({ person }) => person.name))]) });
    }
    if (code === 'expired') return w.guardOver({ at: format.date(row.tip.expiresAt ?? services.now()) });
    return w.guard[code];
  };
  // One sentence names all who have it.
  const said = [...new Set(warnings.map(warningWords))];

  const save = async () => {
    if (personId === null || barred) return;
    const done = await run(
      services.perform({
        act: 'plan-share',
        whom: { personId },
        tipId: row.tip.id,
        setting,
        plannedFor: momentOfValue(when),
        whyYou: why.trim(),
      }),
      w.planned,
    );
    if (done !== null) onDone();
  };

  return (
    <Loaded answer={names}>
      {(people) => (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <PersonPicker label={w.who} people={people} value={personId} onChange={setPersonId} />
          <div aria-live="polite" className="form">
            {said.map((sentence) => (
              <Notice key={sentence} kind="care">
                <p>
                  <Words>{sentence}</Words>
                </p>
              </Notice>
            ))}
          </div>
          <div className="form-pair">
            <Choice
              label={w.setting}
              value={setting}
              onChange={setSetting}
              items={settings.map((one) => ({ value: one, label: t.common.setting[one] }))}
            />
            <TextField label={w.when} note={t.common.optional} type="datetime-local" value={when} onChange={setWhen} />
          </div>
          <TextField label={w.whyYou} note={w.whyYouNote} value={why} onChange={setWhy} />
          <div className="dialog-actions">
            <Button onClick={onDone}>{t.common.cancel}</Button>
            <Button look="main" type="submit" disabled={barred}>
              {w.plan}
            </Button>
          </div>
        </form>
      )}
    </Loaded>
  );
}
