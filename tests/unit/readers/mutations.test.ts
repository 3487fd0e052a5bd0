import { expect, test } from 'vitest';
import { allReaders } from '../../../readers/all.ts';
import { visible } from '../../../readers/visible.ts';
import { understood } from '../../../readers/words/understood.ts';
import type { Reading } from '../../../records/occasion.ts';
import { findPages, ownPages, type SitePage } from '../../fixtures/sites/find.ts';
import { mutations, random } from './mutate.ts';
import { openPage } from './page.ts';

const total = 10_000;
/** Another start gives other mutations: `SEED=50000 npx vitest run tests/unit/readers/mutations.test.ts`. */
const start = Number(process.env.SEED ?? 0);
/** Mutations upon one another before the page is taken afresh. */
const depth = 8;

const now = Date.parse('2026-11-24T09:00:00Z');
/** Inside these nothing is anybody: bodies, descriptions, forms, lists of other conversations. */
const nobody =
  '.a3s,.ii,form,[contenteditable],#xDetDlgDesc,#xDetDlgLoc,table[role=grid],#gb,.message .message,.message td td';
/** What shows a person: in a thread a message's header, in a meeting a guest's row, in a print a cell. */
const holders = '[email],[data-email]';
/** What a person goes with: when it is gone as a whole, nothing on the page tells that anybody was there. */
const wholes = '[data-message-id],[role=listitem],#xDetDlgAtt,#xGstLst';

/** A person as the untouched page shows it: the address, where, and with what whole. */
type Shown = { address: string; at: Element; whole: Element | null };

const addressIn = (e: Element): string => (e.getAttribute('email') ?? e.getAttribute('data-email') ?? '').toLowerCase();

/** Whether a whole tells that somebody was taken out of it: a form's guest list without a number does not (`docs/sites.md`). */
function tells(whole: Element): boolean {
  if (!whole.isConnected || !visible(whole)) return false;
  const rows = [...whole.querySelectorAll('[data-email]')];
  const texts = [...whole.querySelectorAll('*')].filter(
    (e) => e.children.length === 0 && !rows.some((row) => row.contains(e)),
  );
  return whole.id !== 'xGstLst' || texts.some((e) => visible(e) && /\p{Nd}/u.test(e.textContent ?? ''));
}

/** Why the reading is wrong about people, or null. Right, `not-yet`, `not-here` and `broken` are all fine. */
function wrong(reading: Reading, truth: Set<string>, shown: Shown[]): string | null {
  if (reading.state !== 'occasion') return null;
  const { participants, extent } = reading.occasion;
  const read = new Set(participants.map((p) => (p.address ?? `name`).toLowerCase()));
  for (const address of read) if (!truth.has(address)) return `nobody is ${address}`;
  if (!extent.complete) return null;
  for (const { address, at, whole } of shown) {
    if (read.has(address)) continue;
    if (at.isConnected && visible(at)) return `complete without ${address}, who is on the screen`;
    if (whole && tells(whole)) return `complete without ${address}, who was taken out`;
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

function run(page: SitePage, seed: number): string | null {
  const reader = allReaders.find((r) => r.site === page.site);
  if (!reader) return `no reader for ${page.site}`;
  const document = fresh(page);
  const next = random(seed);
  const { expected } = page;
  const seen = [...document.querySelectorAll(holders)].filter((e) => visible(e) && !e.closest(nobody));
  const read = expected.kind === 'thread' || expected.kind === 'meeting';
  const truth = new Set<string>(
    read
      ? [...expected.people.map((p) => p.email ?? 'name'), ...(expected.rooms ?? []), expected.own ?? ''].map((a) =>
          a.toLowerCase(),
        )
      : seen.map(addressIn),
  );
  // Where replies go is told only while a message's details are open, so that it may be missing.
  const replies = new Set(expected.people.filter((p) => p.role === 'reply-to').map((p) => p.email));
  const shown: Shown[] = seen
    .filter((e) => truth.has(addressIn(e)) && !replies.has(addressIn(e)))
    .map((at) => ({ address: addressIn(at), at, whole: at.closest(wholes) }));
  const some = (fits: (element: Element) => boolean = () => true) => {
    const all = [...document.body.querySelectorAll('*')];
    for (let tries = 0; tries < 40; tries++) {
      const e = all[Math.floor(next() * all.length)];
      if (e && fits(e) && visible(e) && !e.closest(nobody)) return e;
    }
    return undefined;
  };
  const replaced = (old: Element, by: Element) => {
    for (const one of shown) {
      if (one.at === old) one.at = by;
      if (one.whole === old) one.whole = by;
    }
  };
  const names = Object.keys(mutations);
  const done: string[] = [];
  for (let step = 0; step < depth; step++) {
    const name = names[Math.floor(next() * names.length)] ?? 'remove';
    mutations[name]?.({ document, next, some, replaced });
    done.push(name);
    const fault = wrong(understood(reader.read(document, page.expected.url), now), truth, shown);
    if (fault) return `${page.name}, seed ${seed}, after ${done.join(', ')}: ${fault}`;
  }
  return null;
}

test(`${total.toLocaleString('en')} mutations of the pages never give wrong people`, { timeout: 300_000 }, () => {
  const pages = findPages(ownPages).filter(({ html, expected }) => html.length < 20_000 && expected.kind !== 'compose');
  const faults: string[] = [];
  for (let i = 0; i * depth < total; i++) {
    const page = pages[i % pages.length];
    const fault = page && run(page, start + i);
    if (fault) faults.push(fault);
  }
  expect(faults).toEqual([]);
});
