import { mailboxKind } from '../people/mailbox-kind.ts';
import type { Reason } from '../records/prompt.ts';
import type { Kind } from './candidate.ts';
import { promptKey } from './prompt-key.ts';
import type { Stranger, View } from './view.ts';
import { weights } from './weights.ts';

const plainName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** Whether somebody stands behind the address: a person, or an office that answers. Lists, rooms, queues and machines are nobody. */
function isSomebody(view: View, { key, name }: Stranger): 'person' | 'office' | null {
  if (key === null) return 'person';
  if (view.knowledge.saidPeople.has(key)) return 'person';
  const kind = mailboxKind({ written: key, name, marked: null });
  return kind === 'person' ? 'person' : kind === 'role' ? 'office' : null;
}

/** A new face: keep the address before it is lost. More so for whoever leads, or shares a name with somebody kept. */
export const record: Kind = (view) => {
  const namesakes = new Map(
    [...view.people.values()]
      .flatMap((p) => [p.name, ...p.otherNames].map((name) => [plainName(name), p] as const))
      .reverse(),
  );
  return view.strangers.flatMap((stranger) => {
    const somebody = isSomebody(view, stranger);
    const namesake = namesakes.get(plainName(stranger.name));
    // A name without an address that is kept already is a question for matching, not a new face.
    if (somebody === null || (stranger.key === null && namesake !== undefined)) return [];
    const because: Reason[] = [{ code: 'new-face', params: {}, from: null }];
    if (stranger.leads)
      because.push({ code: 'leads-occasion', params: {}, from: { table: 'occasions', id: view.occasion.id } });
    if (namesake !== undefined)
      because.push({
        code: 'shares-name',
        params: { name: namesake.name },
        from: { table: 'people', id: namesake.id },
      });
    const telling = stranger.leads
      ? weights.recordLeader
      : namesake !== undefined
        ? weights.recordNamesake
        : weights.record;
    const worth = somebody === 'office' ? weights.recordOffice : telling;
    return [
      {
        worth,
        prompt: {
          key: promptKey.record(stranger.key ?? `name:${stranger.name}`),
          kind: 'record' as const,
          person: { id: null, key: stranger.key, name: stranger.name },
          other: null,
          subject: null,
          because,
          setting: null,
        },
      },
    ];
  });
};
