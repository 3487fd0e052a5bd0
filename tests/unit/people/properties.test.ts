import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressKey } from '../../../people/address-key.ts';
import { parseMailboxes } from '../../../people/mailbox.ts';
import { mailboxKind } from '../../../people/mailbox-kind.ts';
import { matchOf } from '../../../people/match.ts';
import { mergePeople } from '../../../people/merge.ts';
import { fold, namesIn } from '../../../people/name.ts';
import { nameKeys, wordKeys, writtenKeys } from '../../../people/name-key.ts';
import { tieOf } from '../../../people/tie.ts';
import { newPerson, newWant, type Person } from '../../../records/person.ts';
import { anyText } from '../any-text.ts';
import { pinyin } from './pinyin.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 24, 12);
const address = (key: string) => ({ written: key, key });
const text = anyText(80);

describe('address keys', () => {
  const anyAddress = fc.oneof(
    text,
    text.map((one) => `${one}@example.com`),
    text.map((one) => `ana@${one}`),
    fc.emailAddress(),
  );

  test('they never throw, and the key of a key is the key', () => {
    fc.assert(
      fc.property(anyAddress, (text) => {
        const key = addressKey(text);
        if (key !== null) expect(addressKey(key)).toBe(key);
      }),
      { numRuns: 3_000 },
    );
  });

  test('case, a name before it and spaces around it make no difference', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (written) => {
        const key = addressKey(written);
        expect(addressKey(written.toUpperCase())).toBe(key);
        expect(addressKey(` Somebody <${written}> `)).toBe(key);
        expect(addressKey(`\u200e${written}\n`)).toBe(key);
      }),
    );
  });

  test('another local part at a host without aliases is another key', () => {
    const name = fc.stringMatching(/^[a-z0-9._-]{1,20}$/);
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(addressKey(`${a}@example.com`) === addressKey(`${b}@example.com`)).toBe(a === b);
      }),
    );
  });
});

describe('mailboxes', () => {
  test('their kind is told of any text', () => {
    fc.assert(
      fc.property(text, fc.option(text), (written, name) => {
        mailboxKind({ written, name, marked: null });
        mailboxKind({ written: `${written}@example.com`, name, marked: null });
      }),
    );
  });

  test('a list is never lost: what is no mailbox is rejected', () => {
    fc.assert(
      fc.property(anyText(120), (text) => {
        const { mailboxes, rejected } = parseMailboxes(text);
        if (/[^\s,;，；]/.test(text)) expect(mailboxes.length + rejected.length).toBeGreaterThan(0);
      }),
    );
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z ,;]{0,20}[a-z]$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.emailAddress()), { minLength: 1, maxLength: 5 }), (list) => {
        const text = list.map(([one, written]) => `"${one}" <${written}>`).join(', ');
        const { mailboxes, rejected } = parseMailboxes(text);
        expect(rejected).toEqual([]);
        expect(mailboxes.map((one) => one.address)).toEqual(list.map(([, written]) => written));
        expect(mailboxes.map((one) => one.name)).toEqual(list.map(([one]) => one.replace(/ +/g, ' ')));
      }),
    );
  });
});

describe('names', () => {
  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(text, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 3_000 },
    );
  });

  test('names are taken out of any text, folded', () => {
    fc.assert(
      fc.property(text, (text) => {
        for (const { words, hanzi } of namesIn(text)) {
          for (const word of words) expect(fold(word)).toBe(word);
          if (hanzi !== null) expect(namesIn(hanzi).some((one) => one.hanzi !== null)).toBe(true);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test('keys are the same however the name is written', () => {
    // Long enough not to come upon a degree or a form of address.
    const word = fc.stringMatching(/^[a-z]{6,9}$/);
    fc.assert(
      fc.property(word, word, (given, family) => {
        fc.pre(
          ![given, family].some((one) =>
            /^(doutor|doutora|signor|signora|senior|junior|madame|professor|monsieur)$/.test(one),
          ),
        );
        const keys = writtenKeys(`${given} ${family}`).sort();
        for (const other of [`${family.toUpperCase()}, ${given}`, ` ${given}\u00a0 ${family} `])
          expect(writtenKeys(other).sort()).toEqual(keys);
        expect(wordKeys([given, family])).toEqual([given + family, family + given]);
      }),
    );
  });

  test('keys are made of any text, sorted, each once', () => {
    fc.assert(
      fc.property(text, (name) => {
        const keys = nameKeys({ name, otherNames: [name], keys: [] }, pinyin);
        expect(keys).toEqual([...new Set(keys)].sort());
      }),
    );
  });
});

test('matching: never throws, never knows anybody by name, order makes no difference', () => {
  const made = [
    newPerson({ name: 'Ana Lima', addresses: [address('ana@weavers.example')] }, now),
    newPerson({ name: '李伟' }, now),
  ];
  const people = made.map((one) => ({ ...one, nameKeys: nameKeys(one, pinyin) }));
  const context = { pinyin, saidPeople: new Set<string>() };
  const written = fc.option(fc.oneof(text, fc.constantFrom('Ana Lima', '李伟', 'Wei Li', '小李')));
  fc.assert(
    fc.property(written, written, (name, address) => {
      const seen = { name, address, marked: null };
      const match = matchOf(seen, people, context);
      if (match.match === 'known') expect(match.person.keys).toContain(addressKey(address ?? ''));
      expect(matchOf(seen, [...people].reverse(), context)).toEqual(match);
    }),
  );
});

test('merging: no address, need or note is lost', () => {
  const someone = fc
    .record({
      name: fc.string(),
      keys: fc.uniqueArray(fc.emailAddress(), { maxLength: 4 }),
      needs: fc.array(fc.string()),
    })
    .map(
      ({ name, keys, needs }): Person =>
        newPerson({ name, addresses: keys.map(address), needs: needs.map((one) => newWant(one, now)) }, now),
    );
  fc.assert(
    fc.property(someone, someone, (a, b) => {
      const { merged } = mergePeople(a, b, null, now);
      expect(new Set(merged.keys)).toEqual(new Set([...a.keys, ...b.keys]));
      expect(merged.keys).toEqual(merged.addresses.map((one) => one.key));
      expect(merged.needs).toHaveLength(a.needs.length + b.needs.length);
    }),
  );
});

test('ties: order and repetition make no difference', () => {
  const contacts = fc.array(fc.integer({ min: now - 800 * day, max: now + 10 * day }).map((at) => ({ at })));
  fc.assert(
    fc.property(contacts, (list) => {
      expect(tieOf([...list, ...list].reverse(), now)).toEqual(tieOf(list, now));
    }),
  );
});
