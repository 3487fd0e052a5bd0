import { addressKey } from '../people/address-key.ts';
import { parseMailboxes } from '../people/mailbox.ts';
import { oneLine } from './parsed.ts';

/** Somebody in a pasted text: a name, an address, or both. */
export type PastedPerson = { name: string | null; address: string | null; organizer: boolean; optional: boolean };

/** What programs write behind a name: an answer, a part played. */
const remark =
  /\s*[-–—(（,，]\s*(organi[sz]er|host|chair|optional|required|accepted|declined|tentative|no response|组织者|主持人|主办人|可选|必需|已接受|已拒绝|暂定)\s*[)）]?\s*$/iu;

/** An address somewhere in a line, in the marks that go around one. */
const addressForm =
  /[<(（[]?\s*(?:mailto:)?([^\s<>()（）[\],;:"'，；、|]+@[^\s<>()（）[\],;:"'，；、|]+?)[.。]?\s*[>)）\]]?(?=[\s,;，；、|:<>()（）[\]]|$)/giu;

const particle = /^(?:de|del|della|der|den|di|da|dos|du|la|le|van|von|vom|zu|zum|bin|bint|ibn|al|el|y|e|und|and|of)$/iu;

/** A word as names have them: it begins with a capital, or its script has none. */
const nameWord = (word: string): boolean =>
  /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’.·-]*$/u.test(word) || particle.test(word);

/** Whether a text could be a name and nothing else: few words, all like those of names, no sentence. */
export function couldBeName(text: string): boolean {
  const bare = text.replace(/\s*[(（][^()（）]{1,60}[)）]\s*$/u, '').trim();
  if (
    bare === '' ||
    bare.length > 60 ||
    /[\d@/\\:：!?！？。…]/.test(bare) ||
    /[.]$/.test(bare.replace(/\b\p{Lu}\.$/u, ''))
  )
    return false;
  const words = bare.split(/[\s,，]+/u);
  if (/^[\p{Script=Han}·]+$/u.test(bare))
    return bare.replaceAll('·', '').length >= 2 && bare.length <= 12 && (bare.includes('·') || bare.length <= 4);
  return words.length <= 6 && words.every(nameWord) && !words.every((word) => particle.test(word));
}

function nameOf(written: string): string | null {
  const text = oneLine(
    written
      .replace(/^[\s>•*·▪◦–—-]+|^\s*\d+[.)、]\s*/gu, '')
      .replace(/[\s<(（[|:：=,;，；、–—-]+$/u, '')
      .replace(/^["'“”„«»\s,;，；、|]+|["'“”„«»\s]+$/gu, ''),
  );
  return text === null || text.includes('@') ? null : text;
}

/** The mailboxes of one line, each with the name before it, where that is one; and what stands after the last. */
function mailboxesOf(line: string): { people: PastedPerson[]; rest: string } {
  const people: PastedPerson[] = [];
  let from = 0;
  for (const match of line.matchAll(addressForm)) {
    const address = match[1] ?? '';
    if (addressKey(address) === null) continue;
    const before = line.slice(from, match.index);
    const bracketed = /^[<(（[]/.test(match[0]);
    // Without brackets a name ends at the last mark that parts entries; within, it may hold commas ("Doe, Jane").
    const written = bracketed
      ? before.replace(/^[\s,;，；、|]+/u, '')
      : (before
          .split(/[,;，；、|\t]/u)
          .filter((part) => part.trim() !== '')
          .at(-1) ?? '');
    const name = nameOf(written.replace(remark, ''));
    const fits =
      name !== null && (couldBeName(name) || (bracketed && name.split(' ').length <= 5 && !/[:：!?。]/.test(name)));
    people.push({ name: fits ? name : null, address, organizer: false, optional: false });
    from = (match.index ?? 0) + match[0].length;
  }
  return { people, rest: line.slice(from) };
}

const part = (text: string): Pick<PastedPerson, 'organizer' | 'optional'> => ({
  organizer: /organi[sz]er|host|chair|组织者|主持人|主办人/iu.test(remark.exec(text)?.[1] ?? ''),
  optional: /optional|可选/iu.test(remark.exec(text)?.[1] ?? ''),
});

/** The names of a line without addresses: one, or several parted by marks. None where any of them could not be a name. */
function namesOf(line: string): PastedPerson[] {
  const text = line.replace(/^[\s>•*·▪◦–—-]+|^\s*\d+[.)、]\s*/gu, '').trim();
  const said = part(text);
  const bare = text.replace(remark, '').trim();
  const parts = bare.split(/[;；、|\t]|，|,(?=\s*\S+\s+\S)/u).flatMap((one) => nameOf(one) ?? []);
  // "Doe, Jane" is one person; "Jane Doe, Bob Lee" are two.
  if (parts.length === 0 || !parts.every(couldBeName)) return [];
  // What stands in brackets behind a name is where somebody belongs.
  return parts.map((name) => ({ name: name.replace(/\s*[(（][^()（）]*[)）]$/u, ''), address: null, ...said }));
}

/**
 * The people of a list: one or several a line, with address or without. Names alone are taken only where every line could be
 * a name or holds an address, or `names` says that people stand here; a sentence is never anybody.
 */
export function peopleIn(text: string, names = false): PastedPerson[] {
  const lines = text.split(/\r\n|\r|\n|[;；、]/).filter((line) => line.trim() !== '');
  const read = lines.map((line) => {
    const { people, rest } = mailboxesOf(line);
    if (people.length > 0) {
      const said = part(rest === '' ? line : rest);
      return people.length === 1 ? people.map((one) => ({ ...one, ...said })) : people;
    }
    return namesOf(line);
  });
  const isList = names || (lines.length > 1 && read.every((people) => people.length > 0)) || isOneLine(lines);
  return read.flat().filter(({ address }) => address !== null || isList);
}

/** A single line of names alone: several, or one of more than one word. */
function isOneLine(lines: readonly string[]): boolean {
  const [line] = lines;
  if (lines.length !== 1 || line === undefined) return false;
  const found = namesOf(line);
  return (
    found.length > 1 || found.some(({ name }) => /\s/.test(name ?? '') || /^\p{Script=Han}{2,4}$/u.test(name ?? ''))
  );
}

/** The people of an address header's value, by the mail standard where it is well formed, else as a list. */
export function peopleOfHeader(written: string): PastedPerson[] {
  const value = written.replace(/[；、]/g, ';');
  const { mailboxes, rejected } = parseMailboxes(value);
  if (rejected.length === 0 && mailboxes.length > 0)
    return mailboxes.map((one) => ({ ...one, organizer: false, optional: false }));
  return peopleIn(value.replace(/;/g, '\n'), true);
}
