import { useState } from 'react';
import { plain } from '../../../locales/isolate.ts';
import type { IntroductionIdea, ReasonAgainst } from '../../../records/planner.ts';
import { Button } from '../../parts/button.tsx';
import { Disclosure } from '../../parts/disclosure.tsx';
import { type Locale, useLocale } from '../../parts/locale-context.tsx';
import { Words } from '../../parts/words.tsx';
import { Section } from '../screen.tsx';
import { useServices } from '../services-context.tsx';
import { useAct } from '../use-act.ts';
import { Pair } from './pair.tsx';

const atOnce = 5;

/** What speaks against introducing two people, as one sentence. */
export function againstWords(reason: ReasonAgainst, { t, format }: Locale): string {
  const w = t.planner.introductions.against;
  switch (reason.code) {
    case 'same-house':
      return w.sameHouse({ name: reason.name });
    case 'refused':
      return reason.name === ''
        ? w.refusedByOne({ at: format.when(reason.at) })
        : w.refused({ who: reason.name, at: format.when(reason.at) });
    case 'met':
      return w.met({ title: reason.name || t.planner.untitled.meeting, at: format.when(reason.at) });
    case 'begun':
      return w.begun({ at: format.when(reason.at) });
    case 'made-before':
      return w.madeBefore({ at: format.when(reason.at) });
  }
}

/** Pairs from the needs and offers of everybody kept: those nothing speaks against, then the others, behind one line. */
export function Ideas({ ideas }: { ideas: readonly IntroductionIdea[] }) {
  const { t } = useLocale();
  const w = t.planner.introductions;
  const [limit, setLimit] = useState(atOnce);
  const good = ideas.filter(({ against }) => against.length === 0);
  const doubtful = ideas.filter(({ against }) => against.length > 0);
  if (ideas.length === 0) return null;
  return (
    <Section title={w.ideas} count={good.length}>
      <p className="fine">{w.ideasHow}</p>
      {good.length === 0 ? <p className="quiet">{w.ideasNone}</p> : null}
      <ul className="cards">
        {good.slice(0, limit).map((idea) => (
          <Idea key={idea.key} idea={idea} />
        ))}
      </ul>
      {good.length > limit ? <Button onClick={() => setLimit(limit + 10)}>{t.common.more}</Button> : null}
      {doubtful.length === 0 ? null : (
        <Disclosure open={good.length === 0 ? true : undefined} summary={w.doubtful({ n: doubtful.length })}>
          <ul className="cards">
            {doubtful.map((idea) => (
              <Idea key={idea.key} idea={idea} />
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  );
}

function Idea({ idea: { key, a, b, halves, against } }: { idea: IntroductionIdea }) {
  const locale = useLocale();
  const { t } = locale;
  const w = t.planner.introductions;
  const services = useServices();
  const run = useAct();
  const [first] = halves;
  const about = w.madeTitle({ a: a.name, b: b.name });
  const begin = () => {
    if (first === undefined) return;
    const { need, offer } = first;
    void run(
      services.saveIntroduction({
        id: null,
        aId: a.id,
        bId: b.id,
        reason: plain(w.reasonOf({ a: a.name, b: b.name, need, offer })),
        state: 'idea',
        consentA: 'not-asked',
        consentB: 'not-asked',
        outcome: null,
        noteA: w.noteToNeeder({
          to: plain(a.name),
          other: plain(b.name),
          house: plain(b.organisation ?? ''),
          need,
          offer,
        }),
        noteB: w.noteToOfferer({
          to: plain(b.name),
          other: plain(a.name),
          house: plain(a.organisation ?? ''),
          need,
          offer,
        }),
      }),
      w.begun,
    );
  };
  return (
    <li className="card" data-idea={key} data-a={a.id} data-b={b.id}>
      <div className="card-head">
        <h3>
          <Pair a={a} b={b} />
        </h3>
      </div>
      <ul className="idea-halves">
        {halves.map(({ neederId, need, offer }) => (
          <li key={neederId}>
            <Words>
              {w.reasonOf({
                a: neederId === a.id ? a.name : b.name,
                b: neederId === a.id ? b.name : a.name,
                need,
                offer,
              })}
            </Words>
          </li>
        ))}
      </ul>
      {against.map((reason) => (
        <p key={reason.code} className="unclear">
          <Words>{againstWords(reason, locale)}</Words>
        </p>
      ))}
      <div className="card-acts">
        <Button small={true} look={against.length === 0 ? 'main' : 'plain'} about={about} onClick={begin}>
          {w.begin}
        </Button>
        <Button
          small={true}
          look="quiet"
          about={about}
          onClick={() =>
            void run(services.perform({ act: 'decide', promptKey: key, decision: 'never', until: null }), w.setAside)
          }
        >
          {w.never}
        </Button>
      </div>
    </li>
  );
}
