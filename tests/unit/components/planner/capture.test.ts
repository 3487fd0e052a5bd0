import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCapture } from '../../../../components/planner/tips/capture.ts';

const now = new Date(2026, 10, 24, 13, 30).getTime(); // a Tuesday
const end = (year: number, month: number, day: number) => new Date(year, month - 1, day, 23, 59, 59, 999).getTime();
const names = [
  { id: 'p1', name: 'Lena Vogt', organisation: 'Nordlicht' },
  { id: 'p2', name: 'Lena Brandt', organisation: null },
  { id: 'p3', name: '王芳', organisation: null },
  { id: 'p4', name: '王芳华', organisation: null },
  { id: 'p5', name: "Aoife O'Brien", organisation: null },
  { id: 'p6', name: 'Tomás', organisation: null },
];
const read = (line: string) => parseCapture(line, names, now);

describe('the line is taken apart', () => {
  test('all marks at the end, English', () => {
    expect(
      read('The Northport terminal hires in January #hiring #"supply chain" until 5 Dec @Lena Vogt !confidential'),
    ).toEqual({
      text: 'The Northport terminal hires in January',
      topics: ['hiring', 'supply chain'],
      reach: 'few',
      few: [names[0]],
      expiresAt: end(2026, 12, 5),
      confidential: true,
      source: null,
      unclear: [],
    });
  });

  test('all marks at the end, Chinese, without spaces', () => {
    expect(read('园区明年三月起免租半年#招商到12月5日@王芳！机密')).toEqual({
      text: '园区明年三月起免租半年',
      topics: ['招商'],
      reach: 'few',
      few: [names[2]],
      expiresAt: end(2026, 12, 5),
      confidential: true,
      source: null,
      unclear: [],
    });
  });

  test('marks within a sentence leave their words in it', () => {
    const captured = read('The #grant call stays open until 5 Dec for small labs, says @Tomás today');
    expect(captured.text).toBe('The grant call stays open until 5 Dec for small labs, says Tomás today');
    expect(captured.topics).toEqual(['grant']);
    expect(captured.expiresAt).toBe(end(2026, 12, 5));
    expect(captured.few.map((one) => one.id)).toEqual(['p6']);
  });

  test('plain words stay as they are, for one person alone', () => {
    expect(read('  Rates fall 3% at lena@example.org, see https://example.org/#top  ')).toMatchObject({
      text: 'Rates fall 3% at lena@example.org, see https://example.org/#top',
      topics: [],
      reach: 'one',
      unclear: [],
    });
  });

  test.each([
    ['Fees drop !open', 'open', false],
    ['费用下调 ！公开', 'open', false],
    ['Fees drop !one !Confidential', 'one', true],
    ['费用下调！保密', 'one', true],
  ])('%s', (line, reach, confidential) => {
    expect(read(line)).toMatchObject({ reach, confidential });
  });

  test.each([
    ['New port fees source: Marta at the fair #ports', 'Marta at the fair'],
    ['新港口收费 来源：展会上的老马 #港口', '展会上的老马'],
  ])('%s', (line, source) => {
    expect(read(line)).toMatchObject({ source, topics: [expect.stringMatching(/ports|港口/)] });
  });

  test('a mark that is none stays as it was typed, and is told', () => {
    expect(read('Fees drop !secret #ports')).toMatchObject({
      text: 'Fees drop !secret',
      unclear: [{ said: '!secret', why: 'flag' }],
    });
  });

  test('a topic said twice counts once; a rank is no topic', () => {
    expect(read('Our #1 choice #Ports #ports #供应链#')).toMatchObject({
      text: 'Our #1 choice',
      topics: ['Ports', '供应链'],
    });
  });
});

describe('people', () => {
  test('the longest name wins', () => {
    expect(read('好消息@王芳华').few.map((one) => one.id)).toEqual(['p4']);
    expect(read('好消息@王芳 今天').few.map((one) => one.id)).toEqual(['p3']);
  });

  test('one word of a name is enough when only one has it', () => {
    expect(read('News @brandt').few.map((one) => one.id)).toEqual(['p2']);
    expect(read("News @o'brien").few.map((one) => one.id)).toEqual(['p5']);
  });

  test('two of the same first name are asked about, and nobody is chosen', () => {
    expect(read('News @Lena')).toMatchObject({
      text: 'News @Lena',
      few: [],
      reach: 'one',
      unclear: [{ said: '@Lena', why: 'several', candidates: [names[0], names[1]] }],
    });
  });

  test('whom the user chose among them is taken', () => {
    const lena = { id: 'p2', name: 'Lena Brandt', organisation: null };
    expect(parseCapture('News @Lena', names, now, new Map([['@Lena', lena]]))).toMatchObject({
      text: 'News',
      few: [lena],
      reach: 'few',
      unclear: [],
    });
  });

  test('a name nobody has stays in the text and is told', () => {
    expect(read('News @Zoltan')).toMatchObject({
      text: 'News @Zoltan',
      few: [],
      unclear: [{ said: '@Zoltan', why: 'nobody' }],
    });
  });
});

describe('days', () => {
  test.each([
    ['until 5 Dec', end(2026, 12, 5)],
    ['until Dec 5', end(2026, 12, 5)],
    ['until 5th of December, 2027', end(2027, 12, 5)],
    ['until 2026-12-05', end(2026, 12, 5)],
    ['until 3 Jan', end(2027, 1, 3)],
    ['till today', end(2026, 11, 24)],
    ['until tomorrow', end(2026, 11, 25)],
    ['until Friday', end(2026, 11, 27)],
    ['until Tuesday', end(2026, 12, 1)],
    ['until next Fri', end(2026, 12, 4)],
    ['until the end of the month', end(2026, 11, 30)],
    ['until end of year', end(2026, 12, 31)],
    ['until 29 Feb', end(2028, 2, 29)],
    ['到12月5日', end(2026, 12, 5)],
    ['到12月5号前', end(2026, 12, 5)],
    ['到十二月二十一日', end(2026, 12, 21)],
    ['到2027年1月3日', end(2027, 1, 3)],
    ['截至1月3日', end(2027, 1, 3)],
    ['到明天', end(2026, 11, 25)],
    ['到大后天', end(2026, 11, 27)],
    ['到周五', end(2026, 11, 27)],
    ['到下周五', end(2026, 12, 4)],
    ['到本周日', end(2026, 11, 29)],
    ['到月底', end(2026, 11, 30)],
    ['到下个月底', end(2026, 12, 31)],
    ['到年底', end(2026, 12, 31)],
    ['到5号', end(2026, 12, 5)],
    ['到12/5', end(2026, 12, 5)],
  ])('%s', (words, expected) => {
    const captured = read(`消息 ${words}`);
    expect(captured.expiresAt).toBe(expected);
    expect(captured.text).toBe('消息');
  });

  test.each(['until 31 Feb', 'until 5/12', 'until 99 Dec'])('%s is no day: told, and kept in the text', (words) => {
    const captured = read(`News ${words}`);
    expect(captured.expiresAt).toBeNull();
    expect(captured.text).toBe(`News ${words}`);
    expect(captured.unclear).toMatchObject([{ why: 'day' }]);
  });

  test.each(['News until then', '坐到5号线', '找到一家供应商', 'Wait until marchers come'])(
    '%s names no day',
    (line) => {
      expect(read(line)).toMatchObject({ text: line, expiresAt: null, unclear: [] });
    },
  );
});

test('no line makes it fail, and no word is lost when there is no mark', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (line) => {
      const captured = read(line);
      if (!/[#＃@＠!！]|until|till?|source|via|[到至]|截|来源|来自/i.test(line)) {
        expect(captured.text.replace(/[\s,;，；、.:!?]/g, '')).toBe(line.replace(/[\s,;，；、.:!?]/g, ''));
      }
    }),
  );
});

describe('days as people say them', () => {
  test.each([
    ['Fees drop by Friday', 'Fees drop', end(2026, 11, 27)],
    ['Fees drop, valid until the end of March #ports', 'Fees drop', end(2027, 3, 31)],
    ['Fees drop within two weeks @Tomás', 'Fees drop', end(2026, 12, 8)],
    ['Fees drop good for a month', 'Fees drop', end(2026, 12, 24)],
    ['Fees drop for 10 days', 'Fees drop', end(2026, 12, 4)],
    ['Fees drop before next Monday source: fair', 'Fees drop', end(2026, 11, 30)],
    ['Fees drop by the day after tomorrow', 'Fees drop', end(2026, 11, 26)],
    ['Fees drop, deadline: 12 January', 'Fees drop', end(2027, 1, 12)],
    ['费用下调 下周五前', '费用下调', end(2026, 12, 4)],
    ['费用下调，两周内有效 #港口', '费用下调', end(2026, 12, 8)],
    ['费用下调 三天后为止', '费用下调', end(2026, 11, 27)],
    ['费用下调 三月底前', '费用下调', end(2027, 3, 31)],
    ['费用下调 有效期到明年'.replace('明年', '年底'), '费用下调', end(2026, 12, 31)],
    ['费用下调 半年内', '费用下调', end(2027, 5, 24)],
  ])('%s', (line, text, expiresAt) => {
    const captured = read(line);
    expect([captured.text.replace(/[,，]$/, ''), captured.expiresAt]).toEqual([text, expiresAt]);
  });

  test.each([
    'The hall opens by Friday for all who ask',
    'He waited for 3 weeks and then left the firm',
    'Two weeks of rain before the harvest',
    '两周内会有三家公司来看厂房',
    '三月底前后会有消息传出来',
    'Written by May Lin',
  ])('a sentence keeps its words: %s', (line) => {
    expect(read(line)).toMatchObject({ text: line, expiresAt: null });
  });

  test('a month later that has no such day ends on its last', () => {
    const late = new Date(2027, 0, 31, 12).getTime();
    expect(parseCapture('Fees drop within one month', names, late).expiresAt).toBe(end(2027, 2, 28));
  });
});
