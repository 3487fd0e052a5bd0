import { sites } from '../../readers/sites.ts';

/** `google-calendar` → `googleCalendar`: how a site's reader is exported. */
export const readerName = (site: string): string => site.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/**
 * The source of a family's content script, written out at each build so that a new site needs no entrypoint of its own.
 * `root`: how the project's folder is reached from where the source will lie.
 */
export function contentScriptSource(family: string, root: string): string {
  const own = sites.filter((site) => site.family === family);
  const placed = own.map(({ name, path }) => `{ reader: ${readerName(name)}, path: ${path ?? '/^/'} }`);
  return [
    "import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';",
    `import { startPage } from '${root}/entrypoints/shared/start-page.ts';`,
    ...own.map(({ name }) => `import { ${readerName(name)} } from '${root}/readers/${name}.ts';`),
    `const family = ${JSON.stringify({ name: family, hosts: [...new Set(own.flatMap(({ hosts }) => hosts))] })};`,
    `export default defineUnlistedScript(() => startPage([${placed.join(', ')}], family));`,
    '',
  ].join('\n');
}
