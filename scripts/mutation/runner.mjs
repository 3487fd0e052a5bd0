/**
 * A test runner for Stryker that keeps every module and every test in one process and calls the tests themselves: a mutant
 * costs milliseconds, where starting Vitest for each takes seconds. For pure rooms only: no DOM, no timers, no mocks.
 */
import { readdirSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const rooms = ['people', 'prompts'];
/** Random properties and whole worlds are left out: every run is the same, and a mutant dies in milliseconds or not at all. */
const leftOut = /(^|\/)(properties|worlds)\.test\.ts$/;

const shim = new URL('./vitest-shim.mjs', import.meta.url).href;
const hook = `export async function resolve(specifier, context, next) {
  if (specifier === 'vitest') return { url: ${JSON.stringify(shim)}, shortCircuit: true };
  return next(specifier === 'vitest?real' ? 'vitest' : specifier, context);
}`;

/** What the mutated code reads and counts. */
const state = () => {
  globalThis.__stryker__ ??= {};
  return globalThis.__stryker__;
};

/** Runs one test; null, or what went wrong. */
async function failureOf(test) {
  try {
    await test.run();
    return null;
  } catch (error) {
    return String(error?.message ?? error).slice(0, 2_000);
  }
}

class InOneProcess {
  #tests = new Map();
  /** A mutant left something behind that its tests stumble over without it. */
  #spoilt = false;

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    process.env.NODE_ENV = 'test';
    register(`data:text/javascript,${encodeURIComponent(hook)}`);
    const { beginFile, gathered } = await import(shim);
    for (const room of rooms) {
      const folder = join('tests/unit', room);
      const files = readdirSync(folder, { recursive: true }).map((file) => join(folder, String(file)));
      for (const file of files.filter((file) => file.endsWith('.test.ts') && !leftOut.test(file)).sort()) {
        beginFile(file);
        const from = gathered.length;
        await import(pathToFileURL(file).href);
        for (const test of gathered.slice(from)) this.#tests.set(test.name, { ...test, fileName: file });
      }
    }
  }

  async dryRun() {
    const tests = [];
    for (const [id, test] of this.#tests) {
      state().currentTestId = id;
      const from = performance.now();
      const failureMessage = await failureOf(test);
      test.took = performance.now() - from;
      const result = { id, name: test.name, fileName: test.fileName, timeSpentMs: test.took };
      tests.push(failureMessage === null ? { ...result, status: 0 } : { ...result, status: 1, failureMessage });
    }
    state().currentTestId = undefined;
    return { status: 'complete', tests, mutantCoverage: state().mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    // Stryker starts another process and asks again.
    if (this.#spoilt) process.exit(1);
    let nrOfTests = 0;
    const tests = (testFilter ?? [...this.#tests.keys()]).flatMap((id) => this.#tests.get(id) ?? []);
    // The quickest first: most mutants die of one of those.
    for (const test of tests.sort((a, b) => a.took - b.took)) {
      nrOfTests++;
      Object.assign(state(), { activeMutant: activeMutant.id, hitLimit, hitCount: 0 });
      const failureMessage = await failureOf(test);
      const { hitCount } = state();
      state().activeMutant = undefined;
      if (failureMessage === null) continue;
      this.#spoilt = (await failureOf(test)) !== null;
      if (hitLimit !== undefined && hitCount > hitLimit) return { status: 'timeout', reason: failureMessage };
      return { status: 'killed', killedBy: [test.name], failureMessage, nrOfTests };
    }
    return { status: 'survived', nrOfTests };
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-one-process', injectableClass: InOneProcess }];
