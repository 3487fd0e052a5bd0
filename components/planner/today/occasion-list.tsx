import { CalendarDays, Mail } from 'lucide-react';
import { useState } from 'react';
import type { Brief } from '../../../records/brief.ts';
import { isMachine } from '../../panel/people-order.ts';
import { Disclosure } from '../../parts/disclosure.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Tag } from '../../parts/tag.tsx';
import { Name } from '../../parts/words.tsx';
import { OccasionBrief } from './occasion-brief.tsx';
import './today.css';

/** Occasions one under another; the first is open, each opens to its people and prompts. */
export function OccasionList({ briefs }: { briefs: readonly Brief[] }) {
  return (
    <ul className="occasions">
      {briefs.map((brief, index) => (
        <OccasionItem key={brief.occasion.id ?? index} brief={brief} openAtFirst={index === 0} />
      ))}
    </ul>
  );
}

function OccasionItem({ brief, openAtFirst }: { brief: Brief; openAtFirst: boolean }) {
  const { t, format } = useLocale();
  const [open, setOpen] = useState(openAtFirst);
  const { occasion, people, prompts } = brief;
  const Icon = occasion.kind === 'meeting' ? CalendarDays : Mail;
  const when =
    occasion.startAt === null
      ? occasion.whenText
      : occasion.kind === 'meeting' && occasion.endAt !== null
        ? format.range(occasion.startAt, occasion.endAt)
        : format.dateTime(occasion.startAt);
  const { complete, shown, total } = occasion.extent;
  const who = complete
    ? t.common.people({ n: people.filter((person) => !isMachine(person)).length })
    : total === null
      ? t.panel.shownSome({ shown })
      : t.panel.shownOf({ shown, total });
  return (
    <li className="day-occasion">
      <Disclosure
        open={open}
        onToggle={setOpen}
        summary={
          <span className="day-line">
            <span className="day-title">
              <Icon aria-hidden="true" />
              <Name>{occasion.title ?? t.planner.untitled[occasion.kind]}</Name>
            </span>
            <span className="fine">
              {when === null ? '' : `${when} · `}
              {who}{' '}
              {prompts.length === 0 ? null : <Tag look="seal">{t.planner.today.prompts({ n: prompts.length })}</Tag>}
            </span>
          </span>
        }
      >
        {open ? <OccasionBrief brief={brief} /> : null}
      </Disclosure>
    </li>
  );
}
