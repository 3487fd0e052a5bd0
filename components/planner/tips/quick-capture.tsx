import { useEffect, useMemo, useState } from 'react';
import type { PersonName } from '../../../records/planner.ts';
import { Button } from '../../parts/button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Status } from '../../parts/status.tsx';
import { Tag } from '../../parts/tag.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { Name, Words } from '../../parts/words.tsx';
import { asksForNew } from '../route.ts';
import { useServices } from '../services-context.tsx';
import { useAct } from '../use-act.ts';
import { type Captured, parseCapture } from './capture.ts';
import { TipForm } from './tip-form.tsx';

/** One line for a tip; what was understood of it stands beneath before it is saved. */
export function QuickCapture({ people }: { people: readonly PersonName[] }) {
  const { t } = useLocale();
  const w = t.planner.tips;
  const services = useServices();
  const run = useAct();
  const [line, setLine] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<string, PersonName>>(new Map());
  const [editing, setEditing] = useState(false);
  // A key or a menu of the browser opened the page for this line alone.
  const [opened] = useState(() => asksForNew(location.hash));
  useEffect(() => {
    services.waitingCapture().then(
      (waiting) => {
        if (waiting === null) return;
        const text = waiting.text.replace(/\s+/g, ' ').trim();
        setLine(waiting.source === null ? text : `${text} ${w.sourceMark}${waiting.source}`);
      },
      // Nothing is lost: it is still where it was selected.
      () => undefined,
    );
  }, [services, w]);
  const captured = useMemo(() => parseCapture(line, people, services.now(), chosen), [line, people, services, chosen]);
  const asked = captured.unclear.some((one) => one.why === 'several');
  const clear = () => {
    setLine('');
    setChosen(new Map());
  };
  const draft = { ...captured, id: null, few: captured.few.map((one) => one.id) };
  const save = async () => {
    if (captured.text === '' || asked) return;
    const done = await run(services.saveTip(draft), w.saved);
    if (done !== null) clear();
  };
  return (
    <section className="capture" aria-label={w.capture}>
      <form
        className="one-line"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={w.capture}
          placeholder={w.capturePlaceholder}
          value={line}
          onChange={setLine}
          maxLength={2_000}
          focused={opened}
        />
        <Button look="main" type="submit" disabled={captured.text === '' || asked}>
          {t.common.save}
        </Button>
      </form>
      {line.trim() === '' ? (
        <p className="fine capture-how">{w.captureHow}</p>
      ) : (
        <Understood
          captured={captured}
          onChoose={(said, person) => setChosen(new Map(chosen).set(said, person))}
          onEdit={() => setEditing(true)}
        />
      )}
      {line.trim() === '' ? null : (
        <ProposedTopics
          captured={captured}
          onAdd={(topic) => setLine(`${line.trimEnd()} #${/\s/.test(topic) ? `"${topic}"` : topic}`)}
        />
      )}
      <TipForm draft={draft} title={w.details} open={editing} onOpenChange={setEditing} onSaved={clear} />
    </section>
  );
}

function Understood({
  captured,
  onChoose,
  onEdit,
}: {
  captured: Captured;
  onChoose: (said: string, person: PersonName) => void;
  onEdit: () => void;
}) {
  const { t, format } = useLocale();
  const w = t.planner.tips;
  const now = useServices().now();
  return (
    <div className="understood">
      <Status
        data-text={captured.text}
        data-topics={captured.topics.join(',')}
        data-reach={captured.reach}
        data-confidential={String(captured.confidential)}
        data-expires={captured.expiresAt ?? ''}
      >
        <span className="unseen">{w.understood}</span>
        <p className="understood-text" dir="auto">
          {captured.text === '' ? w.noText : captured.text}
        </p>
        <div className="understood-tags">
          {captured.topics.map((topic) => (
            <Tag key={topic}>
              #<Name>{topic}</Name>
            </Tag>
          ))}
          <Tag look="pine">
            {captured.few.length > 0 ? (
              <Words>{w.onlyFor({ people: format.list(captured.few.map((one) => one.name)) })}</Words>
            ) : (
              t.common.reach[captured.reach]
            )}
          </Tag>
          <Tag look={captured.expiresAt !== null && captured.expiresAt < now ? 'ochre' : 'plain'}>
            {captured.expiresAt === null
              ? w.noEnd
              : captured.expiresAt < now
                ? w.over({ at: format.date(captured.expiresAt) })
                : w.until({ at: format.date(captured.expiresAt) })}
          </Tag>
          {captured.source === null ? null : (
            <Tag>
              <Words>{w.from({ source: captured.source })}</Words>
            </Tag>
          )}
          {captured.confidential ? <Tag look="seal">{w.confidentialTag}</Tag> : null}
        </div>
        {captured.unclear.map((one) => (
          <p key={`${one.why} ${one.said}`} className="unclear">
            <Words>{w.unclear[one.why]({ said: one.said })}</Words>
          </p>
        ))}
      </Status>
      {captured.unclear
        .filter((one) => one.why === 'several')
        .map((one) => (
          <div key={one.said} className="understood-tags">
            {one.candidates.map((person) => (
              <Button key={person.id} small={true} onClick={() => onChoose(one.said, person)}>
                <Name>{person.organisation === null ? person.name : `${person.name}, ${person.organisation}`}</Name>
              </Button>
            ))}
          </div>
        ))}
      <Button small={true} look="quiet" onClick={onEdit}>
        {w.details}
      </Button>
    </div>
  );
}

/** Topics in use that belong to the words typed: each a click away. */
function ProposedTopics({ captured, onAdd }: { captured: Captured; onAdd: (topic: string) => void }) {
  const { t } = useLocale();
  const w = t.planner.tips;
  const services = useServices();
  const [topics, setTopics] = useState<readonly string[]>([]);
  const { text } = captured;
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      services.topicsFor(text).then(
        (found) => current && setTopics(found),
        () => current && setTopics([]),
      );
    }, 200);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [services, text]);
  const left = topics.filter((topic) => !captured.topics.some((one) => one.toLowerCase() === topic.toLowerCase()));
  if (left.length === 0) return null;
  return (
    <p className="row-acts fine">
      {w.topicsProposed}
      {left.map((topic) => (
        <Button key={topic} small={true} look="quiet" aria-label={w.topicAdd({ topic })} onClick={() => onAdd(topic)}>
          #<Name>{topic}</Name>
        </Button>
      ))}
    </p>
  );
}
