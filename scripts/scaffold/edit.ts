import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a new part of the program needs: files of its own, and places in files that are there. Paths from the project's folder. */
export interface Scaffold {
  files: Record<string, string>;
  edits: Record<string, (text: string) => string>;
}

/** `google-calendar` → `googleCalendar`. */
export const camel = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** The text with `added` before the first `mark`. @throws where the mark is not there: the file has changed its form. */
export function before(text: string, mark: string, added: string): string {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`“${mark}” is not where it was: the template must follow the file's new form.`);
  return text.slice(0, at) + added + text.slice(at);
}

/** The text with `added` after the first `mark`. @throws likewise. */
export function after(text: string, mark: string, added: string): string {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`“${mark}” is not where it was: the template must follow the file's new form.`);
  return text.slice(0, at + mark.length) + added + text.slice(at + mark.length);
}

/** A name as files and records have it. @throws with what is wrong. */
export function checkedName(name: string | undefined): string {
  if (name === undefined || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name) || name.length > 40)
    throw new Error('A name is needed: small letters, digits and hyphens, such as “harbour-mail”.');
  return name;
}

/** Writes it all, or nothing: every edit is worked out before the first file is written. @throws where a file is there already. */
export function write(root: string, { files, edits }: Scaffold): string[] {
  const there = Object.keys(files).filter((path) => existsSync(join(root, path)));
  if (there.length > 0) throw new Error(`Already there: ${there.join(', ')}. Nothing was written.`);
  const changed = Object.entries(edits).map(
    ([path, edit]) => [path, edit(readFileSync(join(root, path), 'utf8'))] as const,
  );
  for (const [path, text] of [...Object.entries(files), ...changed]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const code = [...Object.keys(files), ...Object.keys(edits)].filter(
    (path) => path.endsWith('.ts') || path.endsWith('.tsx'),
  );
  execFileSync('npx', ['biome', 'check', '--write', ...code], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  return [...Object.keys(files), ...Object.keys(edits)];
}
