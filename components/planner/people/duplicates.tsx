import { ArrowLeft } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  Duplicate,
  DuplicateReason,
  DuplicateSide,
  DuplicatesView,
  PastMerge,
} from '../../../records/duplicate.ts';
import { Blank } from '../../parts/blank.tsx';
import { Button } from '../../parts/button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Status } from '../../parts/status.tsx';
import { Tag } from '../../parts/tag.tsx';
import { Name, Words } from '../../parts/words.tsx';
import { hrefOf } from '../route.ts';
import { ProblemNotice, Screen, Section } from '../screen.tsx';
import type { ShownProblem } from '../services.ts';
import { shownProblem, useServices, useWatched } from '../services-context.tsx';
import { useAct } from '../use-act.ts';
import '../cards.css';
import './duplicates.css';

/** So many pairs are shown at first. */
const shownAtFirst = 30;

/** Looks for doubles when the screen opens, and again after each change of the people; what was found stays until then. */
function useDuplicates(): { view: DuplicatesView | null; problem: ShownProblem | null; busy: boolean } {
  const services = useServices();
  const names = useWatched('names', null);
  const people = names.is === 'there' ? names.value : null;
  const [view, setView] = useState<DuplicatesView | null>(null);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const [busy, setBusy] = useState(true);
  const latest = useRef(0);
  const look = useCallback(async () => {
    latest.current += 1;
    const mine = latest.current;
    setBusy(true);
    try {
      const found = await services.findDuplicates();
      if (mine !== latest.current) return;
      setView(found);
      setProblem(null);
    } catch (error) {
      if (mine === latest.current) setProblem(shownProblem(error));
    }
    if (mine === latest.current) setBusy(false);
  }, [services]);
  useEffect(() => {
    if (people !== null) void look();
  }, [people, look]);
  return { view, problem, busy };
}

/** Records that are likely one person: merged, told apart for good, or put off; and merges, to be taken back. */
export function DuplicatesScreen() {
  const { t } = useLocale();
  const w = t.planner.duplicates;
  const { view, problem, busy } = useDuplicates();
  // What was answered is gone at once; looking again takes a while.
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  // What was found anew knows of every answer, and of those taken back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the new view that ends the waiting
  useEffect(() => setAnswered(new Set()), [view]);
  const [most, setMost] = useState(shownAtFirst);
  const keyOf = ({ a, b }: Duplicate) => [a.id, b.id].sort().join(' ');
  const open = (view?.found ?? []).filter((pair) => !answered.has(keyOf(pair)));
  const shown = open.slice(0, most);
  const answer = (pair: Duplicate, done: boolean) => {
    const key = keyOf(pair);
    setAnswered((before) => new Set(done ? [...before, key] : [...before].filter((one) => one !== key)));
  };
  const list = (pairs: readonly Duplicate[]) => (
    <ul className="cards">
      {pairs.map((pair) => (
        <PairCard key={keyOf(pair)} pair={pair} onAnswered={(done) => answer(pair, done)} />
      ))}
    </ul>
  );
  const likely = shown.filter((pair) => !pair.perhaps);
  const perhaps = shown.filter((pair) => pair.perhaps);
  return (
    <Screen
      title={w.title}
      lead={w.lead}
      back={
        <a className="back" href={hrefOf('people')}>
          <ArrowLeft aria-hidden="true" />
          {t.planner.people.backToList}
        </a>
      }
    >
      <Status className="fine" data-pairs={busy ? undefined : open.length}>
        {busy ? w.looking : w.found({ n: open.length })}
      </Status>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {!busy && view !== null && open.length === 0 ? (
        <Blank title={w.none}>
          <p>{w.noneHow}</p>
        </Blank>
      ) : null}
      {likely.length === 0 ? null : <Section title={w.likely}>{list(likely)}</Section>}
      {perhaps.length === 0 ? null : (
        <Section title={w.perhaps}>
          <p className="fine">{w.perhapsHow}</p>
          {list(perhaps)}
        </Section>
      )}
      {open.length <= most ? null : (
        <Button onClick={() => setMost(most + shownAtFirst)}>
          {w.more({ n: Math.min(shownAtFirst, open.length - most) })}
        </Button>
      )}
      {view === null || view.merges.length === 0 ? null : <Merges merges={view.merges} />}
    </Screen>
  );
}

/** One pair: both records side by side, why, and the three answers. */
function PairCard({ pair, onAnswered }: { pair: Duplicate; onAnswered: (done: boolean) => void }) {
  const { t } = useLocale();
  const w = t.planner.duplicates;
  const services = useServices();
  const run = useAct();
  const [swapped, setSwapped] = useState(false);
  const [kept, gone] = swapped ? [pair.b, pair.a] : [pair.a, pair.b];
  const about = w.and({ a: kept.name, b: gone.name });
  const act = async (doing: ReturnType<typeof services.mergePeople>, said: string) => {
    onAnswered(true);
    if ((await run(doing, said)) === null) onAnswered(false);
  };
  return (
    <li className="card" data-pair={`${pair.a.id} ${pair.b.id}`}>
      <div className="pair">
        <Side side={kept} other={gone} stays={true} />
        <Side side={gone} other={kept} stays={false} />
      </div>
      <Reasons reasons={pair.reasons} />
      <div className="card-acts">
        <Button look="main" about={about} onClick={() => void act(services.mergePeople(kept.id, gone.id), w.merged)}>
          {w.merge}
        </Button>
        <Button about={about} onClick={() => void act(services.decideDuplicate(kept.id, gone.id, 'never'), w.refused)}>
          {w.notSame}
        </Button>
        <Button
          look="quiet"
          about={about}
          onClick={() => void act(services.decideDuplicate(kept.id, gone.id, 'later'), w.postponed)}
        >
          {w.later}
        </Button>
        <Button look="quiet" about={about} onClick={() => setSwapped(!swapped)}>
          {w.swap}
        </Button>
      </div>
    </li>
  );
}

function Side({ side, other, stays }: { side: DuplicateSide; other: DuplicateSide; stays: boolean }) {
  const { t } = useLocale();
  const w = t.planner.duplicates;
  const work = [side.title, side.organisation].filter((part) => part !== null && part !== '').join(' · ');
  const both = new Set([...other.addresses, ...other.phones].map((one) => one.toLowerCase()));
  return (
    <div className="pair-side">
      <p className="pair-name">
        <a href={hrefOf('people', side.id)}>
          <Name>{side.name}</Name>
        </a>{' '}
        {stays ? <Tag look="pine">{w.keep}</Tag> : null}
      </p>
      {side.otherNames.length === 0 ? null : (
        <p className="fine">
          <Name>{side.otherNames.join(' · ')}</Name>
        </p>
      )}
      {work === '' ? null : (
        <p className="fine">
          <Name>{work}</Name>
        </p>
      )}
      {[...side.addresses, ...side.phones].map((one) => (
        <p key={one} className="fine pair-value">
          {both.has(one.toLowerCase()) ? (
            <strong>
              <Name>{one}</Name>
            </strong>
          ) : (
            <Name>{one}</Name>
          )}
        </p>
      ))}
    </div>
  );
}

/** What speaks for it and what against, in words. */
function Reasons({ reasons }: { reasons: readonly DuplicateReason[] }) {
  const { t, format } = useLocale();
  const w = t.planner.duplicates;
  const said = (which: boolean) =>
    reasons
      .filter((one) => one.speaksFor === which)
      .map(({ field, agreement }) => w.reason[field]?.[agreement] ?? field);
  const against = said(false);
  return (
    <dl className="pair-reasons">
      <div>
        <dt>{w.because}</dt>
        <dd>{format.list(said(true))}</dd>
      </div>
      <div>
        <dt>{w.but}</dt>
        <dd>{against.length === 0 ? w.nothingAgainst : format.list(against)}</dd>
      </div>
    </dl>
  );
}

/** Merges of any time, each to be taken apart again. */
function Merges({ merges }: { merges: readonly PastMerge[] }) {
  const { t, format } = useLocale();
  const w = t.planner.duplicates;
  const services = useServices();
  const run = useAct();
  return (
    <Section title={w.past} count={merges.length}>
      <ul className="past-merges">
        {merges.map(({ changeId, at, kept, gone }) => (
          <li key={changeId} data-merge={changeId}>
            <span>
              <Words>{w.pastLine({ gone, kept: kept?.name ?? w.someGone, at: format.relative(at) })}</Words>
            </span>
            <Button
              small={true}
              about={gone}
              onClick={() => void run(services.perform({ act: 'undo', changeId }), w.takenBack)}
            >
              {w.takeBack}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
