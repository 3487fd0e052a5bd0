import { X } from 'lucide-react';
import { useState } from 'react';
import type { TipDraft } from '../../../records/planner.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { IconButton } from '../../parts/icon-button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Options } from '../../parts/options.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { Name } from '../../parts/words.tsx';
import { FormFoot } from '../form-foot.tsx';
import { PersonPicker } from '../person-picker.tsx';
import { Loaded } from '../screen.tsx';
import { useServices, useWatched } from '../services-context.tsx';
import { dateValue, endOfDateValue, orNull, wordsOf } from '../text-lists.ts';
import { useAct } from '../use-act.ts';

/** All fields of one tip. */
export function TipForm({
  draft,
  title,
  open,
  onOpenChange,
  onSaved,
}: {
  draft: TipDraft;
  title: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onSaved?: () => void;
}) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title}>
      {open ? (
        <Fields
          draft={draft}
          onDone={(saved) => {
            onOpenChange(false);
            if (saved) onSaved?.();
          }}
        />
      ) : null}
    </Dialog>
  );
}

function Fields({ draft, onDone }: { draft: TipDraft; onDone: (saved: boolean) => void }) {
  const { t } = useLocale();
  const w = t.planner.tips;
  const services = useServices();
  const run = useAct();
  const names = useWatched('names', null);
  const [text, setText] = useState(draft.text);
  const [topics, setTopics] = useState(draft.topics.join(', '));
  const [reach, setReach] = useState(draft.reach);
  const [few, setFew] = useState<readonly string[]>(draft.few);
  const [ends, setEnds] = useState(dateValue(draft.expiresAt));
  const [source, setSource] = useState(draft.source ?? '');
  const [confidential, setConfidential] = useState(draft.confidential);
  const [tried, setTried] = useState(false);
  const fewMissing = reach === 'few' && few.length === 0;

  const save = async () => {
    setTried(true);
    if (text.trim() === '' || fewMissing) return;
    const done = await run(
      services.saveTip({
        id: draft.id,
        text: text.trim(),
        topics: wordsOf(topics),
        reach,
        few: reach === 'few' ? [...few] : [],
        expiresAt: endOfDateValue(ends),
        source: orNull(source),
        confidential,
      }),
      w.saved,
    );
    if (done !== null) onDone(true);
  };

  return (
    <form
      className="form"
      noValidate={true}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={w.text}
        lines={true}
        value={text}
        onChange={setText}
        error={tried && text.trim() === '' ? w.textMissing : null}
      />
      <Options
        label={w.reach}
        value={reach}
        onChange={setReach}
        items={[
          { value: 'one', label: t.common.reach.one },
          { value: 'few', label: t.common.reach.few },
          { value: 'open', label: t.common.reach.open },
        ]}
      />
      {reach === 'few' ? (
        <Loaded answer={names}>
          {(people) => (
            <div className="form">
              <ul className="understood-tags">
                {few.map((id) => {
                  const name = people.find((person) => person.id === id)?.name ?? id;
                  return (
                    <li key={id} className="named">
                      <Name>{name}</Name>
                      <IconButton
                        small={true}
                        label={t.planner.people.takeAway({ text: name })}
                        icon={<X aria-hidden="true" />}
                        onClick={() => setFew(few.filter((one) => one !== id))}
                      />
                    </li>
                  );
                })}
              </ul>
              <PersonPicker
                key={few.length}
                label={w.fewAdd}
                people={people}
                value={null}
                except={few}
                onChange={(id) => {
                  if (id !== null) setFew([...few, id]);
                }}
              />
              {tried && fewMissing ? <p className="field-error">{w.fewMissing}</p> : null}
            </div>
          )}
        </Loaded>
      ) : null}
      <div className="form-pair">
        <TextField label={w.topics} note={t.planner.people.commas} value={topics} onChange={setTopics} />
        <TextField label={w.ends} type="date" value={ends} onChange={setEnds} />
      </div>
      <TextField label={w.source} value={source} onChange={setSource} />
      <Toggle label={t.common.confidential} note={w.confidentialNote} on={confidential} onChange={setConfidential} />
      <FormFoot onCancel={() => onDone(false)} />
    </form>
  );
}
