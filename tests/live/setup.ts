import { execFileSync } from 'node:child_process';
import build from '../browser/build.ts';
import { needPackages } from './packages.ts';
import { roundcubePackages } from './roundcube.ts';

/** Before all live tests: the servers' packages, the mails that come with Python's own tests, and both builds. */
export default function setup(): void {
  needPackages(roundcubePackages);
  const version = execFileSync('python3', ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], {
    encoding: 'utf8',
  });
  needPackages([`libpython${version.trim()}-testsuite`]);
  build();
}
