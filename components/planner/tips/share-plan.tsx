import { useState } from 'react';
import { plain } from '../../../locales/isolate.ts';
import type { Warning } from '../../../prompts/guard.ts';
import type { MeetingAhead, PersonName, TipRow, TipTaker } from '../../../records/planner.ts';
import type { Setting } from '../../../records/share.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Disclosure } from '../../parts/disclosure.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Notice } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { Words } from '../../parts/words.tsx';
import { Draft } from '../draft.tsx';
import { FormFoot } from '../form-foot.tsx';
import { useServices } from '../services-context.tsx';
import { dateTimeValue, momentOfValue, orNull } from '../text-lists.ts';
import { useAct } from '../use-act.ts';
import { besideMeeting, ifThenSuggestion, momentBeside, whySuggestion } from './share-suggestions.ts';

const settings: readonly Setting[] = ['private-message', 'meal', 'walk', 'call', 'before', 'after', 'at-the-table'];

/** The plan of one share: how, beside which meeting, when, why this person, what sets it off, and the words to say. */
export function SharePlan({
  row,
  person,
  because,
  meetings,
  onOther,
  onDone,
}: {
  row: TipRow;
  person: PersonName;
  because: TipTaker['because'];
  /** The coming meetings with this person, the next first. */
  meetings: readonly MeetingAhead[];
  /** Back to the choice before; left out where there was none. */
  onOther?: () => void;
  onDone: () => void;
}) {
  const locale = useLocale();
  const { t, format } = locale;
  const w = t.planner.tips;
  const services = useServices();
  const run = useAct();
  const planned = row.shares.find(({ share }) => share.personId === person.id && share.state === 'planned')?.share;
  const [first = null] = meetings;
  const [setting, setSetting] = useState<Setting>(planned?.setting ?? (first === null ? 'private-message' : 'before'));
  const [meetingId, setMeetingId] = useState(planned?.occasionId ?? first?.id ?? null);
  const meeting = besideMeeting.includes(setting) ? (meetings.find(({ id }) => id === meetingId) ?? null) : null;
  const [when, setWhen] = useState(
    dateTimeValue(planned?.plannedFor ?? (meeting === null ? null : momentBeside(setting, meeting))),
  );
  const [why, setWhy] = useState(planned?.whyYou || whySuggestion(because, locale));
  // Proposed until the user writes it differently.
  const [ownIfThen, setOwnIfThen] = useState(planned?.ifThen ?? null);
  const ifThen = ownIfThen ?? ifThenSuggestion(setting, person.name, meeting, locale);
  const [ownDraft, setOwnDraft] = useState(planned?.draft ?? null);
  const alone =
    row.tip.reach === 'one' &&
    row.shares.every(({ share }) => share.personId === person.id || share.state === 'skipped');
  const draft = ownDraft ?? w.draftWords({ to: plain(person.name), why: why.trim(), tip: row.tip.text, alone });

  const chooseMeeting = (nextSetting: Setting, id: string | null) => {
    setSetting(nextSetting);
    setMeetingId(id);
    const beside = besideMeeting.includes(nextSetting) ? meetings.find((one) => one.id === id) : undefined;
    if (beside !== undefined) setWhen(dateTimeValue(momentBeside(nextSetting, beside)));
    else if (meeting !== null) setWhen('');
  };

  const shares = row.shares.map(({ share }) => share);
  const warnings = services.guard(row.tip, shares, person.id, '');
  const barred = warnings.some(({ code }) => code === 'confidential' || code === 'has-it');
  const warningWords = ({ code }: Warning): string => {
    if (code === 'taken') {
      const holders = row.shares.filter((one) => one.share.state !== 'skipped' && one.person.id !== person.id);
      return w.becomesCommon({ people: format.list([...new Set(holders.map((one) => one.person.name))]) });
    }
    if (code === 'expired') return w.guardOver({ at: format.date(row.tip.expiresAt ?? services.now()) });
    return w.guard[code];
  };
  // One sentence names all who have it.
  const said = [...new Set(warnings.map(warningWords))];
  if (row.tip.reach === 'open') said.push(w.openNoGift);

  const save = async () => {
    if (barred) return;
    const done = await run(
      services.perform({
        act: 'plan-share',
        whom: { personId: person.id },
        tipId: row.tip.id,
        setting,
        plannedFor: momentOfValue(when),
        whyYou: why.trim(),
        ifThen: orNull(ifThen),
        draft: orNull(ownDraft ?? ''),
        occasionId: meeting?.id ?? null,
      }),
      w.planned,
    );
    if (done !== null) onDone();
  };

  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className="share-whom">
        <Words>{w.forWhom({ who: person.name })}</Words>{' '}
        {onOther === undefined ? null : (
          <Button small={true} look="quiet" onClick={onOther}>
            {w.chooseOther}
          </Button>
        )}
      </p>
      <div aria-live="polite" className="form">
        {said.map((sentence) => (
          <Notice key={sentence} kind="care">
            <p>
              <Words>{sentence}</Words>
            </p>
          </Notice>
        ))}
      </div>
      <div className="form-pair">
        <Choice
          label={w.setting}
          value={setting}
          onChange={(next: Setting) => chooseMeeting(next, meetingId ?? first?.id ?? null)}
          items={settings.map((one) => ({ value: one, label: t.common.setting[one] }))}
        />
        <TextField label={w.when} note={t.common.optional} type="datetime-local" value={when} onChange={setWhen} />
      </div>
      {besideMeeting.includes(setting) && meetings.length > 0 ? (
        <Choice
          label={w.besideWhich}
          value={meetingId ?? meetings[0]?.id ?? ''}
          onChange={(id: string) => chooseMeeting(setting, id)}
          items={meetings.map((one) => ({
            value: one.id,
            label: one.title ?? t.planner.untitled.meeting,
            note: format.dateTime(one.startAt),
          }))}
        />
      ) : null}
      <TextField label={w.whyYou} note={w.whyYouNote} value={why} onChange={setWhy} />
      <TextField label={w.ifThen} note={w.ifThenNote} value={ifThen} onChange={setOwnIfThen} />
      <Disclosure summary={w.words}>
        <Draft
          label={w.wordsLabel({ who: plain(person.name) })}
          to={person.address ? [person.address] : []}
          subject={w.wordsSubject}
          text={draft}
          onChange={setOwnDraft}
        />
      </Disclosure>
      <FormFoot onCancel={onDone} save={w.plan} disabled={barred} />
    </form>
  );
}
