import { expect, test } from 'vitest';
import { otherForms } from '../../../people/nickname.ts';

test('short forms stand for their names, both ways, and for all that they may stand for', () => {
  expect(otherForms('bob')).toContain('robert');
  expect(otherForms('robert')).toContain('bob');
  expect(otherForms('ted')).toEqual(expect.arrayContaining(['edward', 'theodore']));
  expect(otherForms('bob')).not.toContain('bob');
  expect(otherForms('xiaoming')).toEqual([]);
  expect(otherForms('')).toEqual([]);
});
