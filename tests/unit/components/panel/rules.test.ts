import { describe, expect, test } from 'vitest';
import { deedOf, whomOf } from '../../../../components/panel/deed.ts';
import { shareTime, shareWhens } from '../../../../components/panel/forms/share-when.ts';
import { laterChoices } from '../../../../components/panel/later-choices.ts';
import { inKeptOrder, isMachine, orderedPeople } from '../../../../components/panel/people-order.ts';
import { clipped, promptHeadline, reasonSentence } from '../../../../components/panel/reason-words.ts';
import { saidOf } from '../../../../components/panel/said.ts';
import { formatsFor } from '../../../../components/parts/formats.ts';
import { catalogue, type LanguageTag } from '../../../../locales/index.ts';
import type { Brief } from '../../../../records/brief.ts';
import { promptKindSchema, reasonCodeSchema } from '../../../../records/prompt.ts';
import { crowd, now, over, rich } from '../../../looks/briefs.ts';

const locale = (language: LanguageTag) => ({
  language,
  t: catalogue(language),
  format: formatsFor(language, () => now),
});
const promptOf = (kind: string) => {
  const found = rich.prompts.find((prompt) => prompt.kind === kind);
  if (found === undefined) throw new Error(`No ${kind} in the fixture.`);
  return found;
};
const local = (at: number) => new Date(at).toString().slice(0, 21);

describe('later', () => {
  const occasion = rich.occasion;

  test('is after the meeting, tomorrow at nine, next Monday, in a month', () => {
    expect(laterChoices(occasion, now).map((choice) => [choice.name, local(choice.until)])).toEqual([
      ['afterMeeting', 'Tue Mar 03 2026 15:30'],
      ['tomorrow', 'Wed Mar 04 2026 09:00'],
      ['nextWeek', 'Mon Mar 09 2026 09:00'],
      ['nextMonth', 'Fri Apr 03 2026 09:00'],
    ]);
  });

  test('of a thread or of what is over begins with this evening, or three hours on', () => {
    const thread: Brief['occasion'] = { ...occasion, kind: 'thread' };
    expect(local(laterChoices(thread, now)[0]?.until ?? 0)).toBe('Tue Mar 03 2026 18:00');
    const night = new Date(2026, 2, 3, 22).getTime();
    expect(laterChoices(over.occasion, night)[0]).toEqual({ name: 'thisEvening', until: night + 3 * 3_600_000 });
  });

  test('from a Monday is the Monday after, and from the 31st the last day of a shorter month', () => {
    const monday = new Date(2026, 7, 31, 8).getTime();
    const choices = laterChoices(occasion, monday);
    expect(local(choices[2]?.until ?? 0)).toBe('Mon Sep 07 2026 09:00');
    expect(local(choices[3]?.until ?? 0)).toBe('Wed Sep 30 2026 09:00');
  });

  test('never lies in the past', () => {
    for (let hour = 0; hour < 24 * 40; hour += 5)
      for (const choice of laterChoices(over.occasion, now + hour * 3_600_000))
        expect(choice.until).toBeGreaterThan(now + hour * 3_600_000);
  });
});

describe('a share is planned for', () => {
  test('before and after the meeting only while they lie ahead', () => {
    expect(shareWhens(rich.occasion, now)).toEqual(['open', 'before', 'after', 'tomorrow', 'nextWeek', 'day']);
    expect(shareWhens(over.occasion, now)).toEqual(['open', 'tomorrow', 'nextWeek', 'day']);
  });

  test('a time, or none while it is open or no day is chosen', () => {
    expect(shareTime('open', '', rich.occasion, now)).toBeNull();
    expect(shareTime('day', '', rich.occasion, now)).toBeNull();
    expect(local(shareTime('day', '2026-03-20', rich.occasion, now) ?? 0)).toBe('Fri Mar 20 2026 09:00');
    expect(shareTime('before', '', rich.occasion, now)).toBe(rich.occasion.startAt);
  });
});

describe('the people', () => {
  test('stand with prompts first, then known, possible, new, machines last', () => {
    const names = orderedPeople(rich).map((person) => person.ref);
    expect(names.slice(0, 4)).toEqual([
      'lin.yue@beihai.example',
      'zhaomin@haike.example',
      'n.okafor@freemail.example',
      'tobias.achterberg@nordlicht.example',
    ]);
    expect(names[4]).toBe('yousef@darb.example');
    expect(names[5]).toBe('wang.wei@portauthority.example');
    expect(names.slice(-3)).toEqual([
      'team-quality@beihai.example',
      'c_1880a@resource.calendar.example',
      'no-reply@calendar.example',
    ]);
    expect(orderedPeople(crowd)).toHaveLength(2000);
  });

  test('keep their places when the prompts change, and newcomers come where they would stand', () => {
    const before = orderedPeople(rich).map((person) => person.ref);
    const after = orderedPeople({ ...rich, prompts: rich.prompts.slice(4) });
    expect(inKeptOrder(after, before).map((person) => person.ref)).toEqual(before);
    const withoutLast = inKeptOrder(after, before.slice(0, -1));
    expect(withoutLast).toHaveLength(before.length);
    expect(withoutLast.at(-1)?.ref).toBe(before.at(-1));
  });

  test('of a role mailbox that is kept are people', () => {
    const list = rich.people.find((person) => person.mailbox === 'list');
    const lin = rich.people[0];
    if (list === undefined || lin === undefined) throw new Error('The fixture has changed.');
    expect(isMachine(list)).toBe(true);
    expect(isMachine({ ...lin, mailbox: 'role' })).toBe(false);
  });
});

describe('doing a prompt', () => {
  test('opens what its kind wants', () => {
    const does = Object.fromEntries(rich.prompts.map((prompt) => [prompt.kind, deedOf(prompt, rich).does]));
    expect(does.share).toMatchObject({
      opens: { form: 'share', whom: { personId: 'zhao' }, tipId: 't1', setting: 'walk' },
    });
    expect(does.record).toEqual({ act: { act: 'keep-person', ref: 'n.okafor@freemail.example' } });
    expect(does['follow-up']).toMatchObject({
      opens: { form: 'answer', cooperationId: 'c2', direction: 'they-asked', about: 'reading her audit report' },
    });
    expect(does.advance).toMatchObject({
      opens: { form: 'request', direction: 'i-asked', about: 'Ask which forms the port wants' },
    });
    expect(does.reconnect).toMatchObject({ opens: { form: 'request', about: 'a test certificate for the new film' } });
    expect(does.review).toEqual({ opens: { form: 'review', occasionId: 'o1' } });
    expect(does.introduce).toMatchObject({
      opens: { form: 'ask-both', whom: { personId: 'lin' }, other: { personId: 'tobias' } },
    });
    expect(Object.keys(does).sort()).toEqual([...promptKindSchema.options].sort());
  });

  test('of a planned share says how it went', () => {
    const planned = {
      ...promptOf('share'),
      because: [{ code: 'share-planned' as const, params: { setting: 'walk' }, from: { table: 'shares', id: 's1' } }],
    };
    expect(deedOf(planned, rich)).toMatchObject({
      label: 'given',
      does: { opens: { form: 'close-share', shareId: 's1' } },
    });
  });

  test('names a new face by ref, a kept person by id', () => {
    expect(rich.people.map(whomOf).slice(0, 1)).toEqual([{ personId: 'lin' }]);
    expect(rich.people.map(whomOf)[6]).toEqual({ ref: 'n.okafor@freemail.example' });
  });
});

describe('words', () => {
  test.each(['en', 'zh-CN'] as const)('of every reason in %s say each of its params and leave no hole', (language) => {
    const params = {
      tip: 'TIP',
      need: 'NEED',
      topic: 'TOPIC',
      at: now - 400 * 86_400_000,
      setting: 'walk',
      needer: 'NEEDER',
      offerer: 'OFFERER',
      offer: 'OFFER',
      state: 'asked',
      name: 'NAME',
      matter: 'MATTER',
      step: 'STEP',
      about: 'ABOUT',
      organisation: 'ORG',
      other: 'OTHER',
      taken: 3,
      refused: 1,
      ledTo: 2,
    };
    for (const code of reasonCodeSchema.options) {
      for (const given of [params, {}]) {
        const sentence = reasonSentence({ code, params: given, from: null }, promptOf('introduce'), locale(language));
        expect(sentence, code).not.toMatch(/undefined|null|NaN|\[object/);
      }
    }
    const said = (code: (typeof reasonCodeSchema.options)[number]) =>
      reasonSentence({ code, params, from: null }, promptOf('introduce'), locale(language));
    expect(said('need-meets-offer')).toMatch(/NEEDER.*NEED.*OFFERER.*OFFER/s);
    expect(said('share-planned')).toContain(locale(language).t.common.setting.walk.replace(/^A /, ''));
    expect(said('introduction-open')).toContain(locale(language).t.common.introductionState.asked);
  });

  test('keep a hostile name in its place', () => {
    const prompt = {
      ...promptOf('record'),
      person: { id: null, key: 'x@y.example', name: '\u202Eevil\u2069</b>\u200Bx' },
    };
    expect(promptHeadline(prompt, locale('en'))).toBe('Keep \u2068evil</b>x\u2069 among your people');
  });

  test('cut a long text at a whole character', () => {
    expect(clipped('👩‍👩‍👧‍👦'.repeat(50), 3)).toBe(`${'👩‍👩‍👧‍👦'.repeat(3)}…`);
    expect(clipped('  short\n text ', 40)).toBe('short text');
    expect(clipped('x'.repeat(100_000), 140)).toHaveLength(141);
  });

  test('say what was done, and when it comes back', () => {
    const { t, format } = locale('en');
    const until = new Date(2026, 2, 9, 9).getTime();
    expect(saidOf({ act: 'decide', promptKey: 'k', decision: 'later', until }, t, format)).toContain('Mar 9');
    expect(saidOf({ act: 'decide', promptKey: 'k', decision: 'never', until: null }, t, format)).toBe(
      t.panel.said.never,
    );
    expect(saidOf({ act: 'tag-potential', whom: { ref: 'a' }, on: false }, t, format)).toBe(
      t.panel.said['untag-potential'],
    );
  });
});

describe('times', () => {
  const en = formatsFor('en', () => now);
  const zh = formatsFor('zh-CN', () => now);

  test('are told from now', () => {
    expect([en.relative(now - 2 * 86_400_000), zh.relative(now - 2 * 86_400_000)]).toEqual(['2 days ago', '前天']);
    expect(en.relative(now + 20 * 60_000)).toBe('in 20 minutes');
    expect(en.relative(now - 540 * 86_400_000)).toBe('18 months ago');
    expect(en.when(now - 540 * 86_400_000)).toBe('on Sep 9, 2024');
    expect(zh.when(now - 540 * 86_400_000)).toBe('2024年9月9日');
  });

  test('of a range say the day once', () => {
    expect(zh.range(now, now + 90 * 60_000)).toBe('3月3日周二 13:40–15:10');
    expect(en.range(now, now + 90 * 60_000).match(/Mar/g)).toHaveLength(1);
  });

  test('in a zone that the browser does not know are told in its own', () => {
    expect(en.dateTime(now, 'Mars/Olympus')).toBe(en.dateTime(now));
    expect(en.dateTime(now, 'Asia/Tokyo')).not.toBe(en.dateTime(now, 'America/New_York'));
  });
});
