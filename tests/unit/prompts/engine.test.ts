import { describe, expect, test } from 'vitest';
import { advance } from '../../../prompts/advance.ts';
import { aside, asPromptPerson, isOver } from '../../../prompts/candidate.ts';
import { kinds, promptsFor } from '../../../prompts/engine.ts';
import { followUp } from '../../../prompts/follow-up.ts';
import { isBarred, isNamedIn, refusalOf, sameHouse } from '../../../prompts/gates.ts';
import { givenBy, wantedBy } from '../../../prompts/gives.ts';
import { introduce } from '../../../prompts/introduce.ts';
import type { Knowledge, OccasionInView } from '../../../prompts/knowledge.ts';
import { rank } from '../../../prompts/rank.ts';
import { reconnect } from '../../../prompts/reconnect.ts';
import { record } from '../../../prompts/record.ts';
import { review } from '../../../prompts/review.ts';
import { share as shares } from '../../../prompts/share.ts';
import { viewOf } from '../../../prompts/view.ts';
import { weights } from '../../../prompts/weights.ts';
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
const old = (...ids: string[]) => new Map(ids.map((id) => [id, [{ at: now - 400 * day, kind: 'meeting' as const }]]));

test('every kind stands in the table', () => {
  expect(kinds).toEqual({ share: shares, introduce, advance, record, reconnect, 'follow-up': followUp, review });
});

describe('nothing to say', () => {
  test('an empty occasion and empty knowledge give nothing', () => {
    expect(promptsFor(occasion([]), knowledge(), now)).toEqual([]);
  });
  test('a kept person of whom nothing is known gives nothing', () => {
    expect(promptsFor(occasion(['a']), knowledge({ people: [person('a')] }), now)).toEqual([]);
  });
  test('the user is nobody to prompt about, under any of their addresses', () => {
    const o = occasion([], { participants: [participant('me'), participant('alias', { self: true })] });
    expect(promptsFor(o, knowledge(), now)).toEqual([]);
  });
});

describe('review', () => {
  test('a meeting that is over is reviewed, once, with whoever called it', () => {
    const o = occasion(['a'], {
      endAt: now,
      participants: [participant('a'), participant('b', { role: 'organizer' })],
    });
    const k = knowledge({ people: [person('a'), person('b')] });
    const [prompt, ...rest] = promptsFor(o, k, now);
    expect(rest).toEqual([]);
    expect(prompt).toMatchObject({
      key: 'review/occ',
      kind: 'review',
      person: { id: 'b' },
      because: [{ code: 'occasion-over', params: { at: now } }],
    });
  });
  test('not before its end, not for a thread, not weeks later', () => {
    const k = knowledge({ people: [person('a')] });
    expect(keys(occasion(['a'], { endAt: now + 1 }), k)).toEqual([]);
    expect(keys(occasion(['a'], { kind: 'thread', endAt: now - day }), k)).toEqual([]);
    expect(keys(occasion(['a'], { endAt: now - weights.reviewWithin - 1 }), k)).toEqual([]);
    expect(keys(occasion(['a'], { endAt: null }), k)).toEqual([]);
  });
  test('not when it is written', () => {
    const k = knowledge({ people: [person('a')] });
    expect(keys(occasion(['a'], { endAt: now }), k)).toEqual(['review/occ']);
    expect(keys(occasion(['a'], { endAt: now }), { ...k, reviewed: new Set(['occ']) })).toEqual([]);
  });
});

describe('record', () => {
  test('every new human face, once; leaders and namesakes first, offices last', () => {
    const o = occasion([], {
      participants: [
        participant('office', { name: 'Grants Office' }),
        participant('plain', { name: 'Plain Face' }),
        participant('plain', { name: 'Plain Face', role: 'cc' as never }),
        participant('lead', { name: 'Lead', role: 'organizer' }),
        participant('same', { name: 'Ada Lovelace' }),
      ],
    });
    const prompts = promptsFor(o, knowledge({ people: [person('ada', { name: 'ada lovelace' })] }), now);
    expect(prompts.map((p) => p.key)).toEqual([
      'record/lead%40example.org',
      'record/same%40example.org',
      'record/plain%40example.org',
      'record/office%40example.org',
    ]);
    expect(prompts.map((p) => p.because.map((b) => b.code))).toEqual([
      ['new-face', 'leads-occasion'],
      ['new-face', 'shares-name'],
      ['new-face'],
      ['new-face'],
    ]);
    expect(prompts[1]?.because[1]?.from).toEqual({ table: 'people', id: 'ada' });
  });
  test('machines, lists, rooms and queues are nobody, unless the user said otherwise', () => {
    const o = occasion(['no-reply', 'helpdesk', 'conference-room']);
    expect(keys(o, knowledge())).toEqual([]);
    expect(keys(o, knowledge({ saidPeople: new Set(['helpdesk@example.org']) }))).toEqual([
      'record/helpdesk%40example.org',
    ]);
  });
  test('a name without an address: new when nobody of that name is kept, else a question for matching', () => {
    const o = occasion([], { participants: [participant('x', { key: null, written: null, name: 'Ada' })] });
    expect(promptsFor(o, knowledge(), now)).toMatchObject([
      { key: 'record/name%3AAda', person: { id: null, key: null, name: 'Ada' } },
    ]);
    expect(keys(o, knowledge({ people: [person('a', { name: 'ada' })] }))).toEqual([]);
  });
});

describe('follow-up', () => {
  test('what I owe comes before what they owe; closed requests are over', () => {
    const k = knowledge({
      people: [person('a')],
      cooperations: [
        cooperation('theirs', 'a', { direction: 'i-asked' }),
        cooperation('mine', 'a'),
        cooperation('no', 'a', { answer: 'declined' }),
        cooperation('yes', 'a', { answer: 'agreed' }),
        cooperation('ahead', 'a', { at: now + 1 }),
        cooperation('elsewhere', 'b'),
      ],
    });
    const prompts = promptsFor(occasion(['a']), k, now);
    expect(prompts.map((p) => p.key)).toEqual(['follow-up/a/mine', 'follow-up/a/theirs']);
    expect(prompts[0]?.because).toEqual([
      {
        code: 'i-owe-answer',
        params: { about: 'about mine', at: now - 10 * day },
        from: { table: 'cooperations', id: 'mine' },
      },
    ]);
  });
  test('an introduction made and not asked after', () => {
    const k = knowledge({
      people: [person('a'), person('b')],
      introductions: [
        introduction('made', 'b', 'a', 'done', { madeAt: now - 30 * day }),
        introduction('told', 'b', 'a', 'done', { outcome: 'they met' }),
      ],
    });
    expect(promptsFor(occasion(['a']), k, now)).toMatchObject([
      {
        key: 'follow-up/a/made',
        other: { id: 'b' },
        because: [{ code: 'introduction-result', params: { other: 'Name of b', at: now - 30 * day } }],
      },
    ]);
  });
});

describe('advance', () => {
  test('my open steps in the matter of somebody here, the first first', () => {
    const m = matter('m', 'a', [
      step('1', 'me', { state: 'done' }),
      step('2', 'me'),
      step('3', 'me'),
      step('4', 'a'),
      step('5', 'b'),
    ]);
    expect(keys(occasion(['a', 'b']), knowledge({ people: [person('a'), person('b')], matters: [m] }))).toEqual([
      'advance/a/m/2',
      'advance/a/m/3',
    ]);
  });
  test('not when the owner is elsewhere or the matter is over', () => {
    const steps = [step('1', 'me')];
    const people = [person('a'), person('b')];
    expect(keys(occasion(['b']), knowledge({ people, matters: [matter('m', 'a', steps)] }))).toEqual([]);
    expect(keys(occasion(['a']), knowledge({ people, matters: [matter('m', 'a', steps, { state: 'done' })] }))).toEqual(
      [],
    );
  });
  test('in my own matter: with whoever has the step, or whoever here could do it best', () => {
    const m = matter('m', 'me', [
      step('1', 'a'),
      step('2', null, { title: 'translate the lease into Polish' }),
      step('3', 'me'),
      step('4', null, { title: 'xyz' }),
    ]);
    const people = [person('a'), person('b', { offers: ['Polish, can translate'] }), person('c', { offers: ['sews'] })];
    const prompts = promptsFor(occasion(['a', 'b', 'c']), knowledge({ people, matters: [m] }), now);
    expect(prompts.map((p) => p.key).sort()).toEqual(['advance/a/m/1', 'advance/b/m/2']);
    expect(prompts.find((p) => p.person.id === 'b')?.because[0]).toMatchObject({
      code: 'step-they-could',
      params: { offer: 'Polish, can translate' },
    });
  });
  test('a step due soon says so', () => {
    const m = matter('m', 'a', [step('1', 'me', { dueAt: now + day })]);
    const [prompt] = promptsFor(occasion(['a']), knowledge({ people: [person('a')], matters: [m] }), now);
    expect(prompt?.because.map((b) => b.code)).toEqual(['step-mine', 'step-due']);
  });
});

describe('reconnect', () => {
  const people = [person('a', { offers: ['repairs damp walls'] })];
  test('dormant, and once cooperated', () => {
    const k = knowledge({ people, contacts: old('a'), cooperations: [cooperation('c', 'a', { answer: 'agreed' })] });
    const [prompt] = promptsFor(occasion(['a']), k, now);
    expect(prompt).toMatchObject({
      key: 'reconnect/a',
      because: [{ code: 'last-contact', params: { at: now - 400 * day } }, { code: 'once-cooperated' }],
    });
  });
  test('dormant, and offers what I need or is tagged', () => {
    expect(
      keys(occasion(['a']), knowledge({ people, contacts: old('a'), needs: ['somebody to look at damp walls'] })),
    ).toEqual(['reconnect/a']);
    expect(
      keys(occasion(['a']), knowledge({ people: [person('a', { potentialSince: now })], contacts: old('a') })),
    ).toEqual(['reconnect/a']);
    expect(keys(occasion(['a']), knowledge({ people, contacts: old('a'), needs: ['a piano'] }))).toEqual([]);
  });
  test('not without history, not within a year, not after a refusal', () => {
    const agreed = cooperation('c', 'a', { answer: 'agreed', at: now - 900 * day });
    expect(keys(occasion(['a']), knowledge({ people, cooperations: [agreed] }))).toEqual([]);
    const lately = new Map([
      [
        'a',
        [
          { at: now - 365 * day, kind: 'mail' as const },
          { at: now + day, kind: 'meeting' as const },
        ],
      ],
    ]);
    expect(keys(occasion(['a']), knowledge({ people, cooperations: [agreed], contacts: lately }))).toEqual([]);
    const refused = cooperation('d', 'a', { answer: 'declined', at: now - 500 * day });
    expect(keys(occasion(['a']), knowledge({ people, cooperations: [agreed, refused], contacts: old('a') }))).toEqual(
      [],
    );
  });
});

describe('gates', () => {
  const a = person('a', { needs: ['news about railway timetables'], notes: [] });
  const t = tip('t', 'railway timetables change in May');
  const view = (k: Partial<Knowledge>, at = now) =>
    viewOf(occasion(['a']), knowledge({ people: [a, person('b')], ...k }), at);
  const refused = (given: Parameters<typeof tip>[2], k: Partial<Knowledge> = {}) =>
    refusalOf(view(k), tip('t', t.text, given), a);

  test('a tip may go where nothing stands against it', () => expect(refused({})).toBeNull());
  test('confidential, expired', () => {
    expect(refused({ confidential: true })).toBe('confidential');
    expect(refused({ expiresAt: now })).toBe('expired');
    expect(refused({ expiresAt: now + 1 })).toBeNull();
    expect(isBarred(t, now)).toBeNull();
  });
  test('given to them, given to another, skipped', () => {
    expect(refused({ reach: 'open' }, { shares: [share('t', 'a', 'given')] })).toBe('given');
    expect(refused({}, { shares: [share('t', 'b', 'given')] })).toBe('beyond-reach');
    expect(refused({ reach: 'open' }, { shares: [share('t', 'b', 'given')] })).toBeNull();
    expect(refused({}, { shares: [share('t', 'a', 'skipped')] })).toBe('skipped');
    expect(refused({}, { shares: [share('t', 'b', 'skipped')] })).toBeNull();
  });
  test('only the few named', () => {
    expect(refused({ reach: 'few', few: ['b'] })).toBe('beyond-reach');
    expect(refused({ reach: 'few', few: ['a'] })).toBeNull();
  });
  test('never back to its source', () => {
    expect(refused({ source: 'Name of a' })).toBe('from-them');
    expect(refused({ source: 'name' })).toBe('from-them');
    expect(refused({ source: 'Nam' })).toBeNull();
  });
  test('a note about a house keeps tips about that house away, even from a confidential note', () => {
    const rival = person('r', { organisation: 'Steamline' });
    const noted = { ...a, notes: [{ id: 'n', text: 'Nothing about Steamline.', confidential: true, createdAt: now }] };
    const told = tip('t', 'Steamline drops two railway timetables');
    const k = knowledge({ people: [noted, rival] });
    expect(refusalOf(viewOf(occasion(['a']), k, now), told, noted)).toBe('noted-against');
    expect(refusalOf(viewOf(occasion(['a']), k, now), t, noted)).toBeNull();
    expect(JSON.stringify(promptsFor(occasion(['a']), { ...k, tips: [told, t] }, now))).not.toContain('Nothing about');
  });
  test('names are looked for as whole words', () => {
    expect(isNamedIn('Steamlined work', person('r', { organisation: 'Steamline' }))).toBe(false);
    expect(isNamedIn('by STEAMLINE.', person('r', { organisation: 'Steamline' }))).toBe(true);
    expect(isNamedIn('早川这类企业', person('r', { name: '早川' }))).toBe(true);
    expect(isNamedIn('the end', person('r', { name: 'the' }))).toBe(false);
  });
  test('one house', () => {
    expect(sameHouse(person('a', { organisation: 'X' }), person('b', { organisation: ' x' }))).toBe(true);
    expect(sameHouse(person('a', { organisation: '' }), person('b', { organisation: '' }))).toBe(false);
    expect(sameHouse(person('a'), person('b'))).toBe(false);
  });
});

describe('share', () => {
  const a = person('a', { needs: ['railway timetables before they change'] });
  const exclusive = tip('t', 'railway timetables change in May');
  test('to whom it is worth most, with its reasons', () => {
    const k = knowledge({ people: [a, person('b', { topics: ['railway'] })], tips: [exclusive] });
    const prompts = promptsFor(occasion(['a', 'b']), k, now);
    expect(prompts.map((p) => p.key)).toEqual(['share/a/t']);
    expect(prompts[0]?.because).toEqual([
      {
        code: 'tip-meets-need',
        params: { tip: 'railway timetables change in May', need: 'railway timetables before they change' },
        from: { table: 'people', id: 'a' },
      },
      { code: 'tip-exclusive', params: {}, from: { table: 'tips', id: 't' } },
    ]);
  });
  test('not to somebody here when a better taker is elsewhere', () => {
    expect(
      keys(occasion(['b']), knowledge({ people: [a, person('b', { topics: ['railway'] })], tips: [exclusive] })),
    ).toEqual([]);
  });
  test('planned ones count, and those named for a few', () => {
    const k = knowledge({
      people: [person('a'), person('b')],
      tips: [exclusive, tip('u', 'zzz', { reach: 'few', few: ['b'] })],
      shares: [share('t', 'a', 'planned', { plannedFor: now + day })],
    });
    const prompts = promptsFor(occasion(['a', 'b']), k, now);
    expect(prompts.map((p) => p.key)).toEqual(['share/a/t', 'share/b/u']);
    expect(prompts[0]?.because[0]).toEqual({
      code: 'share-planned',
      params: { setting: 'walk', at: now + day },
      from: { table: 'shares', id: 't-a-planned' },
    });
    expect(prompts[0]?.setting).toBe('walk');
    expect(prompts[1]?.because[0]?.code).toBe('tip-named');
  });
  test('an open tip only where it names the very thing that somebody needs, and for the one who needs it most', () => {
    const tips = [tip('t', 'chess tournament open to all', { reach: 'open', topics: ['chess'] })];
    const needs = ['a chess tournament to play in'];
    expect(keys(occasion(['a']), knowledge({ people: [person('a', { needs })], tips }))).toEqual(['share/a/t']);
    expect(keys(occasion(['a']), knowledge({ people: [person('a', { topics: needs })], tips }))).toEqual([]);
    const both = [person('a', { needs, organisation: 'X' }), person('b', { needs: ['chess sets'], organisation: 'X' })];
    expect(keys(occasion(['a', 'b']), knowledge({ people: both, tips }))).toEqual(['share/a/t']);
  });
  test('an exclusive tip that does not meet anybody is kept back, and so is one for whoever got enough', () => {
    expect(
      keys(occasion(['a']), knowledge({ people: [person('a', { needs: ['a piano'] })], tips: [exclusive] })),
    ).toEqual([]);
    expect(
      keys(occasion(['a']), knowledge({ people: [a], tips: [exclusive], shares: [share('t', 'b', 'given')] })),
    ).toEqual([]);
  });
  test('what ends soon, whom one seldom sees', () => {
    const k = knowledge({
      people: [a],
      tips: [tip('t', exclusive.text, { expiresAt: now + 5 * day })],
      contacts: old('a'),
    });
    const [prompt] = promptsFor(occasion(['a']), k, now);
    expect(prompt?.because.slice(2)).toEqual([
      { code: 'tip-ends', params: { at: now + 5 * day }, from: { table: 'tips', id: 't' } },
      { code: 'seldom-seen', params: { at: now - 400 * day }, from: { table: 'people', id: 'a' } },
    ]);
  });
});

describe('introduce', () => {
  test('of many who could meet one want, only the best is named', () => {
    const need = 'an accredited laboratory that calibrates pressure sensors';
    const offers = [need, 'a laboratory that calibrates sensors', 'calibrates pressure sensors'];
    const k = knowledge({
      people: [
        person('a', { organisation: 'A', needs: [need] }),
        ...offers.map((offer, n) => person(`b${n}`, { organisation: `B${n}`, offers: [offer] })),
      ],
    });
    expect(keys(occasion(['a']), k).filter((key) => key.startsWith('introduce/'))).toEqual(['introduce/a/b0']);
  });

  const needs = person('a', { needs: ['cold storage for avocados'], organisation: 'X' });
  const offers = person('b', { offers: ['cold storage by the port for avocados'], organisation: 'Y' });
  test('what one needs the other offers; the one here is the person', () => {
    const k = knowledge({ people: [needs, offers] });
    expect(promptsFor(occasion(['a', 'b']), k, now)).toMatchObject([
      { key: 'introduce/a/b', person: { id: 'a' }, other: { id: 'b' } },
    ]);
    const [absent] = promptsFor(occasion(['b']), k, now);
    expect(absent).toMatchObject({ person: { id: 'b' }, other: { id: 'a' } });
    expect(absent?.because.map((b) => b.code)).toEqual(['need-meets-offer', 'other-absent']);
    expect(absent?.because[0]?.params).toEqual({
      needer: 'Name of a',
      need: 'cold storage for avocados',
      offerer: 'Name of b',
      offer: 'cold storage by the port for avocados',
    });
  });
  test('not inside one house, not when both are elsewhere', () => {
    expect(keys(occasion(['a', 'b']), knowledge({ people: [needs, { ...offers, organisation: 'x' }] }))).toEqual([]);
    expect(keys(occasion(['c']), knowledge({ people: [needs, offers, person('c')] }))).toEqual([]);
  });
  test('declined and done ones are over, begun ones are carried on', () => {
    const people = [needs, offers];
    const held = (state: 'idea' | 'asked' | 'agreed' | 'done' | 'declined') =>
      keys(
        occasion(['a', 'b']),
        knowledge({ people, introductions: [introduction('i', 'b', 'a', state, { outcome: 'x' })] }),
      );
    expect(held('declined')).toEqual([]);
    expect(held('done')).toEqual([]);
    for (const state of ['idea', 'asked', 'agreed'] as const) expect(held(state)).toEqual(['introduce/a/b']);
  });
  test('a step that nobody has is what its owner looks somebody for', () => {
    const k = knowledge({
      people: [person('a'), offers],
      matters: [matter('m', 'a', [step('s', null, { title: 'cold storage for avocados' })])],
    });
    expect(keys(occasion(['a']), k)).toEqual(['introduce/a/b']);
    expect(wantedBy(viewOf(occasion(['a']), k, now), person('a')).map((w) => w.text)).toEqual([
      'cold storage for avocados',
    ]);
    expect(givenBy(offers).map((g) => g.kind)).toEqual(['offer', 'trade']);
  });
});

test('a decision silences its prompt', () => {
  const k = knowledge({ people: [person('a')], cooperations: [cooperation('c', 'a')] });
  expect(keys(occasion(['a']), k)).toEqual(['follow-up/a/c']);
  expect(keys(occasion(['a']), { ...k, decisions: [decision('follow-up/a/c', 'never')] })).toEqual([]);
  expect(keys(occasion(['a']), { ...k, decisions: [decision('follow-up/a/*', 'later', { until: now + 1 })] })).toEqual(
    [],
  );
  expect(keys(occasion(['a']), { ...k, decisions: [decision('follow-up/a/c', 'later', { until: now })] })).toEqual([
    'follow-up/a/c',
  ]);
});

test('rank: falling worth, equal ones by key, one of each key', () => {
  const of = (key: string, worth: number) => ({
    worth,
    prompt: { ...promptsFor(occasion(['x']), knowledge(), now)[0], key } as never,
  });
  expect(rank([of('b', 1), of('a', 1), of('c', 2), of('a', 3)]).map((p) => p.key)).toEqual(['a', 'c', 'b']);
});

test('where a word is best said to one alone', () => {
  const at = (given: Partial<OccasionInView>) => aside(viewOf(occasion(['a'], given), knowledge(), now));
  expect(at({})).toBe('before');
  expect(at({ startAt: now })).toBe('after');
  expect(at({ startAt: now - day, endAt: now })).toBe('private-message');
  expect(at({ kind: 'thread', startAt: now + 1 })).toBe('private-message');
  expect(isOver(viewOf(occasion(['a'], { endAt: null }), knowledge(), now))).toBe(false);
  expect(asPromptPerson(person('a'))).toEqual({ id: 'a', key: 'a@example.org', name: 'Name of a' });
});
