import type { ReactNode } from 'react';
import type { Refusal } from '../../messaging/protocol.ts';
import { Blank } from '../parts/blank.tsx';
import { Button } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { problemWords } from '../parts/problem-words.ts';
import { Seal } from '../parts/seal.tsx';
import { Status } from '../parts/status.tsx';
import { Words } from '../parts/words.tsx';
import './panel.css';

function State({ title, children, actions }: { title: string; children: ReactNode; actions?: ReactNode }) {
  return (
    <main className="panel-state">
      <Seal size="1.75rem" />
      <Blank title={title} heading="h1" actions={actions}>
        {children}
      </Blank>
    </main>
  );
}

/** Before the background has answered. */
export function Loading() {
  const { t } = useLocale();
  return (
    <main className="panel-state" aria-busy="true">
      <h1 className="unseen">{t.panel.title}</h1>
      <Status className="fine">{t.common.loading}</Status>
    </main>
  );
}

/** No occasion is on the screen: what this is and what to do. */
export function Nothing({ onPlanner, onPaste }: { onPlanner: () => void; onPaste: () => void }) {
  const { t } = useLocale();
  return (
    <State
      title={t.panel.nothing}
      actions={
        <>
          <Button onClick={onPlanner}>{t.panel.openPlanner}</Button>
          <Button onClick={onPaste}>{t.common.paste.open}</Button>
        </>
      }
    >
      <p>{t.panel.nothingWhat}</p>
    </State>
  );
}

/** A page of ours that could not be read: nobody is shown, and a report without anybody's data can be copied. */
export function Broken({
  site,
  part,
  skeleton,
  onPaste,
}: {
  site: string;
  part: string;
  skeleton: () => Promise<string>;
  /** Opens the place where people can be pasted instead. */
  onPaste: () => void;
}) {
  const { t } = useLocale();
  return (
    <State
      title={t.panel.broken}
      actions={
        <>
          <Button onClick={onPaste}>{t.common.paste.open}</Button>
          <CopyButton label={t.panel.copySkeleton} text={skeleton} />
        </>
      }
    >
      <p>{t.panel.brokenWhat}</p>
      <p className="fine">
        <Words>{t.panel.brokenPart({ site, part })}</Words>
      </p>
      <p className="fine">{t.panel.skeletonWhat}</p>
    </State>
  );
}

/** The store cannot be read: its number and the way out. */
export function StoreProblem({ code, onPlanner }: { code: string; onPlanner: () => void }) {
  const { t } = useLocale();
  const words = problemWords({ code, detail: '' }, t);
  return (
    <State
      title={t.panel.storeProblem}
      actions={
        <Button look="main" onClick={onPlanner}>
          {t.panel.openSettings}
        </Button>
      }
    >
      <p role="alert">{words.more || words.text}</p>
      <p className="fine">{code}</p>
    </State>
  );
}

/** The background refuses this view for good. */
export function Refused({ refusal }: { refusal: Refusal }) {
  const { t } = useLocale();
  return (
    <State title={t.panel.refused}>
      <p role="alert">{t.problems[refusal.code] ?? t.panel.refusedWhat}</p>
      <p className="fine">{refusal.code}</p>
    </State>
  );
}
