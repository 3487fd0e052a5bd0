import { describe, expect, test } from 'vitest';
import { type Pasted, parsePaste, theNext } from '../../../interchange/paste.ts';
import { labelledParts } from '../../../interchange/paste-labels.ts';
import { couldBeName, peopleIn, peopleOfHeader } from '../../../interchange/paste-people.ts';
import { whenIn } from '../../../interchange/paste-when.ts';

const now = Date.parse('2026-11-24T09:00:00Z');
const zone = 'Asia/Shanghai';
const paste = (text: string) => parsePaste(text, { now, zone });
const first = async (text: string): Promise<Pasted> => {
  const [one] = await paste(text);
  if (one === undefined) throw new Error('nothing found');
  return one;
};
const who = (one: Pasted) => one.participants.map(({ name, address, role }) => [name, address, role].join(' | '));

describe('a list', () => {
  const list = async (text: string) => (await first(text)).participants.map(({ name, address }) => [name, address]);

  test.each<[string, (string | null)[][]]>([
    ['ana@x.example', [[null, 'ana@x.example']]],
    [
      'Ana Wu <ana@x.example>, Bo Li <bo@x.example>; cy@x.example',
      [
        ['Ana Wu', 'ana@x.example'],
        ['Bo Li', 'bo@x.example'],
        [null, 'cy@x.example'],
      ],
    ],
    ['"Wu, Ana" <ana@x.example>', [['Wu, Ana', 'ana@x.example']]],
    [
      'Wu, Ana <ana@x.example>\nLi, Bo <bo@x.example>',
      [
        ['Wu, Ana', 'ana@x.example'],
        ['Li, Bo', 'bo@x.example'],
      ],
    ],
    [
      'Ana Wu ana@x.example\nBo Li\tbo@x.example\n',
      [
        ['Ana Wu', 'ana@x.example'],
        ['Bo Li', 'bo@x.example'],
      ],
    ],
    [
      '- Ana Wu (ana@x.example)\n- Bo Li: bo@x.example',
      [
        ['Ana Wu', 'ana@x.example'],
        ['Bo Li', 'bo@x.example'],
      ],
    ],
    [
      '1. 张伟 zhang@x.example\n2. 李娜（li@x.example）',
      [
        ['张伟', 'zhang@x.example'],
        ['李娜', 'li@x.example'],
      ],
    ],
    [
      '张伟、李娜、王芳',
      [
        ['张伟', null],
        ['李娜', null],
        ['王芳', null],
      ],
    ],
    [
      'Ana Wu\nBo Li (Mill)\nCy Oduya - organizer',
      [
        ['Ana Wu', null],
        ['Bo Li', null],
        ['Cy Oduya', null],
      ],
    ],
    [
      'Ana Wu, Bo Li, Cy Oduya',
      [
        ['Ana Wu', null],
        ['Bo Li', null],
        ['Cy Oduya', null],
      ],
    ],
    [
      'Ana Wu\nbo@x.example',
      [
        ['Ana Wu', null],
        [null, 'bo@x.example'],
      ],
    ],
    ['Ana Wu\nAna Wu <ana@x.example>', [['Ana Wu', 'ana@x.example']]],
    [
      '| Ana Wu | ana@x.example |\n| Bo Li | bo@x.example |',
      [
        ['Ana Wu', 'ana@x.example'],
        ['Bo Li', 'bo@x.example'],
      ],
    ],
    ['<mailto:ana@x.example>', [[null, 'ana@x.example']]],
    ['ANA@X.example\nana@x.example', [[null, 'ANA@X.example']]],
  ])('%s', async (text, people) => {
    expect(await list(text)).toEqual(people);
  });

  test('prose around an address is no name, and a sentence is nobody', async () => {
    expect(await list('Could you please write to ana@x.example about the hall? Thanks.')).toEqual([
      [null, 'ana@x.example'],
    ]);
    for (const text of [
      '',
      '   \n',
      'We meet on Monday at ten.',
      'Hello',
      'Budget: 300',
      'https://x.example/people',
      '12345',
      'see you there\nbring tea',
    ])
      expect(await paste(text), text).toEqual([]);
  });

  test('the organizer and the optional are told by the remark behind them', () => {
    expect(peopleIn('Ana Wu - organizer\nBo Li (optional)\nCy Oduya, accepted')).toEqual([
      { name: 'Ana Wu', address: null, organizer: true, optional: false },
      { name: 'Bo Li', address: null, organizer: false, optional: true },
      { name: 'Cy Oduya', address: null, organizer: false, optional: false },
    ]);
  });

  test('what could be a name', () => {
    for (const name of [
      'Ana Wu',
      'Ludwig van Beethoven',
      'O’Neill, Tom',
      '张伟',
      '欧阳娜娜',
      '买买提·艾力',
      'Jean-Luc P.',
      'أمينة حسن',
    ])
      expect(couldBeName(name), name).toBe(true);
    for (const text of ['buy milk', 'Room 5', 'a@b.example', 'Where?', '今天下午开会讨论预算的事情', '', 'of the'])
      expect(couldBeName(text), text).toBe(false);
  });

  test('the same text is the same occasion, another one another', async () => {
    const ref = async (text: string) => (await first(text)).ref;
    expect(await ref('Ana Wu <ana@x.example>')).toBe(await ref('  Ana Wu <ana@x.example>\n'));
    expect(await ref('Ana Wu <ana@x.example>')).not.toBe(await ref('Ana Wu <ana@y.example>'));
  });
});

describe('a mail', () => {
  test('raw headers, with the body left out', async () => {
    const one = await first(
      'Received: by x; Mon, 23 Nov 2026 10:00:00 +0000\r\nMessage-ID: <1@x.example>\r\nDate: Mon, 23 Nov 2026 10:00:00 +0000\r\nFrom: =?utf-8?B?5byg5Lyf?= <zhang@x.example>\r\nTo: Bo <bo@x.example>,\r\n cy@x.example\r\nSubject: Hall\r\n\r\nWrite to body@x.example\r\n',
    );
    expect(one).toMatchObject({ kind: 'thread', title: 'Hall', startAt: Date.parse('2026-11-23T10:00:00Z') });
    expect(who(one)).toEqual(['张伟 | zhang@x.example | from', 'Bo | bo@x.example | to', ' | cy@x.example | to']);
  });

  test('as a page shows them, in English and Chinese, with names alone', async () => {
    const english = await first(
      'From: Ana Wu <ana@x.example>\nSent: Monday, 23 November 2026 10:00\nTo: Li, Bo; Cy Oduya\nCc: dee@x.example\nSubject: RE: Hall\n\nDear all',
    );
    expect(english).toMatchObject({ kind: 'thread', title: 'RE: Hall' });
    expect(who(english)).toEqual([
      'Ana Wu | ana@x.example | from',
      'Li, Bo |  | to',
      'Cy Oduya |  | to',
      ' | dee@x.example | cc',
    ]);
    const chinese = await first(
      '发件人：张伟 <zhang@x.example>\n收件人：李娜；王芳 <wang@x.example>\n抄送：liu@x.example\n主题：场地\n时间：昨天',
    );
    expect(who(chinese)).toEqual([
      '张伟 | zhang@x.example | from',
      '李娜 |  | to',
      '王芳 | wang@x.example | to',
      ' | liu@x.example | cc',
    ]);
    expect(chinese.title).toBe('场地');
  });

  test('a header’s value, well formed or not', () => {
    expect(peopleOfHeader('"Wu, Ana" <ana@x.example>, bo@x.example')).toMatchObject([
      { name: 'Wu, Ana' },
      { address: 'bo@x.example' },
    ]);
    expect(peopleOfHeader('Ana Wu; Bo Li <bo@x.example>')).toMatchObject([
      { name: 'Ana Wu', address: null },
      { name: 'Bo Li', address: 'bo@x.example' },
    ]);
  });
});

describe('an invitation', () => {
  test('of Google’s, as mailed', async () => {
    const one = await first(
      'Invitation: Budget round @ Mon Nov 30, 2026 10am - 11:30am (CST) (bo@x.example)\n\nWhen\nMonday Nov 30, 2026 ⋅ 10am – 11:30am\n\nOrganizer\nAna Wu\nana@x.example\n\nGuests\nAna Wu - organizer\nbo@x.example\nCy Oduya - optional\n\nView all guest info\n',
    );
    expect(one).toMatchObject({
      kind: 'meeting',
      title: 'Budget round',
      startAt: Date.parse('2026-11-30T10:00:00+08:00'),
      endAt: Date.parse('2026-11-30T11:30:00+08:00'),
      whenText: null,
    });
    const people = one.participants.map(({ name, address, optional }) => [name, address, optional]);
    expect(people).toContainEqual([null, 'bo@x.example', false]);
    expect(people).toContainEqual(['Cy Oduya', null, true]);
    expect(people.flat()).not.toContain('View all guest info');
    expect(people.filter(([name]) => name === 'Ana Wu')).toHaveLength(1);
  });

  test('of Outlook’s, and a Chinese one', async () => {
    const outlook = await first(
      '-----Original Appointment-----\nFrom: Ana Wu <ana@x.example>\nRequired: Bo Li; cy@x.example\nOptional: Dee Pratt\nSubject: Weir\nWhen: Monday, November 30, 2026 2:00 PM-3:00 PM (UTC+01:00) Berlin.\nWhere: Microsoft Teams Meeting\n',
    );
    expect(outlook).toMatchObject({ kind: 'meeting', title: 'Weir', startAt: Date.parse('2026-11-30T14:00:00+08:00') });
    expect(outlook.participants.map(({ name, address, optional }) => [name, address, optional])).toEqual([
      ['Ana Wu', 'ana@x.example', false],
      ['Bo Li', null, false],
      [null, 'cy@x.example', false],
      ['Dee Pratt', null, true],
    ]);
    const chinese = await first(
      '会议主题：课题推进会\n会议时间：2026年12月1日 下午2点30分-4:00\n地点：三楼\n主持人：赵敏\n参会人员：张伟、李娜（财务）、wang@x.example',
    );
    expect(chinese).toMatchObject({
      kind: 'meeting',
      title: '课题推进会',
      startAt: Date.parse('2026-12-01T14:30:00+08:00'),
    });
    expect(who(chinese)).toEqual([
      '赵敏 |  | organizer',
      '张伟 |  | attendee',
      '李娜 |  | attendee',
      ' | wang@x.example | attendee',
    ]);
  });

  test('a calendar file, whole, quoted, or the event alone; of several the next', async () => {
    const event = (uid: string, day: string) =>
      `BEGIN:VEVENT\nUID:${uid}\nSUMMARY:E${uid}\nDTSTART:${day}T020000Z\nDTEND:${day}T030000Z\nORGANIZER;CN=Ana:mailto:ana@x.example\nATTENDEE:mailto:bo@x.example\nEND:VEVENT`;
    expect(await first(event('1', '20261201'))).toMatchObject({
      kind: 'meeting',
      title: 'E1',
      startAt: Date.parse('2026-12-01T02:00:00Z'),
    });
    expect(await first(`On Monday she wrote:\n> ${event('2', '20261202').replaceAll('\n', '\n> ')}`)).toMatchObject({
      title: 'E2',
    });
    const all = await paste(
      `BEGIN:VCALENDAR\n${event('3', '20261120')}\n${event('4', '20261203')}\n${event('5', '20261202')}\nEND:VCALENDAR`,
    );
    expect(all).toHaveLength(3);
    expect(theNext(all, now)?.title).toBe('E5');
    expect(theNext(all, Date.parse('2027-01-01'))?.title).toBe('E4');
    expect(theNext([], now)).toBeNull();
  });

  test('cards', async () => {
    const one = await first(
      'BEGIN:VCARD\nVERSION:3.0\nFN:Ana Wu\nEMAIL:ana@x.example\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Bo\nEND:VCARD\n',
    );
    expect(who(one)).toEqual(['Ana Wu | ana@x.example | attendee', 'Bo |  | attendee']);
  });

  test('labels alone on a line, or before a colon, until an empty line', () => {
    expect(labelledParts('Hi\nTo: a\n b\n\nrest\nCc：\nc')).toEqual({
      before: ['Hi'],
      parts: [
        { meaning: 'to', optional: false, value: 'a\nb' },
        { meaning: 'cc', optional: false, value: 'c' },
      ],
    });
  });
});

test.each<[string, string | null, string | null]>([
  ['2026-12-01 14:30', '2026-12-01T14:30', null],
  ['Tue 1 December 2026 09:00–10:15', '2026-12-01T09:00', '2026-12-01T10:15'],
  ['Dec 1st, 2026, 10 – 11am', '2026-12-01T10:00', '2026-12-01T11:00'],
  ['December 1, 2026 12:00 PM - 1:00 PM', '2026-12-01T12:00', '2026-12-01T13:00'],
  ['1.12.2026 8:05 Uhr', '2026-12-01T08:05', null],
  ['2026年12月1日（周二）上午9:00至10:00', '2026-12-01T09:00', '2026-12-01T10:00'],
  ['9/10/2026 10:00', null, null],
  ['31.2.2026 10:00', null, null],
  ['2026-12-01', null, null],
  ['next Tuesday', null, null],
])('when: %s', (text, start, end) => {
  const at = (local: string | null) => (local === null ? null : Date.parse(`${local}:00+08:00`));
  expect(whenIn(text, zone)).toEqual(start === null ? null : { startAt: at(start), endAt: at(end) });
});

test('whatever is pasted, nothing is thrown, and no address comes out that is not in it', async () => {
  const pieces = [
    'Ana Wu',
    '<',
    '>',
    'ana@x.example',
    '"',
    ',',
    ';',
    '\n',
    ':',
    'From:',
    'To',
    '张伟',
    '、',
    '(',
    ')',
    'BEGIN:VEVENT',
    'END:VEVENT',
    'BEGIN:VCARD',
    '@',
    'When: 2026-12-01 10:00',
    '|',
    '\t',
    '\\',
    'mailto:',
    '=?utf-8?Q?x?=',
  ];
  let seed = 7;
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  for (let i = 0; i < 1_500; i++) {
    const text = Array.from({ length: Math.floor(next() * 14) }, () => pieces[Math.floor(next() * pieces.length)]).join(
      next() < 0.5 ? '' : ' ',
    );
    for (const { participants } of await paste(text))
      for (const { address, name } of participants) {
        if (address !== null) expect(text).toContain(address);
        expect(address ?? name).not.toBeNull();
      }
  }
});
