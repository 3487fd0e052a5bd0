import { useState } from 'react';
import type { Person } from '../../../records/person.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { FormFoot } from '../form-foot.tsx';
import { PersonPicker } from '../person-picker.tsx';
import { Loaded } from '../screen.tsx';
import { useServices, useWatched } from '../services-context.tsx';
import { useAct } from '../use-act.ts';

/** Joins another record of the same human being into this one. Can be undone. */
export function MergeDialog({
  person,
  open,
  onOpenChange,
}: {
  person: Person;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const { t } = useLocale();
  const w = t.planner.people;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={w.mergeTitle({ name: person.name })}
      description={w.mergeHow}
    >
      {open ? <MergeForm person={person} onDone={() => onOpenChange(false)} /> : null}
    </Dialog>
  );
}

function MergeForm({ person, onDone }: { person: Person; onDone: () => void }) {
  const { t } = useLocale();
  const w = t.planner.people;
  const services = useServices();
  const run = useAct();
  const names = useWatched('names', null);
  const [other, setOther] = useState<string | null>(null);
  return (
    <Loaded answer={names}>
      {(people) => (
        <form
          className="form"
          onSubmit={async (event) => {
            event.preventDefault();
            if (other === null) return;
            const done = await run(services.mergePeople(person.id, other), w.merged);
            if (done !== null) onDone();
          }}
        >
          <PersonPicker label={w.mergeOther} people={people} value={other} onChange={setOther} except={[person.id]} />
          <FormFoot onCancel={onDone} save={w.mergeDo} disabled={other === null} />
        </form>
      )}
    </Loaded>
  );
}
