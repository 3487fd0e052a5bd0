import { defineConfig } from 'vitest/config';

const inBrowser = (browser: 'chromium' | 'firefox') => ({
  test: {
    name: browser,
    provide: { browser },
    include: ['tests/live/**/*.test.ts'],
    testTimeout: 1_200_000,
    hookTimeout: 600_000,
  },
});

// Real servers and real browsers: one of each at a time.
export default defineConfig({
  test: {
    globalSetup: 'tests/live/setup.ts',
    fileParallelism: false,
    projects: [inBrowser('chromium'), inBrowser('firefox')],
  },
});
