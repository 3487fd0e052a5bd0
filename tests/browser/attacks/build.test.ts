import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { allMatches, families, matchesOf } from '../../../readers/sites.ts';
import { browserName } from '../browser.ts';
import { buildDir } from '../build.ts';

const dir = buildDir[browserName];
const read = (path: string) => readFileSync(join(dir, path), 'utf8');

interface Manifest {
  permissions: string[];
  optional_permissions: string[];
  host_permissions: string[];
  optional_host_permissions: string[];
  content_scripts: { matches: string[]; js: string[]; all_frames?: boolean; world?: string }[];
  content_security_policy: { extension_pages: string };
  web_accessible_resources: { resources: string[]; matches: string[]; use_dynamic_url?: boolean }[];
  externally_connectable?: unknown;
  incognito?: string;
}
const manifest = JSON.parse(read('manifest.json')) as Manifest;

/** Everything that a page of ours loads: its scripts, what they import, and what they may import later. */
function reachable(page: string): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (path: string) => {
    if (found.has(path)) return;
    const code = read(path);
    found.set(path, code);
    for (const match of code.matchAll(/(?:from|import)\s*\(?\s*["'`](\.[^"'`]+\.js)["'`]/g))
      visit(normalize(join(dirname(path), match[1] ?? '')));
  };
  for (const match of read(page).matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)) visit(match[1] ?? '');
  return found;
}

test('the framed panel’s bundle holds no IndexedDB code, and the planner’s does', () => {
  const holding = (page: string) =>
    [...reachable(page)].filter(([, code]) => /indexedDB/.test(code)).map(([path]) => path);
  expect(reachable('panel.html').size).toBeGreaterThan(1);
  expect(holding('panel.html')).toEqual([]);
  expect(holding('sidepanel.html')).toEqual([]);
  expect(holding('planner.html')).not.toEqual([]);
});

test('pages load nothing inline and nothing from elsewhere', () => {
  for (const page of ['panel.html', 'sidepanel.html', 'popup.html', 'planner.html']) {
    const html = read(page);
    expect(html.match(/<script(?![^>]*\ssrc="\/)[^>]*>/g), page).toBeNull();
    expect(html.match(/<style|\son\w+=|https?:/g), page).toBeNull();
  }
});

test('the policy for our pages lets in nothing but our own files, and no text as code', () => {
  const policy = new Map(
    manifest.content_security_policy.extension_pages.split(';').map((rule) => {
      const [name = '', ...values] = rule.trim().split(/\s+/);
      return [name, values.join(' ')];
    }),
  );
  expect(policy.get('default-src')).toBe("'none'");
  for (const name of ['script-src', 'style-src', 'connect-src', 'font-src'])
    expect(policy.get(name), name).toBe("'self'");
  expect(policy.get('object-src')).toBe("'none'");
  expect(policy.get('require-trusted-types-for')).toBe("'script'");
  expect(policy.get('trusted-types')).toBe('own-files');
  expect(manifest.content_security_policy.extension_pages).not.toMatch(/unsafe|https?:|\*/);
});

test('the least permission: hosts from the site table, every other one only when the user says so', () => {
  const listed = [...allMatches];
  expect(manifest.host_permissions).toEqual(listed);
  expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
  expect(manifest.permissions.filter((each) => each !== 'sidePanel')).toEqual([
    'storage',
    'unlimitedStorage',
    'scripting',
    'contextMenus',
    'alarms',
    'activeTab',
  ]);
  expect(manifest.optional_permissions).toEqual(['notifications']);
  expect(manifest.web_accessible_resources).toEqual([
    // Wherever the user adds a site. In Chromium under an address that only the background can hand out.
    {
      resources: ['panel.html'],
      matches: ['https://*/*', 'http://*/*'],
      ...(browserName === 'chromium' ? { use_dynamic_url: true } : {}),
    },
  ]);
  expect(manifest.externally_connectable).toBeUndefined();
  expect(manifest.incognito).toBe('not_allowed');
});

describe('content scripts', () => {
  test('one a family, in the top frame and a world of its own', () => {
    expect(manifest.content_scripts).toEqual(
      families
        .filter((family) => matchesOf(family).length > 0)
        .map((family) => ({ matches: matchesOf(family), js: [`${family}.js`], run_at: 'document_idle' })),
    );
  });

  test.each(families)('%s stays under 10 kB, everything in, and asks for no network and no database', (family) => {
    const code = read(`${family}.js`);
    expect(gzipSync(code).length).toBeLessThanOrEqual(10_000);
    expect(code).not.toMatch(
      /indexedDB|XMLHttpRequest|WebSocket|\bfetch\(|\beval\(|innerHTML|postMessage\([^)]*,\s*["']\*/,
    );
  });
});
