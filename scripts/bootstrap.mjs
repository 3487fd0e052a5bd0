// Runs scripts/<name>.ts after the set-up that a fresh checkout needs. Plain JavaScript that needs nothing but Node.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [name = '', ...rest] = process.argv.slice(2);

const needed = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node.replace('>=', '');
const parts = (/** @type {string} */ version) => version.split('.').map(Number);
const [major = 0, minor = 0] = parts(process.versions.node);
const [needMajor = 0, needMinor = 0] = parts(needed);
if (major < needMajor || (major === needMajor && minor < needMinor)) {
  console.error(`Node ${needed} or newer is needed; this is ${process.versions.node}. See https://nodejs.org`);
  process.exit(1);
}

/** @type {(command: string, args: string[]) => void} */
function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}

// npm writes this file last, so an install that was cut short is done again.
if (!existsSync(join(root, 'node_modules/.package-lock.json'))) {
  console.log('Installing packages …');
  run('npm', ['ci', '--no-audit', '--no-fund']);
}
if (!existsSync(join(root, '.wxt/tsconfig.json'))) run('npx', ['wxt', 'prepare']);
run(process.execPath, ['--import', 'tsx', join(root, 'scripts', `${name}.ts`), ...rest]);
