import { Check, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Access, AccessNotice } from '../parts/access-notice.tsx';
import { Button } from '../parts/button.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { Notice } from '../parts/notice.tsx';
import { problemWords, thrownProblem } from '../parts/problem-words.ts';
import { Seal } from '../parts/seal.tsx';
import { Status } from '../parts/status.tsx';
import './welcome.css';

/** What the last screen can do. */
export interface WelcomeWays {
  /** Sites to begin on: opened in a tab of their own. */
  calendarUrl: string;
  mailUrl: string;
  access: Access | null;
  /** Puts the sample into the store. Rejects with a `Problem`, and then nothing was put in. */
  loadSample: () => Promise<void>;
  /** The first run is over: remembers it and shows the planner. */
  onDone: () => void;
}

const steps = ['read', 'stays', 'leaves', 'begin'] as const;
type Step = (typeof steps)[number];

/** The first run: what is read, where it stays, how it leaves; then the first prompt, on a page or on the sample. */
export function Welcome(ways: WelcomeWays) {
  const { t } = useLocale();
  const [at, setAt] = useState(0);
  const title = useRef<HTMLHeadingElement>(null);
  const step: Step = steps[at] ?? 'begin';

  useEffect(() => {
    if (at > 0) title.current?.focus();
  }, [at]);

  return (
    <main className="welcome">
      <div className="welcome-sheet">
        <header className="welcome-head">
          <Seal size="2rem" />
          <p className="fine">{t.welcome.step({ n: at + 1, of: steps.length })}</p>
        </header>
        <h1 ref={title} tabIndex={-1} className="welcome-title serif">
          {t.welcome[step].title}
        </h1>
        <p className="welcome-lead">{t.welcome[step].lead}</p>
        {(step === 'read' || step === 'begin') && ways.access !== null ? <AccessNotice access={ways.access} /> : null}
        {step === 'read' ? <Read /> : null}
        {step === 'stays' || step === 'leaves' ? (
          <ul className="welcome-points">
            {t.welcome[step].points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        ) : null}
        {step === 'begin' ? <Begin {...ways} /> : null}
        <div className="welcome-ways">
          {at > 0 ? (
            <Button look="quiet" onClick={() => setAt(at - 1)}>
              {t.common.back}
            </Button>
          ) : null}
          {step === 'begin' ? null : (
            <Button look="main" onClick={() => setAt(at + 1)}>
              {t.common.next}
            </Button>
          )}
        </div>
      </div>
    </main>
  );
}

function Read() {
  const { t } = useLocale();
  const { read } = t.welcome;
  return (
    <>
      <div className="welcome-pair">
        <Marked icon={<Check aria-hidden="true" />} title={read.reads} items={read.readsList} />
        <Marked icon={<X aria-hidden="true" />} title={read.never} items={read.neverList} />
      </div>
      <p>{read.site}</p>
    </>
  );
}

function Marked({ icon, title, items }: { icon: ReactNode; title: string; items: readonly string[] }) {
  return (
    <section>
      <h2 className="welcome-list-title">{title}</h2>
      <ul className="welcome-marked">
        {items.map((item) => (
          <li key={item}>
            {icon}
            {item}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Begin({ calendarUrl, mailUrl, loadSample, onDone }: WelcomeWays) {
  const { t } = useLocale();
  const { begin } = t.welcome;
  const [state, setState] = useState<
    { is: 'idle' } | { is: 'loading' } | { is: 'problem'; code: string; detail: string }
  >({ is: 'idle' });

  async function sample(): Promise<void> {
    setState({ is: 'loading' });
    try {
      await loadSample();
      onDone();
    } catch (error) {
      setState({ is: 'problem', ...thrownProblem(error) });
    }
  }

  return (
    <>
      <div className="welcome-begin">
        <a className="button button-main" href={calendarUrl} target="_blank" rel="noopener noreferrer">
          {begin.calendar}
        </a>
        <a className="button button-plain" href={mailUrl} target="_blank" rel="noopener noreferrer">
          {begin.mail}
        </a>
        <Button disabled={state.is === 'loading'} onClick={sample}>
          {begin.sample}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {begin.planner}
        </Button>
      </div>
      <p className="fine">{begin.sampleWhat}</p>
      <Status>{state.is === 'loading' ? begin.loading : null}</Status>
      {state.is === 'problem' ? (
        <Notice kind="problem" title={problemWords(state, t).text}>
          <p>{problemWords(state, t).more}</p>
        </Notice>
      ) : null}
    </>
  );
}
