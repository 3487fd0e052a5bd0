import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Role } from '../../records/occasion.ts';

/** The people of one mail, each once, in the role that counts: a sender beats a recipient, else the first header holds. */
export type MailPeople = { role: Role; address: string; name: string | null }[];

const headers: Role[] = ['from', 'to', 'cc', 'bcc', 'reply-to'];

/** The people of raw mails in files, by Python's parser: written by others, and not the one that the extension uses. */
export function peopleOfFiles(files: string[]): MailPeople[] {
  const output = execFileSync('python3', [resolve(import.meta.dirname, 'people.py')], {
    input: files.join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return output
    .trim()
    .split('\n')
    .map((line) => {
      const byHeader = JSON.parse(line) as Record<string, [string | null, string][]>;
      const people = new Map<string, MailPeople[number]>();
      for (const role of headers)
        for (const [name, address] of byHeader[role] ?? []) {
          const key = address.toLowerCase();
          const known = people.get(key);
          if (known) known.name ??= name;
          else people.set(key, { role, address: key, name });
        }
      return [...people.values()];
    });
}
