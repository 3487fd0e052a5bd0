import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkedName, type Scaffold } from '../../../scripts/scaffold/edit.ts';
import { promptScaffold } from '../../../scripts/scaffold/prompt.ts';
import { type NewSite, siteScaffold } from '../../../scripts/scaffold/site.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Every file that a template changes, as it would be afterwards. @throws where a file no longer has the form that the template knows. */
const changed = ({ edits }: Scaffold): Record<string, string> =>
  Object.fromEntries(
    Object.entries(edits).map(([path, edit]) => {
      const before = readFileSync(join(root, path), 'utf8');
      const after = edit(before);
      expect(after.length, path).toBeGreaterThan(before.length);
      return [path, after];
    }),
  );

const site = (given: Partial<NewSite> = {}): NewSite => ({
  name: 'harbour-mail',
  label: 'Harbour Mail',
  hosts: ['mail.harbour.example'],
  kind: 'thread',
  ...given,
});

describe('npm run new:site', () => {
  test('writes reader, row, fixture folder and test', () => {
    const scaffold = siteScaffold(site());
    expect(Object.keys(scaffold.files)).toEqual([
      'readers/harbour-mail.ts',
      'tests/fixtures/sites/harbour-mail/open.html',
      'tests/fixtures/sites/harbour-mail/open.html.expected.json',
      'tests/fixtures/sites/harbour-mail/marks.ts',
      'tests/fixtures/sites/harbour-mail/SOURCES.md',
      'tests/unit/readers/harbour-mail.test.ts',
    ]);
    const files = changed(scaffold);
    expect(files['readers/sites.ts']).toContain("matches: ['https://mail.harbour.example/*']");
    expect(files['readers/all.ts']).toContain("import { harbourMail } from './harbour-mail.ts';");
    expect(files['docs/sites.md']).toContain('| `harbour-mail` |');
  });

  test('one without hosts is found by a mark of its own, which its page has', () => {
    const { files } = siteScaffold(site({ hosts: [] }));
    expect(files['readers/harbour-mail.ts']).toContain('fingerprint');
    expect(files['tests/fixtures/sites/harbour-mail/open.html']).toContain(
      'name="application-name" content="harbour-mail"',
    );
    expect(siteScaffold(site()).files['readers/harbour-mail.ts']).not.toContain('fingerprint');
  });

  test('a calendar has a meeting to read', () => {
    const { files } = siteScaffold(site({ kind: 'meeting' }));
    expect(JSON.parse(files['tests/fixtures/sites/harbour-mail/open.html.expected.json'] ?? '')).toMatchObject({
      kind: 'meeting',
    });
  });
});

test('npm run new:prompt writes a kind, its key, worth, words, deed and test, twice over', () => {
  const files = changed(promptScaffold('thank-you'));
  expect(files['prompts/engine.ts']).toContain("'thank-you': thankYou,");
  expect(files['locales/zh-CN/settings.ts']?.match(/'thank-you':/g)).toHaveLength(1);
  for (const [path, edit] of Object.entries(promptScaffold('nudge').edits))
    expect(() => edit(files[path] ?? ''), path).not.toThrow();
});

test.each([undefined, '', 'Harbour', 'a b', '../x', '-a', 'a-', 'x'.repeat(41)])('%s is no name', (name) => {
  expect(() => checkedName(name)).toThrow('small letters');
});
