import { describe, expect, test } from 'vitest';
import { saidOf, seriesOf, withSaid } from '../../../people/series.ts';
import type { KeptParticipant, Occasion } from '../../../records/occasion.ts';

const one = (role: KeptParticipant['role'], name: string | null, key: string | null = null): KeptParticipant => ({
  key,
  written: key,
  name,
  role,
  answer: null,
  self: false,
});
const occasion = (given: Partial<Occasion> = {}) => ({
  site: 'google-calendar',
  ref: 'event1',
  kind: 'meeting' as const,
  title: 'Weekly Sync',
  participants: [one('attendee', 'Wei'), one('organizer', 'Ana Lima', 'ana@x.org')],
  ...given,
});

describe('the series of an occasion', () => {
  test('is that of the recurring event, whichever instance', () => {
    const [id] = seriesOf(occasion({ ref: 'abcde12345_20261125T020000Z' }));
    expect(id).toBe('id google-calendar abcde12345');
    expect(seriesOf(occasion({ ref: 'abcde12345_20261202' }))[0]).toBe(id);
    expect(seriesOf(occasion({ ref: 'abcde12345_R20261202T020000' }))[0]).toBe(id);
    expect(seriesOf(occasion({ ref: 'other12345_20261125T020000Z' }))[0]).not.toBe(id);
  });

  test('or the title with who calls the meeting, on any site, in any letter case', () => {
    const here = seriesOf(occasion());
    expect(here).toEqual(['title meeting weekly sync ana lima']);
    expect(
      seriesOf(
        occasion({ site: 'outlook-calendar', title: 'weekly sync', participants: [one('organizer', 'Ana Lima')] }),
      ),
    ).toEqual(here);
    expect(seriesOf(occasion({ participants: [one('organizer', 'Bo')] }))).not.toEqual(here);
  });

  test('a title without anybody who calls it, or nobody’s title, tells nothing', () => {
    expect(seriesOf(occasion({ participants: [one('attendee', 'Wei')] }))).toEqual([]);
    expect(seriesOf(occasion({ title: null }))).toEqual([]);
  });

  test('answers to a mail belong to it', () => {
    const thread = (title: string) =>
      seriesOf(occasion({ kind: 'thread', title, participants: [one('from', 'Ana Lima')] }));
    expect(thread('RE: Fwd: Crane dates')).toEqual(thread('Crane dates'));
    expect(thread('回复：吊车')).toEqual(thread('吊车'));
  });
});

describe('what was said of a bare name', () => {
  const person = { said: undefined };
  test('holds for that name in that series alone, and the last answer counts', () => {
    const yes = withSaid(person, 'Wei', ['s1', 's2'], true);
    expect(saidOf(yes, 'wei', ['s2'])).toBe(true);
    expect(saidOf(yes, 'Wei', ['s3'])).toBeNull();
    expect(saidOf(yes, 'Wu', ['s1'])).toBeNull();
    expect(saidOf(yes, null, ['s1'])).toBeNull();
    const no = withSaid(yes, 'Wei', ['s2', 's4'], false);
    expect([saidOf(no, 'Wei', ['s1']), saidOf(no, 'Wei', ['s2']), saidOf(no, 'Wei', ['s4'])]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('nothing is kept where nothing tells the series, and never more than 200', () => {
    expect(withSaid(person, 'Wei', [], true)).toBe(person);
    let many: { said?: { name: string; series: string; is: boolean }[] } = person;
    for (let i = 0; i < 250; i++) many = withSaid(many, 'Wei', [`s${i}`], true);
    expect(many.said).toHaveLength(200);
    expect(saidOf(many, 'Wei', ['s249'])).toBe(true);
  });
});
