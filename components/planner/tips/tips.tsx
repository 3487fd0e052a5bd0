import { useMemo, useState } from 'react';
import type { TipRow } from '../../../records/planner.ts';
import { Blank } from '../../parts/blank.tsx';
import { Button } from '../../parts/button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Options } from '../../parts/options.tsx';
import { Status } from '../../parts/status.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { termsOf } from '../people/filter.ts';
import { Loaded, Screen } from '../screen.tsx';
import { useServices, useWatched } from '../services-context.tsx';
import { QuickCapture } from './quick-capture.tsx';
import { TipItem } from './tip-item.tsx';
import './tips.css';

const atOnce = 60;
type Shown = 'live' | 'over' | 'all';

/** Tips: caught in one line, listed with their reach and shelf life and who got them. */
export function TipsScreen({ id }: { id: string | null }) {
  const { t } = useLocale();
  const tips = useWatched('tips', null);
  const names = useWatched('names', null);
  return (
    <Screen title={t.planner.nav.tips} lead={t.planner.tips.lead}>
      <Loaded answer={names}>{(people) => <QuickCapture people={people} />}</Loaded>
      <Loaded answer={tips}>
        {(rows) =>
          rows.length === 0 ? (
            <Blank title={t.planner.tips.none}>
              <p>{t.planner.tips.noneHow}</p>
            </Blank>
          ) : (
            <TipList rows={rows} pointed={id} />
          )
        }
      </Loaded>
    </Screen>
  );
}

function TipList({ rows, pointed }: { rows: readonly TipRow[]; pointed: string | null }) {
  const { t } = useLocale();
  const w = t.planner.tips;
  const now = useServices().now();
  const [shown, setShown] = useState<Shown>(pointed === null ? 'live' : 'all');
  const [text, setText] = useState('');
  const [limit, setLimit] = useState(() => Math.max(atOnce, rows.findIndex(({ tip }) => tip.id === pointed) + 1));
  const terms = useMemo(() => termsOf(text), [text]);
  const left = rows.filter(({ tip, few, shares }) => {
    const over = tip.expiresAt !== null && tip.expiresAt < now;
    if (shown !== 'all' && over !== (shown === 'over')) return false;
    const hay = [
      tip.text,
      ...tip.topics,
      tip.source ?? '',
      ...few.map((one) => one.name),
      ...shares.map((one) => one.person.name),
    ]
      .join(' ')
      .normalize('NFKC')
      .toLowerCase();
    return terms.every((term) => hay.includes(term));
  });
  return (
    <>
      <search className="tip-filters">
        <TextField
          label={w.find}
          labelHidden={true}
          placeholder={w.find}
          type="search"
          value={text}
          onChange={setText}
        />
        <Options
          label={w.which}
          labelHidden={true}
          value={shown}
          onChange={setShown}
          items={[
            { value: 'live', label: w.live },
            { value: 'over', label: w.overOnes },
            { value: 'all', label: w.all },
          ]}
        />
      </search>
      <Status className="fine">{w.shown({ n: left.length })}</Status>
      <ul className="tips">
        {left.slice(0, limit).map((row) => (
          <TipItem key={row.tip.id} row={row} pointed={row.tip.id === pointed} />
        ))}
      </ul>
      {left.length > limit ? <Button onClick={() => setLimit(limit + atOnce)}>{t.common.more}</Button> : null}
    </>
  );
}
