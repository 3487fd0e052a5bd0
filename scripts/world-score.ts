/** How a list of prompts is scored against a world's labels, as `tests/fixtures/worlds/README.md` says. */
import type { PromptKind } from '../records/prompt.ts';
import type { Result, World } from './world.ts';

const depth = 7;

export interface Label {
  kind: PromptKind;
  person: string;
  other?: string;
  subject?: string;
  grade: number;
}

/** A prompt forbidden; a field left out means any. `cause`: `rule` or `sense`. */
export interface Never {
  kind: PromptKind;
  person?: string;
  other?: string;
  subject?: string;
  cause: string;
}

export interface Score {
  ndcg: number;
  broken: (Result & { cause: 'rule' | 'sense' })[];
}

const mailbox = (address: string): string => {
  const [local = '', domain = ''] = address.trim().toLowerCase().split('@');
  return `${local.split('+')[0]}@${domain}`;
};

interface Plain {
  kind: PromptKind;
  person: string | undefined;
  other: string | undefined;
  subject: string | undefined;
}

/** Names people by id where a world knows them, else by mailbox. */
function reader(world: World): {
  plain: (x: Partial<Result> & { kind: PromptKind }) => Plain;
  here: (who: string | undefined) => boolean;
} {
  const ids = new Map(
    world.people.flatMap((p) => [[p.id, p.id] as const, ...p.emails.map((e) => [mailbox(e), p.id] as const)]),
  );
  const whom = (who: string | undefined) =>
    who === undefined ? undefined : (ids.get(who) ?? ids.get(mailbox(who)) ?? mailbox(who));
  const present = new Set(world.occasion.people.map((p) => whom(p.email)));
  return {
    plain: ({ kind, person, other, subject }) => ({
      kind,
      person: whom(person),
      other: whom(other),
      subject: kind === 'follow-up' && subject !== undefined && /^\d+$/.test(subject) ? `c${subject}` : subject,
    }),
    here: (who) => present.has(who),
  };
}

const gain = (grades: number[]): number =>
  grades.slice(0, depth).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);

/** nDCG@7 of one world's prompts, and those of them that a `never` forbids. */
export function scoreWorld(
  world: World,
  labels: readonly Label[],
  never: readonly Never[],
  prompts: readonly Result[],
): Score {
  const { plain, here } = reader(world);
  const identity = (x: Result): string => {
    const { kind, person, other, subject } = plain(x);
    if (kind === 'review') return kind;
    if (kind === 'record' || kind === 'reconnect') return `${kind} ${person}`;
    if (kind !== 'introduce') return `${kind} ${person} ${subject ?? ''}`;
    const pair = [person, other];
    return `${kind} ${(pair.every(here) ? pair.sort() : pair).join(' ')}`;
  };
  const forbids = (ban: Never, x: Result): boolean => {
    const [n, p] = [plain(ban), plain(x)];
    if (n.kind !== p.kind) return false;
    const silent = p.kind === 'introduce' && p.subject === undefined;
    if (n.subject !== undefined && n.subject !== p.subject && !silent) return false;
    const fits = (a: string | undefined, b: string | undefined) =>
      (n.person === undefined || n.person === a) && (n.other === undefined || n.other === b);
    return fits(p.person, p.other) || (p.kind === 'introduce' && fits(p.other, p.person));
  };
  const broken = prompts.flatMap((x) => {
    const bans = never.filter((ban) => forbids(ban, x));
    return bans.length === 0
      ? []
      : [{ ...x, cause: bans.some((ban) => ban.cause === 'rule') ? ('rule' as const) : ('sense' as const) }];
  });
  if (labels.length === 0) return { ndcg: prompts.every((x) => x.kind === 'record') ? 1 : 0, broken };
  const grades = new Map(labels.map((label) => [identity(label), label.grade]));
  const seen = new Set<string>();
  const gains = prompts.map((x) => {
    const id = identity(x);
    if (seen.has(id)) return 0;
    seen.add(id);
    return grades.get(id) ?? 0;
  });
  return { ndcg: gain(gains) / gain(labels.map((label) => label.grade).sort((a, b) => b - a)), broken };
}
