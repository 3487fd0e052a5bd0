import type { Occasion } from '../records/occasion.ts';
import type { Person, SaidName } from '../records/person.ts';
import { fold } from './name.ts';

/** What tells the series of an occasion. */
type InSeries = Pick<Occasion, 'site' | 'ref' | 'kind' | 'title' | 'participants'>;

/** An instance of a recurring event: the id of the series, and when this one was meant to be (Google Calendar, iCalendar files of it). */
const instance = /^(.{5,})_R?\d{8}(?:T\d{6}Z?)?$/;

/** So many answers about one person are kept, the newest: each is one name in one series. */
const most = 200;

/**
 * The names under which an occasion and its like are known: the recurring event's id, and the title with the one who
 * calls the meeting. Two occasions that share one of them belong together. Empty where nothing tells.
 */
export function seriesOf({ site, ref, kind, title, participants }: InSeries): string[] {
  const id = instance.exec(ref)?.[1];
  const organizer = participants.find((one) => one.role === (kind === 'meeting' ? 'organizer' : 'from'));
  const who = organizer === undefined ? '' : fold(organizer.name ?? organizer.key ?? '');
  const what = fold(title ?? '').replace(/^(?:(?:re|fwd?|aw|wg|回复|转发|答复)\s*[:：]\s*)+/u, '');
  return [
    ...(id === undefined ? [] : [`id ${site} ${id}`]),
    ...(who === '' || what === '' ? [] : [`title ${kind} ${what} ${who}`]),
  ].map((one) => one.slice(0, 700));
}

/** What the user said of this bare name in one of these series: that it is this person, that it is somebody else, or null for nothing. */
export function saidOf(person: Pick<Person, 'said'>, name: string | null, series: readonly string[]): boolean | null {
  const folded = fold(name ?? '');
  const found =
    folded === '' ? undefined : person.said?.findLast((one) => one.name === folded && series.includes(one.series));
  return found?.is ?? null;
}

/** The person with the answer for this bare name in these series; an earlier answer for the same goes. */
export function withSaid<P extends Pick<Person, 'said'>>(
  person: P,
  name: string,
  series: readonly string[],
  is: boolean,
): P {
  const folded = fold(name).slice(0, 500);
  if (folded === '' || series.length === 0) return person;
  const other = (one: SaidName) => one.name !== folded || !series.includes(one.series);
  const said = [...(person.said ?? []).filter(other), ...series.map((one) => ({ name: folded, series: one, is }))];
  return { ...person, said: said.slice(-most) };
}
