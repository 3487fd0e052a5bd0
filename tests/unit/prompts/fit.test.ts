import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Fit } from '../../../prompts/fit.ts';
import { encode, openTable } from '../../../prompts/meaning.ts';

const table = openTable(
  new Uint8Array(readFileSync(resolve(import.meta.dirname, '../../../public/meaning.bin'))).buffer,
);

test('without meanings texts meet by words alone', () => {
  const fit = new Fit(new Map());
  expect(fit.of('dry warehouse', 'warehouse on the hill').fit).toBeGreaterThan(0);
  expect(fit.of('dry warehouse', 'storage building').fit).toBe(0);
  expect(fit.of('aa bb', 'bb cc')).toEqual(fit.of('bb cc', 'aa bb'));
});

test('with meanings they meet by sense', () => {
  const texts = ['dry warehouse', 'storage building', 'violin lessons'];
  const fit = new Fit(new Map(texts.map((t) => [t, encode(t, table)])));
  expect(fit.of('dry warehouse', 'storage building').fit).toBeGreaterThan(
    fit.of('dry warehouse', 'violin lessons').fit,
  );
  expect(fit.of('dry warehouse', 'a warehouse').fit).toBeGreaterThan(0);
});

describe('a shelf', () => {
  const common = [...table.rows.keys()].slice(2000, 2200);
  const texts = ['cold storage', ...common, 'warehouse for fruit'];
  const asked = 'cold storage for fruit';
  const self = (t: string) => t;

  test('of a few gives all', () => {
    expect(new Fit(new Map()).shelf(['a', 'b'], self).near('x')).toEqual(['a', 'b']);
  });
  test('of many gives the nearest by meaning, in their own order', () => {
    const fit = new Fit(new Map([...texts, asked].map((t) => [t, encode(t, table)])));
    const near = fit.shelf(texts, self).near(asked);
    expect(near.length).toBe(48);
    expect(near[0]).toBe('cold storage');
    expect(near.at(-1)).toBe('warehouse for fruit');
    expect([...near]).toEqual(texts.filter((t) => near.includes(t)));
  });
  test('finds by words what has no meaning yet', () => {
    const meant = new Fit(new Map([...common, asked].map((t) => [t, encode(t, table)])));
    expect(meant.shelf(texts, self).near(asked)).toEqual(
      expect.arrayContaining(['cold storage', 'warehouse for fruit']),
    );
    expect(new Fit(new Map()).shelf(texts, self).near(asked)).toEqual(['cold storage', 'warehouse for fruit']);
  });
  test('equal ones are chosen by place', () => {
    const same = Array.from({ length: 60 }, (_, n) => ({ n, text: 'cold fruit' }));
    const near = new Fit(new Map()).shelf(same, (t) => t.text).near('cold');
    expect(near.map((t) => t.n)).toEqual(Array.from({ length: 48 }, (_, n) => n));
  });
});
