import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTable } from '../../../prompts/meaning.ts';
import { findTold } from '../../../prompts/told.ts';
import { newTip } from '../../../records/tip.ts';
import { guardMails } from '../../guard-mails.ts';

const bytes = readFileSync(resolve(import.meta.dirname, '../../../public/meaning.bin'));
const table = openTable(new Uint8Array(bytes).buffer);
const tip = (text: string, id = text) => ({ ...newTip({ text }, 0), id });

describe('tips that a text tells', () => {
  const ferry = tip('The ferry to the island stops in November because the pier is repaired.');

  test('one told in other words, over two sentences, between others', () => {
    const text =
      'Hello Ana,\nthank you! One more thing: in November there is no ferry. They repair the pier on the island.\nBo';
    expect(findTold([tip('A new baker opens in the station'), ferry], table)(text)).toEqual([ferry]);
  });

  test('not its subject alone, nor its words strewn over a long text', () => {
    expect(findTold([ferry], table)('When does the ferry to the island leave on Sunday?')).toEqual([]);
    const strewn = [
      'The ferry was full.',
      'a',
      'b',
      'c',
      'Our island is green.',
      'd',
      'e',
      'f',
      'Who has repaired the roof?',
      'November.',
    ];
    expect(findTold([ferry], table)(strewn.join('\n'))).toEqual([]);
  });

  test('nothing of nothing, and the surest first, whatever the order of the tips', () => {
    const pier = tip('The pier is repaired in November');
    expect(findTold([ferry], table)('')).toEqual([]);
    expect(findTold([tip('…')], table)('x')).toEqual([]);
    const text = 'The pier is repaired in November, and the ferry to the island stops.';
    expect(findTold([ferry, pier], table)(text)).toEqual(findTold([pier, ferry], table)(text));
    expect(findTold([ferry, pier], table)(text)).toHaveLength(2);
  });

  test('few false alarms and few misses on mails made at random (the whole: npm run guard)', () => {
    const { tips, mails } = guardMails({ harmless: 100, telling: 60 }, 11);
    const find = findTold(tips, table);
    const told = mails.map(({ text, tip: meant }) => ({ meant, found: find(text) }));
    const alarms = told.filter(({ meant, found }) => meant === null && found.length > 0);
    const misses = told.filter(({ meant, found }) => meant !== null && !found.some(({ id }) => id === meant.id));
    expect(alarms.length).toBeLessThanOrEqual(2);
    expect(misses.length).toBeLessThanOrEqual(6);
  }, 60_000);
});
