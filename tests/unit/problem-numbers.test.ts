import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { problems as english } from '../../locales/en/problems.ts';
import { problems as chinese } from '../../locales/zh-CN/problems.ts';

const root = resolve(import.meta.dirname, '../..');
const rooms = ['records', 'people', 'prompts', 'readers', 'interchange', 'storage', 'actions', 'messaging'];

/** Every number that the program can give, as written in the code. */
const numbers = [
  ...new Set(
    [...rooms, 'components', 'entrypoints'].flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
        .flatMap((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').match(/(?<=')RM-\d+(?=')/g) ?? []),
    ),
  ),
].sort();

test('there are numbered errors to look at', () => {
  expect(numbers.length).toBeGreaterThan(20);
});

test.each(numbers)('%s has its line in docs/errors.md and its words in both languages', (number) => {
  expect(readFileSync(join(root, 'docs/errors.md'), 'utf8')).toMatch(new RegExp(`^\\| ${number} \\|`, 'm'));
  expect(english[number], 'locales/en/problems.ts').toBeDefined();
  expect(chinese[number], 'locales/zh-CN/problems.ts').toBeDefined();
});
