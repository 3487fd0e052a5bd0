/**
 * `npm run worlds:habit`: a quarter in the life of three kinds of users, simulated on the worlds of `tests/fixtures/worlds`.
 * Prints a table of what habit does: how many of the first three prompts each would take up, without and with it.
 */
import { resolve } from 'node:path';
import { promptsFor } from '../prompts/engine.ts';
import { firstSight } from '../prompts/first-sight.ts';
import { type Done, type Habit, habitOf, wayOf } from '../prompts/habit.ts';
import type { Knowledge } from '../prompts/knowledge.ts';
import type { Way } from '../records/habit.ts';
import type { Prompt } from '../records/prompt.ts';
import { random } from './random.ts';
import { projectTable, type ReadWorld, readWorlds } from './read-worlds.ts';
import { knowledgeOf, occasionOf, resultOf } from './world.ts';
import { scoreWorld } from './world-score.ts';

/** How likely a user is to take up a prompt of each way, and how likely that is followed by cooperation. */
export interface User {
  name: string;
  takes: Partial<Record<Way, number>>;
  leads: Partial<Record<Way, number>>;
}

export const users: readonly User[] = [
  {
    name: 'gives: tips for one and for a few, seldom an introduction',
    takes: { 'share-one': 0.9, 'share-few': 0.8, 'answer-mine': 0.6, introduce: 0.1, reconnect: 0.2 },
    leads: { 'share-one': 0.5, 'share-few': 0.3 },
  },
  {
    name: 'introduces, and keeps tips to themselves',
    takes: { introduce: 0.9, reconnect: 0.6, 'answer-mine': 0.6, 'share-one': 0.1, 'share-few': 0.1 },
    leads: { introduce: 0.5, reconnect: 0.2 },
  },
  {
    name: 'does what is owed and wakes old ties',
    takes: { 'answer-mine': 0.9, 'step-mine': 0.9, reconnect: 0.9, introduce: 0.2, 'share-one': 0.2, 'share-few': 0.2 },
    leads: { reconnect: 0.5, 'step-mine': 0.3 },
  },
];

/** Of a way that a user has no mind about. */
const usually = 0.4;
const day = 86_400_000;
const weeks = 13;
const meetingsAWeek = 4;
const beginsAt = Date.UTC(2027, 0, 4, 9);

interface Meeting extends ReadWorld {
  knowledge: Knowledge;
}

/** The worlds of some folders, with what the engine may know of each. */
export function meetingsIn(folders: readonly string[]): Meeting[] {
  const table = projectTable();
  return folders
    .flatMap((folder) => readWorlds(resolve(import.meta.dirname, '../tests/fixtures/worlds', folder)))
    .filter(({ labels }) => labels !== null && labels.length > 0)
    .map((read) => ({ ...read, knowledge: knowledgeOf(read.world, table) }));
}

const promptsAt = ({ world, knowledge }: Meeting, habit?: Habit): Prompt[] =>
  promptsFor(occasionOf(world), habit === undefined ? knowledge : { ...knowledge, habit }, Date.parse(world.now));

/** What a user did at the meetings of a quarter, prompts ranked all along by what was learned so far. */
export function quarter(user: User, meetings: readonly Meeting[], seed: number): Habit {
  const roll = random(seed);
  const done = {
    decisions: [] as Done['decisions'][number][],
    tips: meetings.flatMap(({ knowledge }) => knowledge.tips),
    shares: [],
    introductions: [],
    matters: meetings.flatMap(({ knowledge }) => knowledge.matters),
    cooperations: [] as Done['cooperations'][number][],
  };
  let habit: Habit = new Map();
  for (let n = 0; n < weeks * meetingsAWeek; n++) {
    const at = beginsAt + Math.floor((n * 7) / meetingsAWeek) * day;
    const meeting = meetings[Math.floor(roll() * meetings.length)];
    if (meeting === undefined) continue;
    const base = (id: string) => ({ id, createdAt: at, updatedAt: at });
    for (const prompt of firstSight(promptsAt(meeting, habit))) {
      const way = wayOf(prompt);
      const taken = roll() < (user.takes[way] ?? usually);
      // Each meeting is another one, with people of its own.
      const [kind = '', person = '', ...rest] = prompt.key.split('/');
      const who = `${person}-${n}`;
      const promptKey = [kind, who, ...rest].join('/');
      done.decisions.push({ ...base(promptKey), promptKey, decision: taken ? 'done' : 'never', until: null, at });
      if (prompt.kind === 'follow-up')
        done.cooperations.push(...meeting.knowledge.cooperations.filter(({ id }) => id === prompt.subject?.id));
      if (taken && roll() < (user.leads[way] ?? 0))
        done.cooperations.push({
          ...base(`c-${promptKey}`),
          personId: who,
          direction: 'i-asked',
          about: 'a favour',
          answer: 'agreed',
          at: at + 20 * day,
          answeredAt: null,
        });
    }
    habit = habitOf(done, 0, at);
  }
  return habitOf(done, 0, beginsAt + weeks * 7 * day);
}

/** At other meetings: the share of the first three prompts that this user would take up, and the score by the labels. */
export function worthTo(user: User, meetings: readonly Meeting[], habit?: Habit): { taken: number; ndcg: number } {
  let [wanted, shown, ndcg] = [0, 0, 0];
  for (const meeting of meetings) {
    const prompts = promptsAt(meeting, habit);
    for (const prompt of firstSight(prompts)) {
      wanted += user.takes[wayOf(prompt)] ?? usually;
      shown++;
    }
    ndcg += scoreWorld(meeting.world, meeting.labels ?? [], meeting.never, prompts.map(resultOf)).ndcg;
  }
  return { taken: wanted / Math.max(1, shown), ndcg: ndcg / Math.max(1, meetings.length) };
}

function report(): void {
  const [lived, others] = [meetingsIn(['given']), meetingsIn(['own', 'fresh'])];
  console.log('| user | would take up of the first three | nDCG@7 | what was learned |\n|---|---|---|---|');
  for (const user of users) {
    const habit = quarter(user, lived, 1);
    const [before, after] = [worthTo(user, others), worthTo(user, others, habit)];
    const learned = [...habit.values()]
      .filter(({ pull }) => Math.abs(pull - 1) >= 0.03)
      .map(({ way, taken, refused, ledTo, pull }) => `${way} ×${pull.toFixed(2)} (${taken}/${refused}/${ledTo})`);
    const from = (x: number, y: number, digits: number) => `${x.toFixed(digits)} → ${y.toFixed(digits)}`;
    console.log(
      `| ${user.name} | ${from(before.taken, after.taken, 2)} | ${from(before.ndcg, after.ndcg, 3)} | ${learned.join(', ')} |`,
    );
  }
}

if (process.argv[1] === import.meta.filename) report();
