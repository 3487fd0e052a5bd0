import { expect, test } from 'vitest';
import {
  textOfTip,
  textOfTrade,
  textsOfCooperation,
  textsOfMatter,
  textsOfMe,
  textsOfPerson,
  textsOfTip,
} from '../../../prompts/texts.ts';
import { cooperation, knowledge, matter, person, step, tip } from './make.ts';

test('needs, offers, topics and trade of a person', () => {
  const p = person('p', { needs: ['n'], offers: ['o'], topics: ['t'], title: 'baker', organisation: 'Mill' });
  expect(textsOfPerson(p)).toEqual(['n', 'o', 't', 'baker Mill']);
  expect(textOfTrade({ title: '', organisation: null })).toBeNull();
  expect(textOfTrade({ title: null, organisation: 'Mill' })).toBe('Mill');
  expect(textsOfPerson(person('q'))).toEqual([]);
});

test('a confidential tip has no meaning kept', () => {
  expect(textsOfTip(tip('t', 'news', { topics: ['a', 'b'] }))).toEqual(['news a b']);
  expect(textOfTip(tip('t', 'news', { topics: ['a', 'b'] }))).toBe('news a b');
  expect(textsOfTip(tip('t', 'news', { confidential: true }))).toEqual([]);
});

test('open steps with their matter, the user, requests', () => {
  expect(textsOfMatter(matter('m', 'p', [step('a', null), step('b', 'me', { state: 'done' })]))).toEqual([
    'step a matter m',
  ]);
  expect(textsOfMe(knowledge({ needs: ['n'], offers: ['o'] }).me)).toEqual(['n', 'o']);
  expect(textsOfCooperation(cooperation('c', 'p'))).toEqual(['about c']);
});
