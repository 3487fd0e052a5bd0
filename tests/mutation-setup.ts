import { afterEach, inject } from 'vitest';

/** What the mutated code counts: which mutants each test reached, and how often the active one was. */
interface Counts {
  mutantCoverage?: object;
  hitCount?: number;
}

/**
 * Hands Stryker's counts over to it. Its own hook takes the suite as first argument, which Vitest 4.1 refuses
 * (`FixtureParseError`), so that every mutant was judged by every test.
 */
const namespace = inject('globalNamespace' as never) as string;
const counts = (): Counts => (globalThis as unknown as Record<string, Counts>)[namespace] ?? {};

afterEach(({ task }) => {
  Object.assign(task.file.meta, { mutantCoverage: counts().mutantCoverage, hitCount: counts().hitCount });
});
