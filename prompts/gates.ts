import type { Person } from '../records/person.ts';
import type { Tip } from '../records/tip.ts';
import { textOfTip } from './texts.ts';
import type { View } from './view.ts';

/** Why a tip may not go to a person. */
export type Refusal = 'confidential' | 'expired' | 'given' | 'skipped' | 'beyond-reach' | 'from-them' | 'noted-against';

/** A tip that no prompt may hold, whoever it were for: confidential, or past its shelf life at `now` (epoch ms). */
export const isBarred = (tip: Tip, now: number): 'confidential' | 'expired' | null =>
  tip.confidential ? 'confidential' : tip.expiresAt !== null && tip.expiresAt <= now ? 'expired' : null;

/** Shortest name looked for inside a text: shorter ones are parts of other words. */
const isTelling = (name: string): boolean => (/\p{Script=Han}/u.test(name) ? name.length >= 2 : name.length >= 4);

const says = (text: string, name: string): boolean => {
  const at = text.indexOf(name);
  if (at < 0) return false;
  if (/\p{Script=Han}/u.test(name)) return true;
  const [before, after] = [text[at - 1] ?? ' ', text[at + name.length] ?? ' '];
  return !/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after);
};

/** Whether a text names this person or their organisation. */
export function isNamedIn(text: string, person: Pick<Person, 'name' | 'otherNames' | 'organisation'>): boolean {
  const plain = text.toLowerCase();
  return [person.name, ...person.otherNames, person.organisation ?? '']
    .map((name) => name.trim().toLowerCase())
    .some((name) => isTelling(name) && says(plain, name));
}

/** Whether a note on `person` speaks of somebody, or of a house, that the tip speaks of too: then it is not for them. */
function isNotedAgainst(view: View, tip: Tip, person: Person): boolean {
  if (person.notes.length === 0) return false;
  const text = textOfTip(tip);
  const notes = person.notes.map((note) => note.text).join('\n');
  for (const other of view.people.values()) {
    if (other.id === person.id || (other.organisation !== null && other.organisation === person.organisation)) continue;
    if (isNamedIn(notes, other) && isNamedIn(text, other)) return true;
  }
  return false;
}

/** Whether this person is who the tip came from: by whole name, or by the first word of a name, as sources are noted. */
function isSource(tip: Tip, person: Person): boolean {
  const source = tip.source?.trim().toLowerCase() ?? '';
  if (source === '') return false;
  const names = [person.name, ...person.otherNames].map((name) => name.trim().toLowerCase());
  return names.some((name) => name !== '' && (source === name || source === name.split(/\s+/)[0]));
}

/** Why this tip may not go to this person now; null when nothing stands against it. */
export function refusalOf(view: View, tip: Tip, person: Person): Refusal | null {
  const barred = isBarred(tip, view.now);
  if (barred !== null) return barred;
  const shares = view.sharesOf(tip.id);
  const given = shares.filter((share) => share.state === 'given');
  if (given.some((share) => share.personId === person.id)) return 'given';
  if (tip.reach === 'one' && given.length > 0) return 'beyond-reach';
  if (tip.reach === 'few' && !tip.few.includes(person.id)) return 'beyond-reach';
  if (shares.some((share) => share.personId === person.id && share.state === 'skipped')) return 'skipped';
  if (isSource(tip, person)) return 'from-them';
  return isNotedAgainst(view, tip, person) ? 'noted-against' : null;
}

/** One house: two people of one organisation find each other without the user. */
export const sameHouse = (one: Person, other: Person): boolean =>
  one.organisation !== null &&
  other.organisation !== null &&
  one.organisation.trim().toLowerCase() === other.organisation.trim().toLowerCase() &&
  one.organisation.trim() !== '';
