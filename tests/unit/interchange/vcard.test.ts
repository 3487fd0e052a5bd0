import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../interchange/text-encoding.ts';
import { parseVcards } from '../../../interchange/vcard.ts';
import {
  contentLines,
  parseProperty,
  quotedPrintable,
  valueParts,
  valueText,
} from '../../../interchange/vcard-lines.ts';
import { anyText } from '../any-text.ts';
import { asExpected, corpus, fixtures } from './fixtures.ts';

const parse = (bytes: Uint8Array) => parseVcards(decodeText(bytes).text);

describe('one quirk a file', () => {
  test.each(fixtures('vcard'))('$name', ({ bytes, expected }) => {
    expect(asExpected(parse(bytes), expected)).toEqual({
      records: expected.records,
      rejected: expected.rejected,
      passedOver: expected.passedOver,
    });
  });
});

const real = corpus('vcard/ez-vcard');
describe.skipIf(real === null)('real files (../shared/corpora/vcard; skipped where it is not there)', () => {
  const facts: Record<string, [name: string, addresses: string[]][]> = {
    'John_Doe_GMAIL.vcf': [['Mr. John Richter, James Doe Sr.', ['john.doe@ibm.com']]],
    'John_Doe_LOTUS_NOTES.vcf': [['Mr. Doe John I Johny', ['john.doe@ibm.com', 'billy_bob@gmail.com']]],
    'John_Doe_MS_OUTLOOK.vcf': [['Mr. John Richter James Doe Sr.', ['john.doe@ibm.cm']]],
    'gmail-single.vcf': [['Greg Dartmouth', ['gdartmouth@hotmail.com']]],
    'outlook-2003.vcf': [['John Doe III', ['jdoe@hotmail.com']]],
    'rfc2426-example.vcf': [
      ['Frank Dawson', ['Frank_Dawson@Lotus.com', 'fdawson@earthlink.net']],
      ['Tim Howes', ['howes@netscape.com']],
    ],
    'rfc6350-example.vcf': [['Simon Perreault', ['simon.perreault@viagenie.ca']]],
  };
  test.each(real ?? [])('$name', ({ name, bytes }) => {
    const { records, rejected } = parse(bytes);
    expect(rejected).toEqual([]);
    expect(records.length).toBeGreaterThan(0);
    const known = facts[name];
    if (known) expect(records.map((one) => [one.name, one.addresses])).toEqual(known);
  });
  test('six people out of an Android phone', () => {
    const file = real?.find((one) => one.name === 'John_Doe_ANDROID.vcf');
    expect(parse(file?.bytes ?? new Uint8Array()).records).toHaveLength(6);
  });
});

test('content lines: name, group, parameters, where they stand', () => {
  const [first, second] = [...contentLines('item1.EMAIL;type=INTERNET;TYPE=pref,home:a\r\n b\r\nFN:x')];
  const property = parseProperty(first?.text ?? '', first?.line ?? 0);
  expect(property).toMatchObject({ line: 1, group: 'item1', name: 'EMAIL', value: 'ab' });
  expect(property?.params.get('TYPE')).toEqual(['INTERNET', 'pref', 'home']);
  expect(second).toEqual({ line: 3, text: 'FN:x' });
  expect(parseProperty('no colon here', 1)).toBeNull();
  expect(quotedPrintable('=E4=BD=A0 =41', 'utf-8')).toBe('你 A');
  const parts = parseProperty('ORG:a\\;b;c\\,d', 1);
  expect(parts && valueParts(parts, ';', false)).toEqual(['a;b', 'c,d']);
  expect(parts && valueText(parts, true)).toBe('a;b;c,d');
});

test('any text at all: never throws, and good cards around it go in', () => {
  const good = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Lima\r\nEND:VCARD\r\n';
  fc.assert(
    fc.property(anyText(200), (junk) => {
      parseVcards(junk);
      expect(parseVcards(`${good}${junk}\r\n${good}`).records.filter((one) => one.name === 'Ana Lima')).toHaveLength(2);
    }),
  );
});

test('20,000 cards in well under ten seconds', () => {
  const card = (i: number) =>
    `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person ${i}\r\nN:${i};Person;;;\r\nEMAIL:p${i}@example.com\r\nTEL:${i}\r\nEND:VCARD\r\n`;
  const text = Array.from({ length: 20_000 }, (_, i) => card(i)).join('');
  const start = performance.now();
  expect(parseVcards(text).records).toHaveLength(20_000);
  expect(performance.now() - start).toBeLessThan(10_000);
}, 30_000);
