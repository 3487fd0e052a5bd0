import { useState } from 'react';
import type { Cooperation } from '../../../records/cooperation.ts';
import { Button } from '../../parts/button.tsx';
import { Disclosure } from '../../parts/disclosure.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Options } from '../../parts/options.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useServices } from '../services-context.tsx';
import { useAct } from '../use-act.ts';

/** A request and its answer, written down: the evidence that makes a connection. */
export function CooperationForm({ personId, name }: { personId: string; name: string }) {
  const { t } = useLocale();
  const w = t.planner.people;
  const services = useServices();
  const run = useAct();
  const [open, setOpen] = useState(false);
  const [direction, setDirection] = useState<Cooperation['direction']>('they-asked');
  const [about, setAbout] = useState('');
  const [answer, setAnswer] = useState<Cooperation['answer']>('open');
  const save = async () => {
    if (about.trim() === '') return;
    const done = await run(
      services.perform({
        act: 'record-cooperation',
        whom: { personId },
        direction,
        about: about.trim(),
        answer,
      }),
      w.cooperationAdded,
    );
    if (done === null) return;
    setAbout('');
    setOpen(false);
  };
  return (
    <Disclosure summary={w.cooperation} open={open} onToggle={setOpen}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Options
          label={w.whoAsked}
          value={direction}
          onChange={setDirection}
          items={[
            { value: 'they-asked', label: w.theyAsked({ name }) },
            { value: 'i-asked', label: t.common.direction['i-asked'] },
          ]}
        />
        <TextField label={w.about} value={about} onChange={setAbout} placeholder={w.aboutPlaceholder} />
        <Options
          label={w.answer}
          value={answer}
          onChange={setAnswer}
          items={[
            { value: 'agreed', label: t.common.answer.agreed },
            { value: 'declined', label: t.common.answer.declined },
            { value: 'open', label: t.common.answer.open },
          ]}
        />
        <div className="form-foot">
          <Button type="submit" disabled={about.trim() === ''}>
            {w.cooperationSave}
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}
