import { firstSight } from '../../../prompts/first-sight.ts';
import type { Brief } from '../../../records/brief.ts';
import type { Prompt } from '../../../records/prompt.ts';
import { promptHeadline, reasonSentence } from '../../panel/reason-words.ts';
import { useLocale } from '../../parts/locale-context.tsx';
import { Name, Words } from '../../parts/words.tsx';

/** As many meetings as one sheet holds with three prompts each. */
const onOneSheet = 12;

/** The days ahead on one sheet of paper: each meeting with at most three prompts and one reason each. Seen only in print. */
export function PrintedDays({ briefs }: { briefs: readonly Brief[] }) {
  const { t, format } = useLocale();
  const shown = briefs.slice(0, onOneSheet);
  return (
    <section className="printed" aria-hidden="true">
      {shown.map(({ occasion, prompts }, index) => (
        <div key={occasion.id ?? index} className="printed-occasion">
          <p className="printed-title">
            <Name>{occasion.title ?? t.planner.untitled[occasion.kind]}</Name>{' '}
            <span className="fine">
              {occasion.startAt === null
                ? occasion.whenText
                : occasion.endAt === null
                  ? format.dateTime(occasion.startAt)
                  : format.range(occasion.startAt, occasion.endAt)}
            </span>
          </p>
          <ul>
            {firstSight(prompts).map((prompt) => (
              <Printed key={prompt.key} prompt={prompt} />
            ))}
          </ul>
        </div>
      ))}
      {briefs.length > shown.length ? <p>{t.planner.andMore({ n: briefs.length - shown.length })}</p> : null}
    </section>
  );
}

function Printed({ prompt }: { prompt: Prompt }) {
  const locale = useLocale();
  const [reason] = prompt.because;
  return (
    <li>
      <Words>{promptHeadline(prompt, locale)}</Words>
      {reason === undefined ? null : (
        <span className="fine">
          {' '}
          <Words>{reasonSentence(reason, prompt, locale)}</Words>
        </span>
      )}
    </li>
  );
}
