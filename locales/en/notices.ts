import { isolate } from '../isolate.ts';
import { counted } from '../plural.ts';

/** What the browser shows by itself, also on a lock screen: titles and numbers, never a word about anybody. */
export const notices = {
  before: (p: { title: string; at: string }) => `${p.at}: ${isolate(p.title)}`,
  beforeMore: (p: { known: number }) =>
    p.known === 0
      ? 'Who is there, and what could be started: look at the brief.'
      : `${counted(p.known, 'person', 'people')} whom you keep will be there. Look at the brief.`,
  after: (p: { title: string }) => `How was it? ${isolate(p.title)}`,
  afterMore: 'Four lines, half a minute. It waits in your list as well.',
  morning: 'Your day',
  morningMore: (p: { meetings: number; due: number; reviews: number }) =>
    [
      counted(p.meetings, 'meeting', 'meetings'),
      `${counted(p.due, 'thing', 'things')} to do`,
      ...(p.reviews === 0 ? [] : [`${counted(p.reviews, 'review', 'reviews')} to write`]),
    ].join(', '),
  untitled: 'Meeting without a title',
};
