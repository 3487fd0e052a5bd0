import { tieOf } from '../people/tie.ts';
import type { Person } from '../records/person.ts';
import type { Reason } from '../records/prompt.ts';
import type { Tip } from '../records/tip.ts';
import { aside, asPromptPerson, type Candidate, type Kind } from './candidate.ts';
import { isBarred, isNamedIn, refusalOf } from './gates.ts';
import { promptKey } from './prompt-key.ts';
import { textOfTip, textOfTrade } from './texts.ts';
import type { View } from './view.ts';
import { weights } from './weights.ts';

/** What of a person a tip meets best, and how well. */
interface Use {
  person: Person;
  fit: number;
  meets: { code: 'tip-meets-need' | 'tip-meets-topic'; text: string } | null;
}

/** What of this person the tip meets: a need first of all, then a standing interest, an offer or their trade. */
function servedBy(view: View, tip: Tip, person: Person): Use {
  const text = textOfTip(tip);
  const named = isNamedIn(text, person) ? weights.namedInTip : 0;
  const trade = textOfTrade(person);
  const sides = [
    ...person.needs.map((need) => ({ code: 'tip-meets-need' as const, text: need.text, counts: 1 })),
    ...person.topics.map((topic) => ({ code: 'tip-meets-topic' as const, text: topic, counts: weights.topicAsNeed })),
    ...person.offers.map((offer) => ({
      code: 'tip-meets-topic' as const,
      text: offer.text,
      counts: weights.offerAsNeed,
    })),
    ...(trade === null ? [] : [{ code: 'tip-meets-topic' as const, text: trade, counts: weights.tradeAsNeed }]),
  ]
    .map((side) => ({ ...side, fit: view.fit.of(text, side.text) * side.counts }))
    .sort((x, y) => y.fit - x.fit || (x.text < y.text ? -1 : 1));
  const best = sides[0];
  return {
    person,
    fit: (best?.fit ?? 0) + named,
    meets: best === undefined ? null : { code: best.code, text: best.text },
  };
}

/** Whether anybody else could use an exclusive tip clearly better than this person: then it is not spent on them. */
function betterTaker(view: View, tip: Tip, use: Use, all: readonly Person[]): boolean {
  return all.some(
    (other) =>
      other.id !== use.person.id && refusalOf(view, tip, other) === null && servedBy(view, tip, other).fit > use.fit,
  );
}

function prompt(view: View, tip: Tip, use: Use, worth: number, planned: boolean): Candidate {
  const from = { table: 'tips', id: tip.id };
  const because: Reason[] = [];
  const share = view.sharesOf(tip.id).find((s) => s.personId === use.person.id && s.state === 'planned');
  if (planned && share !== undefined)
    because.push({
      code: 'share-planned',
      params: share.plannedFor === null ? { setting: share.setting } : { setting: share.setting, at: share.plannedFor },
      from: { table: 'shares', id: share.id },
    });
  if (tip.reach === 'few') because.push({ code: 'tip-named', params: {}, from });
  if (use.meets !== null && use.fit >= weights.meetsFrom)
    because.push({
      code: use.meets.code,
      params:
        use.meets.code === 'tip-meets-need'
          ? { tip: tip.text, need: use.meets.text }
          : { tip: tip.text, topic: use.meets.text },
      from: { table: 'people', id: use.person.id },
    });
  if (tip.reach === 'one') because.push({ code: 'tip-exclusive', params: {}, from });
  if (tip.expiresAt !== null && tip.expiresAt - view.now < weights.endsSoon)
    because.push({ code: 'tip-ends', params: { at: tip.expiresAt }, from });
  return {
    worth,
    prompt: {
      key: promptKey.share(use.person.id, tip.id),
      kind: 'share',
      person: asPromptPerson(use.person),
      other: null,
      subject: { table: 'tips', id: tip.id, text: tip.text },
      because,
      setting: share?.setting ?? aside(view),
    },
  };
}

/** A tip for one person alone: to whom it is worth most, within its reach, and never twice. */
export const share: Kind = (view) => {
  const all = [...view.people.values()];
  return view.tips.flatMap((tip) => {
    if (isBarred(tip, view.now) !== null) return [];
    const uses = view.present
      .filter(({ person }) => refusalOf(view, tip, person) === null)
      .map(({ person }) => servedBy(view, tip, person));
    return uses.flatMap((use) => {
      const planned = view.sharesOf(tip.id).some((s) => s.personId === use.person.id && s.state === 'planned');
      if (planned) return [prompt(view, tip, use, weights.sharePlanned, true)];
      if (tip.reach === 'few') return [prompt(view, tip, use, weights.namedAt(use.fit), false)];
      if (use.fit < weights.meetsFrom) return [];
      if (tip.reach === 'open') {
        const interest = use.meets?.code === 'tip-meets-need';
        const daily =
          use.person.friend || tieOf(view.knowledge.contacts.get(use.person.id) ?? [], view.now).word === 'strong';
        return !interest && daily ? [] : [prompt(view, tip, use, weights.openAt(use.fit), false)];
      }
      return betterTaker(view, tip, use, all) ? [] : [prompt(view, tip, use, weights.exclusiveAt(use.fit), false)];
    });
  });
};
