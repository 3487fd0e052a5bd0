import { ArrowLeft, Gift, Merge, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Catalogue } from '../../../locales/index.ts';
import type { PersonView } from '../../../records/planner.ts';
import type { Exchange } from '../../../records/standing.ts';
import { Blank } from '../../parts/blank.tsx';
import { Button } from '../../parts/button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Tag } from '../../parts/tag.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { Name, Words } from '../../parts/words.tsx';
import { hrefOf } from '../route.ts';
import { Loaded, Screen, Section } from '../screen.tsx';
import { useServices, useWatched } from '../services-context.tsx';
import { GiveDialog } from '../tips/share-dialog.tsx';
import { useAct } from '../use-act.ts';
import { CooperationForm } from './cooperation-form.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import './people.css';
import { PersonForm } from './person-form.tsx';
import { NoteLine, Wants } from './person-lines.tsx';
import { Timeline } from './timeline.tsx';

/** One person's page, by id. */
export function PersonScreen({ id }: { id: string }) {
  const { t } = useLocale();
  const view = useWatched('person', id);
  const w = t.planner.people;
  if (view.is === 'there' && view.value !== null) return <PersonPage view={view.value} />;
  return (
    <Screen title={view.is === 'there' ? w.gone : t.planner.nav.people}>
      <Loaded answer={view}>
        {() => (
          <Blank
            title={w.goneTitle}
            actions={
              <a className="button" href={hrefOf('people')}>
                {w.backToList}
              </a>
            }
          >
            <p>{w.goneHow}</p>
          </Blank>
        )}
      </Loaded>
    </Screen>
  );
}

function PersonPage({ view }: { view: PersonView }) {
  const { person, standing, tie, timeline } = view;
  const { t, format } = useLocale();
  const w = t.planner.people;
  const services = useServices();
  const run = useAct();
  const [editing, setEditing] = useState(false);
  const [merging, setMerging] = useState(false);
  const [giving, setGiving] = useState(false);
  const whom = { personId: person.id };
  const name = person.name || (person.addresses[0]?.written ?? w.unnamed);
  const work = [person.title, person.organisation].filter((part) => part !== null && part !== '').join(' · ');

  const remove = async () => {
    const done = await run(services.remove('people', person.id), w.removed({ name }));
    if (done !== null) location.hash = hrefOf('people');
  };

  return (
    <Screen
      title={name}
      back={
        <a className="back" href={hrefOf('people')}>
          <ArrowLeft aria-hidden="true" />
          {w.backToList}
        </a>
      }
      lead={work === '' ? undefined : <Name>{work}</Name>}
      aside={
        <div className="person-head-acts">
          <Button look="main" icon={<Gift aria-hidden="true" />} onClick={() => setGiving(true)}>
            {w.giveTip}
          </Button>
          <Button icon={<Pencil aria-hidden="true" />} onClick={() => setEditing(true)}>
            {w.edit}
          </Button>
          <Button look="quiet" icon={<Merge aria-hidden="true" />} onClick={() => setMerging(true)}>
            {w.merge}
          </Button>
          <Button look="quiet" icon={<Trash2 aria-hidden="true" />} onClick={() => void remove()}>
            {w.remove}
          </Button>
        </div>
      }
    >
      <PersonForm person={person} open={editing} onOpenChange={setEditing} />
      <GiveDialog
        person={{
          id: person.id,
          name,
          organisation: person.organisation,
          address: person.addresses[0]?.written ?? null,
        }}
        open={giving}
        onOpenChange={setGiving}
      />
      <MergeDialog person={person} open={merging} onOpenChange={setMerging} />
      <div className="person-columns" data-person={person.id}>
        <div>
          <Section title={w.standing}>
            <div className="person-head-tags">
              <Tag look={standing.word === 'connection' ? 'pine' : 'plain'}>{t.common.standing[standing.word]}</Tag>
              {standing.friend && standing.word !== 'friend' ? <Tag>{t.common.standing.friend}</Tag> : null}
              {standing.potential ? <Tag look="ochre">{t.common.potential}</Tag> : null}
              <Tag>{t.common.tie[tie.word]}</Tag>
            </div>
            <p className="quiet">
              {w.standingMeans[standing.word]}{' '}
              {tie.lastAt === null
                ? w.noContact
                : w.contact({ at: format.relative(tie.lastAt), days: t.common.days({ n: tie.days }) })}
            </p>
            {view.exchange == null ? null : <p className="quiet">{exchangeWords(view.exchange, w)}</p>}
            {standing.evidence.length === 0 ? null : (
              <ul className="evidence-list">
                {standing.evidence.map((one) => (
                  <li key={one.cooperationId}>
                    <Words>
                      {w.evidence[one.direction]({
                        about: one.about,
                        at: format.date(one.at),
                        answer: t.common.answer[one.answer],
                      })}
                    </Words>
                  </li>
                ))}
              </ul>
            )}
            <Toggle
              label={t.common.potential}
              note={w.potentialNote}
              on={person.potentialSince !== null}
              onChange={(on) =>
                void run(services.perform({ act: 'tag-potential', whom, on }), on ? w.tagged : w.untagged)
              }
            />
            <Toggle
              label={t.common.standing.friend}
              note={w.friendNote}
              on={person.friend}
              onChange={(on) =>
                void run(services.perform({ act: 'mark-friend', whom, on }), on ? w.befriended : w.unfriended)
              }
            />
          </Section>
          <Wants person={person} kind="needs" />
          <Wants person={person} kind="offers" />
          <Section title={w.contactDetails}>
            <Facts view={view} />
          </Section>
        </div>
        <div>
          <Section title={w.writeDown}>
            <NoteLine person={person} />
            <CooperationForm personId={person.id} name={name} />
          </Section>
          <Section title={w.timeline} count={timeline.length}>
            {timeline.length === 0 ? <p className="quiet">{w.timelineNone}</p> : <Timeline view={view} />}
          </Section>
        </div>
      </div>
    </Screen>
  );
}

const hour = 3_600_000;

/** Who writes how often, and how long an answer usually takes. */
function exchangeWords(
  { written, received, theirAnswer, myAnswer }: Exchange,
  w: Catalogue['planner']['people'],
): string {
  const hours = (ms: number) => Math.max(1, Math.round(ms / hour));
  return [
    w.exchange({ written, received }),
    ...(theirAnswer === null ? [] : [w.theyAnswer({ hours: hours(theirAnswer) })]),
    ...(myAnswer === null ? [] : [w.youAnswer({ hours: hours(myAnswer) })]),
  ].join(' ');
}

function Facts({ view: { person } }: { view: PersonView }) {
  const { t, format } = useLocale();
  const w = t.planner.people;
  const rows = [
    { label: w.addresses, values: person.addresses.map((address) => address.written) },
    { label: w.phones, values: person.phones },
    { label: w.otherNames, values: person.otherNames },
    { label: w.topics, values: person.topics },
    { label: w.tags, values: person.tags },
    { label: w.keptSince, values: [format.date(person.createdAt)] },
  ].filter((row) => row.values.length > 0);
  return (
    <dl className="facts">
      {rows.map((row) => (
        <div key={row.label}>
          <dt>{row.label}</dt>
          {row.values.map((value) => (
            <dd key={value}>
              <Name>{value}</Name>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
