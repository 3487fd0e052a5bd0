import { expect, test } from 'vitest';
import { guard, holdersOf } from '../../../prompts/guard.ts';
import { day, now, share, tip } from './make.ts';

const ann = { personId: 'ann', name: 'Ann' };
const bob = { personId: 'bob', name: 'Bob' };
const stranger = { personId: null, name: 'x@y.example' };
const codes = (...args: Parameters<typeof guard>) =>
  guard(...args).map(({ code, personId, name }) => [code, personId ?? name]);

test('an exclusive tip may go to one person who is alone', () => {
  expect(guard(tip('t', 'news'), [], [ann], now)).toEqual([]);
});

test('an exclusive tip that somebody has is taken', () => {
  const t = tip('t', 'news');
  expect(codes(t, [share('t', 'bob', 'given')], [ann], now)).toEqual([['taken', 'bob']]);
  expect(codes(t, [share('t', 'bob', 'planned')], [ann], now)).toEqual([['taken', 'bob']]);
  expect(codes(t, [share('t', 'bob', 'skipped')], [ann], now)).toEqual([]);
  expect(codes(t, [share('other', 'bob', 'given')], [ann], now)).toEqual([]);
  expect(codes(t, [share('t', 'ann', 'planned')], [ann], now)).toEqual([]);
});

test('several listeners at once are too many for all but an open tip', () => {
  expect(codes(tip('t', 'news'), [], [ann, bob], now)).toEqual([['not-alone', null]]);
  expect(codes(tip('t', 'news', { reach: 'few', few: ['ann', 'bob'] }), [], [ann, bob], now)).toEqual([
    ['not-alone', null],
  ]);
  expect(codes(tip('t', 'news', { reach: 'open' }), [], [ann, bob, stranger], now)).toEqual([]);
});

test('only the few by name may have a tip for a few', () => {
  const t = tip('t', 'news', { reach: 'few', few: ['ann'] });
  expect(codes(t, [], [ann], now)).toEqual([]);
  expect(codes(t, [], [bob], now)).toEqual([['outside-few', 'bob']]);
  expect(codes(t, [], [stranger], now)).toEqual([['outside-few', 'x@y.example']]);
});

test('who has it is told, and the gravest comes first', () => {
  const t = tip('t', 'news', { confidential: true, expiresAt: now - 1 });
  expect(codes(t, [share('t', 'ann', 'given')], [ann], now)).toEqual([
    ['confidential', null],
    ['has-it', 'ann'],
  ]);
  expect(codes(tip('t', 'n', { expiresAt: now }), [], [ann], now)).toEqual([['expired', null]]);
  expect(codes(tip('t', 'n', { expiresAt: now + 1 }), [], [ann], now)).toEqual([]);
});

test('holders are those who were given it, in the order of giving, each once', () => {
  const shares = [
    share('t', 'b', 'given', { givenAt: now }),
    share('t', 'a', 'given', { givenAt: now - day }),
    share('t', 'b', 'given', { id: 'again', givenAt: now - 2 * day }),
    share('t', 'c', 'planned'),
    share('u', 'd', 'given'),
  ];
  expect(holdersOf('t', shares)).toEqual(['b', 'a']);
  expect(
    holdersOf('t', [
      share('t', 'late', 'given', { givenAt: now }),
      share('t', 'early', 'given', { givenAt: now - day }),
    ]),
  ).toEqual(['early', 'late']);
  const same = ['x', 'b', 'm'].map((id) => share('t', id, 'given', { id, givenAt: now }));
  expect(holdersOf('t', same)).toEqual(['b', 'm', 'x']);
  const undated = [
    share('t', 'new', 'given', { givenAt: null, updatedAt: now }),
    share('t', 'old', 'given', { givenAt: null, updatedAt: now - day }),
  ];
  expect(holdersOf('t', undated)).toEqual(['old', 'new']);
});

test('planned ones of another tip or another reach take nothing; those who take it are told in order', () => {
  expect(codes(tip('t', 'n'), [share('u', 'bob', 'planned')], [ann], now)).toEqual([]);
  expect(codes(tip('t', 'n', { reach: 'open' }), [share('t', 'bob', 'given')], [ann], now)).toEqual([]);
  expect(codes(tip('t', 'n'), [share('t', 'zed', 'planned'), share('t', 'cyd', 'planned')], [ann], now)).toEqual([
    ['taken', 'cyd'],
    ['taken', 'zed'],
  ]);
  expect(codes(tip('t', 'n'), [share('t', 'bob', 'given')], [ann, bob], now)).toEqual([
    ['not-alone', null],
    ['has-it', 'bob'],
  ]);
  expect(codes(tip('t', 'n', { reach: 'few', few: ['ann'] }), [], [stranger, ann], now)).toEqual([
    ['outside-few', 'x@y.example'],
    ['not-alone', null],
  ]);
});
