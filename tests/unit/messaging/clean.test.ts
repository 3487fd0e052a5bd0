import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanReading } from '../../../messaging/clean.ts';
import { readingSchema } from '../../../records/occasion.ts';

const participant = (given: object) => ({
  name: 'Ana Wu',
  address: 'ana@example.com',
  role: 'attendee',
  answer: null,
  optional: false,
  self: false,
  marked: null,
  ...given,
});

const reading = (participants: unknown[], given: object = {}) => ({
  state: 'occasion',
  occasion: {
    site: 'google-calendar',
    ref: 'e1',
    kind: 'meeting',
    title: 'Budget',
    start: null,
    end: null,
    whenText: null,
    own: null,
    participants,
    extent: { complete: true, shown: participants.length, total: participants.length },
    ...given,
  },
});

const occasionOf = (raw: unknown) => {
  const parsed = v.parse(readingSchema, cleanReading(raw));
  if (parsed.state !== 'occasion') throw new Error('not an occasion');
  return parsed.occasion;
};

describe('cleanLine', () => {
  test.each([
    ['Ana\u202Emoc.live@\u202CWu', 'Anamoc.live@Wu'],
    ['Ana\u200B\u2060\uFEFF Wu', 'Ana Wu'],
    ['Ana\u0000\u0007\u001B Wu', 'Ana Wu'],
    ['  Ana \t\r\n\u00A0 Wu ', 'Ana Wu'],
    ['\u2066\u2067\u2068\u2069\u200E\u200F\u061C', null],
    ['Ana\uD800Wu', 'AnaWu'],
    ['Ana\u200DWu', 'AnaWu'],
    ['👩\u200D💻 Ana', '👩\u200D💻 Ana'],
    ['می\u200Cخواهم', 'می\u200Cخواهم'],
    ['❤\uFE0F\u200D🔥', '❤\uFE0F\u200D🔥'],
    ['葛\u{E0100}城', '葛\u{E0100}城'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['李\u3000雷', '李 雷'],
    [`Z${'\u0301'.repeat(80)}`, `Ź${'\u0301'.repeat(5)}`],
  ])('%j becomes %j', (raw, clean) => {
    expect(cleanLine(raw)).toBe(clean);
  });

  test('100,000 characters become one line within the bound, without a broken pair at its end', () => {
    for (const unit of ['x', '𠮷', 'é', '\u202Ea']) {
      const clean = cleanLine(unit.repeat(100_000)) ?? '';
      expect(clean.length).toBeLessThanOrEqual(500);
      expect(clean).not.toMatch(/\p{Cs}/u);
      expect(clean.endsWith('…')).toBe(true);
    }
  });

  const never = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u200B]/u;

  test('whatever comes in, no control or bidi mark comes out, and cleaning again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0x10ffff), { maxLength: 300 }), (codes) => {
        const clean = cleanLine(String.fromCodePoint(...codes));
        if (clean === null) return true;
        return !never.test(clean) && clean.length <= 500 && cleanLine(clean) === clean;
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('cleanReading', () => {
  test('an address with unseen characters, spaces or too many of them is none, and its text is shown as a name', () => {
    const { participants } = occasionOf(
      reading([
        participant({ name: null, address: 'ana\u200B@example.com' }),
        participant({ address: `${'a'.repeat(100_000)}@example.com` }),
        participant({ name: null, address: 'two words@example.com' }),
      ]),
    );
    expect(participants.map((each) => each.address)).toEqual([null, null, null]);
    expect(participants.map((each) => each.name)).toEqual(['ana@example.com', 'Ana Wu', 'two words@example.com']);
  });

  test('one participant with nothing left is dropped and told as missing; the others stay', () => {
    const occasion = occasionOf(reading([participant({}), participant({ name: '\u200B', address: '\u202E' })]));
    expect(occasion.participants).toHaveLength(1);
    expect(occasion.extent).toEqual({ complete: false, shown: 1, total: 2 });
  });

  test('what is written about a participant stays with that participant', () => {
    const wording = {
      language: 'en',
      shownDay: null,
      when: ['Friday\u202E 13', '\u200B'],
      form: null,
      participants: ['Ana: yes', 'nobody', `Bo: ${'x'.repeat(100_000)}`],
    };
    const people = [participant({}), participant({ name: null, address: '\u202E' }), participant({ name: 'Bo' })];
    const occasion = occasionOf(reading(people, { wording }));
    expect(occasion.wording?.participants.map((each) => each.slice(0, 8))).toEqual(['Ana: yes', 'Bo: xxxx']);
    expect(occasion.wording?.participants[1]?.length).toBe(500);
    expect(occasion.wording?.when).toEqual(['Friday 13', '']);
  });

  test('of 5,000 guests 2,500 are taken and the list is told to be incomplete', () => {
    const occasion = occasionOf(
      reading(Array.from({ length: 5_000 }, (_, i) => participant({ address: `p${i}@x.org` }))),
    );
    expect(occasion.participants).toHaveLength(2_500);
    expect(occasion.extent.complete).toBe(false);
  });

  test('a title of 100,000 characters does not cost the reading', () => {
    expect(occasionOf(reading([participant({})], { title: '题'.repeat(100_000) })).title?.length).toBe(500);
  });

  test('whatever is not shaped like a reading is left for the schema to refuse', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: false }), (raw) => {
        const parsed = v.safeParse(readingSchema, cleanReading(raw));
        expect(typeof parsed.success).toBe('boolean');
      }),
    );
    expect(v.safeParse(readingSchema, cleanReading(reading([null, 3, 'x']))).success).toBe(false);
  });
});
