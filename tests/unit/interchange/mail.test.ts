import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectFile } from '../../../interchange/detect.ts';
import { parseMail, parseMbox } from '../../../interchange/mail.ts';
import { asExpected, corpus, fixtures } from './fixtures.ts';

describe.each([
  ['eml', (bytes: Uint8Array) => parseMail(bytes), 'mail'],
  ['mbox', (bytes: Uint8Array) => parseMbox([bytes]), 'mbox'],
] as const)('one quirk a file: %s', (folder, parse, kind) => {
  test.each(fixtures(folder))('$name', async ({ bytes, expected }) => {
    expect(asExpected(await parse(bytes), expected)).toEqual({
      records: expected.records,
      rejected: expected.rejected,
      passedOver: expected.passedOver,
    });
    expect(detectFile(bytes).kind).toBe(kind);
  });
});

interface Facts {
  subject: string;
  people: { role: string; name: string; email: string }[];
}

const real = corpus('eml/flanker');
describe.skipIf(real === null)('real messages (../shared/corpora/eml; skipped where it is not there)', () => {
  const messages = (real ?? []).filter((file) => file.name.endsWith('.eml'));
  const factsOf = (name: string): Facts | null => {
    const file = real?.find((one) => one.name === `${name}.expected.json`);
    try {
      return JSON.parse(new TextDecoder().decode(file?.bytes)) as Facts;
    } catch {
      return null;
    }
  };
  test.each(messages)('$name', async ({ name, bytes }) => {
    const { records, rejected } = await parseMail(bytes);
    expect(records.length + rejected.length).toBe(1);
    const facts = factsOf(name);
    if (facts === null) return;
    const people = (records[0]?.participants ?? []).map(({ role, address }) => `${role} ${address}`).sort();
    expect(people).toEqual(facts.people.map(({ role, email }) => `${role} ${email}`).sort());
    if (facts.people.length === 0) expect(rejected[0]?.code).toBe('no-headers');
    else expect(records[0]?.title ?? '').toBe(facts.subject.slice(0, 500).trim());
    for (const { role, name: named, email } of facts.people) {
      // RFC 5322 §3.4 has comments after an address, which mailers use for the name; a name that only repeats the address is none.
      const shown = records[0]?.participants.find((one) => one.role === role && one.address === email)?.name ?? '';
      if (named !== '' && named !== email) expect(shown).toBe(named);
    }
  });
});

test('any bytes: never throws; a good message before and after goes in', async () => {
  const good = (n: number) =>
    `From a@x.example Tue Nov 24 01:00:00 2026\nFrom: a@x.example\nTo: b@x.example\nMessage-ID: <${n}@x>\n\n\n`;
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (junk) => {
      await parseMail(junk);
      const [before, after] = [good(1), good(2)].map((text) => new TextEncoder().encode(text));
      const file = Uint8Array.from([...(before ?? []), ...junk, 10, 10, ...(after ?? [])]);
      const refs = (await parseMbox([file])).records.map((one) => one.ref);
      expect(refs).toEqual(expect.arrayContaining(['mail:<1@x>', 'mail:<2@x>']));
    }),
    { numRuns: 200 },
  );
});
