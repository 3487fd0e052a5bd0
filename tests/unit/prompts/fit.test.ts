import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { Fit } from '../../../prompts/fit.ts';
import { encode, openTable } from '../../../prompts/meaning.ts';

const table = openTable(
  new Uint8Array(readFileSync(resolve(import.meta.dirname, '../../../public/meaning.bin'))).buffer,
);

test('without meanings texts meet by words alone', () => {
  const fit = new Fit(new Map());
  expect(fit.of('dry warehouse', 'warehouse on the hill')).toBeGreaterThan(0);
  expect(fit.of('dry warehouse', 'storage building')).toBe(0);
  expect(fit.of('a', 'b')).toBe(fit.of('b', 'a'));
});

test('with meanings they meet by sense', () => {
  const texts = ['dry warehouse', 'storage building', 'violin lessons'];
  const fit = new Fit(new Map(texts.map((t) => [t, encode(t, table)])));
  expect(fit.of('dry warehouse', 'storage building')).toBeGreaterThan(fit.of('dry warehouse', 'violin lessons'));
  expect(fit.of('dry warehouse', 'warehouse')).toBeGreaterThan(0);
});

test('of many candidates the nearest are looked at, in their own order', () => {
  const common = [...table.rows.keys()].slice(2000, 2200);
  const texts = [...common, 'cold storage', 'warehouse for fruit'];
  const fit = new Fit(new Map([...texts, 'cold storage for fruit'].map((t) => [t, encode(t, table)])));
  const near = fit.nearest('cold storage for fruit', texts, (t) => t);
  expect(near.length).toBeLessThanOrEqual(48);
  expect(near).toEqual(expect.arrayContaining(['cold storage', 'warehouse for fruit']));
  expect([...near]).toEqual(texts.filter((t) => near.includes(t)));
  expect(fit.nearest('x', ['a', 'b'], (t) => t)).toEqual(['a', 'b']);
});
