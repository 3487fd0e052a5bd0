import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Parsed } from '../../../interchange/parsed.ts';

const root = resolve(import.meta.dirname, '../../..');

/** What a fixture says of itself, in the file beside it. Fields left out of a record are not compared. */
export interface Expected {
  records: Record<string, unknown>[];
  rejected: { line: number | null; code: string }[];
  passedOver: Record<string, number>;
  mapping?: Record<string, string>;
}

/** Every fixture of a kind, found by what lies in its folder. */
export function fixtures(kind: string): { name: string; bytes: Uint8Array; expected: Expected }[] {
  const folder = resolve(root, 'tests/fixtures', kind);
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name) => ({
      name,
      bytes: new Uint8Array(readFileSync(resolve(folder, name))),
      expected: JSON.parse(readFileSync(resolve(folder, `${name}.expected.json`), 'utf8')) as Expected,
    }));
}

/** The files of a shared corpus, or null where it is not there. */
export function corpus(path: string): { name: string; bytes: Uint8Array }[] | null {
  const folder = resolve(root, '../shared/corpora', path);
  if (!existsSync(folder)) return null;
  return readdirSync(folder).map((name) => ({ name, bytes: new Uint8Array(readFileSync(resolve(folder, name))) }));
}

/** What was parsed, cut down to what the fixture speaks of. */
export function asExpected<T extends object>(parsed: Parsed<T>, expected: Expected): Omit<Expected, 'mapping'> {
  return {
    records: parsed.records.map((record, i) =>
      Object.fromEntries(
        Object.keys(expected.records[i] ?? record).map((field) => [field, (record as Record<string, unknown>)[field]]),
      ),
    ),
    rejected: parsed.rejected.map(({ line, code }) => ({ line, code })).sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    passedOver: parsed.passedOver,
  };
}
