import { Check, Plus } from 'lucide-react';
import { useState } from 'react';
import { plain } from '../../locales/isolate.ts';
import type { Brief, BriefKnown, BriefPerson } from '../../records/brief.ts';
import { Button } from '../parts/button.tsx';
import { Disclosure } from '../parts/disclosure.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { Name, Words } from '../parts/words.tsx';
import { type FormRequest, whomOf } from './deed.ts';
import { FormPlace, OpenForm } from './forms/later-form.tsx';
import { useHands } from './hands.ts';
import { useAct } from './use-act.ts';

/** An opened participant: standing with its evidence, needs, offers, what they could do for me, and what can be written down. */
export function PersonDetails({ person, name, brief }: { person: BriefPerson; name: string; brief: Brief }) {
  const [form, setForm] = useState<FormRequest | null>(null);
  const { known } = person;
  return (
    <div className="person-body">
      {known === null ? null : <Known known={known} onAnswer={setForm} />}
      {form === null ? (
        <Acts person={person} name={name} onOpen={setForm} />
      ) : (
        <FormPlace>
          <OpenForm key={form.form} request={form} occasion={brief.occasion} onClose={() => setForm(null)} />
        </FormPlace>
      )}
    </div>
  );
}

function Known({ known, onAnswer }: { known: BriefKnown; onAnswer: (form: FormRequest) => void }) {
  const { t } = useLocale();
  const { needs, offers, couldDoForMe } = known;
  return (
    <>
      {couldDoForMe.length === 0 ? null : (
        <dl className="wants">
          <dt>{t.panel.couldDo}</dt>
          {couldDoForMe.map(({ need, offer }) => (
            <dd key={`${need} ${offer}`}>
              <Words>{t.panel.couldDoLine({ need, offer })}</Words>
            </dd>
          ))}
        </dl>
      )}
      {needs.length === 0 ? null : (
        <dl className="wants">
          <dt>{t.panel.needs}</dt>
          {needs.map((want) => (
            <dd key={want.id}>
              <Name>{want.text}</Name>
            </dd>
          ))}
        </dl>
      )}
      {offers.length === 0 ? null : (
        <dl className="wants">
          <dt>{t.panel.offers}</dt>
          {offers.map((want) => (
            <dd key={want.id}>
              <Name>{want.text}</Name>
            </dd>
          ))}
        </dl>
      )}
      <StandingWhy known={known} onAnswer={onAnswer} />
    </>
  );
}

/** The standing in words, its evidence behind it; an open request can be answered there. */
function StandingWhy({ known, onAnswer }: { known: BriefKnown; onAnswer: (form: FormRequest) => void }) {
  const { t, format } = useLocale();
  const { standing, tie } = known;
  const why = standing.connection || !standing.potential ? t.panel.standingWhy[standing.word] : t.panel.potentialWhy;
  return (
    <Disclosure summary={`${t.panel.evidence}: ${standingWords(known, t)}`}>
      <div className="evidence">
        <p>{why}</p>
        {tie.days > 0 ? <p className="fine">{t.panel.metDays({ n: tie.days })}</p> : null}
        {standing.evidence.length === 0 ? null : (
          <ul>
            {standing.evidence.map((item) => (
              <li key={item.cooperationId}>
                <Words>{t.panel.evidenceLine[item.direction]({ about: item.about, at: format.when(item.at) })}</Words>{' '}
                <b className={`answer-${item.answer}`}>{t.common.answer[item.answer]}</b>
                {item.answer === 'open' ? (
                  <>
                    {' '}
                    <button
                      type="button"
                      className="text-button"
                      onClick={() =>
                        onAnswer({
                          form: 'answer',
                          cooperationId: item.cooperationId,
                          direction: item.direction,
                          about: item.about,
                        })
                      }
                    >
                      {t.panel.deed.answer}
                    </button>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Disclosure>
  );
}

function standingWords(known: BriefKnown, t: ReturnType<typeof useLocale>['t']): string {
  const { standing } = known;
  return !standing.connection && standing.potential ? t.common.potential : t.common.standing[standing.word];
}

function Acts({ person, name, onOpen }: { person: BriefPerson; name: string; onOpen: (form: FormRequest) => void }) {
  const { t } = useLocale();
  const hands = useHands();
  const { act, busy } = useAct();
  const whom = whomOf(person);
  const { known } = person;
  const friend = known?.standing.friend ?? false;
  return (
    <fieldset className="person-acts" aria-label={t.panel.actsOf({ who: name })}>
      {known === null ? (
        <Button
          look="main"
          small={true}
          disabled={busy}
          about={plain(name)}
          onClick={() => void act({ act: 'keep-person', ref: person.ref })}
        >
          {t.panel.keep}
        </Button>
      ) : null}
      {(['need', 'offer', 'note'] as const).map((what) => (
        <Button key={what} small={true} onClick={() => onOpen({ form: 'line', what, whom, who: name })}>
          {t.panel.write[what]}
        </Button>
      ))}
      <Button small={true} onClick={() => onOpen({ form: 'share', whom, who: name, tipId: null, setting: null })}>
        {t.panel.write.share}
      </Button>
      <Button
        small={true}
        onClick={() => onOpen({ form: 'request', whom, who: name, direction: 'i-asked', about: '' })}
      >
        {t.panel.write.request}
      </Button>
      <Button
        look="quiet"
        small={true}
        disabled={busy}
        aria-pressed={friend}
        icon={friend ? <Check aria-hidden="true" /> : <Plus aria-hidden="true" />}
        onClick={() => void act({ act: 'mark-friend', whom, on: !friend })}
      >
        {t.panel.friendMark}
      </Button>
      {known === null ? null : (
        <Button look="quiet" small={true} onClick={() => hands.openPlanner(`#/people/${encodeURIComponent(known.id)}`)}>
          {t.panel.wholePage}
        </Button>
      )}
    </fieldset>
  );
}
