import type { Participant, ReadOccasion } from '../../../records/occasion.ts';

/** A participant as a reader gives one. */
export const participant = (given: Partial<Participant>): Participant => ({
  name: null,
  address: null,
  role: 'attendee',
  answer: null,
  optional: false,
  self: false,
  marked: null,
  ...given,
});

/** A meeting as a reader of a calendar gives it: the user, Ana who called it, a room and a bare name. */
export const meeting = (given: Partial<ReadOccasion> = {}): ReadOccasion => ({
  site: 'google-calendar',
  ref: 'e1',
  kind: 'meeting',
  title: 'Budget',
  start: { local: '2026-11-25T10:00', zone: 'Asia/Shanghai' },
  end: { local: '2026-11-25T11:00', zone: 'Asia/Shanghai' },
  whenText: null,
  own: 'Me@corp.com',
  participants: [
    participant({ name: 'Me', address: 'me@corp.com', self: true }),
    participant({ name: 'Ana', address: 'Ana@x.org', role: 'organizer', answer: 'accepted' }),
    participant({ name: 'Room 5', address: 'room5@resource.calendar.google.com', marked: 'room' }),
    participant({ name: 'Wei' }),
  ],
  extent: { complete: true, shown: 3, total: 3 },
  ...given,
});
