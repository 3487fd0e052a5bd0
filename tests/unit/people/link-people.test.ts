import { describe, expect, test } from 'vitest';
import { addressKey } from '../../../people/address-key.ts';
import { jaroWinkler, likeness, oneSlip } from '../../../people/link-compare.ts';
import { chanceOf, fieldEvidence, learnModel, missing, probabilityOf } from '../../../people/link-model.ts';
import { pairsAtRandom, pairsByKeys } from '../../../people/link-pairs.ts';
import { agreements, type Linkable, likelyPairs } from '../../../people/link-people.ts';
import { linkingSet } from '../../../scripts/linking-set.ts';
import { pinyin } from './pinyin.ts';

const person = (id: string, name: string, mails: string[], more: Partial<Linkable> = {}): Linkable => ({
  id,
  name,
  otherNames: [],
  addresses: mails.map((written) => ({ written, key: addressKey(written) ?? '' })),
  phones: [],
  organisation: null,
  title: null,
  ...more,
});

/** Strangers around the few that a test is about, so that there is something to learn from. */
const crowd = linkingSet(7, 200).map((one) =>
  person(`crowd ${one.id}`, one.name, one.emails, {
    phones: one.phones,
    organisation: one.organisation || null,
    title: one.title || null,
  }),
);
const found = async (...people: Linkable[]) => {
  const ids = new Set(people.map((one) => one.id));
  return (await likelyPairs([...crowd, ...people], pinyin)).filter(({ a, b }) => ids.has(a) && ids.has(b));
};

describe('who is likely one person', () => {
  test('hanzi and pinyin with one mailbox, with the reason', async () => {
    const [pair] = await found(
      person('1', '吴家豪', ['jiahao.wu@example.cn']),
      person('2', 'Jiahao Wu', ['jiahao.wu@example.cn', 'jw@example.org']),
    );
    expect(pair).toMatchObject({ a: '1', b: '2', perhaps: false });
    expect(pair?.because.slice(0, 2).map(({ field, agreement }) => `${field} ${agreement}`)).toEqual(
      expect.arrayContaining(['mailbox same', 'name other-writing']),
    );
  });

  test('a maiden name and a changed firm, by the telephone', async () => {
    const before = person('1', 'Greta Novotna', ['greta.novotna@alt.example'], {
      phones: ['+44 7700 900111'],
      organisation: 'Alt & Sons',
    });
    const after = person('2', 'Greta Castellano', ['greta.castellano@neu.example'], {
      phones: ['07700 900111'],
      organisation: 'Neu Ltd',
    });
    expect(await found(before, after)).toHaveLength(1);
  });

  test('never by the name alone', async () => {
    expect(await found(person('1', 'Zephania Quillfeather', []), person('2', 'Zephania Quillfeather', []))).toEqual([]);
    expect(await found(person('1', '欧阳震华', ['a@one.example']), person('2', '欧阳震华', ['b@two.example']))).toEqual(
      [],
    );
  });

  test('a household with one mailbox and one telephone is not one person', async () => {
    const shared = { phones: ['+44 1632 960001'] };
    const john = person('1', 'John Castellano', ['castellanos@example.com'], shared);
    const mary = person('2', 'Mary Castellano', ['castellanos@example.com'], shared);
    expect(await found(john, mary)).toEqual([]);
    // And whoever is only called by the family name may be either.
    expect(await found(john, mary, person('3', 'Castellano', ['castellanos@example.com']))).toEqual([]);
  });

  test('two of one name in one firm, each with a mailbox there', async () => {
    const firm = { organisation: 'Basalt Foods' };
    expect(
      await found(
        person('1', '刘洋', ['liu.yang@basalt.example'], firm),
        person('2', '刘洋', ['liu.yang2@basalt.example'], firm),
        // Name and firm fit both of them.
        person('3', '刘洋', [], firm),
      ),
    ).toEqual([]);
  });

  test('an empty and a short list', async () => {
    expect(await likelyPairs([], pinyin)).toEqual([]);
    expect(await likelyPairs([person('1', 'Ana', ['a@example.com'])], null)).toEqual([]);
    expect(
      await likelyPairs(
        [person('1', 'Ana Lima', ['ana@example.com']), person('2', 'Lima, Ana', ['ana@example.com'])],
        null,
      ),
    ).toHaveLength(1);
  });

  test('a made-up book of 600: hardly one wrong, and most are found', async () => {
    const records = linkingSet(11, 600);
    const personOf = new Map(records.map((one) => [one.id, one.person]));
    const people = records.map((one) =>
      person(one.id, one.name, one.emails, {
        phones: one.phones,
        organisation: one.organisation || null,
        title: one.title || null,
      }),
    );
    const pairs = (await likelyPairs(people, pinyin)).filter((pair) => !pair.perhaps);
    const right = pairs.filter(({ a, b }) => personOf.get(a) === personOf.get(b)).length;
    const all = records.flatMap((a, i) => records.slice(i + 1).filter((b) => b.person === a.person)).length;
    expect(right / pairs.length).toBeGreaterThan(0.99);
    expect(right / all).toBeGreaterThan(0.85);
    expect(linkingSet(11, 600)).toEqual(records);
  });
});

describe('the method', () => {
  test('Jaro–Winkler as published (Winkler 1990)', () => {
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.961, 3);
    expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.813, 3);
    expect(jaroWinkler('abc', 'xyz')).toBe(0);
    expect(oneSlip('rogers', 'rgers')).toBe(true);
    expect(oneSlip('rogers', 'rgoers')).toBe(true);
    expect(oneSlip('rogers', 'rgoesr')).toBe(false);
    expect(likeness('smith', 'smith')).toBe(0);
    expect(likeness('smith', 'smyth')).toBe(1);
    expect(likeness('smith', 'quill')).toBe(4);
  });

  test('what is learned, without being told, from agreeing and disagreeing pairs', () => {
    const pair = (...levels: number[]) => ({ levels, rarity: levels.map(() => 1) });
    const u = chanceOf(
      Array.from({ length: 1_000 }, (_, i) => pair(i % 100 === 0 ? 0 : 1, i % 50 === 0 ? 0 : 1)),
      [2, 2],
    );
    const candidates = [
      ...Array.from({ length: 90 }, () => pair(0, 0)),
      ...Array.from({ length: 10 }, () => pair(0, 1)),
      ...Array.from({ length: 200 }, () => pair(1, 1)),
    ];
    const model = learnModel(candidates, u, 5_000);
    expect(probabilityOf(model, pair(0, 0))).toBeGreaterThan(0.95);
    expect(probabilityOf(model, pair(1, 1))).toBeLessThan(0.01);
    expect(fieldEvidence(model, pair(0, missing), 0)).toBeGreaterThan(2);
    expect(fieldEvidence(model, pair(0, missing), 1)).toBe(0);
    expect(model.m[0]?.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
  });

  test('pairs that share a key, each once; nothing from a key that too many have', () => {
    expect(pairsByKeys([['a', 'b'], ['b', 'a'], ['c']])).toEqual([[0, 1]]);
    expect(pairsByKeys([['a'], ['a'], ['a']], 2)).toEqual([]);
    const random = pairsAtRandom(10, 500);
    expect(random.every(([a, b]) => a < b && b < 10)).toBe(true);
    expect(pairsAtRandom(10, 500)).toEqual(random);
    expect(pairsAtRandom(1, 5)).toEqual([]);
    expect(agreements.mailbox).toContain('shared');
  });
});
