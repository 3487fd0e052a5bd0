import { editAddress, sampleCalendar } from './calendar.ts';
import { sampleInbox, threadHash } from './inbox.ts';
import type { PageLanguage } from './markup.ts';
import { meetings } from './story.ts';

const inbox = 'https://mail.google.com/mail/u/0/';
const calendar = 'https://calendar.google.com/calendar/u/0/r/week';

/** Where things of the sample are. */
export const sampleAddress = {
  inbox: `${inbox}#inbox`,
  thread: (key: string) => `${inbox}#inbox/${threadHash(key)}`,
  calendar,
  edit: editAddress,
};

/** Every page of the sample, told from `now` (epoch ms): address and document. */
export function samplePages(language: PageLanguage, now: number): { url: string; html: string }[] {
  const week = sampleCalendar(language, now);
  return [
    { url: inbox, html: sampleInbox(language, now) },
    { url: calendar, html: week },
    ...meetings.map(({ key }) => ({ url: editAddress(key), html: week })),
  ];
}
