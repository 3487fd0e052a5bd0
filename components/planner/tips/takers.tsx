import type { TipTaker } from '../../../records/planner.ts';
import type { Prompt } from '../../../records/prompt.ts';
import type { Tip } from '../../../records/tip.ts';
import { reasonSentence } from '../../panel/reason-words.ts';
import { Button } from '../../parts/button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Words } from '../../parts/words.tsx';
import { hrefOf } from '../route.ts';
import { Loaded } from '../screen.tsx';
import { useWatched } from '../services-context.tsx';

/** A reason speaks as it does in a prompt about this person. */
const asPrompt = (tip: Tip, { person, because }: TipTaker): Prompt => ({
  key: '',
  kind: 'share',
  person: { id: person.id, key: null, name: person.name },
  other: null,
  subject: { table: 'tips', id: tip.id, text: tip.text },
  because: [...because],
  setting: null,
});

/** To whom a tip is worth most, the best first, each with the reasons. */
export function Takers({ tip, onChoose }: { tip: Tip; onChoose: (taker: TipTaker) => void }) {
  const locale = useLocale();
  const w = locale.t.planner.tips;
  const takers = useWatched('takers', tip.id);
  return (
    <Loaded answer={takers}>
      {(found) =>
        found.length === 0 ? (
          <p className="quiet">{w.takersNone}</p>
        ) : (
          <ol className="rows" aria-label={w.takers}>
            {found.map((taker) => (
              <li key={taker.person.id} className="row" data-taker={taker.person.id}>
                <div className="row-words">
                  <p>
                    <a href={hrefOf('people', taker.person.id)}>
                      <bdi>{taker.person.name}</bdi>
                    </a>{' '}
                    {taker.person.organisation === null ? null : (
                      <span className="fine">
                        <bdi>{taker.person.organisation}</bdi>
                      </span>
                    )}
                  </p>
                  {taker.because.map((reason) => (
                    <p key={reason.code} className="fine">
                      <Words>{reasonSentence(reason, asPrompt(tip, taker), locale)}</Words>
                    </p>
                  ))}
                </div>
                <Button small={true} about={taker.person.name} onClick={() => onChoose(taker)}>
                  {w.choose}
                </Button>
              </li>
            ))}
          </ol>
        )
      }
    </Loaded>
  );
}
