import {
  type KeyboardEvent,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { FindIndex, Helper } from '../../../records/planner.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Name, Words } from '../../parts/words.tsx';
import { termsOf } from '../people/filter.ts';
import { hrefOf } from '../route.ts';
import { Loaded } from '../screen.tsx';
import { useServices, useWatched } from '../services-context.tsx';
import type { Command } from './commands.ts';
import './find.css';
import { type Hit, search } from './search.ts';
import { type Clue, understand, withoutClue } from './understand.ts';

const most = 12;

/** Finds people, tips, needs, offers, matters and notes, as one would ask; and does what is named. */
export function FindDialog({
  open,
  onOpenChange,
  commands,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  commands: readonly Command[];
}) {
  const { t } = useLocale();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t.planner.find.title}>
      {open ? <Find commands={commands} onDone={() => onOpenChange(false)} /> : null}
    </Dialog>
  );
}

const nothing: FindIndex = { people: [], tips: [], matters: [], introductions: [] };

/** One line of the list: a thing found, or a command. */
interface Line {
  id: string;
  group: string;
  shown: ReactNode;
  run: () => void;
}

function Find({ commands, onDone }: { commands: readonly Command[]; onDone: () => void }) {
  const { t, format } = useLocale();
  const w = t.planner.find;
  const services = useServices();
  const index = useWatched('findIndex', null);
  const id = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [helpers, setHelpers] = useState<readonly Helper[]>([]);
  const wanted = useDeferredValue(query);
  const understood = useMemo(() => understand(wanted, services.now()), [wanted, services]);
  const about = understood.clues.find((clue) => clue.is === 'helps')?.about ?? '';
  useEffect(() => {
    setHelpers([]);
    if (about === '') return;
    let current = true;
    const timer = setTimeout(() => {
      services.whoCould(about).then(
        (found) => current && setHelpers(found),
        () => current && setHelpers([]),
      );
    }, 150);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [services, about]);

  const found = useMemo(
    () => search(index.is === 'there' ? index.value : nothing, understood, helpers, most),
    [index, understood, helpers],
  );
  const open = (href: string) => () => {
    onDone();
    location.hash = href;
  };
  const ofHits = (hits: readonly Hit[], group: string): Line[] =>
    hits.map((hit) => ({ id: `${hit.is} ${hit.id}`, group, shown: <HitLine hit={hit} />, run: open(hrefOfHit(hit)) }));
  const terms = termsOf(wanted);
  const fits = ({ label }: Command) => terms.every((term) => termsOf(label).join(' ').includes(term));
  const lines: Line[] = [
    ...ofHits(found.people, w.group.people),
    ...ofHits(found.tips, w.group.tips),
    ...ofHits(found.matters, w.group.matters),
    ...ofHits(found.introductions, w.group.introductions),
    ...commands.filter(fits).map(
      (command): Line => ({
        id: command.id,
        group: w.group.commands,
        shown: (
          <span className="find-command">
            <span>{command.label}</span>
            {command.keys === null ? null : <kbd>{command.keys}</kbd>}
          </span>
        ),
        run: () => {
          onDone();
          command.run();
        },
      }),
    ),
  ];
  const at = Math.min(active, lines.length - 1);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (lines.length > 0) setActive((at + (event.key === 'ArrowDown' ? 1 : -1) + lines.length) % lines.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      lines[at]?.run();
    }
  };
  const hits = lines.length - commands.filter(fits).length;
  return (
    <div className="find">
      <search>
        <label className="unseen" htmlFor={`${id}-box`}>
          {w.label}
        </label>
        <input
          id={`${id}-box`}
          className="input find-box"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={lines.length === 0 ? undefined : `${id}-${at}`}
          autoComplete="off"
          dir="auto"
          maxLength={200}
          placeholder={w.placeholder}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </search>
      {understood.clues.length === 0 ? null : (
        <ul className="clues" aria-label={w.understood}>
          {understood.clues.map((clue) => (
            <li key={`${clue.is} ${clue.said}`}>
              <button
                type="button"
                className="clue"
                data-clue={clue.is}
                aria-label={w.clueOff({ clue: clueWords(clue) })}
                onClick={() => setQuery(withoutClue(query, clue))}
              >
                {clueWords(clue)} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="unseen" role="status">
        {wanted.trim() === '' ? '' : w.found({ n: hits })}
      </p>
      <Loaded answer={index}>
        {() => (
          <>
            {wanted.trim() !== '' && hits === 0 ? <p className="quiet">{w.nothing}</p> : null}
            <div className="find-list" id={`${id}-list`} role="listbox" aria-label={w.results} ref={list} tabIndex={-1}>
              {lines.map((line, n) => (
                // biome-ignore lint/a11y/useFocusableInteractive: the box keeps the focus and names the active one
                // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the box does the same
                <div
                  key={line.id}
                  id={`${id}-${n}`}
                  role="option"
                  aria-selected={n === at}
                  className="find-line"
                  data-found={line.id}
                  onClick={line.run}
                >
                  {n === 0 || lines[n - 1]?.group !== line.group ? (
                    <span className="find-group">{line.group}</span>
                  ) : null}
                  {line.shown}
                </div>
              ))}
            </div>
          </>
        )}
      </Loaded>
      {query === '' ? <p className="fine">{w.how}</p> : null}
    </div>
  );

  function clueWords(clue: Clue): string {
    switch (clue.is) {
      case 'helps':
        return w.clue.helps({ about: clue.about });
      case 'met':
        return w.clue.met({ from: format.date(clue.from), to: format.date(clue.to - 1) });
      case 'silent':
        return w.clue.silent({ since: format.date(clue.since) });
      case 'standing':
        return clue.word === 'potential' ? t.common.potential : t.common.standing[clue.word];
      case 'only':
        return w.clue.only({ kind: w.kind[clue.kind] });
    }
  }
}

function hrefOfHit(hit: Hit): string {
  switch (hit.is) {
    case 'person':
    case 'helper':
      return hrefOf('people', hit.id);
    case 'tip':
      return hrefOf('tips', hit.id);
    case 'matter':
      return hrefOf('matters', hit.id);
    case 'introduction':
      return hrefOf('introductions', hit.id);
  }
}

function HitLine({ hit }: { hit: Hit }) {
  const { t, format } = useLocale();
  const w = t.planner.find;
  if (hit.is === 'helper') {
    const { person, by, agreed } = hit.helper;
    const m = t.planner.matters;
    return (
      <span className="find-person">
        <PersonWords name={person.name} organisation={person.organisation} />
        <span className="fine">
          <Words>{m.because[by.kind]({ text: by.text })}</Words>{' '}
          {agreed === null ? null : (
            <Words>{m.becauseAgreed({ about: agreed.about, at: format.when(agreed.at) })}</Words>
          )}
        </span>
      </span>
    );
  }
  if (hit.is !== 'person')
    return (
      <span className="find-text">
        <Name>{hit.text}</Name>
      </span>
    );
  return (
    <span className="find-person">
      <PersonWords name={hit.name} organisation={hit.organisation} />
      <span className="fine">
        {hit.thing === null ? null : (
          <>
            {w.thing[hit.thing.is]}: <Name>{hit.thing.text}</Name>{' '}
          </>
        )}
        {hit.lastAt === null ? '' : w.last({ at: format.date(hit.lastAt) })}
      </span>
    </span>
  );
}

function PersonWords({ name, organisation }: { name: string; organisation: string | null }) {
  const { t } = useLocale();
  return (
    <span>
      <strong>
        <Name>{name || t.planner.people.unnamed}</Name>
      </strong>{' '}
      {organisation === null ? null : (
        <span className="fine">
          <Name>{organisation}</Name>
        </span>
      )}
    </span>
  );
}
