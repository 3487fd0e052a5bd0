import { expect, test } from 'vitest';
import { firstSight } from '../../../prompts/first-sight.ts';
import type { Prompt } from '../../../records/prompt.ts';

const prompt = (key: string, person: Partial<Prompt['person']>): Prompt => ({
  key,
  kind: 'share',
  person: { id: null, key: null, name: 'Wang Wei', ...person },
  other: null,
  subject: null,
  because: [{ code: 'tip-exclusive', params: {}, from: null }],
  setting: null,
});

test('first sight is one a person and three an occasion, in rank order', () => {
  const ranked = [
    prompt('1', { id: 'a' }),
    prompt('2', { id: 'a' }),
    prompt('3', { key: 'b@example.org' }),
    prompt('4', { key: 'b@example.org' }),
    prompt('5', { name: 'Li Na' }),
    prompt('6', { id: 'd' }),
  ];
  expect(firstSight(ranked).map((each) => each.key)).toEqual(['1', '3', '5']);
  expect(firstSight([])).toEqual([]);
});
