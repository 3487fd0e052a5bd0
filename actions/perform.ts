import * as v from 'valibot';
import { type Act, type ActResult, actSchema } from '../records/act.ts';
import { Problem } from '../records/problem.ts';
import type { Act as RunningAct } from '../storage/journal.ts';
import { undo } from '../storage/undo.ts';
import type { ActDeps } from './act-deps.ts';
import { addMyNeed } from './add-my-need.ts';
import { addMyOffer } from './add-my-offer.ts';
import { addNeed } from './add-need.ts';
import { addNote } from './add-note.ts';
import { addOffer } from './add-offer.ts';
import { answerCooperation } from './answer-cooperation.ts';
import { beginIntroduction } from './begin-introduction.ts';
import { captureTip } from './capture-tip.ts';
import { closeShare } from './close-share.ts';
import { confirmMatch } from './confirm-match.ts';
import { decide } from './decide.ts';
import { keepOccasion } from './keep-occasion.ts';
import { keepPerson } from './keep-person.ts';
import { markFriend } from './mark-friend.ts';
import { planShare } from './plan-share.ts';
import { recordCooperation } from './record-cooperation.ts';
import { refuseMatch } from './refuse-match.ts';
import { resultOf, runAct } from './run-act.ts';
import { sayPerson } from './say-person.ts';
import { tagPotential } from './tag-potential.ts';
import { mergedRows, unmergePeople } from './unmerge-people.ts';
import { writeReview } from './write-review.ts';

type Recorded = Exclude<Act, { act: 'undo' }>;

/**
 * Carries out one act of the user: checks it, runs it as one transaction with one row of the journal, and keeps the
 * meaning of what was written. Never throws: what goes wrong is a numbered error, and then nothing was written.
 */
export async function perform(given: unknown, deps: ActDeps): Promise<ActResult> {
  return resultOf(async () => {
    const act = checkAct(given);
    if (act.act === 'undo') return takeBack(act.changeId, deps);
    const { value, changeId } = await runAct(act.act, deps, (running) => carryOut(act, running, deps));
    return { changeId, people: value };
  });
}

/** A merge is taken back whatever was written since; any other act only where nothing stands against it. */
async function takeBack(id: string, deps: ActDeps): Promise<{ changeId: string | null }> {
  const change = await deps.store.changes.get(id);
  const isMerge = change !== undefined && mergedRows(change) !== null;
  return isMerge
    ? unmergePeople(deps.store, change, { pinyin: deps.pinyin ?? null, now: deps.now() })
    : undo(deps.store, id, deps.now());
}

function checkAct(given: unknown): Act {
  const result = v.safeParse(actSchema, given);
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new Problem(
    'RM-113',
    `This cannot be done as asked: ${v.getDotPath(issue) ?? 'the act'} should be ${issue.expected ?? 'shorter, or not empty'}. Nothing was written.`,
  );
}

/** The names of those who have the tip already, when a share makes it common; otherwise none. */
async function carryOut(act: Recorded, running: RunningAct, deps: ActDeps): Promise<string[]> {
  switch (act.act) {
    case 'plan-share':
      return planShare(act, running, deps);
    case 'decide':
      await decide(act, running, deps);
      break;
    case 'keep-person':
      await keepPerson(act, running, deps);
      break;
    case 'keep-occasion':
      await keepOccasion(act, running, deps);
      break;
    case 'say-person':
      await sayPerson(act, running, deps);
      break;
    case 'confirm-match':
      await confirmMatch(act, running, deps);
      break;
    case 'refuse-match':
      await refuseMatch(act, running, deps);
      break;
    case 'tag-potential':
      await tagPotential(act, running, deps);
      break;
    case 'mark-friend':
      await markFriend(act, running, deps);
      break;
    case 'add-need':
      await addNeed(act, running, deps);
      break;
    case 'add-offer':
      await addOffer(act, running, deps);
      break;
    case 'add-note':
      await addNote(act, running, deps);
      break;
    case 'close-share':
      await closeShare(act, running);
      break;
    case 'record-cooperation':
      await recordCooperation(act, running, deps);
      break;
    case 'answer-cooperation':
      await answerCooperation(act, running, deps);
      break;
    case 'begin-introduction':
      await beginIntroduction(act, running, deps);
      break;
    case 'write-review':
      await writeReview(act, running, deps);
      break;
    case 'capture-tip':
      await captureTip(act, running);
      break;
    case 'add-my-need':
      await addMyNeed(act, running, deps);
      break;
    case 'add-my-offer':
      await addMyOffer(act, running, deps);
      break;
  }
  return [];
}
