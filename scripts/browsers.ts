import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A browser that the extension is driven in. */
export type BrowserName = 'chromium' | 'firefox';

/** Names looked for on the PATH, and places outside it, in order. Branded Chrome no longer loads unpacked extensions from the command line. */
const programs: Record<BrowserName, { names: string[]; places: string[]; debian: string; variable: string }> = {
  chromium: {
    names: ['chromium', 'chromium-browser'],
    places: ['/usr/bin/chromium', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
    debian: 'chromium',
    variable: 'CHROMIUM_BIN',
  },
  firefox: {
    names: ['firefox-esr', 'firefox'],
    places: ['/usr/bin/firefox-esr', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    debian: 'firefox-esr',
    variable: 'FIREFOX_BIN',
  },
};

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of an installed browser, or null. `CHROMIUM_BIN` and `FIREFOX_BIN` win over what is found. */
export function findBrowser(name: BrowserName): string | null {
  const { names, places, variable } = programs[name];
  const given = process.env[variable];
  if (given) return given;
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((dir) => names.map((program) => join(dir, program)));
  return [...onPath, ...places].find(isProgram) ?? null;
}

export const isDebian = (): boolean =>
  existsSync('/etc/debian_version') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));

/**
 * Installs Debian packages: at once as root, else through sudo where it asks for no password.
 * @throws Error when neither works, with the command to run.
 */
export function aptInstall(packages: string[]): void {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const run = (...command: string[]) => {
    const [program = '', ...rest] = [...asRoot, ...command];
    execFileSync(program, rest, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  };
  try {
    run('apt-get', '-o', 'DPkg::Lock::Timeout=300', 'update', '-qq');
    run('apt-get', '-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '-qq', '--no-install-recommends', ...packages);
  } catch (cause) {
    throw new Error(`Could not install ${packages.join(', ')}. Run: sudo apt-get install ${packages.join(' ')}`, {
      cause,
    });
  }
}

/**
 * The paths of the browsers named, installing those that are missing where that can be done without asking: on Debian.
 * @throws Error in one line where a browser is missing and cannot be installed.
 */
export function needBrowsers(...names: BrowserName[]): Record<BrowserName, string> {
  const missing = names.filter((name) => findBrowser(name) === null);
  if (missing.length > 0) {
    if (!isDebian()) {
      const settings = missing.map((name) => `${programs[name].variable}=/path/to/${name}`).join(' ');
      throw new Error(`Not found: ${missing.join(' and ')}. Install it, or say where it is: ${settings}`);
    }
    console.log(`Installing ${missing.join(' and ')} …`);
    aptInstall([...missing.map((name) => programs[name].debian), 'fonts-noto-cjk']);
  }
  const paths = { chromium: '', firefox: '' };
  for (const name of names) {
    const path = findBrowser(name);
    if (path === null) throw new Error(`${name} was installed but is not on the PATH.`);
    paths[name] = path;
  }
  return paths;
}
