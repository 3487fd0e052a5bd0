import type { MailboxKind } from '../records/sighting.ts';
import { addressKey } from './address-key.ts';
import { isFreeMail } from './free-mail.ts';
import {
  listWords,
  machineWords,
  pinyinQueueWords,
  pinyinRoleWords,
  queueWords,
  roleWords,
  roomWords,
  whichWords,
} from './mailbox-words.ts';

/** What is known of a mailbox beside an occasion: the address and name as written, and what the page itself says. */
export interface Mailbox {
  written: string;
  name: string | null;
  marked: 'room' | 'group' | null;
}

const roomDomain = /(^|\.)resource\.calendar\.google\.com$/;
/** Host names given to list servers (with a domain of at least two labels after: list.ru and reply.com are no such), and list providers. */
const listDomain =
  /(^|\.)(lists?|listen|listes|listas?|listserv|mailman|googlegroups|mailinglists?|maillist)(\.[a-z0-9-]+){2,}$|^(groups?|discuss|forum)(\.[a-z0-9-]+){2,}$|(^|\.)(googlegroups\.com|groups\.io|groups\.outlook\.com|freelists\.org|simplelists\.com|yahoogroups\.com|discoursemail\.com|group(\.v)?\.calendar\.google\.com|import\.calendar\.google\.com|vger\.kernel\.org)$/;
const machineDomain =
  /^(bounces?|noreply|no-reply|notifications?|reply|mailer)(\.[a-z0-9-]+){2,}$|(^|\.)(calendar\.google\.com|amazonses\.com|docs\.google\.com)$/;

/** Mailman, ezmlm, LISTSERV and Apache name their lists and the addresses beside them so. */
const listLocal =
  /^(owner-.+|.+-(request|owner|bounces|subscribe|unsubscribe|join|leave|confirm|list|announce|announcements|discuss|users|devel))$/;

/** “Do not reply” with the words run together; the separators are dropped before. */
const noReply =
  /no(t|n)?repl(y|ies)|do(nt|not)reply|donotrespond|noresponse|noanswer|nichtantworten|keineantwort|antwortennichtmoeglich|nepasrepondre|noresponder|n(a|ã)oresponda|nonrispondere|geenantwoord|nietbeantwoorden|svarainte|svarikke|nieodpowiadac|neodpovidat|neotvechat|yanitlamayin|wuxuhuifu|qingwuhuifu|buyaohuifu|无需回复|請勿回覆|请勿回复|返信不要/;

/** Delivery addresses that carry another address or a token: VERP, BATV, SRS, `reply+token`. */
const carrier =
  /^(prvs|msprvs\d?|btv1|srs[01])[=+-]|=[a-z0-9.-]+\.[a-z]{2,}$|^(bounces?|reply|notifications?|unsubscribe)[+=-]/;

const roomName =
  /\b(conference|meeting|board|huddle|conf\.?) ?rooms?\b|\broom \d|\b(besprechungs|konferenz|sitzungs|meeting)(raum|zimmer)\b|\bsalle (de |d')|\bsala (de |reun|riun)|\bvergader(zaal|ruimte)\b|会议室|會議室|会議室|회의실|洽谈室|多功能厅|报告厅/i;

/** Lists and services that send for somebody write the name so: “'Ana Lima' via Weavers”. */
const onBehalf = /\S\s+(via|通过)\s+\S/i;

/** Two to four hanzi that hold no word of an office: as Chinese personal names are written. */
const hanziName = /^[\p{Script=Han}·]{2,5}$/u;
const hanziOffice = /部|室|组|組|处|處|科|中心|公司|客服|服务|招聘|通知|办|辦|团队|小组|会$/u;

const isHanziName = (name: string | null): boolean => hanziName.test(name ?? '') && !hanziOffice.test(name ?? '');

/** The parts of a local part that separators, digits and case changes keep apart. */
const partsOf = (local: string): string[] => local.split(/[\s._+/\d-]+/).filter((part) => part !== '');

/** Every part is one of `kind` or says only which, and at least one is of `kind`; or it is such a word run together with one. */
function namedBy(kind: ReadonlySet<string>, parts: readonly string[]): boolean {
  if (kind.has(parts.join(''))) return true;
  return parts.some((part) => kind.has(part)) && parts.every((part) => kind.has(part) || whichWords.has(part));
}

/** `pr@…` of “Paula Reis”, `hr@…` of 黄蓉: the local part is, or for hanzi may be, the name's initials. */
function isInitials(local: string, name: string | null): boolean {
  if (local.length > 3) return false;
  if (isHanziName(name)) return true;
  if (/\b(resources|relations|technology|payable|receivable|services)$/i.test(name ?? '')) return false;
  const initials = (name ?? '')
    .toLowerCase()
    .split(/[\s.-]+/)
    .map((part) => part.slice(0, 1))
    .join('');
  return local === initials;
}

/**
 * What stands behind an address, told from its form: never asked of any server, and only a first guess that one click of
 * the user corrects. What the page itself marks wins; then machines, lists and rooms; then words for a function. At
 * free-mail hosts a function's word is somebody's user name, so only machines are told there.
 */
export function mailboxKind({ written, name, marked }: Mailbox): MailboxKind {
  if (marked === 'room') return 'room';
  if (marked === 'group') return 'list';
  const key = addressKey(written);
  if (key === null) return roomName.test(name ?? '') ? 'room' : 'person';
  const domain = key.slice(key.lastIndexOf('@') + 1);
  const tagged = (/([^<\s]+)@[^@]*$/.exec(written)?.[1] ?? '').toLowerCase();
  const local = key.slice(0, key.lastIndexOf('@')).replace(/^"|"$/g, '');
  const parts = partsOf(local);
  const together = local.replace(/[\s._+-]/g, '');

  if (roomDomain.test(domain)) return 'room';
  if (listDomain.test(domain) || (listLocal.test(local) && !isFreeMail(domain))) return 'list';
  if (machineDomain.test(domain) || noReply.test(together) || carrier.test(tagged)) return 'no-reply';
  if (/(^|[.-])mailer-?daemon([.-]|$)/.test(local)) return 'no-reply';
  if (isFreeMail(domain) || isInitials(local, name)) return 'person';

  if (onBehalf.test(name ?? '')) return 'list';
  if (namedBy(machineWords, parts)) return 'no-reply';
  if (namedBy(roomWords, parts) || roomName.test(name ?? '')) return 'room';
  if (namedBy(queueWords, parts)) return 'queue';
  if (namedBy(roleWords, parts) || (parts.length === 1 && local.endsWith('desk'))) return 'role';
  if (!isHanziName(name) && namedBy(pinyinQueueWords, parts)) return 'queue';
  if (!isHanziName(name) && namedBy(pinyinRoleWords, parts)) return 'role';
  if (
    namedBy(listWords, parts) ||
    (domain.endsWith('.apache.org') && /^(dev|users?|commits|issues|private)$/.test(local))
  )
    return 'list';
  return 'person';
}
