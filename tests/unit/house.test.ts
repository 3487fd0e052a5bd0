import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** The table of `ARCHITECTURE.md`: what each room may import from other rooms. */
const mayImport: Record<string, string[]> = {
  records: [],
  people: ['records'],
  prompts: ['records', 'people'],
  readers: ['records'],
  interchange: ['records', 'people'],
  storage: ['records', 'people'],
  remote: ['records', 'interchange'],
  actions: ['records', 'people', 'prompts', 'interchange', 'storage', 'remote'],
  messaging: ['records'],
  components: ['records', 'messaging', 'prompts', 'locales'],
  locales: [],
};

function filesUnder(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    return statSync(path).isDirectory() ? filesUnder(path) : /\.tsx?$/.test(name) ? [path] : [];
  });
}

const importsOf = (source: string): { specifier: string; typeOnly: boolean }[] =>
  [
    ...source.matchAll(
      /(?:^|\n)\s*(import|export)\s+(type\s)?[^;'"]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
    ),
  ].map((m) => ({ specifier: m[3] ?? m[4] ?? '', typeOnly: m[2] !== undefined }));

const rooms = Object.keys(mayImport);

describe('the house', () => {
  test.each(rooms)('%s imports only from the rooms it may', (room) => {
    const wrong = filesUnder(join(root, room)).flatMap((file) =>
      importsOf(readFileSync(file, 'utf8'))
        .filter((i) => i.specifier.startsWith('.'))
        .map((i) => ({ ...i, target: relative(root, normalize(join(dirname(file), i.specifier))).split('/')[0] ?? '' }))
        .filter((i) => i.target !== room && !mayImport[room]?.includes(i.target))
        .map(
          (i) =>
            `${relative(root, file)} imports ${i.specifier}: ${room}/ may import only ${mayImport[room]?.join(', ') || 'nothing'}. Move the code, or pass it in from entrypoints/.`,
        ),
    );
    expect(wrong).toEqual([]);
  });

  test.each(['records', 'people', 'prompts', 'readers', 'interchange', 'components', 'messaging', 'locales'])(
    '%s touches neither Dexie nor browser.*',
    (room) => {
      const wrong = filesUnder(join(root, room)).filter((file) => {
        const source = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
        return /from ['"]dexie|\b(browser|chrome)\.[a-z]+|indexedDB|from ['"]wxt/.test(source);
      });
      expect(wrong.map((file) => `${relative(root, file)}: hand it in from entrypoints/ or storage/.`)).toEqual([]);
    },
  );

  test('only remote/ uses the network', () => {
    const wrong = rooms
      .filter((room) => room !== 'remote')
      .flatMap((room) => filesUnder(join(root, room)))
      .filter((file) => /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource/.test(readFileSync(file, 'utf8')));
    expect(wrong.map((file) => `${relative(root, file)}: only remote/ may use the network.`)).toEqual([]);
  });

  test('nothing writes markup or evaluates text', () => {
    const wrong = [...rooms, 'entrypoints']
      .flatMap((room) => filesUnder(join(root, room)))
      .filter((file) =>
        /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|\beval\(|new Function\(/.test(
          readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''),
        ),
      );
    expect(wrong.map((file) => `${relative(root, file)}: all text is text; use textContent or React.`)).toEqual([]);
  });

  test('every module of the pure rooms and of storage, actions and messaging has a test that imports it', () => {
    const tested = new Set(
      filesUnder(join(root, 'tests/unit')).flatMap((file) =>
        importsOf(readFileSync(file, 'utf8'))
          .filter((i) => i.specifier.startsWith('.'))
          .map((i) => normalize(join(dirname(file), i.specifier))),
      ),
    );
    const hasCode = (file: string) =>
      /^export (async )?(function|const|class)/m.test(
        readFileSync(file, 'utf8').replace(/^export const \w+Schema\b/gm, ''),
      );
    const wrong = ['records', 'people', 'prompts', 'readers', 'interchange', 'storage', 'actions', 'messaging']
      .flatMap((room) => filesUnder(join(root, room)))
      .filter((file) => hasCode(file) && !tested.has(file));
    expect(wrong.map((file) => `${relative(root, file)}: no test under tests/unit/ imports it.`)).toEqual([]);
  });
});
