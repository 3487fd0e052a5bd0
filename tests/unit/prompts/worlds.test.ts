import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { promptsFor } from '../../../prompts/engine.ts';
import { projectTable, readWorlds } from '../../../scripts/read-worlds.ts';
import { knowledgeOf, occasionOf, resultOf, worldKey } from '../../../scripts/world.ts';
import { scoreWorld } from '../../../scripts/world-score.ts';

vi.setConfig({ testTimeout: 60_000 });

const table = projectTable();
const root = resolve(import.meta.dirname, '../../..');

function scored(dir: string) {
  return readWorlds(resolve(root, 'tests/fixtures/worlds', dir)).map((read) => {
    const { world } = read;
    const prompts = promptsFor(occasionOf(world), knowledgeOf(world, table), Date.parse(world.now));
    return { ...read, prompts, ...scoreWorld(world, read.labels ?? [], read.never, prompts.map(resultOf)) };
  });
}
const mean = (worlds: { ndcg: number }[]) => worlds.reduce((sum, { ndcg }) => sum + ndcg, 0) / worlds.length;

describe.each([
  { dir: 'given', count: 24, least: 0.86, silent: 2 },
  { dir: 'own', count: 10, least: 0.86, silent: 2 },
  { dir: 'fresh', count: 10, least: 0.8, silent: 0 },
])('the worlds of $dir', ({ dir, count, least, silent: quiet }) => {
  const worlds = scored(dir);
  test('are all read', () => expect(worlds.length).toBe(count));
  test('rank the wanted prompts first', () => expect(mean(worlds)).toBeGreaterThanOrEqual(least));
  test('break no rule, and sense at most twice', () => {
    const broken = worlds.flatMap(({ world, broken }) => broken.map((b) => `${world.world}: ${JSON.stringify(b)}`));
    expect(broken.filter((b) => b.includes('"rule"'))).toEqual([]);
    expect(broken.length).toBeLessThanOrEqual(2);
  });
  test('stay silent where nothing is wanted', () => {
    const silent = worlds.filter(({ labels }) => labels?.length === 0);
    expect(silent).toHaveLength(quiet);
    for (const { prompts } of silent) expect(prompts.filter(({ kind }) => kind !== 'record')).toEqual([]);
  });
  test('give the same prompts, byte for byte, with every list turned round', () => {
    for (const { world, prompts } of worlds) {
      const knowledge = knowledgeOf(world, table);
      const turned = Object.fromEntries(
        Object.entries(knowledge).map(([name, value]) => [name, Array.isArray(value) ? [...value].reverse() : value]),
      ) as unknown as typeof knowledge;
      const occasion = occasionOf(world);
      const again = promptsFor(
        { ...occasion, participants: [...occasion.participants].reverse() },
        turned,
        Date.parse(world.now),
      );
      expect(JSON.stringify(again)).toBe(JSON.stringify(prompts));
    }
  });
  test('never carry a confidential tip in any form', () => {
    for (const { world, prompts } of worlds)
      for (const tip of world.tips ?? [])
        if (tip.confidential) expect(JSON.stringify(prompts)).not.toContain(JSON.stringify(tip.text).slice(1, -1));
  });
});

describe('the score', () => {
  const [first] = readWorlds(resolve(root, 'tests/fixtures/worlds/own'));
  if (first === undefined) throw new Error('no world');
  const { world } = first;
  const person = world.people[0]?.id ?? '';
  const other = world.people[1]?.id ?? '';
  const label = { kind: 'share' as const, person, subject: 't1', grade: 3 };

  test('is 1 for the labels in order and falls with a place lost', () => {
    const labels = [label, { kind: 'reconnect' as const, person: other, grade: 1 }];
    const best = [
      { kind: 'share' as const, person, subject: 't1' },
      { kind: 'reconnect' as const, person: other },
    ];
    expect(scoreWorld(world, labels, [], best).ndcg).toBe(1);
    expect(scoreWorld(world, labels, [], best.toReversed()).ndcg).toBeCloseTo(
      (1 + 7 / Math.log2(3)) / (7 + 1 / Math.log2(3)),
    );
    expect(scoreWorld(world, labels, [], [...best.slice(0, 1), ...best]).ndcg).toBeCloseTo(
      (7 + 1 / 2) / (7 + 1 / Math.log2(3)),
    );
    expect(scoreWorld(world, labels, [], []).ndcg).toBe(0);
  });
  test('of a silent world is 1 when nothing but new faces are prompted', () => {
    expect(scoreWorld(world, [], [], [{ kind: 'record', person: 'x@y.example' }]).ndcg).toBe(1);
    expect(scoreWorld(world, [], [], [{ kind: 'share', person, subject: 't1' }]).ndcg).toBe(0);
  });
  test('counts what a never forbids, in either order of an introduction', () => {
    const never = [{ kind: 'introduce' as const, person, other, cause: 'sense' }];
    expect(scoreWorld(world, [], never, [{ kind: 'introduce', person: other, other: person }]).broken.length).toBe(1);
    expect(
      scoreWorld(
        world,
        [],
        [{ kind: 'share', subject: 't1', cause: 'rule' }],
        [{ kind: 'share', person, subject: 't1' }],
      ).broken,
    ).toMatchObject([{ cause: 'rule' }]);
    expect(
      scoreWorld(
        world,
        [],
        [{ kind: 'share', subject: 't2', cause: 'rule' }],
        [{ kind: 'share', person, subject: 't1' }],
      ).broken,
    ).toEqual([]);
  });
  test('a plus tag names the same mailbox', () => expect(worldKey('Ann+x@Host.example')).toBe('ann@host.example'));

  const shared = resolve(root, '../shared/fixtures/worlds/score.mjs');
  test.skipIf(!existsSync(shared))(
    'agrees with the scorer of the shared folder (skipped where that folder is not beside the project)',
    async () => {
      const theirs = (await import(pathToFileURL(shared).href)) as {
        scoreWorld: (world: unknown, prompts: unknown) => { ndcg: number; broken: unknown[] };
      };
      for (const { world, labels, never, prompts, ndcg, broken } of scored('given')) {
        const score = theirs.scoreWorld({ ...world, labels, never }, prompts.map(resultOf));
        expect(score.ndcg).toBeCloseTo(ndcg, 12);
        expect(score.broken.length).toBe(broken.length);
      }
    },
  );
});
