import { allReaders } from '../../readers/all.ts';
import { documentsOf } from '../../readers/frames.ts';
import { lineOf } from '../../readers/text.ts';
import type { Reading } from '../../records/occasion.ts';
import { random } from '../../scripts/random.ts';
import type { Expected } from '../fixtures/sites/compare.ts';
import { findPages, ownPages, type SitePage, sharedPages } from '../fixtures/sites/find.ts';
import type { Marks } from '../fixtures/sites/marks.ts';
import { openPage } from '../unit/readers/page.ts';
import { changes, type Late } from './changes.ts';

/**
 * What a reader made of changed pages. `right`: the title and all people, as before the changes. `partly`: true, but it
 * says that not everybody was read, or not the title. `wrong`: somebody who is not there, or all of them claimed without one.
 */
export type Outcome = 'right' | 'partly' | 'broken' | 'not-yet' | 'not-here' | 'wrong';

/** How many pages of a site came out how, and what was wrong or not right, for a person to repeat. */
export type Tally = { site: string; pages: number; counts: Record<Outcome, number>; roles: number; notes: string[] };

const key = (person: { name: string | null; email?: string | null; address?: string | null }): string =>
  (person.email ?? person.address ?? `name:${person.name}`).toLowerCase();

/** The pages of a site that are changed: those on which something is to be read, and those with nothing open. */
export const churned = (site: string): SitePage[] =>
  [...findPages(ownPages), ...findPages(sharedPages)].filter(
    (page) => page.site === site && page.html.length < 60_000 && /^(?:thread|meeting|none)$/.test(page.expected.kind),
  );

/** Judges one reading of a page against what must be read from it; times, answers and words are not looked at. */
export function judge(reading: Reading, expected: Expected): Outcome {
  if (expected.kind === 'none') return reading.state === 'occasion' ? 'wrong' : 'right';
  if (reading.state !== 'occasion') return reading.state;
  const { participants, title, extent } = reading.occasion;
  const wanted = new Set(expected.people.map(key));
  // The user, shown by a word, may be known by the address, or the other way round.
  const self = new Set(expected.people.filter((p) => p.self).flatMap((p) => [key(p), `name:${p.name}`.toLowerCase()]));
  const rooms = new Set((expected.rooms ?? []).map((room) => room.toLowerCase()));
  const names = new Set(expected.people.map((p) => `name:${p.name}`.toLowerCase()));
  const found = new Set(participants.map(key));
  // A name without its end is the same person's, where a page writes it in two ways of which one is not there yet.
  const begins = (one: string) => one.startsWith('name:') && [...names].some((name) => name.startsWith(`${one} `));
  for (const one of participants.map((p) => (p.self ? null : key(p))))
    if (one !== null && !wanted.has(one) && !rooms.has(one) && !names.has(one) && !begins(one)) return 'wrong';
  const missing = [...wanted].filter((one) => !found.has(one) && !self.has(one));
  if (extent.complete && (missing.length > 0 || !expected.complete)) return 'wrong';
  return missing.length === 0 && title === expected.title && extent.complete === expected.complete ? 'right' : 'partly';
}

/** Changes a page in one to four ways, by a number that repeats it, and reads it, also before a part that comes late is there. */
export function churnOnce(
  page: SitePage,
  marks: Marks,
  seed: number,
): { outcome: Outcome; roles: boolean; done: string[] } {
  const reader = allReaders.find((r) => r.site === page.site);
  if (!reader) throw new Error(`no reader for ${page.site}`);
  const { document } = openPage(page.html, page.expected.url).window;
  const next = random(seed);
  const inner = documentsOf(document).findLast((d) => d.body?.querySelector(marks.shows)) ?? document;
  const { expected } = page;
  const names = [...expected.people.map((p) => p.name), expected.title].flatMap(
    (name) => name?.toLowerCase().split(/\s*[,，]\s*/) ?? [],
  );
  // A title may stand in pieces, with a picture or a mark between them.
  const kept = (text: string) => {
    const part = (lineOf(text) ?? '').toLowerCase();
    return (
      text.includes('@') ||
      names.some((name) => name !== '' && (part.includes(name) || (part.length > 1 && name.includes(part))))
    );
  };
  const kinds = Object.keys(changes);
  const done: string[] = [];
  const late: Late[] = [];
  for (let left = 1 + Math.floor(next() * 4); left > 0; left--) {
    const kind = kinds[Math.floor(next() * kinds.length)] ?? 'wrap';
    late.push(changes[kind]?.({ document: inner, marks, next, kept }));
    done.push(kind);
  }
  const parts = late.filter((one) => one !== undefined);
  if (parts.length > 0 && judge(reader.read(document, expected.url), expected) === 'wrong') {
    // A part that is not there cannot be known to be missing, where the page does not tell: only somebody wrong counts.
    const early = reader.read(document, expected.url);
    const people = early.state === 'occasion' ? early.occasion.participants : [];
    if (
      people.some(
        (p) =>
          judge(
            {
              ...early,
              occasion: { ...only(early), participants: [p], extent: { complete: false, shown: 1, total: null } },
            } as Reading,
            expected,
          ) === 'wrong',
      )
    )
      return { outcome: 'wrong', roles: true, done: [...done, 'read early'] };
  }
  for (const part of parts.reverse()) part();
  const reading = reader.read(document, expected.url);
  return { outcome: judge(reading, expected), roles: sameRoles(reading, expected), done };
}

const only = (reading: Reading) => (reading.state === 'occasion' ? reading.occasion : {});

function sameRoles(reading: Reading, expected: Expected): boolean {
  if (reading.state !== 'occasion') return true;
  const roles = new Map(reading.occasion.participants.map((p) => [key(p), p.role]));
  return expected.people.every((p) => !roles.has(key(p)) || roles.get(key(p)) === p.role);
}

/** Reads `count` changed pages of a site, from `seed` on. */
export function churnSite(site: string, marks: Marks, count: number, seed = 0): Tally {
  const pages = churned(site);
  const counts = { right: 0, partly: 0, broken: 0, 'not-yet': 0, 'not-here': 0, wrong: 0 };
  const tally: Tally = { site, pages: count, counts, roles: 0, notes: [] };
  for (let i = 0; i < count; i++) {
    const page = pages[i % pages.length];
    if (!page) throw new Error(`no pages of ${site}`);
    const { outcome, roles, done } = churnOnce(page, marks, seed + i);
    counts[outcome]++;
    if (!roles) tally.roles++;
    if (outcome !== 'right') tally.notes.push(`${page.name} ${seed + i}: ${outcome} after ${done.join(', ')}`);
  }
  return tally;
}
