import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ownPages } from '../fixtures/sites/find.ts';
import type { Marks } from '../fixtures/sites/marks.ts';

/** What is known of a site's pages without its reader; an error says which file is missing. */
export async function marksFor(site: string): Promise<Marks> {
  const at = join(ownPages, site, 'marks.ts');
  if (!existsSync(at)) throw new Error(`tests/fixtures/sites/${site}/marks.ts is missing`);
  const module = (await import(/* @vite-ignore */ pathToFileURL(at).href)) as { marks: Marks };
  return module.marks;
}
