import fc from 'fast-check';
import { parse } from 'valibot';
import { expect, test, vi } from 'vitest';
import { promptsFor } from '../../../prompts/engine.ts';
import { firstSight } from '../../../prompts/first-sight.ts';
import type { Knowledge, OccasionInView } from '../../../prompts/knowledge.ts';
import { encode } from '../../../prompts/meaning.ts';
import { textsOfCooperation, textsOfMatter, textsOfMe, textsOfPerson, textsOfTip } from '../../../prompts/texts.ts';
import { promptSchema } from '../../../records/prompt.ts';
import { projectTable } from '../../../scripts/read-worlds.ts';
import {
  cooperation,
  day,
  decision,
  introduction,
  knowledge,
  matter,
  now,
  occasion,
  participant,
  person,
  share,
  step,
  tip,
} from './make.ts';

// Many runs each, on machines that do other things too.
vi.setConfig({ testTimeout: 60_000 });

const table = projectTable();
const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const id = fc.constantFrom(...ids);
const words =
  'cold storage avocados port 冷库 水果 编辑 手稿 violin lessons translate 翻译 railway timetable night shift 夜班 护士 damp wall'.split(
    ' ',
  );
const text = fc.oneof(
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((list) => list.join(' ')),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const texts = fc.array(text, { maxLength: 2 });
const when = fc.integer({ min: -900, max: 30 }).map((days) => now + days * day);
const many = <T>(one: fc.Arbitrary<T>, max = 4) => fc.array(one, { maxLength: max });
const numbered = <T, U>(list: T[], make: (one: T, n: number) => U): U[] => list.map(make);

const people = fc
  .tuple(
    ...ids.map(() =>
      fc.record({
        needs: texts,
        offers: texts,
        topics: texts,
        organisation: fc.option(fc.constantFrom('X', 'Y', '')),
        title: fc.option(text),
        friend: fc.boolean(),
        potentialSince: fc.option(when),
        secret: fc.option(text),
      }),
    ),
  )
  .map((list) =>
    list.map(({ secret, ...given }, n) =>
      person(ids[n] ?? '', {
        ...given,
        notes: secret === null ? [] : [{ id: 'n', text: `secret ${secret}`, confidential: true, createdAt: now }],
      }),
    ),
  );

const anyKnowledge: fc.Arbitrary<Knowledge> = fc
  .record({
    people,
    contacts: many(fc.tuple(id, many(when, 3))),
    needs: texts,
    cooperations: many(
      fc.record({
        personId: id,
        direction: fc.constantFrom('they-asked', 'i-asked'),
        answer: fc.constantFrom('agreed', 'declined', 'open'),
        at: when,
        about: text,
      }),
    ),
    tips: many(
      fc.record({
        text,
        topics: texts,
        reach: fc.constantFrom('one', 'few', 'open'),
        few: fc.uniqueArray(id, { maxLength: 2 }),
        confidential: fc.boolean(),
        expiresAt: fc.option(when),
        source: fc.option(text),
      }),
    ),
    shares: many(fc.record({ tip: fc.nat(3), personId: id, state: fc.constantFrom('planned', 'given', 'skipped') })),
    introductions: many(
      fc.record({ aId: id, bId: id, state: fc.constantFrom('idea', 'asked', 'agreed', 'done', 'declined') }),
    ),
    matters: many(
      fc.record({
        owner: fc.oneof(id, fc.constant('me')),
        steps: many(
          fc.record({
            title: text,
            who: fc.option(fc.oneof(id, fc.constant('me'))),
            state: fc.constantFrom('open', 'done', 'not-mine'),
            dueAt: fc.option(when),
          }),
          3,
        ),
      }),
      2,
    ),
    decided: many(
      fc.record({
        key: fc.oneof(
          id.map((i) => `reconnect/${i}`),
          fc.tuple(id, fc.nat(3)).map(([i, n]) => `share/${i}/t${n}`),
          id.map((i) => `follow-up/${i}/*`),
        ),
        word: fc.constantFrom('done', 'later', 'never'),
        until: fc.option(when),
        at: when,
      }),
      3,
    ),
    meant: fc.boolean(),
  })
  .map((g) => {
    const k = knowledge({
      people: g.people,
      needs: g.needs,
      contacts: new Map(g.contacts.map(([who, list]) => [who, list.map((at) => ({ at, kind: 'mail' as const }))])),
      cooperations: numbered(g.cooperations, (c, n) => cooperation(`c${n}`, c.personId, c as never)),
      tips: numbered(g.tips, (t, n) => tip(`t${n}`, t.text, t as never)),
      shares: numbered(g.shares, (s, n) => share(`t${s.tip}`, s.personId, s.state as never, { id: `s${n}` })),
      introductions: numbered(g.introductions, (i, n) => introduction(`i${n}`, i.aId, i.bId, i.state as never)),
      matters: numbered(g.matters, (m, n) =>
        matter(
          `m${n}`,
          m.owner,
          numbered(m.steps, (s, k) => step(`s${k}`, s.who, s as never)),
        ),
      ),
      decisions: numbered(g.decided, (d, n) =>
        decision(d.key, d.word as never, { id: `d${n}`, until: d.until, at: d.at }),
      ),
    });
    const said = [
      ...textsOfMe(k.me),
      ...k.people.flatMap(textsOfPerson),
      ...k.tips.flatMap(textsOfTip),
      ...k.matters.flatMap(textsOfMatter),
      ...k.cooperations.flatMap(textsOfCooperation),
    ];
    return g.meant ? { ...k, meanings: new Map(said.map((t) => [t, encode(t, table)])) } : k;
  });

const anyOccasion: fc.Arbitrary<OccasionInView> = fc
  .record({
    here: fc.uniqueArray(fc.oneof(id, fc.constantFrom('new', 'no-reply', 'me')), { maxLength: 7 }),
    kind: fc.constantFrom('meeting' as const, 'thread' as const),
    startAt: fc.option(when),
    length: fc.option(fc.integer({ min: 0, max: 3 })),
    lead: fc.option(fc.nat(6)),
  })
  .map(({ here, kind, startAt, length, lead }) =>
    occasion([], {
      kind,
      startAt,
      endAt: startAt === null || length === null ? null : startAt + length * day,
      participants: here.map((who, n) => participant(who, n === lead ? { role: 'organizer' } : {})),
    }),
  );

const shuffled = <T>(list: readonly T[], seed: number): T[] =>
  [...list]
    .map((item, n) => ({ item, key: Math.sin(seed * 7919 + n * 104_729) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

test('total: whatever is known, every prompt is whole, named once, and about somebody here', () => {
  fc.assert(
    fc.property(anyOccasion, anyKnowledge, (o, k) => {
      const prompts = promptsFor(o, k, now);
      const here = new Set(o.participants.map((p) => p.key));
      for (const prompt of prompts) {
        expect(parse(promptSchema, prompt)).toEqual(prompt);
        expect(here.has(prompt.person.key) && prompt.person.key !== 'me@example.org').toBe(true);
      }
      expect(new Set(prompts.map((p) => p.key)).size).toBe(prompts.length);
      const first = firstSight(prompts);
      expect(first.length).toBeLessThanOrEqual(3);
      expect(new Set(first.map((p) => p.person.key)).size).toBe(first.length);
    }),
    { numRuns: 150 },
  );
});

test('deterministic: the order of records makes no difference, byte for byte', () => {
  fc.assert(
    fc.property(anyOccasion, anyKnowledge, fc.nat(1000), (o, k, seed) => {
      const other = Object.fromEntries(
        Object.entries(k).map(([name, value]) => [
          name,
          Array.isArray(value)
            ? shuffled(value, seed)
            : name === 'contacts'
              ? new Map(
                  shuffled([...(value as Map<string, unknown[]>)], seed).map(([w, list]) => [w, list.toReversed()]),
                )
              : value,
        ]),
      ) as unknown as Knowledge;
      const again = promptsFor({ ...o, participants: shuffled(o.participants, seed) }, other, now);
      expect(JSON.stringify(again)).toBe(JSON.stringify(promptsFor(o, k, now)));
    }),
    { numRuns: 150 },
  );
});

test('what may not be said is in no prompt, in any field', () => {
  fc.assert(
    fc.property(anyOccasion, anyKnowledge, (o, k) => {
      const prompts = promptsFor(o, k, now);
      const said = JSON.stringify(prompts);
      expect(said).not.toContain('secret ');
      for (const prompt of prompts.filter((p) => p.kind === 'share')) {
        const t = k.tips.find((one) => one.id === prompt.subject?.id);
        const shares = k.shares.filter((s) => s.tipId === t?.id);
        expect(t?.confidential).toBe(false);
        expect(t?.expiresAt === null || (t?.expiresAt ?? 0) > now).toBe(true);
        expect(t?.reach === 'few' ? t.few.includes(prompt.person.id ?? '') : true).toBe(true);
        expect(shares.some((s) => s.state === 'given' && (t?.reach === 'one' || s.personId === prompt.person.id))).toBe(
          false,
        );
      }
    }),
    { numRuns: 150 },
  );
});

test('keys stay when time goes on and texts are worded otherwise', () => {
  fc.assert(
    fc.property(anyOccasion, anyKnowledge, (o, k) => {
      const known = new Set([...ids.flatMap((i) => [`reconnect/${i}`, ...ids.map((j) => `introduce/${i}/${j}`)])]);
      for (const { key, kind, person: who, subject, other } of promptsFor(o, k, now + day)) {
        expect(key.startsWith(`${kind}/`)).toBe(true);
        if (kind === 'reconnect' || kind === 'introduce') expect(known.has(key)).toBe(true);
        if (kind === 'share') expect(key).toBe(`share/${who.id}/${subject?.id}`);
        if (kind === 'introduce') expect(key).toBe(`introduce/${[who.id, other?.id].sort().join('/')}`);
      }
    }),
    { numRuns: 100 },
  );
});

test('a prompt decided never does not come back, and no other goes with it', () => {
  fc.assert(
    fc.property(anyOccasion, anyKnowledge, fc.nat(20), (o, k, n) => {
      const before = promptsFor(o, k, now);
      const chosen = before[n % Math.max(1, before.length)];
      if (chosen === undefined) return;
      const after = promptsFor(
        o,
        { ...k, decisions: [...k.decisions, decision(chosen.key, 'never', { id: 'zz', at: now })] },
        now,
      );
      const gone = new Set([chosen.key]);
      const rest = before.filter((p) => !gone.has(p.key)).map((p) => p.key);
      expect(after.map((p) => p.key).filter((key) => !rest.includes(key))).toEqual([]);
      expect(after.some((p) => p.key === chosen.key)).toBe(false);
    }),
    { numRuns: 100 },
  );
});
