import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { anchorsIn, readerSources } from './skeleton-anchors.ts';

/**
 * Writes `readers/skeleton-anchors.ts`: what the readers' own code names of pages. Run it after a reader was added or changed;
 * until then its anchors are left out of outlines.
 */
const root = resolve(import.meta.dirname, '..');
const { names, attributes } = anchorsIn(readerSources(root));
const list = (words: readonly string[]) => words.map((word) => `  '${word}',`).join('\n');
const path = join(root, 'readers/skeleton-anchors.ts');
writeFileSync(
  path,
  `// Written by scripts/build-skeleton-anchors.ts from the readers' own selectors.

/** Classes, ids and test ids that readers look for. */
export const anchorNames: readonly string[] = [
${list(names)}
];

/** Attributes that readers look at, beyond those of HTML and ARIA. */
export const anchorAttributes: readonly string[] = [
${list(attributes)}
];
`,
);
execFileSync('npx', ['biome', 'check', '--write', path], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
console.log(`${names.length} names and ${attributes.length} attributes in ${path}.`);
