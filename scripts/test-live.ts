import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** `npm run test:live`: the extension in real browsers on pages of real servers, started from Debian's packages on the loopback. */
const { status } = spawnSync('npx', ['vitest', 'run', '--config', 'vitest.live.config.ts', ...process.argv.slice(2)], {
  cwd: resolve(import.meta.dirname, '..'),
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
