import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { addressKey } from '../../people/address-key.ts';
import { nameKeys } from '../../people/name-key.ts';
import { readPinyinTable } from '../../people/pinyin-table.ts';
import type { Cooperation } from '../../records/cooperation.ts';
import type { Introduction } from '../../records/introduction.ts';
import type { Matter } from '../../records/matter.ts';
import type { KeptParticipant, Occasion } from '../../records/occasion.ts';
import { newPerson, newWant, type Person } from '../../records/person.ts';
import { newSettings, type Settings } from '../../records/settings.ts';
import type { Share } from '../../records/share.ts';
import { newTip, type Tip } from '../../records/tip.ts';
import { eventRef } from './calendar.ts';
import { me, people as samplePeople } from './people.ts';
import {
  cooperations,
  introductions,
  matters,
  meetings,
  pastMeetings,
  type SampleMeeting,
  shares,
  tips,
} from './story.ts';
import { addressOf, minutesOf, named } from './who.ts';

const day = 86_400_000;

const pinyin = readPinyinTable(readFileSync(resolve(import.meta.dirname, '../../public/pinyin.bin')));

/** The sample as a backup file holds it (`docs/backup.md`). */
export interface SampleBackup {
  format: 'renmai-backup';
  version: 1;
  /** ISO 8601, UTC. */
  exportedAt: string;
  tables: {
    people: Person[];
    occasions: Occasion[];
    tips: Tip[];
    shares: Share[];
    introductions: Introduction[];
    matters: Matter[];
    cooperations: Cooperation[];
    settings: Settings[];
  };
}

/** An id that stays the same from build to build (a UUIDv7 in form: version and variant bits set, the rest a counter). */
function stableIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `01930000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`;
  };
}

function writtenAddress(address: string): { written: string; key: string } {
  const key = addressKey(address);
  if (key === null) throw new Error(`${address} is no address.`);
  return { written: address, key };
}

/** How long a meeting lasts, in hours. */
function hoursOf({ from, to }: SampleMeeting): number {
  const hours = (time: string) => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60;
  return hours(to) - hours(from);
}

/**
 * The whole sample, told from `now` (epoch ms) by clocks that go `eastOfUtc` ms before UTC: yesterday's meeting was
 * yesterday. The same arguments give the same bytes.
 */
export function sampleBackup(now: number, eastOfUtc: number): SampleBackup {
  const newId = stableIds();
  const at = (days: number) => now + days * day;
  const base = (days: number) => ({ id: newId(), createdAt: at(days), updatedAt: at(days) });
  const want = (text: string) => ({ ...newWant(text, at(-100)), id: newId() });

  const people = samplePeople.map((sample): Person => {
    const made = newPerson(
      {
        id: newId(),
        name: sample.name,
        otherNames: sample.otherNames ?? [],
        addresses: [writtenAddress(addressOf(sample))],
        organisation: sample.organisation,
        title: sample.title ?? null,
        topics: sample.topics ?? [],
        tags: sample.tags ?? [],
        friend: sample.friend ?? false,
        potentialSince: sample.potential === undefined ? null : at(-sample.potential),
      },
      at(-420),
    );
    return {
      ...made,
      nameKeys: nameKeys(made, pinyin),
      needs: (sample.needs ?? []).map(want),
      offers: (sample.offers ?? []).map(want),
      notes: (sample.notes ?? []).map(({ text, confidential = false }) => ({
        id: newId(),
        text,
        confidential,
        createdAt: at(-60),
      })),
    };
  });
  const idByKey = new Map(samplePeople.map(({ key }, index) => [key, people[index]?.id ?? '']));
  const idOf = (key: string): string => {
    if (key === 'me') return 'me';
    const id = idByKey.get(key);
    if (!id) throw new Error(`The story names “${key}”, who is none of the sample people.`);
    return id;
  };

  const tipIds = new Map(tips.map(({ key }) => [key, newId()]));
  const tipId = (key: string): string => {
    const id = tipIds.get(key);
    if (id === undefined) throw new Error(`The story names the tip “${key}”, which it does not tell.`);
    return id;
  };

  const participant = (who: string, role: KeptParticipant['role']): KeptParticipant => {
    const { name, address } = named(who);
    return { ...writtenAddress(address), name, role, answer: 'accepted', self: who === 'lin.wei' };
  };

  const clock = (days: number, time: string) =>
    Math.floor((at(days) + eastOfUtc) / day) * day - eastOfUtc + minutesOf(time) * 60_000;

  const occasionOf = (title: string, onDay: number, startAt: number, hours: number, people: string[]): Occasion => {
    const participants = people.map((who, index) => participant(who, index === 0 ? 'organizer' : 'attendee'));
    const own = base(Math.min(onDay, 0));
    return {
      ...own,
      site: 'google-calendar',
      ref: `sample-${own.id.slice(-4)}`,
      kind: 'meeting',
      title,
      startAt,
      endAt: startAt + hours * 3_600_000,
      zone: null,
      whenText: null,
      organizerKey: participants[0]?.key ?? null,
      participants,
      keys: participants.flatMap(({ key, self }) => (key === null || self ? [] : [key])),
      extent: { complete: true, shown: participants.length, total: participants.length },
      lastSeenAt: at(onDay),
      pinned: false,
      importId: null,
    };
  };

  return {
    format: 'renmai-backup',
    version: 1,
    exportedAt: new Date(now).toISOString(),
    tables: {
      people,
      occasions: [
        ...pastMeetings.map((meeting) =>
          occasionOf(meeting.title, meeting.day, at(meeting.day), 1, ['lin.wei', ...meeting.people]),
        ),
        // What is ahead in the sample calendar, so that the planner's first screen has prompts without it.
        ...meetings
          .filter((meeting) => meeting.day > 0)
          .map((meeting) => ({
            ...occasionOf(meeting.title, meeting.day, clock(meeting.day, meeting.from), hoursOf(meeting), [
              ...new Set([meeting.organizer, ...meeting.guests.map((guest) => guest.who), 'lin.wei']),
            ]),
            ref: eventRef(meeting.key),
            lastSeenAt: now,
          })),
      ],
      tips: tips.map(
        (tip): Tip => ({
          ...newTip(
            {
              id: tipId(tip.key),
              text: tip.text,
              topics: tip.topics,
              reach: tip.reach,
              few: (tip.few ?? []).map(idOf),
              confidential: tip.confidential ?? false,
              expiresAt: tip.ends === null ? null : at(tip.ends),
              source: tip.source,
            },
            at(tip.learnt),
          ),
        }),
      ),
      shares: shares.map(
        (share): Share => ({
          ...base(Math.min(share.day, -1)),
          tipId: tipId(share.tip),
          personId: idOf(share.person),
          state: share.state,
          setting: share.setting,
          plannedFor: share.state === 'planned' ? at(share.day) : null,
          whyYou: share.whyYou,
          occasionId: null,
          givenAt: share.state === 'given' ? at(share.day) : null,
          outcome: null,
        }),
      ),
      introductions: introductions.map(
        (introduction): Introduction => ({
          ...base(introduction.day),
          aId: idOf(introduction.a),
          bId: idOf(introduction.b),
          reason: introduction.reason,
          state: introduction.state,
          consentA: introduction.state === 'done' ? 'agreed' : 'asked',
          consentB: introduction.state === 'done' ? 'agreed' : 'not-asked',
          madeAt: introduction.state === 'done' ? at(introduction.day) : null,
          outcome: null,
        }),
      ),
      matters: matters.map(
        (matter): Matter => ({
          ...base(-20),
          title: matter.title,
          owner: idOf(matter.owner),
          steps: matter.steps.map((step) => ({
            id: newId(),
            title: step.title,
            who: step.who === null ? null : idOf(step.who),
            state: step.done ? 'done' : 'open',
            dueAt: step.due === undefined ? null : at(step.due),
          })),
          state: 'open',
          outcome: null,
        }),
      ),
      cooperations: cooperations.map(
        (cooperation): Cooperation => ({
          ...base(cooperation.day),
          personId: idOf(cooperation.person),
          direction: cooperation.direction,
          about: cooperation.about,
          answer: cooperation.answer,
          at: at(cooperation.day),
          answeredAt: cooperation.answer === 'open' ? null : at(cooperation.day + 1),
        }),
      ),
      settings: [
        {
          ...newSettings(now),
          me: {
            name: me.name,
            addresses: [writtenAddress(me.address)],
            needs: me.needs.map(want),
            offers: me.offers.map(want),
          },
          welcomedAt: now,
        },
      ],
    },
  };
}
