import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planWeight } from '../../../../components/planner/import/plan-weight.ts';
import { stateFromConsents } from '../../../../components/planner/introductions/consent.ts';
import { nextStage } from '../../../../components/planner/introductions/stage.ts';
import { mailLink } from '../../../../components/planner/mail-link.ts';
import { firstOfMine } from '../../../../components/planner/matters/matter-draft.ts';
import { matterKinds, templateHands } from '../../../../components/planner/matters/templates.ts';
import { filterPeople, noFilter, sortPeople, termsOf } from '../../../../components/planner/people/filter.ts';
import {
  dateTimeValue,
  dateValue,
  endOfDateValue,
  linesOf,
  momentOfValue,
  orNull,
  wantsFrom,
  wordsOf,
} from '../../../../components/planner/text-lists.ts';
import { catalogue } from '../../../../locales/index.ts';
import { newBase } from '../../../../records/base.ts';
import { askAfter, type Introduction, wantsOutcome } from '../../../../records/introduction.ts';
import type { Step } from '../../../../records/matter.ts';
import type { ImportCounts, ImportPlan, PersonRow, PlannedFile } from '../../../../records/planner.ts';

const collator = new Intl.Collator('en');

const row = (name: string, more: Partial<PersonRow> = {}): PersonRow => ({
  id: name,
  name,
  organisation: null,
  title: null,
  address: null,
  standing: 'acquaintance',
  potential: false,
  tie: 'unknown',
  lastAt: null,
  needs: 0,
  offers: 0,
  haystack: name.toLowerCase(),
  ...more,
});

describe('the list of people', () => {
  const rows = [
    row('Zoë Weber', { haystack: 'zoe weber zw zoe@example.org a tenant', tie: 'weak', lastAt: 5 }),
    row('王芳', { haystack: '王芳 wangfang wf', standing: 'connection', lastAt: 9 }),
    row('Ann Bell', { haystack: 'ann bell ab', standing: 'friend', potential: true }),
  ];
  const names = (filter: Partial<typeof noFilter>) =>
    sortPeople(filterPeople(rows, { ...noFilter, ...filter }), filter.sort ?? 'name', collator).map((one) => one.name);

  test('every part of the text must be found, accents and width apart', () => {
    expect(names({ text: 'ZOË  tenant' })).toEqual(['Zoë Weber']);
    expect(names({ text: 'wf' })).toEqual(['王芳']);
    expect(names({ text: 'ｗｆ' })).toEqual(['王芳']);
    expect(names({ text: 'zoe 王' })).toEqual([]);
  });

  test('standing, potential and tie leave only their own', () => {
    expect(names({ standing: 'connection' })).toEqual(['王芳']);
    expect(names({ standing: 'potential' })).toEqual(['Ann Bell']);
    expect(names({ tie: 'weak' })).toEqual(['Zoë Weber']);
    expect(names({ tie: 'weak', standing: 'friend' })).toEqual([]);
  });

  test('by name, or the latest contact first and those without one last', () => {
    expect(names({})).toEqual(['Ann Bell', 'Zoë Weber', '王芳']);
    expect(names({ sort: 'last' })).toEqual(['王芳', 'Zoë Weber', 'Ann Bell']);
  });

  test('a text is looked for as haystacks are written', () => {
    expect(termsOf('  ÉCOLE Ａ１ ')).toEqual(['ecole', 'a1']);
  });
});

describe('consents', () => {
  test.each([
    ['idea', 'not-asked', 'not-asked', 'idea'],
    ['idea', 'asked', 'not-asked', 'asked'],
    ['asked', 'agreed', 'asked', 'asked'],
    ['asked', 'agreed', 'agreed', 'agreed'],
    ['asked', 'agreed', 'declined', 'declined'],
    ['declined', 'agreed', 'agreed', 'agreed'],
    ['done', 'declined', 'agreed', 'done'],
  ] as const)('%s with %s and %s is %s', (state, a, b, expected) => {
    expect(stateFromConsents(state, a, b)).toBe(expected);
    expect(stateFromConsents(state, b, a)).toBe(expected);
  });
});

describe('a matter', () => {
  const step = (id: string, more: Partial<Step>): Step => ({
    id,
    title: id,
    who: 'me',
    state: 'open',
    dueAt: null,
    ...more,
  });

  test('begins with the smallest open step that is mine', () => {
    const steps = [step('a', {}), step('b', { small: true, state: 'done' }), step('c', { small: true, who: 'x' })];
    expect(firstOfMine(steps)?.id).toBe('a');
    expect(firstOfMine([...steps, step('d', { small: true })])?.id).toBe('d');
    expect(firstOfMine([step('e', { state: 'not-mine' }), step('f', { who: null })])).toBeNull();
  });

  test.each(['en', 'zh-CN'] as const)(
    'every template has words for each of its steps, and a small one first (%s)',
    (language) => {
      for (const kind of matterKinds) {
        const { steps, title } = catalogue(language).planner.matters.templates[kind];
        expect(title).not.toBe('');
        expect(steps, kind).toHaveLength(templateHands[kind].length);
        expect(templateHands[kind][0]).toBe('small');
        expect(templateHands[kind]).toContain('find');
      }
    },
  );
});

describe('typed lists and days', () => {
  test('lines and words', () => {
    expect(linesOf(' a \n\n b, c \na')).toEqual(['a', 'b, c']);
    expect(wordsOf('港口，铁路、 rail; sea , rail')).toEqual(['港口', '铁路', 'rail', 'sea']);
    expect(orNull('  ')).toBeNull();
  });
  test('a want that stays keeps its record; a changed one is new', () => {
    const before = [
      { id: '1', text: 'a tenant' },
      { id: '2', text: 'a school' },
    ];
    expect(wantsFrom('a school\na tenants', before)).toEqual([
      { id: '2', text: 'a school' },
      { id: null, text: 'a tenants' },
    ]);
  });
  test('a day comes back from its input, whatever the zone', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(2000, 0, 1), max: new Date(2090, 0, 1), noInvalidDate: true }), (date) => {
        const end = endOfDateValue(dateValue(date.getTime()));
        expect(new Date(end ?? 0).toDateString()).toBe(date.toDateString());
        const minute = Math.floor(date.getTime() / 60_000) * 60_000;
        expect(momentOfValue(dateTimeValue(minute))).toBe(minute);
      }),
    );
    expect(dateValue(null)).toBe('');
    expect(endOfDateValue('')).toBeNull();
    expect(momentOfValue('nonsense')).toBeNull();
  });
});

describe('a dry run', () => {
  const weight = (counts: Partial<ImportCounts>, file: Partial<PlannedFile> = {}, plan: Partial<ImportPlan> = {}) => {
    const all = { added: 0, updated: 0, skipped: 0, failed: 0, ...counts };
    const one: PlannedFile = {
      name: 'f',
      kind: 'vcard',
      counts: all,
      columns: null,
      parts: null,
      backup: null,
      ...file,
    };
    return planWeight({ files: [one], counts: all, rejected: [], own: null, changes: [], ...plan });
  };
  const columns = { headings: [], samples: [], mapping: {}, fields: [], sure: true };
  const backup = { exportedAt: '', tables: {}, intoEmpty: true };

  test('may go in by itself when it is small and nothing in it is a question', () => {
    expect(weight({ added: 3, updated: 2, failed: 1 })).toBe('plain');
    expect(weight({ added: 3 }, { columns })).toBe('plain');
    expect(weight({ added: 3 }, { backup })).toBe('plain');
  });
  test('waits for the user when it is bulky, was guessed, or could replace something', () => {
    expect(weight({ added: 400, updated: 101 })).toBe('asks');
    expect(weight({ added: 3 }, { columns: { ...columns, sure: false } })).toBe('asks');
    expect(weight({ skipped: 3 }, { columns: { ...columns, sure: false } })).toBe('asks');
    expect(weight({ added: 3 }, { backup: { ...backup, intoEmpty: false } })).toBe('asks');
    expect(weight({ skipped: 3 }, { backup: { ...backup, intoEmpty: false } })).toBe('asks');
    const own = [{ address: 'me@x.org', key: 'me@x.org', messages: 9 }];
    expect(weight({ added: 3 }, {}, { own })).toBe('asks');
    expect(weight({ added: 3 }, {}, { own: [] })).toBe('plain');
    const change = { id: '1 title', person: 'Ana', field: 'title', before: 'a', after: 'b' } as const;
    expect(weight({ updated: 1 }, {}, { changes: [change] })).toBe('asks');
  });
  test('is over at once when nothing would be written', () => {
    expect(weight({ skipped: 9, failed: 2 })).toBe('nothing');
  });
});

describe('how far an introduction is', () => {
  const introduction = (more: Partial<Introduction>): Introduction => ({
    ...newBase(0),
    aId: 'a',
    bId: 'b',
    reason: 'x',
    state: 'idea',
    consentA: 'not-asked',
    consentB: 'not-asked',
    madeAt: null,
    outcome: null,
    ...more,
  });
  test.each([
    [{}, 'askedA'],
    [{ state: 'asked', consentA: 'asked' }, 'askedA'],
    [{ state: 'asked', consentA: 'agreed' }, 'askedB'],
    [{ state: 'asked', consentB: 'agreed' }, 'askedA'],
    [{ state: 'agreed', consentA: 'agreed', consentB: 'agreed' }, 'made'],
    [{ state: 'done', madeAt: 5 }, 'outcome'],
    [{ state: 'done', madeAt: 5, outcome: ' ' }, 'outcome'],
    [{ state: 'done', madeAt: 5, outcome: 'a lease' }, null],
    [{ state: 'declined', consentA: 'declined' }, null],
  ] as const)('%j: next is %s', (more, next) => {
    expect(nextStage(introduction(more))).toBe(next);
  });

  test('two weeks after it was made it is asked what came of it, until that is told', () => {
    const made = introduction({ state: 'done', madeAt: 5 });
    expect(wantsOutcome(made, 5 + askAfter - 1)).toBe(false);
    expect(wantsOutcome(made, 5 + askAfter)).toBe(true);
    expect(wantsOutcome({ ...made, outcome: 'a lease' }, 5 + askAfter)).toBe(false);
    expect(wantsOutcome({ ...made, state: 'agreed' }, 5 + askAfter)).toBe(false);
  });
});

describe('a draft for the user’s own mail program', () => {
  test('names the recipients, and keeps lines and every sign', () => {
    const link = mailLink(['a+b@x.org', 'c@y.org'], 'Q & A', 'One\ntwo? 100% & 三');
    expect(link?.startsWith('mailto:a%2Bb@x.org,c@y.org?')).toBe(true);
    const query = new URLSearchParams((link ?? '').split('?')[1]);
    expect([query.get('subject'), query.get('body')]).toEqual(['Q & A', 'One\r\ntwo? 100% & 三']);
    expect([...query.keys()]).toEqual(['subject', 'body']);
  });

  test('an address cannot bring a field of its own', () => {
    const link = mailLink(['a@x.org?bcc=spy@z.org'], 's', 'b');
    expect(new URL(link ?? '').searchParams.has('bcc')).toBe(false);
  });

  test('without a recipient, or too long for an address, it is only copied', () => {
    expect(mailLink([], 's', 'b')).toBeNull();
    expect(mailLink(['a@x.org'], 's', '字'.repeat(500))).toBeNull();
  });
});
