import { defineConfig } from 'vitest/config';

// Property tests try thousands of inputs, and a busy machine may be ten times slower than a quiet one.
export default defineConfig({
  test: { include: ['tests/unit/**/*.test.{ts,tsx}'], environment: 'node', testTimeout: 30_000 },
});
