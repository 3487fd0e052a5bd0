import { ChevronRight } from 'lucide-react';
import type { Catalogue } from '../../locales/index.ts';
import { plain } from '../../locales/isolate.ts';
import type { Prompt } from '../../records/prompt.ts';
import { useLocale } from '../parts/locale-context.tsx';
import { Words } from '../parts/words.tsx';
import { useHands } from './hands.ts';
import { reasonSentence } from './reason-words.ts';

/** Where in the planner the record of a table is seen. `id` may carry a part after a slash (a matter's step). */
const routes: Record<string, string> = {
  people: '#/people/',
  tips: '#/tips/',
  introductions: '#/introductions/',
  matters: '#/matters/',
};

/** A record in words: a person by name, anything else by what it is; null for tables that mean nothing to the user. */
function sourceWords({ table, id }: { table: string; id: string }, prompt: Prompt, t: Catalogue): string | null {
  if (table === 'people') {
    const person = [prompt.person, prompt.other].find((each) => each?.id === id);
    if (person) return plain(person.name);
  }
  return Object.hasOwn(t.panel.source, table) ? t.panel.source[table as keyof typeof t.panel.source] : null;
}

/** Why a prompt is there: the first reason at once, the others and where they are written down behind it. */
export function Reasons({ prompt }: { prompt: Prompt }) {
  const locale = useLocale();
  const { t } = locale;
  const hands = useHands();
  const [first, ...others] = prompt.because;
  const records = new Map(
    prompt.because.flatMap(({ from }) => (from === null ? [] : [[`${from.table}/${from.id}`, from] as const])),
  );
  const shown = [...records.values()].flatMap((from) => {
    const noun = sourceWords(from, prompt, t);
    return noun === null ? [] : [{ ...from, noun }];
  });
  return (
    <details className="reasons">
      <summary>
        <ChevronRight className="reasons-mark" aria-hidden="true" />
        <span>{first === undefined ? null : <Words>{reasonSentence(first, prompt, locale)}</Words>}</span>
      </summary>
      <div className="reasons-body">
        {others.length === 0 ? (
          <p className="fine">{t.panel.onlyReason}</p>
        ) : (
          <ul>
            {others.map((reason) => (
              <li key={`${reason.code} ${reason.from?.id ?? ''}`}>
                <Words>{reasonSentence(reason, prompt, locale)}</Words>
              </li>
            ))}
          </ul>
        )}
        {shown.length === 0 ? null : (
          <p className="fine">
            {t.panel.writtenIn}{' '}
            {shown.map((from, index) => {
              const route = routes[from.table];
              return (
                <span key={`${from.table}/${from.id}`}>
                  {index > 0 ? ' · ' : ''}
                  {route === undefined ? (
                    <bdi>{from.noun}</bdi>
                  ) : (
                    <button
                      type="button"
                      className="text-button"
                      onClick={() => hands.openPlanner(`${route}${encodeURIComponent(from.id.split('/')[0] ?? '')}`)}
                    >
                      <bdi>{from.noun}</bdi>
                    </button>
                  )}
                </span>
              );
            })}
          </p>
        )}
      </div>
    </details>
  );
}
