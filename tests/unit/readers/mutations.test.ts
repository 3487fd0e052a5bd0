import { expect, test } from 'vitest';
import { allReaders } from '../../../readers/all.ts';
import { genericFamily, sites } from '../../../readers/sites.ts';
import { visible } from '../../../readers/visible.ts';
import { understood } from '../../../readers/words/understood.ts';
import type { Reading } from '../../../records/occasion.ts';
import { random } from '../../../scripts/random.ts';
import { findPages, ownPages, type SitePage } from '../../fixtures/sites/find.ts';
import type { Marks } from '../../fixtures/sites/marks.ts';
import { mutations } from './mutate.ts';
import { openPage } from './page.ts';

/** For each site, a few in every run; `npm run mutate:pages` does ten thousand. */
const total = Number(process.env.MUTATIONS ?? 320);
/** Another start gives other mutations: `SEED=50000 npm run mutate:pages`. */
const start = Number(process.env.SEED ?? 0);
/** Mutations upon one another before the page is taken afresh. */
const depth = 8;

const now = Date.parse('2026-11-24T09:00:00Z');

/** What is known of each site's pages, found by looking. */
const marksOf = new Map(
  Object.entries(import.meta.glob<{ marks: Marks }>('../../fixtures/sites/*/marks.ts', { eager: true })).map(
    ([path, module]) => [path.split('/').at(-2) ?? '', module.marks],
  ),
);

/** A person as the untouched page shows it, where, and with what whole. */
type Shown = { who: string; at: Element; whole: Element | null };

/** What the pages put in the place of the user's name: who that is stays true without the address. */
const wordsForMe = ['me', '我', '自分', 'ich', 'you', '您'];

const nameOf = (name: string | null): string => `name:${name}`;

/** Why the reading is wrong about people, or null. Right, `not-yet`, `not-here` and `broken` are all fine. */
function wrong(reading: Reading, truth: Set<string>, shown: Shown[], marks: Marks): string | null {
  if (reading.state !== 'occasion') return null;
  const { participants, extent } = reading.occasion;
  const read = new Set(participants.map((p) => (p.address ?? nameOf(p.name)).toLowerCase()));
  for (const one of read) if (!truth.has(one)) return `nobody is ${one}`;
  if (!extent.complete) return null;
  for (const { who, at, whole } of shown) {
    if (read.has(who)) continue;
    if (at.isConnected && visible(at)) return `complete without ${who}, who is on the screen`;
    if (whole?.isConnected && visible(whole) && marks.tells(whole)) return `complete without ${who}, who was taken out`;
  }
  return null;
}

/** One DOM a page, its body put back before each run: parsing anew would take most of the time. */
const opened = new Map<SitePage, { document: Document; body: Node }>();
function fresh(page: SitePage): Document {
  const known = opened.get(page);
  const { document } = known ?? openPage(page.html, page.expected.url).window;
  const { body } = known ?? { body: document.body.cloneNode(true) };
  opened.set(page, { document, body });
  document.body.replaceWith(body.cloneNode(true));
  return document;
}

function run(page: SitePage, marks: Marks, seed: number): string | null {
  const reader = allReaders.find((r) => r.site === page.site);
  if (!reader) return `no reader for ${page.site}`;
  const document = fresh(page);
  const next = random(seed);
  const { expected } = page;
  const whoIn = (e: Element) => marks.who(e)?.toLowerCase() ?? '';
  const seen = [...document.querySelectorAll(marks.shows)].filter(
    (e) => visible(e) && !e.closest(marks.nobody) && whoIn(e) !== '',
  );
  const read = expected.kind === 'thread' || expected.kind === 'meeting';
  const truth = new Set<string>(
    read
      ? [
          ...expected.people.flatMap((p) => [p.email ?? nameOf(p.name), nameOf(p.name)]),
          ...(expected.rooms ?? []),
          expected.own ?? '',
          ...(expected.people.some((p) => p.self) ? wordsForMe.map(nameOf) : []),
        ].map((one) => one.toLowerCase())
      : seen.map(whoIn),
  );
  // Where replies go is told only while a message's details are open, so that it may be missing.
  const replies = new Set(expected.people.filter((p) => p.role === 'reply-to').map((p) => p.email));
  const shown: Shown[] = seen
    .filter((e) => truth.has(whoIn(e)) && !replies.has(whoIn(e)))
    .map((at) => ({ who: whoIn(at), at, whole: at.closest(marks.wholes) }));
  /** A name is translated by nobody. */
  const names = [...truth].filter((one) => one.startsWith('name:')).map((one) => one.slice(5));
  const kept = (text: string) => names.some((name) => name !== '' && text.toLowerCase().includes(name));
  const some = (fits: (element: Element) => boolean = () => true) => {
    const all = [...document.body.querySelectorAll('*')];
    for (let tries = 0; tries < 40; tries++) {
      const e = all[Math.floor(next() * all.length)];
      if (e && fits(e) && visible(e) && !e.closest(marks.nobody)) return e;
    }
    return undefined;
  };
  const replaced = (old: Element, by: Element) => {
    for (const one of shown) {
      if (one.at === old) one.at = by;
      if (one.whole === old) one.whole = by;
    }
  };
  const kinds = Object.keys(mutations);
  const done: string[] = [];
  for (let step = 0; step < depth; step++) {
    const name = kinds[Math.floor(next() * kinds.length)] ?? 'remove';
    mutations[name]?.({ document, next, some, replaced, kept });
    done.push(name);
    const fault = wrong(understood(reader.read(document, page.expected.url), now), truth, shown, marks);
    if (fault) return `${page.name}, seed ${seed}, after ${done.join(', ')}: ${fault}`;
  }
  return null;
}

// Pages of any kind have no marks that tell whose an address is: `generic.test.ts` says what holds there.
test.each(sites.flatMap(({ name }) => (name === genericFamily ? [] : [name])))(
  `${total.toLocaleString('en')} mutations of %s never give wrong people`,
  {
    timeout: 300_000,
  },
  (site) => {
    const marks = marksOf.get(site);
    if (!marks) throw new Error(`tests/fixtures/sites/${site}/marks.ts is missing`);
    const pages = findPages(ownPages).filter(
      (page) => page.site === site && page.html.length < 20_000 && page.expected.kind !== 'compose',
    );
    expect(pages.length).toBeGreaterThan(0);
    const faults: string[] = [];
    for (let i = 0; i * depth < total; i++) {
      const page = pages[(start + i) % pages.length];
      const fault = page && run(page, marks, start + i);
      if (fault) faults.push(fault);
    }
    expect(faults).toEqual([]);
  },
);
