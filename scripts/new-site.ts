import { resolve } from 'node:path';
import { checkedName, write } from './scaffold/edit.ts';
import { siteScaffold } from './scaffold/site.ts';

/** `npm run new:site -- NAME [host …] [--meeting] [--label "Its Name"]`: see `docs/adding-a-site.md`. */
const root = resolve(import.meta.dirname, '..');
const words = process.argv.slice(2);
const labelAt = words.indexOf('--label');
const label = labelAt < 0 ? undefined : words.splice(labelAt, 2)[1];
const kind = words.includes('--meeting') ? 'meeting' : 'thread';
const [given, ...hosts] = words.filter((word) => word !== '--meeting');

try {
  const name = checkedName(given);
  const wrong = hosts.find((host) => !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(host));
  if (wrong !== undefined)
    throw new Error(`“${wrong}” is no host name: write it as mail.example.org, without https://.`);
  const written = write(root, siteScaffold({ name, label: label ?? name, hosts, kind }));
  console.log(`${written.join('\n')}

All of it is green from the start: npx vitest run tests/unit/readers
Now put a page, or an outline that a user sent (NAME.skeleton), into tests/fixtures/sites/${name}/ and make the reader read it.
Then: npx tsx scripts/build-skeleton-anchors.ts, the row in docs/sites.md, and docs/adding-a-site.md for the rest.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
