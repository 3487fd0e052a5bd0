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

/** Whether every package that package.json names is there in the locked version. npm writes the list of what is there last. */
function installed() {
  const there = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(there)) return false;
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const wanted = read(join(root, 'package-lock.json'));
  const found = read(there);
  return Object.keys({ ...wanted[''].dependencies, ...wanted[''].devDependencies }).every((name) => {
    const path = `node_modules/${name}`;
    return wanted[path]?.version === found[path]?.version;
  });
}

if (!installed()) {
  console.log('Installing packages …');
  run('npm', ['ci', '--no-audit', '--no-fund']);
}
run('npx', ['wxt', 'prepare']);
run(process.execPath, ['--import', 'tsx', join(root, 'scripts', `${name}.ts`), ...rest]);
