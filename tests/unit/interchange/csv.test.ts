import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personsOfCsv, readCsv } from '../../../interchange/csv.ts';
import { csvFields, fieldOf, guessMapping } from '../../../interchange/csv-mapping.ts';
import { rejectionCodes } from '../../../interchange/parsed.ts';
import { decodeText } from '../../../interchange/text-encoding.ts';
import { importing as english } from '../../../locales/en/import.ts';
import { importing as chinese } from '../../../locales/zh-CN/import.ts';
import { anyText } from '../any-text.ts';
import { asExpected, fixtures } from './fixtures.ts';

describe('one quirk a file', () => {
  test.each(fixtures('csv'))('$name', ({ bytes, expected }) => {
    const table = readCsv(decodeText(bytes).text);
    expect(asExpected(personsOfCsv(table), expected)).toEqual({
      records: expected.records,
      rejected: expected.rejected,
      passedOver: expected.passedOver,
    });
    if (expected.mapping) expect(table.mapping).toEqual(expected.mapping);
  });
});

test('headings in many words', () => {
  for (const [heading, field] of [
    ['E-mail 3 - Value', 'address'],
    ['Email (work)', 'address'],
    ['工作邮箱', 'address'],
    ['E-mail Display Name', 'ignore'],
    ['E-mail 1 - Label', 'ignore'],
    ['Business Fax', 'ignore'],
    ['Home Street', 'ignore'],
    ['联系人姓名', 'name'],
    ['公司名称：', 'organisation'],
    ['Prénom', 'given'],
    ['Mobile Phone', 'phone'],
    ['Birthday', 'ignore'],
    ['', null],
  ] as const)
    expect(fieldOf(heading), heading).toBe(field);
});

test('a mapping changed by the user is followed, an empty one gives nobody', () => {
  const table = readCsv('who,where\nAna,ana@example.com\n');
  expect(personsOfCsv(table, { who: 'organisation', where: 'address' }).records[0]).toMatchObject({
    name: 'Ana',
    addresses: ['ana@example.com'],
  });
  expect(personsOfCsv(table, {}).rejected).toMatchObject([
    { line: 2, code: 'nobody-named', text: 'Ana,ana@example.com' },
  ]);
});

test('a rejected row is given back as it stands, to be mended', () => {
  const { rejected } = personsOfCsv(readCsv('Name,Email\n"Berg, Bo",bo@example.com,x\n'));
  expect(rejected).toEqual([
    { line: 2, code: 'too-many-fields', detail: '3 > 2', text: '"Berg, Bo",bo@example.com,x' },
  ]);
});

test('any text at all: never throws; every row is taken, rejected or empty', () => {
  const text = fc.oneof(
    anyText(200),
    fc
      .array(fc.constantFrom('"', ',', ';', '\n', '\r\n', 'a', 'ana@example.com', 'Name', 'Email', '李伟', ' '))
      .map((list) => list.join('')),
  );
  fc.assert(
    fc.property(text, (one) => {
      const table = readCsv(one);
      const { records, rejected } = personsOfCsv(table);
      expect(records.length + rejected.length).toBe(table.rows.length + table.rejected.length);
      expect(Object.values(table.mapping).every((field) => csvFields.includes(field))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a mapping is guessed by samples where headings say nothing', () => {
  expect(
    guessMapping(
      ['a', 'b'],
      [
        ['李伟', 'li@example.cn'],
        ['', 'x@example.cn'],
      ],
    ),
  ).toEqual({ a: 'name', b: 'address' });
});

test('every field and every reason has its words in both languages', () => {
  for (const words of [english, chinese]) {
    expect(Object.keys(words.field)).toEqual(expect.arrayContaining([...csvFields]));
    expect(Object.keys(words.rejection)).toEqual(expect.arrayContaining([...rejectionCodes]));
  }
});
