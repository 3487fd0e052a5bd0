import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** `npm test`: everything, in one run. Goes on after a failure, so that one run tells all of them. */
const root = resolve(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'renmai-test-'));

interface Outcome {
  step: string;
  passed: number;
  failed: number;
  skipped: number;
  seconds: number;
}

function run(step: string, program: string, args: string[]): { ok: boolean; seconds: number } {
  console.log(`\n── ${step}`);
  const start = performance.now();
  const { status } = spawnSync('npx', [program, ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return { ok: status === 0, seconds: Math.round((performance.now() - start) / 1000) };
}

/** A check that passes or fails as a whole. */
function check(step: string, program: string, ...args: string[]): Outcome {
  const { ok, seconds } = run(step, program, args);
  return { step, passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, seconds };
}

/** A Vitest run, counted by its tests. A run that ends badly without a failed test counts as one failure. */
function tests(step: string, ...args: string[]): Outcome {
  const report = join(reports, `${step.replaceAll(' ', '-')}.json`);
  const { ok, seconds } = run(step, 'vitest', [
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      numPendingTests: number;
      numTodoTests: number;
    };
    return {
      step,
      passed: counts.numPassedTests,
      failed: ok ? counts.numFailedTests : Math.max(1, counts.numFailedTests),
      skipped: counts.numPendingTests + counts.numTodoTests,
      seconds,
    };
  } catch {
    return { step, passed: 0, failed: 1, skipped: 0, seconds };
  }
}

const outcomes = [
  check('types', 'tsc', '--noEmit'),
  check('lint', 'biome', 'check', '.'),
  check('dead code', 'knip'),
  tests('unit tests'),
  tests('browser tests', '--config', 'vitest.browser.config.ts'),
];
rmSync(reports, { recursive: true, force: true });

console.log('');
for (const { step, passed, failed, skipped, seconds } of outcomes) {
  const skips = skipped > 0 ? `, ${skipped} skipped` : '';
  console.log(`${failed > 0 ? '✗' : '✓'} ${step}: ${passed} passed, ${failed} failed${skips} (${seconds} s)`);
}
const sum = (count: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + count(outcome), 0);
const failed = sum((outcome) => outcome.failed);
console.log(`${sum((outcome) => outcome.passed)} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
