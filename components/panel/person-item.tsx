import { Check, ChevronRight, Plus } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { plain } from '../../locales/isolate.ts';
import type { Brief, BriefPerson } from '../../records/brief.ts';
import { Button } from '../parts/button.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { Tag } from '../parts/tag.tsx';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { Name } from '../parts/words.tsx';
import { whomOf } from './deed.ts';
import { isMachine } from './people-order.ts';
import { PersonDetails } from './person-details.tsx';
import { PossibleMatch } from './possible-match.tsx';
import { clipped } from './reason-words.ts';
import { useAct } from './use-act.ts';

/** Longest name shown, in characters. */
const nameLength = 80;

/** One participant: who, how they are matched and known, and, opened, what can be written down about them. */
export function PersonItem({ person, brief, open: asked }: { person: BriefPerson; brief: Brief; open: boolean }) {
  const { t } = useLocale();
  const [open, setOpen] = useState(asked);
  useEffect(() => {
    if (asked) setOpen(true);
  }, [asked]);
  const id = useId();
  const item = useRef<HTMLLIElement>(null);
  useKeptFocus(item, 'button');
  const machine = isMachine(person);
  const { known } = person;
  const name = clipped(known?.name || person.name || person.address || '', nameLength);

  return (
    <li
      ref={item}
      className={machine ? 'person person-machine' : 'person'}
      data-address={person.address ?? ''}
      data-match={person.match}
      data-ref={person.ref}
    >
      <div className="person-line">
        {machine ? (
          <div className="person-head">
            <span className="person-name">
              <Name>{name}</Name>
            </span>
            <Tag>{t.common.mailbox[person.mailbox]}</Tag>
          </div>
        ) : (
          <h3 className="person-heading">
            <button
              type="button"
              className="person-head"
              aria-expanded={open}
              aria-controls={`${id}-body`}
              onClick={() => setOpen(!open)}
            >
              <ChevronRight className="person-mark" aria-hidden="true" />
              <span className="person-name">
                <Name>{name}</Name>
              </span>
              <Standing person={person} />
            </button>
          </h3>
        )}
        <QuickActs person={person} machine={machine} name={name} />
      </div>
      <div className="person-facts">
        <Facts person={person} name={name} />
      </div>
      {person.match === 'possible' ? <PossibleMatch person={person} /> : null}
      {machine ? null : (
        <div id={`${id}-body`} hidden={!open}>
          {open ? <PersonDetails person={person} name={name} brief={brief} /> : null}
        </div>
      )}
    </li>
  );
}

function Standing({ person }: { person: BriefPerson }) {
  const { t } = useLocale();
  const { known, match } = person;
  if (known === null) return <Tag look={match === 'possible' ? 'ochre' : 'plain'}>{t.common.match[match]}</Tag>;
  const { standing } = known;
  return (
    <>
      <Tag look={standing.word === 'connection' ? 'pine' : 'plain'}>{t.common.standing[standing.word]}</Tag>
      {standing.friend && standing.word !== 'friend' ? <Tag>{t.common.standing.friend}</Tag> : null}
    </>
  );
}

/** Organisation or address, attendance, tie and last meeting, one line of note. */
function Facts({ person, name }: { person: BriefPerson; name: string }) {
  const { t, format } = useLocale();
  const { known, answer, address } = person;
  const about =
    known === null ? null : [known.title, known.organisation].filter((part) => part !== null && part !== '');
  return (
    <>
      <p>
        {about !== null && about.length > 0 ? (
          <Name>{about.join(', ')}</Name>
        ) : address === null ? (
          t.panel.onlyName
        ) : name === address ? null : (
          <Name>{address}</Name>
        )}
        {answer === 'declined' || answer === 'tentative' ? ` · ${t.common.attendance[answer]}` : ''}
      </p>
      {known === null ? null : (
        <p>
          {t.common.tie[known.tie.word]}
          {' · '}
          {known.tie.lastAt === null ? t.panel.neverMet : t.panel.lastMet({ at: format.when(known.tie.lastAt) })}
        </p>
      )}
      {known?.note ? (
        <p className="person-note">
          <Name>{known.note}</Name>
        </p>
      ) : null}
    </>
  );
}

/** What takes one click: tag, keep, say that an address is a person. */
function QuickActs({ person, machine, name }: { person: BriefPerson; machine: boolean; name: string }) {
  const { t } = useLocale();
  const { act, busy } = useAct();
  if (machine)
    return (
      <Button
        look="quiet"
        small={true}
        disabled={busy}
        about={plain(name)}
        onClick={() => void act({ act: 'say-person', ref: person.ref })}
      >
        {t.panel.isPerson}
      </Button>
    );
  const potential = person.known?.standing.potential ?? false;
  if (person.known?.standing.connection) return null;
  return (
    <Button
      look="quiet"
      small={true}
      disabled={busy}
      aria-pressed={potential}
      title={t.panel.potentialWhat}
      icon={potential ? <Check aria-hidden="true" /> : <Plus aria-hidden="true" />}
      about={plain(name)}
      onClick={() => void act({ act: 'tag-potential', whom: whomOf(person), on: !potential })}
    >
      {t.panel.potential}
    </Button>
  );
}
