import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { families } from '../../readers/sites.ts';
import { browserName } from './browser.ts';
import { buildDir } from './build.ts';

/** What the build weighs and holds: the limits that reading a page and answering must keep. */
const dir = buildDir[browserName];
const read = (name: string): string => readFileSync(join(dir, name), 'utf8');

/** A script and everything that it imports without being asked, by path in the build. */
function withImports(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const [, specifier = ''] of read(name).matchAll(
    /(?:^|[;}\s])import\s*(?:[\w*${},\s]+from\s*)?["'](\.{0,2}\/[^"']+)["']/g,
  )) {
    const path = new URL(specifier, `file:///${name}`).pathname.slice(1);
    if (existsSync(join(dir, path))) withImports(path, seen);
  }
  return seen;
}

const kilobytes = (names: Iterable<string>): number =>
  [...names].reduce((sum, name) => sum + gzipSync(readFileSync(join(dir, name))).length, 0) / 1000;

describe(`the build for ${browserName}`, () => {
  test.each(families)('the content script for %s is at most 10 kB', (family) => {
    const names = withImports(`${family}.js`);
    expect([...names]).toEqual([`${family}.js`]);
    expect(kilobytes(names)).toBeLessThanOrEqual(10);
  });

  test('the script that answers an occasion is at most 60 kB, with all that it imports', () => {
    expect(kilobytes(withImports('background.js'))).toBeLessThanOrEqual(60);
  });

  test('the framed panel holds nothing that opens a database', () => {
    const scripts = [...read('panel.html').matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map(([, path = '']) => path);
    expect(scripts.length).toBeGreaterThan(0);
    const bundle = new Set(scripts.flatMap((name) => [...withImports(name)]));
    for (const name of bundle) expect(read(name), name).not.toMatch(/\bindexedDB\b|\bIDBKeyRange\b|DexieError/);
  });

  test('nothing in it comes from, or goes to, an address outside', () => {
    const policy = JSON.parse(read('manifest.json')).content_security_policy.extension_pages as string;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    const pages = readdirSync(dir).filter((name) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(read(page), page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});
