import { defineConfig } from 'vitest/config';

const inBrowser = (browser: 'chromium' | 'firefox') => ({
  test: {
    name: browser,
    provide: { browser },
    include: ['tests/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

// One browser at a time: the tests wait for real screens, and two browsers on two cores make each other late.
export default defineConfig({
  test: {
    globalSetup: 'tests/browser/build.ts',
    fileParallelism: false,
    projects: [inBrowser('chromium'), inBrowser('firefox')],
  },
});
