import { plain } from '../../../locales/isolate.ts';
import type { MeetingAhead, TipTaker } from '../../../records/planner.ts';
import type { Setting } from '../../../records/share.ts';
import type { Locale } from '../../parts/locale-context.tsx';

/** Settings that are beside a meeting. */
export const besideMeeting: readonly Setting[] = ['before', 'after', 'at-the-table'];

/** When something is given that is given beside a meeting, epoch ms. */
export const momentBeside = (setting: Setting, meeting: MeetingAhead): number =>
  setting === 'after' ? (meeting.endAt ?? meeting.startAt) : meeting.startAt;

/** A first line for *why you*, out of the reason that the ranking gives; empty where there is none. */
export function whySuggestion(because: TipTaker['because'], { t }: Locale): string {
  const need = because.find((reason) => reason.code === 'tip-meets-need')?.params.need;
  if (typeof need === 'string') return t.planner.tips.whyNeed({ need: plain(need) });
  const topic = because.find((reason) => reason.code === 'tip-meets-topic')?.params.topic;
  return typeof topic === 'string' ? t.planner.tips.whyTopic({ topic: plain(topic) }) : '';
}

/** A plan that carries itself out: what sets it off, and what is then done. */
export function ifThenSuggestion(
  setting: Setting,
  who: string,
  meeting: MeetingAhead | null,
  { t, format }: Locale,
): string {
  const title = plain(meeting?.title ?? t.planner.untitled.meeting);
  return t.planner.tips.ifThenWords[setting]({
    who: plain(who),
    meeting: meeting === null ? '' : title,
    at: meeting === null ? '' : format.dateTime(momentBeside(setting, meeting)),
  });
}
