import { defineConfig } from 'vitest/config';

/**
 * The tests that `npm run mutation` judges: those with examples. Random properties and whole worlds are left out, so that
 * every run is the same and a mutant dies in milliseconds or not at all. One worker holds every module: starting one for each
 * file and each mutant took nearly all the time.
 */
export default defineConfig({
  test: {
    include: ['tests/unit/people/**/*.test.ts', 'tests/unit/prompts/**/*.test.ts'],
    exclude: ['**/properties.test.ts', '**/worlds.test.ts'],
    environment: 'node',
    setupFiles: ['tests/mutation-setup.ts'],
    isolate: false,
    maxWorkers: 1,
    fileParallelism: false,
  },
});
