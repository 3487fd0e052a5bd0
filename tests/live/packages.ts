import { spawnSync } from 'node:child_process';
import { aptInstall, isDebian } from '../../scripts/browsers.ts';

/** What Debian says of a package, empty for one that it does not know. */
const statusOf = (name: string): string => spawnSync('dpkg', ['-s', name], { encoding: 'utf8' }).stdout;

const isInstalled = (name: string): boolean => /^Status: .* installed$/m.test(statusOf(name));

/**
 * Makes sure that Debian packages are there, installing what is missing as root. They bring system services; none is used.
 * @throws Error in one line that says what to install where that cannot be done.
 */
export function needPackages(names: string[]): void {
  if (!isDebian())
    throw new Error(`The live servers come from Debian's packages, which are not here: ${names.join(' ')}`);
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length > 0) aptInstall(missing);
}

/** The version of an installed package. */
export const versionOf = (name: string): string => /^Version: (.*)$/m.exec(statusOf(name))?.[1] ?? 'none';
