import type { Acts } from '../acts/index.ts';
import { ownFile } from '../shared/own-file.ts';
import type { Words } from '../words/index.ts';

/** Where each script of the background puts what it has. */
interface Loaded {
  renmaiActs?: Acts;
  renmaiWords?: Words;
}

const scripts = { renmaiActs: '/acts.js', renmaiWords: '/words.js' } as const;

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(path: string): string },
  ): { createScriptURL(path: string): string };
}

/** The one policy that our Content Security Policy allows: it lets through these files and nothing else. */
const policy = (self as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('own-files', {
  createScriptURL(path) {
    if (!Object.values<string>(scripts).includes(path)) throw new TypeError('Only files of the extension are run.');
    return path;
  },
});

const isWorker = 'importScripts' in self;

function run(path: string): void {
  (self as unknown as { importScripts(path: string): void }).importScripts(policy?.createScriptURL(path) ?? path);
}

/**
 * A service worker may run only scripts that it saw when it was installed; it keeps them. Call it in the worker's first
 * turn. What is not needed to answer stays in them, so that a stopped worker is back sooner.
 */
export function keepOwnScripts(): void {
  if (isWorker) self.addEventListener('install', () => Object.values(scripts).forEach(run));
}

async function load<Name extends keyof Loaded>(name: Name): Promise<NonNullable<Loaded[Name]>> {
  const loaded = globalThis as Loaded;
  if (loaded[name] === undefined) {
    if (isWorker) run(scripts[name]);
    // Firefox runs the background as a page.
    else await import(/* @vite-ignore */ ownFile(scripts[name]));
  }
  const found = loaded[name];
  if (found === undefined) throw new Error(`${scripts[name]} did not load.`);
  return found;
}

/** What is needed when something is written. */
export const loadActs = (): Promise<Acts> => load('renmaiActs');

/** What is needed for a page that says times and answers in words. */
export const loadWords = (): Promise<Words> => load('renmaiWords');
