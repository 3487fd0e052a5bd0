import type { Reading, ReadOccasion, WallClock, Wording } from '../../records/occasion.ts';
import { guestWords } from './guest-words.ts';
import { parseClock, parseWhen, type Span } from './when-text.ts';

/**
 * The reading with what its page says in words put in: the time, each guest's answer, who is optional, who organises.
 * Runs in the background, so that no language's words weigh on a page. Words only add; where they contradict what the
 * page's structure says, the reading is `broken`. `now` (epoch ms) is for a year that the page leaves out.
 */
export function understood(reading: Reading, now: number): Reading {
  if (reading.state !== 'occasion' || !reading.occasion.wording) return reading;
  const { wording, ...occasion } = reading.occasion;
  const inStep = wording.participants.length === occasion.participants.length;
  const participants = occasion.participants.map((participant, i) => {
    const said = guestWords(inStep ? (wording.participants[i] ?? '') : '');
    return {
      ...participant,
      answer: participant.answer ?? said.answer,
      optional: participant.optional || said.optional,
      role: said.organizer && participant.role === 'attendee' ? ('organizer' as const) : participant.role,
    };
  });
  if (participants.filter((p) => p.role === 'organizer').length > 1)
    return { state: 'broken', site: occasion.site, part: 'organizer' };
  return { state: 'occasion', occasion: { ...occasion, participants, ...whenOf(occasion, wording, now) } };
}

/** A date in the browser's own zone, `YYYY-MM-DD`. */
function localDay(now: number): string {
  const at = new Date(now);
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
}

function whenOf(
  occasion: ReadOccasion,
  wording: Wording,
  now: number,
): Pick<ReadOccasion, 'start' | 'end' | 'whenText'> {
  const zone = wording.when.map(zoneIn).find((found) => found !== null) ?? null;
  const clock = (local: string | null): WallClock | null => (local === null ? null : { local, zone });
  const given = (span: Span | null, whenText: string | null) => ({
    start: clock(span?.start ?? null),
    end: clock(span?.end ?? null),
    whenText,
  });
  if (wording.form) return given(spanOfForm(wording.form, wording.language), occasion.whenText);
  const days = { shown: wording.shownDay, today: localDay(now) };
  for (const [i, text] of wording.when.entries()) {
    const span = parseWhen(text, wording.language, days);
    if (span === null) continue;
    const digits = (line: string) => line.replace(/\P{Nd}/gu, '');
    const inner = wording.when.slice(i).findLast((part) => text.includes(part) && digits(part) === digits(text));
    return given(span, inner ?? text);
  }
  return given(null, occasion.whenText);
}

function spanOfForm({ startDay, endDay, clocks }: NonNullable<Wording['form']>, language: string): Span | null {
  if (endDay < startDay) return null;
  if (clocks.length === 0) return { start: startDay, end: endDay };
  const [from, to] = clocks.map((text) => parseClock(text, language));
  if (clocks.length !== 2 || !from || !to) return null;
  const span = { start: `${startDay}T${from}`, end: `${endDay}T${to}` };
  return span.end < span.start ? null : span;
}

/** An IANA zone written in a text, where the browser knows it. */
function zoneIn(text: string): string | null {
  const zone = /\b[A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_+-]+){1,2}\b/.exec(text)?.[0];
  if (!zone) return null;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return null;
  }
}
