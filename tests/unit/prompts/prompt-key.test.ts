import { expect, test } from 'vitest';
import { anything, keysHolding, promptKey } from '../../../prompts/prompt-key.ts';

test('a key names kind, people and subject', () => {
  expect(promptKey.share('p', 't')).toBe('share/p/t');
  expect(promptKey.advance('p', 'm', 's')).toBe('advance/p/m/s');
  expect(promptKey.record('a@b.example')).toBe('record/a%40b.example');
  expect(promptKey.reconnect('p')).toBe('reconnect/p');
  expect(promptKey.followUp('p', 'c')).toBe('follow-up/p/c');
  expect(promptKey.review('o')).toBe('review/o');
});

test('an introduction has one key whoever is named first', () => {
  expect(promptKey.introduce('b', 'a')).toBe('introduce/a/b');
  expect(promptKey.introduce('a', 'b')).toBe('introduce/a/b');
  expect(promptKey.introduce('b', anything)).toBe('introduce/b/*');
  expect(promptKey.introduce(anything, 'b')).toBe('introduce/b/*');
});

test('ids that hold the separator or the star are no other key', () => {
  expect(promptKey.share('p/t', 'x')).not.toBe(promptKey.share('p', 't/x'));
  expect(promptKey.share('p', 'a*b')).toBe('share/p/a%2Ab');
});

test('a decision about any subject or any person holds for each', () => {
  expect(keysHolding('share/p/t').sort()).toEqual(['share/*/*', 'share/*/t', 'share/p/*', 'share/p/t']);
  expect(keysHolding('advance/p/m/s')).toContain('advance/p/*/*');
  expect(keysHolding('introduce/a/b')).toEqual(expect.arrayContaining(['introduce/a/*', 'introduce/b/*']));
  expect(keysHolding('share/p/t')).not.toContain('share/t/*');
  expect(keysHolding('reconnect/p').sort()).toEqual(['reconnect/*', 'reconnect/p']);
});
