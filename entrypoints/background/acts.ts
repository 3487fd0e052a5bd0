import type { Acts } from '../acts/index.ts';
import { ownFile } from '../shared/own-file.ts';

const script = '/acts.js';

/** The one policy that our Content Security Policy allows, and the one address that it lets through. */
const policy = (self as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('own-files', {
  createScriptURL(path) {
    if (path !== script) throw new TypeError('Only files of the extension are run.');
    return path;
  },
});

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(path: string): string },
  ): { createScriptURL(path: string): string };
}

const loaded = (): Acts | undefined => (globalThis as { renmaiActs?: Acts }).renmaiActs;

/**
 * A service worker may run only scripts that it saw when it was installed; it keeps them. Call it at start, in the
 * worker's first turn.
 */
export function keepActs(): void {
  if ('importScripts' in self) self.addEventListener('install', () => void run());
}

function run(): void {
  (self as unknown as { importScripts(path: string): void }).importScripts(policy?.createScriptURL(script) ?? script);
}

/** The acts of the user, loaded when the first is asked for. Firefox runs the background as a page, which imports them. */
export async function loadActs(): Promise<Acts> {
  if (loaded() === undefined) {
    if ('importScripts' in self) run();
    else await import(/* @vite-ignore */ ownFile(script));
  }
  const acts = loaded();
  if (acts === undefined) throw new Error('acts.js did not load.');
  return acts;
}
