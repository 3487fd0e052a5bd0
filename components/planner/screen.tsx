import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { useLocale } from '../parts/locale-context.tsx';
import { Notice } from '../parts/notice.tsx';
import { problemWords } from '../parts/problem-words.ts';
import { Name } from '../parts/words.tsx';
import type { ShownProblem } from './services.ts';
import type { Answer } from './services-context.tsx';

/** Whether the user has moved between screens; then each new screen's heading takes the focus. */
export const MovedContext = createContext(false);

/** One screen: its title in the tab and as the page's heading, which takes the focus after a move. */
export function Screen({
  title,
  back,
  lead,
  aside,
  children,
}: {
  title: string;
  /** The way up, above the heading. */
  back?: ReactNode;
  lead?: ReactNode;
  /** Buttons beside the heading. */
  aside?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useLocale();
  const moved = useContext(MovedContext);
  const heading = useRef<HTMLHeadingElement>(null);
  const focusOnce = useRef(moved);
  useEffect(() => {
    document.title = t.planner.pageTitle({ title });
  }, [t, title]);
  useEffect(() => {
    if (!focusOnce.current) return;
    focusOnce.current = false;
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  return (
    <>
      <header className="screen-head">
        {back}
        <h1 className="screen-title serif" tabIndex={-1} ref={heading}>
          <Name>{title}</Name>
        </h1>
        {aside === undefined ? null : <div className="screen-aside">{aside}</div>}
        {lead === undefined ? null : <p className="screen-lead quiet">{lead}</p>}
      </header>
      {children}
    </>
  );
}

/** A numbered problem with its way out, in place of what could not be shown. */
export function ProblemNotice({ problem, actions }: { problem: ShownProblem; actions?: ReactNode }) {
  const { t } = useLocale();
  const { text, more } = problemWords(problem, t);
  return (
    <div role="alert">
      <Notice kind="problem" title={text} actions={actions}>
        <p>{more}</p>
      </Notice>
    </div>
  );
}

/** Shows an answer when it is there; a quiet line until then, and the problem if it failed. */
export function Loaded<T>({ answer, children }: { answer: Answer<T>; children: (value: T) => ReactNode }) {
  const { t } = useLocale();
  if (answer.is === 'failed') return <ProblemNotice problem={answer.problem} />;
  if (answer.is === 'waiting') return <p className="quiet loading">{t.common.loading}</p>;
  return children(answer.value);
}

/** A part of a screen under its own heading. */
export function Section({
  title,
  count,
  aside,
  children,
}: {
  title: string;
  count?: number;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const { format } = useLocale();
  return (
    <section className="section" aria-label={title}>
      <div className="section-head">
        <h2 className="section-title">{title}</h2>
        {count === undefined ? null : <span className="fine">{format.number(count)}</span>}
        {aside === undefined ? null : <div className="section-aside">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
