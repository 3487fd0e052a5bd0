import type { BriefPerson } from '../../records/brief.ts';
import { Button } from '../parts/button.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { Words } from '../parts/words.tsx';
import { useAct } from './use-act.ts';

/** The question whether a participant is somebody who is kept already; the answer is remembered. */
export function PossibleMatch({ person }: { person: BriefPerson }) {
  const { t } = useLocale();
  const { act, busy } = useAct();
  const { ref } = person;
  const answer = (which: 'confirm-match' | 'refuse-match', personId: string) => () => {
    void act({ act: which, ref, personId });
  };
  return (
    <ul className="candidates">
      {person.candidates.map((candidate) => {
        const question = t.panel.sameAs({ name: candidate.name, organisation: candidate.organisation ?? '' });
        return (
          <li key={candidate.id} className="candidate">
            <p>
              <Words>{question}</Words> <span className="fine">({t.common.matchReason[candidate.reason]})</span>
            </p>
            <div className="candidate-answers">
              <Button small={true} disabled={busy} about={question} onClick={answer('confirm-match', candidate.id)}>
                {t.panel.yesSame}
              </Button>
              <Button
                look="quiet"
                small={true}
                disabled={busy}
                about={question}
                onClick={answer('refuse-match', candidate.id)}
              >
                {t.panel.noOther}
              </Button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
