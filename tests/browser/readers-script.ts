import { resolve } from 'node:path';
import { build } from 'vite';
import type { Reading } from '../../records/occasion.ts';
import type { View } from './driver.ts';

/** All readers as one script, for pages that a test opens. */
export async function readersScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: resolve(import.meta.dirname, 'readers-in-page.ts'), formats: ['iife'], name: 'readersInPage' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('The readers were not built.');
  return output.output[0].code;
}

/** What a site's reader answers for a page, run in the page itself. */
export const readIn = (view: View, script: string, site: string): Promise<Reading> =>
  view.evaluate(
    ([code, name]) => {
      // biome-ignore lint/security/noGlobalEval: a page of the test's own, which takes the readers as source
      globalThis.eval(code ?? '');
      const inPage = (globalThis as { renmaiRead?: (site: string) => unknown }).renmaiRead;
      return inPage?.(name ?? '');
    },
    [script, site],
  ) as Promise<Reading>;
