import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { plain } from '../../locales/isolate.ts';
import type { PanelPlace } from '../../messaging/protocol.ts';
import type { Brief, BriefPerson } from '../../records/brief.ts';
import { Button } from '../parts/button.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { TextField } from '../parts/text-field.tsx';
import { inKeptOrder, isMachine, orderedPeople } from './people-order.ts';
import { PersonItem } from './person-item.tsx';

/** How many people are drawn at once, and how many more with each step: a meeting of 2,000 opens as fast as one of 40. */
const atOnce = 60;
const step = 200;
/** From this many people on, a field to find one is worth its line. */
const worthFinding = 15;

const matches = (person: BriefPerson, letters: string): boolean =>
  [person.name, person.address ?? '', person.known?.name ?? '', person.known?.organisation ?? ''].some((text) =>
    plain(text).toLocaleLowerCase().includes(letters),
  );

/** The people of an occasion, folded where they are many. Arrow keys go from one to the next. */
export function PeopleList({ brief, place }: { brief: Brief; place: PanelPlace }) {
  const { t } = useLocale();
  const [shown, setShown] = useState(atOnce);
  const [letters, setLetters] = useState('');
  const sought = useDeferredValue(plain(letters).toLocaleLowerCase());
  const id = useId();
  const before = useRef<string[]>([]);
  const ordered = useMemo(() => inKeptOrder(orderedPeople(brief), before.current), [brief]);
  useEffect(() => {
    if (!brief.pending) before.current = ordered.map((person) => person.ref);
  }, [ordered, brief.pending]);
  const found = sought === '' ? ordered : ordered.filter((person) => matches(person, sought));
  const asked = place?.at === 'person' ? found.findIndex((person) => person.ref === place.ref) : -1;
  const drawn = found.slice(0, Math.max(shown, asked + 1));
  const people = drawn.filter((person) => !isMachine(person));
  const machines = drawn.filter(isMachine);
  const item = (person: BriefPerson) => (
    <PersonItem
      key={person.ref}
      person={person}
      brief={brief}
      open={place?.at === 'person' && place.ref === person.ref}
    />
  );

  function move(event: KeyboardEvent<HTMLElement>): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const heads = [...event.currentTarget.querySelectorAll<HTMLElement>('button.person-head')];
    const at = heads.indexOf(event.target as HTMLElement);
    const next = at === -1 ? undefined : heads[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  }

  return (
    <section className="people" aria-labelledby={`${id}-name`} id="people" tabIndex={-1} onKeyDown={move}>
      <h2 id={`${id}-name`} className="section-name">
        {t.panel.people[brief.occasion.kind]}
      </h2>
      {brief.people.length >= worthFinding ? (
        <TextField
          type="search"
          label={t.panel.find}
          labelHidden={true}
          placeholder={t.panel.find}
          value={letters}
          onChange={setLetters}
        />
      ) : null}
      {brief.people.length === 0 ? <p className="quiet">{t.panel.nobody}</p> : null}
      {sought !== '' && found.length === 0 ? (
        <p className="quiet" role="status">
          {t.panel.noneFound}
        </p>
      ) : null}
      {/* One list, so that outside readers of the panel find everybody in it. */}
      <ul className={drawn.length > atOnce ? 'people-list people-many' : 'people-list'}>
        {people.map(item)}
        {machines.map(item)}
      </ul>
      {found.length > drawn.length ? (
        <Button look="quiet" small={true} onClick={() => setShown(shown + step)}>
          {t.panel.showMore({ n: Math.min(step, found.length - drawn.length) })}
        </Button>
      ) : null}
    </section>
  );
}
