import type { Role } from '../records/occasion.ts';
import { numbersIn } from './count.ts';
import { visible } from './visible.ts';

/**
 * A message's line of recipients: its people with their roles, whether somebody is left out of it, and how many are if
 * the line says so.
 */
export type RecipientLine = { people: { element: Element; role: Role }[]; cut: boolean; more: number | null };

/**
 * Words for Cc and Bcc, an optional second reading. Without one the order tells: Gmail writes To, then Cc, then Bcc, and
 * starts each with a word of its language.
 */
const bccWords = /^(?:bcc|cci|cco|ccn|密送|密件|숨은\s*참조|скрытая|udw|hemlig|gizli|نسخة مخفية)/iu;
const ccWords = /^(?:cc|抄送|副本|참조|копия|dw|kop|نسخة)/iu;

/** Words for Reply-To, which differ from every other label in that they name an answer. */
export const replyToWords = /reply|répon|antwo|respond|rispond|回[复覆]|返信|답장|ответ|odpowi|yanıt|رد/iu;

const separators = /[,，、،;；]/gu;

/** Reads the line `line`, in which `people` are the elements of its people; what is in `without` is no part of it. */
export function recipientLine(line: Element, people: Element[], without: Element[] = []): RecipientLine {
  // The details write an address in words behind each name.
  const gaps = gapsBetween(line, people, without).map((gap) => gap.replace(/[^\s,、，،;；]*@[^\s,、，،;；]*/g, ''));
  const found: RecipientLine['people'] = [];
  let role: Role = 'to';
  let cut = false;
  let holes = false;
  let more = 0;
  gaps.forEach((gap, index) => {
    const commas = gap.match(separators)?.length ?? 0;
    const middle = index > 0 && index < gaps.length - 1;
    const counted = numbersIn(gap);
    const shortened = counted.length > 0 || /…|\.\.\./.test(gap);
    for (const number of counted) more += number;
    if (shortened) cut = true;
    // A person taken out leaves a separator too many.
    if (commas > (middle || shortened ? 1 : 0)) holes = true;
    const element = people[index];
    if (!element) return;
    const word = gap.split(separators).at(-1)?.trim() ?? '';
    if (/\p{L}/u.test(word)) role = roleOf(word, index === 0 ? null : role);
    found.push({ element, role });
  });
  return { people: found, cut: cut || holes, more: cut && !holes && more > 0 ? more : null };
}

/** The role that a line or a part of it starting with `word` has, after the role `before` it (null: it is the line's first). */
export function roleOf(word: string, before: Role | null): Role {
  if (bccWords.test(word)) return 'bcc';
  if (ccWords.test(word)) return 'cc';
  if (before === null) return 'to';
  return before === 'to' ? 'cc' : 'bcc';
}

/** The visible text before the first person, between each two, and after the last. */
function gapsBetween(line: Element, people: Element[], without: Element[]): string[] {
  const gaps = [''];
  const walk = (node: Node): void => {
    if (node.nodeType === 3) gaps[gaps.length - 1] += node.nodeValue ?? '';
    else if (people.includes(node as Element)) gaps.push('');
    else if (node.nodeType === 1 && !without.includes(node as Element) && visible(node as Element))
      node.childNodes.forEach(walk);
  };
  line.childNodes.forEach(walk);
  return gaps;
}
