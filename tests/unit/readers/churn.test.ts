import { describe, expect, test } from 'vitest';
import { genericFamily, sites } from '../../../readers/sites.ts';
import type { Reading } from '../../../records/occasion.ts';
import { random } from '../../../scripts/random.ts';
import { changes } from '../../churn/changes.ts';
import { churned, churnSite, judge } from '../../churn/churn.ts';
import { marksFor } from '../../churn/marks.ts';
import type { Expected } from '../../fixtures/sites/compare.ts';
import { openPage } from './page.ts';

/** A few in every run; `npm run churn` changes 1,000 pages a site. */
const sample = 50;

const read = sites.map(({ name }) => name).filter((name) => name !== genericFamily && churned(name).length > 0);

test.each(read)(
  `${sample} changed pages of %s: nobody wrong, nearly all read right`,
  { timeout: 300_000 },
  async (site) => {
    const { counts, notes } = churnSite(site, await marksFor(site), sample);
    expect(notes.filter((note) => note.includes(': wrong'))).toEqual([]);
    // Of so few, three may go wrong by chance where one in twenty may.
    expect(counts.right, notes.join('\n')).toBeGreaterThanOrEqual(sample * 0.9);
  },
);

describe('the judge of changed pages', () => {
  const person = { answer: null, optional: false, self: false, marked: null };
  const ana = { ...person, name: 'Ana', address: 'ana@example.com', role: 'from' as const };
  const bo = { ...person, name: 'Bo', address: 'bo@example.com', role: 'to' as const };
  const expected: Expected = {
    kind: 'thread',
    url: 'https://mail.example/',
    title: 'T',
    people: [
      { name: 'Ana', email: 'ana@example.com', role: 'from' },
      { name: 'Bo', email: 'bo@example.com', role: 'to' },
    ],
    complete: true,
  };
  const reading = (
    participants: (typeof ana | typeof bo)[],
    complete: boolean,
    title: string | null = 'T',
  ): Reading => ({
    state: 'occasion',
    occasion: {
      site: 'x',
      ref: 'x',
      kind: 'thread',
      title,
      start: null,
      end: null,
      whenText: null,
      own: null,
      participants,
      extent: { complete, shown: participants.length, total: null },
    },
  });

  test.each<[string, Reading, string]>([
    ['everybody', reading([ana, bo], true), 'right'],
    ['a stranger', reading([ana, { ...bo, address: 'decoy@hidden.example', name: null } as never], false), 'wrong'],
    ['one missing, and it says all', reading([ana], true), 'wrong'],
    ['one missing, and it says so', reading([ana], false), 'partly'],
    ['another title', reading([ana, bo], true, 'other'), 'partly'],
    ['a person by the name alone', reading([ana, { ...bo, address: null } as never], false), 'partly'],
    ['broken', { state: 'broken', site: 'x', part: 'sender' }, 'broken'],
    ['not yet', { state: 'not-yet' }, 'not-yet'],
  ])('%s', (_what, given, outcome) => expect(judge(given, expected)).toBe(outcome));

  test('somebody read where nothing is open is wrong', () => {
    const none = { ...expected, kind: 'none' as const, people: [] };
    expect(judge(reading([ana], false), none)).toBe('wrong');
    expect(judge({ state: 'not-here' }, none)).toBe('right');
  });
});

describe('the changes', () => {
  const marks = { nobody: '.body', shows: '[email]', who: () => null, wholes: 'main', tells: () => false };
  const page = (seed: number) => {
    const { document } = openPage(
      '<main class="x9Qz keep-me"><h1>Title</h1><div class="row">To: <span email="a@x.example" class="mod__name--aB12c">Ana</span></div><div class="body">b</div></main><p>foot</p>',
      'https://mail.example/',
    ).window;
    return { document, marks, next: random(seed), kept: (text: string) => /Ana|Title/.test(text) };
  };

  test('give generated classes another name and leave the others', () => {
    const given = page(1);
    changes['rename generated classes']?.(given);
    const { className } = given.document.querySelector('span') as Element;
    expect(className).toMatch(/^mod__name--z\d+q$/);
    expect(given.document.querySelector('main')?.className).toMatch(/^z\d+q keep-me$/);
  });

  test('translate words, not names, titles and bodies', () => {
    const given = page(1);
    changes['change language']?.(given);
    const text = given.document.body.textContent ?? '';
    expect(text).toContain('Ana');
    expect(text).toContain('Title');
    expect(text).not.toMatch(/To:|foot/);
  });

  test('a copy is hidden and holds nobody, and a part that comes late comes back', () => {
    for (let seed = 0; seed < 8; seed++) {
      const given = page(seed);
      changes['hidden duplicate']?.(given);
      const copies = [...given.document.querySelectorAll('[email="decoy@hidden.example"]')];
      expect(copies.every((e) => e.closest('[hidden],[style]') !== null)).toBe(true);
      const late = page(seed);
      const before = late.document.body.innerHTML;
      changes['delay a part']?.(late)?.();
      expect(late.document.body.innerHTML).toBe(before);
    }
  });

  test('all leave everybody on the page', { timeout: 120_000 }, () => {
    for (const [name, change] of Object.entries(changes))
      for (let seed = 0; seed < 6; seed++) {
        const given = page(seed);
        change(given)?.();
        expect(given.document.querySelectorAll('[email="a@x.example"]').length, name).toBe(1);
      }
  });
});
