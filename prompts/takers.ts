import type { Reason } from '../records/prompt.ts';
import type { Tip } from '../records/tip.ts';
import { refusalOf } from './gates.ts';
import type { Knowledge } from './knowledge.ts';
import { bestUse, interestsOf } from './share.ts';
import { nowhere, type View, viewOf } from './view.ts';
import { weights } from './weights.ts';

/** Added to the fit of a tip and a person, where all else is equal. Chosen: each less than a real difference in fit. */
const counts = { seldom: 0.04, cooperated: 0.04, lately: -0.06, named: 0.3 };

/** Beside somebody to whom it is worth much, who gains less than this share of it is not named. Chosen. */
const nearlyAsGood = 0.6;

/** From this fit on somebody is worth naming, however well another fits. Chosen. */
const goodEnough = 0.25;

/** A person to whom a tip may go, and why it is worth something to them. */
export interface Taker {
  personId: string;
  because: Reason[];
}

/**
 * To whom a tip is worth most, of all kept people whom its reach allows, the best first: those whose need, interest or trade it
 * meets, and those it is meant for by name. Pure. `now` in epoch ms.
 */
export function takersOf(tip: Tip, knowledge: Knowledge, now: number): Taker[] {
  const view = viewOf(nowhere, knowledge, now);
  const found = [...view.people.values()].flatMap((person) => {
    if (refusalOf(view, tip, person) !== null) return [];
    const { interest, fit } = bestUse(view, tip, person, interestsOf(person));
    const named = tip.reach === 'few' && tip.few.includes(person.id);
    const because: Reason[] = [];
    if (named) because.push({ code: 'tip-named', params: {}, from: { table: 'tips', id: tip.id } });
    if (interest !== null && fit >= weights.namedFrom)
      because.push({
        code: interest.code,
        params: { tip: tip.text, [interest.code === 'tip-meets-need' ? 'need' : 'topic']: interest.text },
        from: { table: 'people', id: person.id },
      });
    if (because.length === 0) return [];
    const more = moreAbout(view, person.id);
    return [
      {
        personId: person.id,
        because: [...because, ...more.because],
        fit,
        named,
        worth: fit + more.worth + (named ? counts.named : 0),
      },
    ];
  });
  const best = Math.max(0, ...found.map(({ fit }) => fit));
  return found
    .filter(({ fit, named }) => named || fit >= Math.min(goodEnough, best * nearlyAsGood))
    .sort((a, b) => b.worth - a.worth || (a.personId < b.personId ? -1 : 1))
    .map(({ personId, because }) => ({ personId, because }));
}

/** What speaks for one of two to whom a tip is worth as much: seldom seen, agreed to something once, not given anything lately. */
function moreAbout(view: View, personId: string): { because: Reason[]; worth: number } {
  const because: Reason[] = [];
  let worth = 0;
  const agreed = view.cooperationsOf(personId).findLast((one) => one.answer === 'agreed');
  if (agreed !== undefined) {
    because.push({
      code: 'once-cooperated',
      params: { about: agreed.about, at: agreed.answeredAt ?? agreed.at },
      from: { table: 'cooperations', id: agreed.id },
    });
    worth += counts.cooperated;
  }
  const last = view.lastAt(personId);
  if (last !== null && view.now - last > weights.seldomAfter) {
    because.push({ code: 'seldom-seen', params: { at: last }, from: { table: 'people', id: personId } });
    worth += counts.seldom;
  }
  const lately = view.knowledge.shares.some(
    (one) => one.personId === personId && one.givenAt !== null && view.now - one.givenAt < weights.gotWithin,
  );
  return { because, worth: worth + (lately ? counts.lately : 0) };
}
