import { X } from 'lucide-react';
import { useState } from 'react';
import type { Person } from '../../../records/person.ts';
import { Button } from '../../parts/button.tsx';
import { IconButton } from '../../parts/icon-button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { Name } from '../../parts/words.tsx';
import { Section } from '../screen.tsx';
import { useServices } from '../services-context.tsx';
import { useAct } from '../use-act.ts';
import { draftOf } from './person-form.tsx';

/** What a person needs, or offers: each can be taken away, and one more written in one line. */
export function Wants({ person, kind }: { person: Person; kind: 'needs' | 'offers' }) {
  const { t } = useLocale();
  const w = t.planner.people;
  const services = useServices();
  const run = useAct();
  const [text, setText] = useState('');
  const add = async () => {
    if (text.trim() === '') return;
    const done = await run(
      services.perform({
        act: kind === 'needs' ? 'add-need' : 'add-offer',
        whom: { personId: person.id },
        text: text.trim(),
      }),
      w.wantAdded[kind],
    );
    if (done !== null) setText('');
  };
  return (
    <Section title={w[kind]}>
      {person[kind].length === 0 ? <p className="quiet">{w.wantNone[kind]}</p> : null}
      <ul className="want-list" data-wants={kind}>
        {person[kind].map((want) => (
          <li key={want.id} className="want">
            <Name>{want.text}</Name>
            <IconButton
              small={true}
              label={w.takeAway({ text: want.text })}
              icon={<X aria-hidden="true" />}
              onClick={() =>
                void run(
                  services.savePerson({ ...draftOf(person), [kind]: person[kind].filter((one) => one.id !== want.id) }),
                  w.takenAway,
                )
              }
            />
          </li>
        ))}
      </ul>
      <form
        className="one-line"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextField
          label={w.wantLabel[kind]}
          labelHidden={true}
          placeholder={w.wantPlaceholder[kind]}
          value={text}
          onChange={setText}
        />
        <Button type="submit" disabled={text.trim() === ''}>
          {t.common.add}
        </Button>
      </form>
    </Section>
  );
}

/** One note about a person, written in one box. */
export function NoteLine({ person }: { person: Person }) {
  const { t } = useLocale();
  const w = t.planner.people;
  const services = useServices();
  const run = useAct();
  const [text, setText] = useState('');
  const [confidential, setConfidential] = useState(false);
  const add = async () => {
    if (text.trim() === '') return;
    const done = await run(
      services.perform({ act: 'add-note', whom: { personId: person.id }, text: text.trim(), confidential }),
      w.noteAdded,
    );
    if (done === null) return;
    setText('');
    setConfidential(false);
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField label={w.note} value={text} onChange={setText} lines={true} placeholder={w.notePlaceholder} />
      {text.trim() === '' ? null : (
        <div className="form-foot">
          <Toggle
            label={t.common.confidential}
            note={w.confidentialNote}
            on={confidential}
            onChange={setConfidential}
          />
          <Button type="submit">{w.noteAdd}</Button>
        </div>
      )}
    </form>
  );
}
