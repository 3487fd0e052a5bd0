import { mailboxKind } from '../people/mailbox-kind.ts';
import { type Match, matchOf, refOf } from '../people/match.ts';
import { standingOf } from '../people/standing.ts';
import { tieOf } from '../people/tie.ts';
import { promptsFor } from '../prompts/engine.ts';
import { Fit } from '../prompts/fit.ts';
import type { Knowledge, OccasionInView } from '../prompts/knowledge.ts';
import { weights } from '../prompts/weights.ts';
import type { Brief, BriefKnown, BriefPerson } from '../records/brief.ts';
import type { KeptParticipant, Occasion } from '../records/occasion.ts';
import type { Person } from '../records/person.ts';
import type { MailboxKind } from '../records/sighting.ts';
import { grouped } from './grouped.ts';
import type { Loaded } from './load-knowledge.ts';
import type { LoadedPeople } from './load-people.ts';

/** A need of mine and an offer of theirs meet from this fit on. */
const couldDoFrom = weights.couldDoFrom;

/** One participant, all its roles taken together. */
interface Participant {
  ref: string;
  first: KeptParticipant;
  roles: KeptParticipant['role'][];
  mailbox: MailboxKind;
  match: Match<Person>;
}

const roleOrder = ['organizer', 'from', 'reply-to', 'to', 'attendee', 'cc', 'bcc'];

function participantsOf(occasion: Occasion, loaded: LoadedPeople): Participant[] {
  const others = occasion.participants.filter((one) => !one.self);
  const groups = grouped(others, (one) => refOf({ name: one.name, address: one.written }));
  return [...groups].flatMap(([ref, group]) => {
    const one = group[0];
    if (one === undefined) return [];
    const first = {
      ...one,
      name: group.find((each) => each.name !== null)?.name ?? null,
      answer: group.find((each) => each.answer !== null)?.answer ?? null,
    };
    const said = first.key !== null && loaded.match.saidPeople.has(first.key);
    return {
      ref,
      first,
      roles: [...new Set(group.map((each) => each.role))].sort((a, b) => roleOrder.indexOf(a) - roleOrder.indexOf(b)),
      mailbox: said
        ? 'person'
        : mailboxKind({ written: first.written ?? '', name: first.name, marked: first.marked ?? null }),
      match: matchFor(first, occasion, loaded),
    };
  });
}

/** By address or by name; or the person that the user said this bare name is, here. */
function matchFor(participant: KeptParticipant, occasion: Occasion, loaded: LoadedPeople): Match<Person> {
  const candidates = loaded.candidatesFor(participant, occasion);
  const said = candidates.find((person) => person.id === participant.personId);
  if (participant.key === null && said !== undefined) return { match: 'known', person: said };
  return matchOf(loaded.seenIn(participant, occasion), candidates, loaded.match);
}

/** The contacts of everybody known here, but for the occasion in view: to look at it is no contact. */
function contactsBut(occasionId: string, loaded: LoadedPeople): Knowledge['contacts'] {
  return new Map(
    [...loaded.contacts].map(([id, contacts]) => [id, contacts.filter((contact) => contact.occasionId !== occasionId)]),
  );
}

function knownOf(
  person: Person,
  loaded: LoadedPeople,
  contacts: Knowledge['contacts'],
  fit: Fit,
  now: number,
): BriefKnown {
  const note = person.notes.filter((one) => !one.confidential).sort((a, b) => b.createdAt - a.createdAt)[0];
  const couldDoForMe = loaded.settings.me.needs.flatMap((need) => {
    const best = person.offers
      .map((offer) => ({ offer: offer.text, fit: fit.of(need.text, offer.text).fit }))
      .sort((a, b) => b.fit - a.fit)[0];
    return best === undefined || best.fit < couldDoFrom ? [] : [{ need: need.text, offer: best.offer }];
  });
  return {
    id: person.id,
    name: person.name,
    organisation: person.organisation,
    title: person.title,
    standing: standingOf(person, loaded.cooperations, now),
    tie: tieOf(contacts.get(person.id) ?? [], now),
    note: note === undefined ? null : (note.text.split('\n')[0] ?? '').slice(0, 500),
    needs: person.needs,
    offers: person.offers,
    couldDoForMe,
  };
}

function briefPerson(
  { ref, first, roles, mailbox, match }: Participant,
  known: (person: Person) => BriefKnown,
): BriefPerson {
  return {
    ref,
    address: first.written,
    key: first.key,
    name: first.name ?? '',
    roles,
    answer: first.answer,
    match: match.match,
    mailbox,
    known: match.match === 'known' ? known(match.person) : null,
    candidates:
      match.match === 'possible'
        ? match.candidates.map(({ person, reason }) => ({
            id: person.id,
            name: person.name,
            organisation: person.organisation,
            reason,
          }))
        : [],
  };
}

/** The occasion as the engine sees it: people only, and a bare name by the address of the person whom the user said it is. */
function inView(occasion: Occasion, participants: readonly Participant[]): OccasionInView {
  const human = new Map(participants.map((one) => [one.ref, one]));
  return {
    ...occasion,
    participants: occasion.participants.flatMap((one) => {
      const participant = human.get(refOf({ name: one.name, address: one.written }));
      if (one.self || participant === undefined) return [one];
      if (one.marked != null && participant.mailbox !== 'person') return [];
      const person = participant.match.match === 'known' ? participant.match.person : null;
      return [one.key === null && person !== null ? { ...one, key: person.keys[0] ?? null } : one];
    }),
  };
}

/**
 * Who is here and what they are to the user, before the prompts are worked out. `kept`: whether the occasion is in the
 * store, so that acts can refer to it. Pure. `now` in epoch ms.
 */
export function peopleBriefOf(occasion: Occasion, kept: boolean, loaded: LoadedPeople, now: number): Brief {
  return { ...briefWith(occasion, kept, participantsOf(occasion, loaded), loaded, now), pending: true };
}

function briefWith(
  occasion: Occasion,
  kept: boolean,
  participants: readonly Participant[],
  loaded: LoadedPeople,
  now: number,
): Brief {
  const fit = new Fit(loaded.meanings);
  const contacts = contactsBut(occasion.id, loaded);
  const { site, kind, title, startAt, endAt, zone, whenText, extent } = occasion;
  const over = kind === 'meeting' && endAt !== null && endAt <= now;
  return {
    occasion: { id: kept ? occasion.id : null, site, kind, title, startAt, endAt, zone, whenText, extent, over },
    people: participants.map((one) => briefPerson(one, (person) => knownOf(person, loaded, contacts, fit, now))),
    prompts: [],
  };
}

/** Everything that is shown for one occasion: who is here, what they are to the user, and the prompts in rank order. Pure. `now` in epoch ms. */
export function briefOf(occasion: Occasion, kept: boolean, loaded: Loaded, now: number): Brief {
  const participants = participantsOf(occasion, loaded);
  const knowledge: Knowledge = { ...loaded.knowledge, contacts: contactsBut(occasion.id, loaded) };
  const prompts = promptsFor(inView(occasion, participants), knowledge, now);
  const brief = briefWith(occasion, kept, participants, loaded, now);
  const reviewed = loaded.reviewed.has(occasion.id);
  return {
    ...brief,
    occasion: { ...brief.occasion, reviewed },
    // A review is written about a kept occasion, and once.
    prompts: kept && !reviewed ? prompts : prompts.filter((prompt) => prompt.kind !== 'review'),
  };
}
