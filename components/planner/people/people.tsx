import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { Merge, Search, UserPlus } from 'lucide-react';
import { type CSSProperties, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { PersonRow } from '../../../records/planner.ts';
import { Blank } from '../../parts/blank.tsx';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Status } from '../../parts/status.tsx';
import { Tag } from '../../parts/tag.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { Name } from '../../parts/words.tsx';
import { asksForNew, duplicatesId, hrefOf } from '../route.ts';
import { Loaded, Screen } from '../screen.tsx';
import { useWatched } from '../services-context.tsx';
import { filterPeople, noFilter, type PeopleFilter, sortPeople } from './filter.ts';
import './people.css';
import { PersonForm } from './person-form.tsx';
import { SelectBar } from './select-bar.tsx';

/** Where the user was in the list, so that coming back from one person finds the same place. */
const place = { filter: noFilter, top: 0 };

/** All kept people: found, filtered, and drawn only where the eye is. */
export function PeopleScreen() {
  const { t } = useLocale();
  const people = useWatched('people', null);
  const [adding, setAdding] = useState(() => asksForNew(location.hash));
  const w = t.planner.people;
  return (
    <Screen
      title={t.planner.nav.people}
      aside={
        <>
          <a className="button button-quiet" href={hrefOf('people', duplicatesId)}>
            <Merge aria-hidden="true" />
            {t.planner.duplicates.find}
          </a>
          <Button icon={<UserPlus aria-hidden="true" />} onClick={() => setAdding(true)}>
            {w.add}
          </Button>
        </>
      }
    >
      <PersonForm
        person={null}
        open={adding}
        onOpenChange={setAdding}
        onSaved={(id) => {
          location.hash = hrefOf('people', id);
        }}
      />
      <Loaded answer={people}>
        {(rows) =>
          rows.length === 0 ? (
            <Blank
              title={w.none}
              actions={
                <>
                  <a className="button button-main" href={hrefOf('import')}>
                    {w.importSome}
                  </a>
                  <Button onClick={() => setAdding(true)}>{w.add}</Button>
                </>
              }
            >
              <p>{w.noneHow}</p>
            </Blank>
          ) : (
            <PeopleList rows={rows} />
          )
        }
      </Loaded>
    </Screen>
  );
}

function PeopleList({ rows }: { rows: readonly PersonRow[] }) {
  const { t, language } = useLocale();
  const w = t.planner.people;
  const [filter, setFilter] = useState<PeopleFilter>(place.filter);
  const change = (part: Partial<PeopleFilter>) => {
    place.filter = { ...filter, ...part };
    setFilter(place.filter);
  };
  // Null: nothing is being chosen.
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const collator = useMemo(() => new Intl.Collator(language === 'en' ? 'en' : 'zh-CN-u-co-pinyin'), [language]);
  const wanted = useDeferredValue(filter);
  const sorted = useMemo(() => sortPeople(rows, filter.sort, collator), [rows, filter.sort, collator]);
  const shown = useMemo(() => filterPeople(sorted, wanted), [sorted, wanted]);
  return (
    <>
      <search className="filters">
        <div className="filter-text">
          <Search aria-hidden="true" />
          <TextField
            label={w.find}
            labelHidden={true}
            placeholder={w.findPlaceholder}
            type="search"
            value={filter.text}
            onChange={(text) => change({ text })}
          />
        </div>
        <Choice
          label={w.standing}
          labelHidden={true}
          value={filter.standing}
          onChange={(standing) => change({ standing })}
          items={[
            { value: 'any', label: w.anyStanding },
            { value: 'connection', label: t.common.standing.connection },
            { value: 'friend', label: t.common.standing.friend },
            { value: 'acquaintance', label: t.common.standing.acquaintance },
            { value: 'potential', label: t.common.potential },
          ]}
        />
        <Choice
          label={w.tie}
          labelHidden={true}
          value={filter.tie}
          onChange={(tie) => change({ tie })}
          items={[
            { value: 'any', label: w.anyTie },
            { value: 'strong', label: t.common.tie.strong },
            { value: 'weak', label: t.common.tie.weak },
            { value: 'dormant', label: t.common.tie.dormant },
            { value: 'unknown', label: t.common.tie.unknown },
          ]}
        />
        <Choice
          label={w.order}
          labelHidden={true}
          value={filter.sort}
          onChange={(sort) => change({ sort })}
          items={[
            { value: 'name', label: w.byName },
            { value: 'last', label: w.byLast },
          ]}
        />
      </search>
      <div className="people-head">
        <Status className="fine people-count">{w.shown({ n: shown.length, of: rows.length })}</Status>
        {chosen === null ? (
          <Button small={true} look="quiet" onClick={() => setChosen([])}>
            {w.many.select}
          </Button>
        ) : null}
      </div>
      {chosen === null ? null : (
        <SelectBar
          chosen={chosen.filter((id) => rows.some((row) => row.id === id))}
          all={shown.map(({ id }) => id)}
          onChoose={setChosen}
          onDone={() => setChosen(null)}
        />
      )}
      {shown.length === 0 ? (
        <Blank title={w.noMatch} actions={<Button onClick={() => change(noFilter)}>{w.clearFilter}</Button>} />
      ) : (
        <Rows rows={shown} chosen={chosen} onChoose={setChosen} />
      )}
    </>
  );
}

/** Every row has this height, as `people.css` has it, so that none must be measured. */
const rowRems = 3.5;

function Rows({
  rows,
  chosen,
  onChoose,
}: {
  rows: readonly PersonRow[];
  chosen: readonly string[] | null;
  onChoose: (ids: readonly string[]) => void;
}) {
  const { t } = useLocale();
  const picked = useMemo(() => new Set(chosen ?? []), [chosen]);
  // With Shift, all from the one before to this one.
  const before = useRef<number | null>(null);
  const choose = (index: number, on: boolean, range: boolean) => {
    const from = range && before.current !== null ? before.current : index;
    const span = rows.slice(Math.min(from, index), Math.max(from, index) + 1).map(({ id }) => id);
    before.current = index;
    onChoose(on ? [...new Set([...picked, ...span])] : [...picked].filter((id) => !span.includes(id)));
  };
  const list = useRef<HTMLUListElement>(null);
  const [margin, setMargin] = useState(0);
  const [height] = useState(() => rowRems * Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => height,
    overscan: 8,
    scrollMargin: margin,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  useLayoutEffect(() => {
    setMargin(list.current?.offsetTop ?? 0);
    scrollTo(0, place.top);
    const remember = () => {
      place.top = scrollY;
    };
    addEventListener('scrollend', remember);
    return () => removeEventListener('scrollend', remember);
  }, []);
  return (
    <ul className="contact-list" ref={list} style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map((item) => {
        const row = rows[item.index];
        return row === undefined ? null : (
          <li
            key={item.key}
            className="person-row"
            data-choosing={chosen !== null}
            data-person={row.id}
            data-address={row.address ?? undefined}
            aria-setsize={rows.length}
            aria-posinset={item.index + 1}
            style={{ transform: `translateY(${item.start - margin}px)` } satisfies CSSProperties}
          >
            {chosen === null ? null : (
              <input
                type="checkbox"
                className="row-check"
                aria-label={t.planner.people.many.choose({ name: row.name })}
                checked={picked.has(row.id)}
                onChange={(event) =>
                  choose(item.index, event.target.checked, (event.nativeEvent as MouseEvent).shiftKey === true)
                }
              />
            )}
            <PersonLine row={row} />
          </li>
        );
      })}
    </ul>
  );
}

function PersonLine({ row }: { row: PersonRow }) {
  const { t, format } = useLocale();
  const w = t.planner.people;
  const work = [row.title, row.organisation].filter((part) => part !== null && part !== '');
  return (
    <a className="person-link" href={hrefOf('people', row.id)}>
      <span className="person-who">
        <span className="person-row-name">
          <Name>{row.name || (row.address ?? w.unnamed)}</Name>
        </span>
        <span className="fine person-work">
          <Name>{work.length > 0 ? work.join(' · ') : (row.address ?? '')}</Name>
        </span>
      </span>
      <span className="person-tags">
        {row.standing === 'acquaintance' ? null : (
          <Tag look={row.standing === 'connection' ? 'pine' : 'plain'}>{t.common.standing[row.standing]}</Tag>
        )}
        {row.potential ? <Tag look="ochre">{t.common.potential}</Tag> : null}
        {row.tie === 'unknown' ? null : (
          <span className="person-tie">
            <Tag>{t.common.tie[row.tie]}</Tag>
          </span>
        )}
      </span>
      <span className="fine person-last">{row.lastAt === null ? '' : format.relative(row.lastAt)}</span>
    </a>
  );
}
