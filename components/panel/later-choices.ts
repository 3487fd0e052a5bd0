import type { Brief } from '../../records/brief.ts';

/** When a prompt comes back. `name` is its key in the catalogue, `until` epoch ms in local time. */
export interface LaterChoice {
  name: 'afterMeeting' | 'thisEvening' | 'tomorrow' | 'nextWeek' | 'nextMonth';
  until: number;
}

const hour = 3_600_000;
const morning = 9;
const evening = 18;

function at(now: number, days: number, atHour: number): number {
  const date = new Date(now);
  date.setDate(date.getDate() + days);
  return date.setHours(atHour, 0, 0, 0);
}

/** The same day of next month, or its last day where it is shorter, at nine. */
function inAMonth(now: number): number {
  const date = new Date(now);
  const day = date.getDate();
  date.setDate(1);
  date.setMonth(date.getMonth() + 1);
  const last = new Date(date.getFullYear(), date.getMonth() + 1, 0).getDate();
  date.setDate(Math.min(day, last));
  return date.setHours(morning, 0, 0, 0);
}

/**
 * The four choices: after this meeting while it is not over (else this evening, or in three hours when it is evening
 * already), tomorrow at nine, next Monday at nine, in a month.
 */
export function laterChoices(occasion: Brief['occasion'], now: number): LaterChoice[] {
  const end = occasion.endAt ?? (occasion.startAt === null ? null : occasion.startAt + hour);
  const soon: LaterChoice =
    occasion.kind === 'meeting' && !occasion.over && end !== null && end > now
      ? { name: 'afterMeeting', until: end }
      : { name: 'thisEvening', until: Math.max(at(now, 0, evening), now + 3 * hour) };
  const weekday = new Date(now).getDay();
  const toMonday = (8 - weekday) % 7 || 7;
  return [
    soon,
    { name: 'tomorrow', until: at(now, 1, morning) },
    { name: 'nextWeek', until: at(now, toMonday, morning) },
    { name: 'nextMonth', until: inAMonth(now) },
  ];
}
