import {
  BookOpenText,
  CalendarDays,
  Gift,
  Handshake,
  Mail,
  MessageCircleQuestion,
  NotebookPen,
  Pencil,
  Trash2,
} from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Person } from '../../../records/person.ts';
import type { PersonView, TimelineItem } from '../../../records/planner.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { IconButton } from '../../parts/icon-button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Tag } from '../../parts/tag.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { Name, Words } from '../../parts/words.tsx';
import { useServices } from '../services-context.tsx';
import { useAct } from '../use-act.ts';
import { draftOf } from './person-form.tsx';

/** What happened with one person, newest first. */
export function Timeline({ view }: { view: PersonView }) {
  return (
    <ol className="timeline">
      {view.timeline.map((item) => (
        <Moment key={`${item.is}-${item.id}`} item={item} view={view} />
      ))}
    </ol>
  );
}

const icons = {
  meeting: CalendarDays,
  thread: Mail,
  share: Gift,
  cooperation: MessageCircleQuestion,
  introduction: Handshake,
  note: NotebookPen,
  review: BookOpenText,
};

function Moment({ item, view }: { item: TimelineItem; view: PersonView }) {
  const { format, t } = useLocale();
  const Icon = icons[item.is === 'occasion' ? item.kind : item.is];
  return (
    <li className="moment" data-moment={item.is}>
      <Icon aria-hidden="true" />
      <div>
        <p className="fine">
          {t.planner.people.momentKind[item.is === 'occasion' ? item.kind : item.is]}
          {item.at === null ? '' : ` · ${format.date(item.at)}`}
        </p>
        <MomentWords item={item} />
      </div>
      <div className="moment-acts">
        <MomentActs item={item} view={view} />
      </div>
    </li>
  );
}

function MomentWords({ item }: { item: TimelineItem }): ReactNode {
  const { t, format } = useLocale();
  const w = t.planner.people;
  switch (item.is) {
    case 'occasion':
      return (
        <p>
          <Name>{item.title ?? t.planner.untitled[item.kind]}</Name>{' '}
          <span className="fine">{t.common.people({ n: item.people })}</span>
        </p>
      );
    case 'share':
      return (
        <p>
          <Name>{item.tip}</Name>{' '}
          <Tag look={item.share.state === 'given' ? 'pine' : 'plain'}>{t.planner.shareState[item.share.state]}</Tag>
          {item.share.outcome === null ? null : (
            <>
              <br />
              <Name>{item.share.outcome}</Name>
            </>
          )}
        </p>
      );
    case 'cooperation':
      return (
        <p>
          <Words>
            {w.evidence[item.cooperation.direction]({
              about: item.cooperation.about,
              at: format.date(item.cooperation.at),
              answer: t.common.answer[item.cooperation.answer],
            })}
          </Words>
        </p>
      );
    case 'introduction':
      return (
        <p>
          <Words>
            {w.introducedTo({ other: item.other.name, state: t.common.introductionState[item.introduction.state] })}
          </Words>
        </p>
      );
    case 'note':
      return (
        <p className="moment-text" dir="auto">
          {item.text} {item.confidential ? <Tag look="seal">{t.common.confidential}</Tag> : null}
        </p>
      );
    case 'review':
      return (
        <p className="moment-text" dir="auto">
          {[item.review.given, item.review.asked, item.review.agreed, item.review.next]
            .filter((part) => part !== '')
            .join('\n')}
        </p>
      );
  }
}

function MomentActs({ item, view: { person } }: { item: TimelineItem; view: PersonView }) {
  const { t } = useLocale();
  const w = t.planner.people;
  const services = useServices();
  const run = useAct();
  const removal = (onClick: () => void) => (
    <IconButton small={true} label={w.removeMoment} icon={<Trash2 aria-hidden="true" />} onClick={onClick} />
  );
  if (item.is === 'cooperation')
    return (
      <>
        {item.cooperation.answer === 'open'
          ? (['agreed', 'declined'] as const).map((answer) => (
              <Button
                key={answer}
                small={true}
                onClick={() =>
                  void run(
                    services.perform({ act: 'answer-cooperation', cooperationId: item.id, answer }),
                    t.planner.answered[answer],
                  )
                }
              >
                {t.common.answer[answer]}
              </Button>
            ))
          : null}
        {removal(() => void run(services.remove('cooperations', item.id), w.momentRemoved))}
      </>
    );
  if (item.is === 'note')
    return (
      <>
        <NoteEdit note={item} person={person} />
        {removal(
          () =>
            void run(
              services.savePerson({ ...draftOf(person), notes: person.notes.filter((note) => note.id !== item.id) }),
              w.momentRemoved,
            ),
        )}
      </>
    );
  if (item.is === 'share') return removal(() => void run(services.remove('shares', item.id), w.momentRemoved));
  return null;
}

function NoteEdit({ note, person }: { note: TimelineItem & { is: 'note' }; person: Person }) {
  const { t } = useLocale();
  const w = t.planner.people;
  const services = useServices();
  const run = useAct();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState(note.text);
  const [confidential, setConfidential] = useState(note.confidential);
  const save = async () => {
    if (text.trim() === '') return;
    const notes = person.notes.map((one) => (one.id === note.id ? { ...one, text: text.trim(), confidential } : one));
    const done = await run(services.savePerson({ ...draftOf(person), notes }), w.noteAdded);
    if (done !== null) setOpen(false);
  };
  return (
    <>
      <IconButton small={true} label={w.noteEdit} icon={<Pencil aria-hidden="true" />} onClick={() => setOpen(true)} />
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={w.noteEdit}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{t.common.cancel}</Button>
            <Button look="main" disabled={text.trim() === ''} onClick={() => void save()}>
              {t.common.save}
            </Button>
          </>
        }
      >
        <TextField label={w.note} lines={true} value={text} onChange={setText} />
        <Toggle label={t.common.confidential} note={w.confidentialNote} on={confidential} onChange={setConfidential} />
      </Dialog>
    </>
  );
}
