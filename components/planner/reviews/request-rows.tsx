import { Plus, X } from 'lucide-react';
import type { Cooperation } from '../../../records/cooperation.ts';
import type { PersonName } from '../../../records/planner.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { IconButton } from '../../parts/icon-button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Options } from '../../parts/options.tsx';
import { TextField } from '../../parts/text-field.tsx';

/** A request while it is typed. `key` names its row on the screen. */
export interface TypedRequest extends Pick<Cooperation, 'direction' | 'about' | 'answer'> {
  key: number;
  personId: string | null;
}

/** Requests that were made there, in either direction, with their answers: the only evidence that makes a connection. */
export function RequestRows({
  people,
  requests,
  onChange,
}: {
  people: readonly PersonName[];
  requests: readonly TypedRequest[];
  onChange: (requests: readonly TypedRequest[]) => void;
}) {
  const { t } = useLocale();
  const w = t.planner.reviews;
  const change = (key: number, part: Partial<TypedRequest>) =>
    onChange(requests.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const add = () =>
    onChange([
      ...requests,
      {
        key: Math.max(0, ...requests.map(({ key }) => key)) + 1,
        personId: people.length === 1 ? (people[0]?.id ?? null) : null,
        direction: 'they-asked',
        about: '',
        answer: 'open',
      },
    ]);
  return (
    <div className="form">
      {requests.map((one) => (
        <fieldset key={one.key} className="form step-fields" data-request={one.key}>
          <legend className="field-label">{t.planner.people.cooperation}</legend>
          <Choice
            label={w.requestWho}
            placeholder={t.planner.pickPerson}
            value={one.personId}
            onChange={(personId: string) => change(one.key, { personId })}
            items={people.map(({ id, name, organisation }) => ({
              value: id,
              label: name,
              ...(organisation !== null && { note: organisation }),
            }))}
          />
          <Options
            label={t.planner.people.whoAsked}
            value={one.direction}
            onChange={(direction) => change(one.key, { direction })}
            items={(['they-asked', 'i-asked'] as const).map((value) => ({ value, label: t.common.direction[value] }))}
          />
          <TextField
            label={t.planner.people.about}
            placeholder={t.planner.people.aboutPlaceholder}
            focused={true}
            value={one.about}
            onChange={(about) => change(one.key, { about })}
          />
          <div className="form-foot">
            <Options
              label={t.planner.people.answer}
              value={one.answer}
              onChange={(answer) => change(one.key, { answer })}
              items={(['open', 'agreed', 'declined'] as const).map((value) => ({
                value,
                label: t.common.answer[value],
              }))}
            />
            <IconButton
              label={w.requestRemove}
              icon={<X aria-hidden="true" />}
              onClick={() => onChange(requests.filter(({ key }) => key !== one.key))}
            />
          </div>
        </fieldset>
      ))}
      <span>
        <Button small={true} icon={<Plus aria-hidden="true" />} onClick={add}>
          {w.requestAdd}
        </Button>
      </span>
    </div>
  );
}
