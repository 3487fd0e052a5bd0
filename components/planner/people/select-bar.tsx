import { useState } from 'react';
import type { ManyChange } from '../../../records/planner.ts';
import { Button } from '../../parts/button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useServices } from '../services-context.tsx';
import { useAct } from '../use-act.ts';

/** What can be done with those chosen, each as one act with one undo. */
export function SelectBar({
  chosen,
  all,
  onChoose,
  onDone,
}: {
  chosen: readonly string[];
  /** Those that the list shows now. */
  all: readonly string[];
  onChoose: (ids: readonly string[]) => void;
  onDone: () => void;
}) {
  const { t } = useLocale();
  const w = t.planner.people.many;
  const services = useServices();
  const run = useAct();
  const [tag, setTag] = useState('');
  const none = chosen.length === 0;
  const change = async (what: ManyChange, said: string) => {
    if ((await run(services.changeMany(chosen, what), said)) !== null && what.do === 'delete') onChoose([]);
  };
  return (
    <section className="select-bar" aria-label={w.select}>
      <p role="status">{w.chosen({ n: chosen.length })}</p>
      <div className="row-acts">
        <Button small={true} onClick={() => onChoose(chosen.length === all.length ? [] : all)}>
          {chosen.length === all.length ? w.noneOfThem : w.allOfThem({ n: all.length })}
        </Button>
        <Button
          small={true}
          disabled={none}
          onClick={() => void change({ do: 'potential', on: true }, w.tagged({ n: chosen.length }))}
        >
          {w.potential}
        </Button>
        <Button
          small={true}
          look="quiet"
          disabled={none}
          onClick={() => void change({ do: 'potential', on: false }, w.untagged({ n: chosen.length }))}
        >
          {w.notPotential}
        </Button>
        <Button
          small={true}
          look="danger"
          disabled={none}
          onClick={() => void change({ do: 'delete' }, w.deleted({ n: chosen.length }))}
        >
          {t.planner.people.remove}
        </Button>
        <Button small={true} look="quiet" onClick={onDone}>
          {w.done}
        </Button>
      </div>
      <form
        className="one-line"
        onSubmit={(event) => {
          event.preventDefault();
          if (none || tag.trim() === '') return;
          void change({ do: 'tag', tag }, w.taggedAs({ n: chosen.length, tag: tag.trim() })).then(() => setTag(''));
        }}
      >
        <TextField label={w.tag} value={tag} onChange={setTag} maxLength={100} />
        <Button type="submit" disabled={none || tag.trim() === ''}>
          {t.common.add}
        </Button>
      </form>
    </section>
  );
}
