import { describe, expect, test } from 'vitest';
import { kinds, promptsFor } from '../../../prompts/engine.ts';
import { Fit } from '../../../prompts/fit.ts';
import { isNamedIn, refusalOf, sameHouse } from '../../../prompts/gates.ts';
import { bestGift, giftsOf, givenBy, meets, wantedBy } from '../../../prompts/gives.ts';
import type { Knowledge, OccasionInView } from '../../../prompts/knowledge.ts';
import { viewOf } from '../../../prompts/view.ts';
import { ramp, weights } from '../../../prompts/weights.ts';
import type { Person } from '../../../records/person.ts';
import {
  cooperation,
  day,
  decision,
  introduction,
  knowledge,
  matter,
  now,
  occasion,
  participant,
  person,
  share,
  step,
  tip,
} from './make.ts';

const keys = (o: OccasionInView, k: Knowledge) => promptsFor(o, k, now).map((p) => p.key);
const worthOf = (kind: keyof typeof kinds, o: OccasionInView, k: Knowledge) =>
  Object.fromEntries(kinds[kind](viewOf(o, k, now)).map(({ prompt, worth }) => [prompt.key, worth]));
/** `n` words that no other text has. */
const filler = (name: string, n: number) => Array.from({ length: n }, (_, i) => `${name}${i}x`).join(' ');
const ago = (days: number, ...ids: string[]) =>
  new Map(ids.map((id) => [id, [{ at: now - days * day, kind: 'mail' as const }]]));

test('a ramp is level outside and straight between', () => {
  expect([0, 1, 1.5, 2, 9].map((x) => ramp(x, 1, 2, 10, 20))).toEqual([10, 10, 15, 20, 20]);
});

describe('guesses', () => {
  // Two of six words in common on either side: above the least fit, far from sure.
  const a = person('a', { needs: [`alpha beta ${filler('a', 4)}`] });
  const b = person('b', { offers: [`alpha beta ${filler('b', 4)}`] });
  test('are never all that is said', () => {
    expect(keys(occasion(['a', 'b']), knowledge({ people: [a, b] }))).toEqual([]);
  });
  test('stand behind something sure', () => {
    const k = knowledge({ people: [a, b], cooperations: [cooperation('c', 'b')] });
    expect(keys(occasion(['a', 'b']), k)).toEqual(['follow-up/b/c', 'introduce/a/b']);
  });
  test('a new face is nothing sure, but is said', () => {
    expect(keys(occasion(['a', 'b', 'new']), knowledge({ people: [a, b] }))).toEqual(['record/new%40example.org']);
  });
  test('a likeness that is strong is sure by itself', () => {
    const sure = person('b', { offers: ['alpha beta gamma delta'] });
    expect(
      keys(occasion(['a', 'b']), knowledge({ people: [person('a', { needs: ['alpha beta gamma delta'] }), sure] })),
    ).toEqual(['introduce/a/b']);
  });
  test('what the user tagged is no guess', () => {
    const tagged = person('a', { potentialSince: now - day });
    expect(keys(occasion(['a']), knowledge({ people: [tagged], contacts: ago(400, 'a') }))).toEqual(['reconnect/a']);
  });
});

describe('what one wants and another could give', () => {
  test('one word alone does not carry it', () => {
    const view = viewOf(occasion([]), knowledge(), now);
    const gift = (text: string) => giftsOf(person('b', { offers: [text] }))[0];
    const one = gift(`java ${filler('b', 2)}`);
    const two = gift(`java till ${filler('b', 1)}`);
    if (!one || !two) throw new Error('no gift');
    expect(meets(view, { by: `java ${filler('a', 2)}` }, one)).toBe(0);
    expect(meets(view, { by: `java till ${filler('a', 1)}` }, two)).toBeCloseTo(2 / 5);
  });
  test('offers count in full, needs and trades less', () => {
    const p = person('b', { offers: ['o'], needs: ['n'], title: 'baker', organisation: 'Mill' });
    expect(givenBy(p).map(({ kind, text, counts }) => [kind, text, counts])).toEqual([
      ['offer', 'o', 1],
      ['need', 'n', weights.needAsGift],
      ['trade', 'baker Mill', weights.tradeAsGift],
    ]);
    expect(givenBy(p)[0]).toMatchObject({ personId: 'b', by: 'o', from: { table: 'people', id: 'b' } });
    expect(givenBy(person('c')).length).toBe(0);
  });
  test('the best gift is an offer or the trade, never a need; equal ones by text', () => {
    const view = viewOf(occasion([]), knowledge(), now);
    const p = person('b', {
      offers: ['till java bb', 'till java aa', 'till'],
      needs: ['java till exactly'],
      title: 'java till',
    });
    expect(bestGift(view, { by: 'java till' }, p)).toMatchObject({
      given: { text: 'till java aa' },
      fit: (2 / 5 + 2 / 4) / 2,
    });
    expect(bestGift(view, { by: 'java till' }, person('c'))).toEqual({ given: undefined, fit: 0 });
  });
  test('needs, and open steps of their own open matters that nobody has', () => {
    const k = knowledge({
      matters: [
        matter('m', 'a', [step('1', null), step('2', 'me'), step('3', null, { state: 'done' })]),
        matter('n', 'a', [step('4', null)], { state: 'dropped' }),
        matter('o', 'b', [step('5', null)]),
      ],
    });
    const a = person('a', { needs: ['n'] });
    expect(wantedBy(viewOf(occasion(['a']), k, now), a)).toEqual([
      { personId: 'a', text: 'n', by: 'n', from: { table: 'people', id: 'a' } },
      { personId: 'a', text: 'step 1', by: 'step 1 matter m', from: { table: 'matters', id: 'm' } },
    ]);
  });
});

describe('introductions', () => {
  const a = person('a', { needs: ['red roof tiles'], offers: ['green garden sheds'] });
  const both = person('b', { offers: ['red roof tiles'], needs: ['green garden sheds'] });
  test('are worth more where both gain, and say so', () => {
    const one = worthOf(
      'introduce',
      occasion(['a', 'b']),
      knowledge({ people: [{ ...a, needs: a.needs }, person('b', { offers: [`red roof tiles ${filler('b', 40)}`] })] }),
    );
    const two = worthOf(
      'introduce',
      occasion(['a', 'b']),
      knowledge({
        people: [a, person('b', { offers: [`red roof tiles ${filler('b', 40)}`], needs: ['green garden sheds'] })],
      }),
    );
    expect(two['introduce/a/b']).toBeGreaterThan(one['introduce/a/b'] ?? 0);
    const [prompt] = promptsFor(occasion(['a', 'b']), knowledge({ people: [a, both] }), now);
    expect(prompt?.because.map((r) => [r.code, r.params.needer, r.params.offer])).toEqual([
      ['need-meets-offer', 'Name of a', 'red roof tiles'],
      ['need-meets-offer', 'Name of b', 'green garden sheds'],
    ]);
  });
  test('two like needs are one gain, told once', () => {
    const seeks = ['red roof tiles'];
    const found = promptsFor(
      occasion(['a', 'b']),
      knowledge({ people: [person('a', { needs: seeks }), person('b', { needs: seeks })] }),
      now,
    );
    expect(found[0]?.because.map(({ code }) => code)).toEqual(['need-meets-offer']);
    const faint = [`red roof ${filler('n', 9)}`];
    const pair = (given: { needs?: string[]; offers?: string[] }) =>
      worthOf(
        'introduce',
        occasion(['a', 'b']),
        knowledge({ people: [person('a', { needs: ['red roof tiles'] }), person('b', given)] }),
      )['introduce/a/b'];
    expect(pair({ needs: faint })).toBeLessThan(pair({ offers: faint }) ?? 0);
  });
  test('are worth more where both are here, and where a need fits the trade of the other', () => {
    const b = person('b', { offers: [`red roof tiles ${filler('b', 40)}`] });
    const worth = (here: string[], other: Person) =>
      worthOf('introduce', occasion(here), knowledge({ people: [person('a', { needs: ['red roof tiles'] }), other] }))[
        'introduce/a/b'
      ] ?? 0;
    expect(worth(['a', 'b'], b)).toBeGreaterThan(worth(['a'], b));
    expect(worth(['a'], { ...b, title: 'roof tiles maker' })).toBeGreaterThan(worth(['a'], { ...b, title: 'baker' }));
    expect(worth(['b'], { ...b, title: 'roof tiles maker' })).toBeGreaterThan(worth(['b'], b));
    // A trade alone introduces nobody.
    expect(worth(['a', 'b'], person('b', { title: 'red roof tiles' }))).toBe(0);
  });
  test('name the best half of several, and who needs is the person', () => {
    const many = person('b', { offers: ['red tiles', 'red roof tiles', 'roof'] });
    const [prompt] = promptsFor(occasion(['a', 'b']), knowledge({ people: [a, many] }), now);
    expect(prompt?.because).toEqual([
      {
        code: 'need-meets-offer',
        params: { needer: 'Name of a', need: 'red roof tiles', offerer: 'Name of b', offer: 'red roof tiles' },
        from: { table: 'people', id: 'a' },
      },
    ]);
    const [turned] = promptsFor(
      occasion(['a', 'b']),
      knowledge({ people: [person('a', { offers: ['red roof tiles'] }), person('b', { needs: ['red roof tiles'] })] }),
      now,
    );
    expect(turned).toMatchObject({
      key: 'introduce/a/b',
      person: { id: 'b' },
      other: { id: 'a' },
      subject: null,
      setting: 'before',
    });
  });
  test('nobody is introduced to themselves, nor by a trade alone', () => {
    const self = person('a', { needs: ['red roof tiles'], offers: ['red roof tiles'] });
    expect(keys(occasion(['a']), knowledge({ people: [self] }))).toEqual([]);
    expect(keys(occasion(['a', 'b']), knowledge({ people: [a, person('b', { title: 'red roof tiles' })] }))).toEqual(
      [],
    );
  });
  test('begun ones: an idea is worth less than one that was asked; the one here is the person; told when the other is absent', () => {
    const people = [person('a'), person('b')];
    const worth = (state: 'idea' | 'asked') =>
      worthOf('introduce', occasion(['b']), knowledge({ people, introductions: [introduction('i', 'a', 'b', state)] }))[
        'introduce/a/b'
      ];
    expect(worth('idea')).toBe(weights.introductionIdea);
    expect(worth('asked')).toBe(weights.introductionBegun);
    const [prompt] = promptsFor(
      occasion(['b']),
      knowledge({ people, introductions: [introduction('i', 'a', 'b', 'asked')] }),
      now,
    );
    expect(prompt).toMatchObject({
      person: { id: 'b' },
      other: { id: 'a' },
      subject: { table: 'introductions', id: 'i', text: 'reason of i' },
      setting: 'before',
    });
    expect(prompt?.because).toEqual([
      { code: 'introduction-open', params: { state: 'asked' }, from: { table: 'introductions', id: 'i' } },
      { code: 'other-absent', params: { name: 'Name of a' }, from: { table: 'people', id: 'a' } },
    ]);
    expect(
      keys(
        occasion(['c']),
        knowledge({ people: [...people, person('c')], introductions: [introduction('i', 'a', 'b', 'asked')] }),
      ),
    ).toEqual([]);
    expect(
      keys(
        occasion(['a']),
        knowledge({ people: [person('a')], introductions: [introduction('i', 'a', 'gone', 'asked')] }),
      ),
    ).toEqual([]);
  });
  test('of two on record the first is carried on; a declined one ends it', () => {
    const people = [person('a'), person('b')];
    const two = [introduction('i', 'a', 'b', 'idea'), introduction('j', 'b', 'a', 'asked')];
    const [prompt, ...rest] = promptsFor(occasion(['a', 'b']), knowledge({ people, introductions: two }), now);
    expect(rest).toEqual([]);
    expect(prompt?.subject?.id).toBe('i');
    expect(
      keys(
        occasion(['a', 'b']),
        knowledge({ people, introductions: [...two, introduction('k', 'a', 'b', 'declined')] }),
      ),
    ).toEqual([]);
  });
});

describe('advance', () => {
  const m = matter('m', 'me', [step('s', null, { title: 'red roof tiles' })], { title: 'shed' });
  test('with the two who could do it best, the better first', () => {
    const people = [
      person('a', { offers: ['roof tiles'] }),
      person('b', { offers: ['red roof tiles'] }),
      person('c', { offers: ['roof tiles blue'] }),
    ];
    const k = knowledge({ people, matters: [m] });
    const found = worthOf('advance', occasion(['a', 'b', 'c']), k);
    expect(Object.keys(found)).toEqual(['advance/b/m/s', 'advance/a/m/s']);
    const fit = new Fit(new Map()).of('red roof tiles shed', 'roof tiles').fit;
    expect(found['advance/a/m/s']).toBeCloseTo(
      ramp(fit, weights.ableFrom, weights.ableTo, weights.ableLow, weights.ableHigh) * weights.ableSecond,
    );
    expect(found['advance/b/m/s']).toBe(weights.ableHigh);
    const prompt = promptsFor(occasion(['b']), k, now).find((p) => p.kind === 'advance');
    expect(prompt).toMatchObject({
      subject: { table: 'matters', id: 'm/s', text: 'red roof tiles' },
      other: null,
      setting: 'at-the-table',
    });
    expect(prompt?.because).toEqual([
      {
        code: 'step-they-could',
        params: { matter: 'shed', step: 'red roof tiles', offer: 'red roof tiles' },
        from: { table: 'matters', id: 'm' },
      },
    ]);
  });
  test('with nobody who could not; equal ones by id', () => {
    expect(keys(occasion(['a']), knowledge({ people: [person('a', { offers: ['piano'] })], matters: [m] }))).toEqual(
      [],
    );
    const same = [person('b', { offers: ['red roof tiles'] }), person('a', { offers: ['red roof tiles'] })];
    expect(Object.keys(worthOf('advance', occasion(['a', 'b']), knowledge({ people: same, matters: [m] })))).toEqual([
      'advance/a/m/s',
      'advance/b/m/s',
    ]);
  });
  test('my first open step is worth more than later ones, and more when it is due', () => {
    const steps = [
      step('1', 'me', { state: 'not-mine' }),
      step('2', 'me'),
      step('3', 'me', { dueAt: now + weights.dueSoon - 1 }),
      step('4', 'me', { dueAt: now + weights.dueSoon }),
    ];
    expect(
      worthOf('advance', occasion(['a']), knowledge({ people: [person('a')], matters: [matter('m', 'a', steps)] })),
    ).toEqual({
      'advance/a/m/2': weights.stepMine,
      'advance/a/m/3': weights.stepMineLater + weights.stepDue,
      'advance/a/m/4': weights.stepMineLater,
    });
  });
  test('somebody else who has the step and is elsewhere is not asked for here', () => {
    const held = matter('m', 'me', [step('s', 'z', { title: 'red roof tiles' })]);
    expect(
      keys(
        occasion(['a']),
        knowledge({ people: [person('a', { offers: ['red roof tiles'] }), person('z')], matters: [held] }),
      ),
    ).toEqual([]);
    expect(worthOf('advance', occasion(['z']), knowledge({ people: [person('z')], matters: [held] }))).toEqual({
      'advance/z/m/s': weights.stepTheirs,
    });
    expect(
      promptsFor(occasion(['z'], { kind: 'thread' }), knowledge({ people: [person('z')], matters: [held] }), now)[0]
        ?.setting,
    ).toBe('private-message');
  });
});

describe('reconnect', () => {
  const a = person('a', { offers: ['red roof tiles'] });
  test('is worth the sum of its reasons', () => {
    const k = knowledge({
      people: [{ ...a, potentialSince: now - day }],
      needs: ['red roof tiles', 'piano'],
      contacts: ago(400, 'a'),
      cooperations: [
        cooperation('c', 'a', { answer: 'agreed', at: now - 700 * day }),
        cooperation('d', 'a', { answer: 'agreed', at: now - 600 * day }),
      ],
    });
    expect(worthOf('reconnect', occasion(['a']), k)).toEqual({
      'reconnect/a': weights.cooperated + weights.couldDo + weights.potential,
    });
    expect(promptsFor(occasion(['a']), k, now)[0]?.because).toEqual([
      { code: 'last-contact', params: { at: now - 400 * day }, from: { table: 'people', id: 'a' } },
      {
        code: 'once-cooperated',
        params: { about: 'about d', at: now - 600 * day },
        from: { table: 'cooperations', id: 'd' },
      },
      {
        code: 'could-do-what-i-need',
        params: { need: 'red roof tiles', offer: 'red roof tiles' },
        from: { table: 'people', id: 'a' },
      },
      { code: 'tagged-potential', params: { at: now - day }, from: { table: 'people', id: 'a' } },
    ]);
  });
  test('an offer may meet a step of mine that nobody has', () => {
    const matters = [matter('m', 'me', [step('s', null, { title: 'red roof tiles' })])];
    expect(keys(occasion(['a']), knowledge({ people: [a], contacts: ago(400, 'a'), matters }))).toContain(
      'reconnect/a',
    );
  });
  test('a thin likeness is enough where a request is open between us, not elsewhere', () => {
    // Two words of many: a fit between the two limits.
    const thin = person('a', { offers: [`red roof ${filler('o', 10)}`] });
    const needs = [`red roof ${filler('n', 12)}`];
    const fit = new Fit(new Map()).of(thin.offers[0]?.text ?? '', needs[0] ?? '').fit;
    expect(fit).toBeGreaterThan(weights.couldDoAsked);
    expect(fit).toBeLessThan(weights.couldDoFrom);
    const k = knowledge({ people: [thin], needs, contacts: ago(400, 'a') });
    expect(worthOf('reconnect', occasion(['a']), k)).toEqual({ 'reconnect/a': weights.couldDoFaint });
    expect(worthOf('reconnect', occasion(['a']), { ...k, cooperations: [cooperation('c', 'a')] })).toEqual({
      'reconnect/a': weights.couldDo,
    });
  });
  test('a faint likeness is said behind what is sure, and what is no likeness is not said', () => {
    const faint = person('a', { offers: [`red roof ${filler('o', 16)}`] });
    const needs = [`red roof ${filler('n', 16)}`];
    const fit = new Fit(new Map()).of(faint.offers[0]?.text ?? '', needs[0] ?? '').fit;
    expect(fit).toBeGreaterThan(weights.couldDoFaintFrom);
    expect(fit).toBeLessThan(weights.couldDoAsked);
    const k = knowledge({ people: [faint], needs, contacts: ago(400, 'a') });
    expect(keys(occasion(['a']), k)).toEqual([]);
    expect(keys(occasion(['a']), { ...k, cooperations: [cooperation('c', 'a')] })).toEqual([
      'follow-up/a/c',
      'reconnect/a',
    ]);
    expect(worthOf('reconnect', occasion(['a']), { ...k, people: [person('a', { offers: ['blue'] })] })).toEqual({});
  });
  test('an open request after a refusal leaves it refused', () => {
    const k = knowledge({
      people: [{ ...a, potentialSince: now }],
      contacts: ago(400, 'a'),
      cooperations: [
        cooperation('c', 'a', { answer: 'declined', at: now - 90 * day }),
        cooperation('d', 'a', { at: now - day }),
      ],
    });
    expect(worthOf('reconnect', occasion(['a']), k)).toEqual({});
  });
  test('dormant is more than a year, to the millisecond', () => {
    const tagged = [{ ...a, potentialSince: now }];
    expect(keys(occasion(['a']), knowledge({ people: tagged, contacts: ago(365, 'a') }))).toEqual([]);
    const just = new Map([
      [
        'a',
        [
          { at: now - 365 * day - 1, kind: 'mail' as const },
          { at: now - 900 * day, kind: 'mail' as const },
        ],
      ],
    ]);
    expect(keys(occasion(['a']), knowledge({ people: tagged, contacts: just }))).toEqual(['reconnect/a']);
  });
});

describe('shares', () => {
  const t = tip('t', 'red roof tiles cheap');
  const a = person('a', { needs: ['red roof tiles'] });
  const here = occasion(['a', 'b']);
  test('an exclusive tip for one nearly as good is worth a part; for one clearly worse nothing', () => {
    const near = person('b', { needs: ['red roof tiles now'], organisation: 'X' });
    const far = person('b', { needs: [`red roof ${filler('b', 3)}`], organisation: 'X' });
    const one = { ...a, organisation: 'X' };
    const found = worthOf('share', here, knowledge({ people: [one, near], tips: [t] }));
    expect(found['share/a/t']).toBe(weights.exclusiveHigh);
    const fit = new Fit(new Map()).of('red roof tiles cheap', 'red roof tiles now').fit;
    expect(found['share/b/t']).toBeCloseTo(
      ramp(fit, weights.exclusiveFrom, weights.exclusiveTo, weights.exclusiveLow, weights.exclusiveHigh) *
        weights.nearlyShare,
    );
    expect(Object.keys(worthOf('share', here, knowledge({ people: [one, far], tips: [t] })))).toEqual(['share/a/t']);
  });
  test('a better taker elsewhere does not count when they may not have it, or only deal in it', () => {
    const weak = person('b', { needs: ['red roof'] });
    const alone = occasion(['b']);
    const given = (elsewhere: ReturnType<typeof person>, more: Partial<Knowledge> = {}) =>
      Object.keys(worthOf('share', alone, knowledge({ people: [weak, elsewhere], tips: [t], ...more })));
    expect(given(a)).toEqual([]);
    expect(given(a, { shares: [share('t', 'a', 'skipped')] })).toEqual(['share/b/t']);
    expect(given(person('a', { offers: ['red roof tiles'] }))).toEqual(['share/b/t']);
    expect(given(person('a', { topics: ['red roof tiles cheap'] }))).toEqual([]);
  });
  test('a tip that names somebody concerns them', () => {
    const named = tip('t', 'Quarrymen drop red roof tiles');
    const people = [
      person('a', { needs: ['red roof tiles'], organisation: 'X' }),
      person('b', { needs: ['red roof tiles'], organisation: 'Quarrymen' }),
    ];
    expect(Object.keys(worthOf('share', here, knowledge({ people, tips: [named] })))).toContain('share/b/t');
    expect(worthOf('share', here, knowledge({ people, tips: [named] }))['share/b/t']).toBe(weights.exclusiveHigh);
  });
  test('ends soon, seldom seen, got one lately: each moves the worth', () => {
    const of = (given: Parameters<typeof tip>[2], more: Partial<Knowledge> = {}) =>
      worthOf('share', occasion(['a']), knowledge({ people: [a], tips: [tip('t', t.text, given)], ...more }))[
        'share/a/t'
      ];
    const plain = weights.exclusiveHigh;
    expect(of({})).toBe(plain);
    expect(of({ expiresAt: now + weights.endsSoon - 1 })).toBe(plain + weights.tipEnds);
    expect(of({ expiresAt: now + weights.endsSoon })).toBe(plain);
    expect(of({}, { contacts: ago(90, 'a') })).toBe(plain);
    expect(of({}, { contacts: ago(91, 'a') })).toBe(plain + weights.seldomSeen);
    const got = (at: number, id = 'a') => ({ shares: [share('u', id, 'given', { givenAt: at })] });
    expect(of({}, got(now - weights.gotWithin + 1))).toBe(plain + weights.gotLately);
    expect(of({}, got(now - weights.gotWithin))).toBe(plain);
    expect(of({}, got(now - 1, 'b'))).toBe(plain);
  });
  test('named for a few: more the better it meets them; planned ones first', () => {
    const few = tip('t', t.text, { reach: 'few', few: ['a', 'b', 'z'] });
    const found = worthOf('share', here, knowledge({ people: [a, person('b')], tips: [few] }));
    expect(found).toEqual({ 'share/a/t': weights.namedHigh, 'share/b/t': weights.namedLow });
    const planned = knowledge({ people: [a, person('b')], tips: [few], shares: [share('t', 'b', 'planned')] });
    expect(worthOf('share', here, planned)['share/b/t']).toBe(weights.sharePlanned);
    const prompt = promptsFor(here, planned, now).find((p) => p.person.id === 'b');
    expect(prompt?.because).toEqual([
      { code: 'share-planned', params: { setting: 'walk' }, from: { table: 'shares', id: 't-b-planned' } },
      { code: 'tip-named', params: {}, from: { table: 'tips', id: 't' } },
    ]);
  });
  test('meets a topic where there is no need; says which', () => {
    const [prompt] = promptsFor(
      occasion(['a']),
      knowledge({ people: [person('a', { topics: ['red roof tiles'] })], tips: [t] }),
      now,
    );
    expect(prompt?.because[0]).toEqual({
      code: 'tip-meets-topic',
      params: { tip: t.text, topic: 'red roof tiles' },
      from: { table: 'people', id: 'a' },
    });
  });
  test('an open tip only from the least fit on, and not for a shared topic alone', () => {
    const open = tip('t', `red roof tiles ${filler('t', 2)}`, { reach: 'open' });
    const fits = (need: string) =>
      Object.keys(
        worthOf('share', occasion(['a']), knowledge({ people: [person('a', { needs: [need] })], tips: [open] })),
      );
    expect(fits('red roof tiles')).toEqual(['share/a/t']);
    expect(fits(`red ${filler('a', 9)}`)).toEqual([]);
  });
  test('of many tips, the best few for each person', () => {
    const tips = Array.from({ length: 9 }, (_, n) => tip(`t${n}`, `red roof tiles ${filler(`t${n}`, n)}`));
    expect(Object.keys(worthOf('share', occasion(['a']), knowledge({ people: [a], tips }))).length).toBe(
      weights.tipsLookedAt,
    );
  });
});

describe('who is here', () => {
  const view = (participants: ReturnType<typeof participant>[], k = knowledge(), given: Partial<OccasionInView> = {}) =>
    viewOf(occasion([], { participants, ...given }), k, now);
  test('one person under two addresses is here once, and leads if either does', () => {
    const two = person('a', {
      addresses: [
        { written: 'a@example.org', key: 'a@example.org' },
        { written: 'a2@example.org', key: 'a2@example.org' },
      ],
    });
    const { present, isPresent } = view(
      [participant('a2', { role: 'from' }), participant('a')],
      knowledge({ people: [two] }),
    );
    expect(present.map((p) => [p.person.id, p.leads])).toEqual([['a', true]]);
    expect([isPresent('a'), isPresent('b')]).toEqual([true, false]);
  });
  test('whoever organises by the occasion leads, whatever their role', () => {
    expect(view([participant('x')], knowledge(), { organizerKey: 'x@example.org' }).strangers).toEqual([
      { key: 'x@example.org', name: 'Name of x', leads: true },
    ]);
    expect(view([participant('x', { key: null, name: 'X' })], knowledge(), { organizerKey: null }).strangers).toEqual([
      { key: null, name: 'X', leads: false },
    ]);
  });
  test('a stranger is named by name where any row has one, else by address', () => {
    expect(view([participant('x', { name: null }), participant('x', { name: ' Xu ' })]).strangers).toEqual([
      { key: 'x@example.org', name: 'Xu', leads: false },
    ]);
    expect(view([participant('x', { name: null })]).strangers[0]?.name).toBe('x@example.org');
    expect(
      view([participant('x', { key: null, name: ' ' }), participant('y', { key: null, name: null })]).strangers,
    ).toEqual([]);
  });
  test('two people with one address: the first by id', () => {
    const both = [
      person('b', { addresses: [{ written: 'q@x.org', key: 'q@x.org' }] }),
      person('a', { addresses: [{ written: 'q@x.org', key: 'q@x.org' }] }),
    ];
    expect(
      view([participant('q', { key: 'q@x.org' })], knowledge({ people: both })).present.map((p) => p.person.id),
    ).toEqual(['a']);
  });
  test('the last contact is the newest up to now', () => {
    const contacts = new Map([
      [
        'a',
        [
          { at: now + 1, kind: 'mail' as const },
          { at: now - 5, kind: 'mail' as const },
          { at: now, kind: 'mail' as const },
          { at: now - 9, kind: 'mail' as const },
        ],
      ],
    ]);
    const v = view([], knowledge({ contacts }));
    expect([v.lastAt('a'), v.lastAt('b')]).toEqual([now, null]);
  });
  test('the more people, the fewer close looks beside each text', () => {
    const looks = (n: number) =>
      view(
        Array.from({ length: n }, (_, i) => participant(`p${i}`)),
        knowledge({ people: Array.from({ length: n }, (_, i) => person(`p${i}`)) }),
      ).closeLooks;
    expect([0, 1, 12, 20, 60, 1000].map(looks)).toEqual([48, 48, 48, 30, 10, 4]);
  });
});

test('a decision about another kind or person leaves a prompt alone', () => {
  const k = knowledge({ people: [person('a')], cooperations: [cooperation('c', 'a')] });
  expect(
    keys(occasion(['a']), { ...k, decisions: [decision('share/a/*', 'never'), decision('follow-up/b/*', 'never')] }),
  ).toEqual(['follow-up/a/c']);
});

describe('gates', () => {
  const a = person('a', { name: 'Ada Quill', otherNames: ['小艾'], organisation: 'Mill' });
  const view = (k: Partial<Knowledge> = {}) => viewOf(occasion(['a']), knowledge({ people: [a], ...k }), now);
  test('short names are not looked for, hanzi of two are, other names count', () => {
    expect(isNamedIn('a box of ada', person('x', { name: 'ada' }))).toBe(false);
    expect(isNamedIn('mill', person('x', { name: 'x', organisation: ' MILL ' }))).toBe(true);
    expect(isNamedIn('问小艾', a)).toBe(true);
    expect(isNamedIn('问艾', person('x', { name: '艾' }))).toBe(false);
    expect(isNamedIn('windmill or mills', a)).toBe(false);
    expect(isNamedIn('the mill', a)).toBe(true);
    expect(isNamedIn('nothing here', person('x', { organisation: null }))).toBe(false);
  });
  test('a tip goes back to its source under no name of theirs', () => {
    const from = (source: string | null) => refusalOf(view(), tip('t', 'x', { source }), a);
    expect(['ada quill', ' ADA ', '小艾'].map(from)).toEqual(['from-them', 'from-them', 'from-them']);
    expect([null, '', 'quill', 'Ada Q'].map(from)).toEqual([null, null, null, null]);
    expect(refusalOf(view(), tip('t', 'x', { source: '' }), person('n', { name: ' ' }))).toBeNull();
  });
  test('a note about one’s own house, or about oneself, keeps nothing away', () => {
    const noted = {
      ...a,
      notes: [
        { id: 'n', text: 'Mill people, Ada Quill above all; also Bob Stone', confidential: false, createdAt: now },
      ],
    };
    const mate = person('m', { name: 'Mo Grinder', organisation: 'Mill' });
    const people = [noted, mate, person('b', { name: 'Bob Stone', organisation: null })];
    const refusal = (text: string) => refusalOf(view({ people }), tip('t', text), noted);
    expect(refusal('the mill is sold')).toBeNull();
    expect(refusal('Ada Quill in the paper')).toBeNull();
    expect(refusal('Bob Stone is leaving')).toBe('noted-against');
    expect(refusal('stones')).toBeNull();
  });
  test('several notes are read one by one', () => {
    const notes = ['nothing about Bob', 'Stone is fine'].map((text, n) => ({
      id: `n${n}`,
      text,
      confidential: false,
      createdAt: now,
    }));
    const noted = { ...a, notes };
    expect(
      refusalOf(view({ people: [noted, person('b', { name: 'BobStone' })] }), tip('t', 'BobStone sells'), noted),
    ).toBeNull();
  });
  test('one house whatever the case and the spaces', () => {
    expect(sameHouse(a, person('b', { organisation: ' mill' }))).toBe(true);
    expect(sameHouse(a, person('b', { organisation: null }))).toBe(false);
    expect(sameHouse(person('x', { organisation: ' ' }), person('b', { organisation: ' ' }))).toBe(false);
  });
});

describe('a share, whole', () => {
  const t = tip('t', 'red roof tiles cheap');
  const a = person('a', { needs: ['red roof tiles'], organisation: 'X' });
  test('names its tip, its setting and who it is for', () => {
    const [prompt] = promptsFor(occasion(['a']), knowledge({ people: [a], tips: [t] }), now);
    expect(prompt).toMatchObject({
      kind: 'share',
      person: { id: 'a' },
      other: null,
      subject: { table: 'tips', id: 't', text: 'red roof tiles cheap' },
      setting: 'before',
    });
    expect(prompt?.because.map((r) => r.code)).toEqual(['tip-meets-need', 'tip-exclusive']);
  });
  test('what is given or skipped is not planned', () => {
    const few = tip('t', 'zzz', { reach: 'few', few: ['a'] });
    const k = knowledge({
      people: [a, person('b')],
      tips: [few],
      shares: [share('t', 'b', 'planned'), share('u', 'a', 'planned')],
    });
    const prompt = promptsFor(occasion(['a']), k, now)[0];
    expect(prompt?.because.map((r) => r.code)).toEqual(['tip-named']);
    expect(prompt?.setting).toBe('before');
    expect(promptsFor(occasion(['a']), { ...k, shares: [share('t', 'a', 'skipped')] }, now)).toEqual([]);
  });
  test('planned or named ones are no guess, an exclusive one may be', () => {
    const guessed = (k: Knowledge) => kinds.share(viewOf(occasion(['a']), k, now)).map(({ guess }) => guess);
    expect(guessed(knowledge({ people: [a], tips: [t] }))).toEqual([true]);
    expect(guessed(knowledge({ people: [a], tips: [t], shares: [share('t', 'a', 'planned')] }))).toEqual([false]);
    expect(guessed(knowledge({ people: [a], tips: [{ ...t, reach: 'few', few: ['a'] }] }))).toEqual([false]);
  });
  test('the best of several interests, equal ones by text', () => {
    const many = person('a', { needs: ['red', 'tiles red roof', 'red roof tiles', 'roof tiles red'] });
    const [prompt] = promptsFor(occasion(['a']), knowledge({ people: [many], tips: [t] }), now);
    expect(prompt?.because[0]?.params.need).toBe('red roof tiles');
  });
  test('an open tip names a need, not a topic, and shares a word with it', () => {
    const open = tip('t', 'red roof tiles cheap', { reach: 'open' });
    const found = (given: Parameters<typeof person>[1]) =>
      kinds.share(viewOf(occasion(['a']), knowledge({ people: [person('a', given)], tips: [open] }), now)).length;
    expect(found({ needs: ['red roof tiles'] })).toBe(1);
    expect(found({ topics: ['red roof tiles cheap'] })).toBe(0);
    expect(found({ needs: ['piano'], topics: ['red roof tiles'] })).toBe(0);
    expect(found({})).toBe(0);
  });
  test('the first better taker who may have it counts, not those after', () => {
    const people = [
      person('b', { needs: ['red roof'] }),
      person('x', { needs: ['red roof tiles cheap'] }),
      person('y', { needs: ['piano'] }),
    ];
    const k = knowledge({ people, tips: [t], shares: [share('t', 'x', 'skipped')] });
    expect(kinds.share(viewOf(occasion(['b']), k, now)).length).toBe(1);
    expect(kinds.share(viewOf(occasion(['b']), { ...k, shares: [] }, now)).length).toBe(0);
  });
});
