import { describe, expect, test } from 'vitest';
import { isFreeMail } from '../../../people/free-mail.ts';
import { mailboxKind } from '../../../people/mailbox-kind.ts';
import {
  listWords,
  machineWords,
  pinyinQueueWords,
  pinyinRoleWords,
  queueWords,
  roleWords,
  roomWords,
} from '../../../people/mailbox-words.ts';
import type { MailboxKind } from '../../../records/sighting.ts';

const cases: Record<MailboxKind, [written: string, name?: string][]> = {
  person: [
    ['ana.lima@example.com', 'Ana Lima'],
    ['jean-l@example.com', 'Jean L'],
    ['support.hero.1988@gmail.com'],
    ['info@qq.com'],
    ['sales@163.com', '销售小王'],
    ['pr@example.com', 'Paula Reis'],
    ['hr@example.cn', '黄蓉'],
    ['caiwu@example.cn', '蔡武'],
    ['ana.lima@reply.com', 'Ana Lima'],
    ['petrov@list.ru', 'Petrov'],
    ['roomann@example.com', 'Liis Roomann'],
    ['teamers@example.com'],
    ['ana+lists@example.com'],
    ['x7k2@privaterelay.appleid.com', 'Ana'],
    ['dean@example.edu', 'Dean Price'],
    ['eleanor-reply@example.com', 'Eleanor Reply'],
    ['no address at all', 'Ana Lima'],
    ['ana@example.com', 'Ana Via'],
    // Hosts that hold such a word and are no such host.
    ['ana@resource.calendar.google.com.example.net', 'Ana Lima'],
    ['ana@mygroups.io', 'Ana Lima'],
    ['ana@bigroups.example.com', 'Ana Lima'],
    ['ana@lists.example', 'Ana Lima'],
    ['ana@forum.example', 'Ana Lima'],
    ['ana@mail.reply.example.com', 'Ana Lima'],
    ['ana@amazonses.com.example.net', 'Ana Lima'],
    // Local parts that hold such a word among others.
    ['lowner-ana@example.com', 'Ana Lowner'],
    ['ana-listens@example.com', 'Ana Listens'],
    ['ana-userson@example.com', 'Ana Userson'],
    ['ana.sales@example.com', 'Ana Sales'],
    ['support.ana@example.com', 'Ana Support'],
    ['ana.desk@example.com', 'Ana Desk'],
    ['room.ana@example.com', 'Ana Room'],
    ['a=b@example.com', 'Ana Berg'],
    ['myprvs=x@example.com', 'Ana Berg'],
    ['bounceana@example.com', 'Ana Bounce'],
    ['devin@cayenne.apache.org', 'Devin Lima'],
    ['subusers@cayenne.apache.org', 'Ana Lima'],
    ['dev@example.com', 'Dev Patel'],
    ['ana@cayenne.apache.org', 'Ana Lima'],
    ['ap@example.com', 'Ana  Perez'],
    ['zixun@example.cn', '紫薰'],
    ['mailerdaemonova@gmail.com', 'Eva Mailerdaemonova'],
    ['ana@example.com', 'Ana Boardroomer'],
    ['ana@example.com', 'Ana Room'],
    ['ana@example.com', 'Olivia Lima'],
  ],
  'no-reply': [
    ['no-reply@example.com'],
    ['noreply@gmail.com'],
    ['Do_Not.Reply@example.com'],
    ['webinar-noreply@example.com', 'Webinar Host'],
    ['nicht-antworten@example.de'],
    ['ne-pas-repondre@example.fr'],
    ['no.responder@example.es'],
    ['wuxu-huifu@example.cn'],
    ['MAILER-DAEMON@example.com'],
    ['notifications@github.com', 'Ana Lima'],
    ['calendar-notification@google.com'],
    ['unknownorganizer@calendar.google.com'],
    ['reply+AB12CD34@reply.github.com', 'Ana Lima'],
    ['bounce-123=ana=example.com@mail.example.net'],
    ['prvs=0123456789=ana@example.com'],
    ['SRS0=xyz=ab=example.org=ana@example.com'],
    ['newsletter@example.com'],
    ['comments-noreply@docs.google.com', 'Ana (Google Docs)'],
    ['x@bounces.example.com'],
    ['x@bounce.example.com'],
    ['x@notification.example.com'],
    ['x@docs.google.com'],
    ['mailer-daemon@gmail.com'],
    ['mailerdaemon@qq.com'],
    ['x.mailer-daemon@qq.com'],
    ['msprvs=abc=ana@example.com'],
    ['msprvs1=abc=ana@example.com'],
    ['ab-ana=mail.example.com@example.net'],
    ['bounces-1@gmail.com'],
    ['bounce+1@gmail.com'],
    ['notification-7@gmail.com'],
    ['unsubscribe=a@gmail.com'],
    ['Ana <reply-1f@example.com>', 'Ana'],
  ],
  list: [
    ['weavers@lists.example.org'],
    ['anything@googlegroups.com'],
    ['a@groups.io'],
    ['weavers@mail.lists.example.org'],
    ['weavers-request@example.org'],
    ['weavers-list@example.org'],
    ['owner-weavers@example.org'],
    ['dev@cayenne.apache.org'],
    ['linux-kernel@vger.kernel.org'],
    ['all@example.com'],
    ['all-staff@example.com'],
    ['alle.mitarbeiter@example.de'],
    ['team@example.com'],
    ['quanyuan@example.cn'],
    ['x@list.example.com'],
    ['x@lista.example.com'],
    ['x@mailinglist.example.com'],
    ['x@group.example.com'],
    ['x@discuss.example.com'],
    ['x@a.groups.outlook.com'],
    ['x@group.v.calendar.google.com'],
    ['user@cayenne.apache.org'],
    ['owner-x@example.org'],
    ['weavers-join@example.org', 'Ana'],
    ['c_123@group.calendar.google.com', 'Trips'],
    ['weavers@example.org', "'Ana Lima' via Weavers"],
    ['weavers@example.org', 'Ana Lima 通过 Weavers'],
  ],
  room: [
    ['c_1885abc@resource.calendar.google.com', 'Blue-3'],
    ['room-3a@example.com'],
    ['meetingroom.2@example.com'],
    ['salle-4@example.fr'],
    ['xyz@example.com', 'Conference Room Aspen'],
    ['hy301@example.cn', '301会议室'],
    ['b12@example.de', 'Besprechungsraum 12'],
    ['no address', 'Meeting Room 4'],
    ['x1@example.com', 'Boardroom East'],
    ['x2@example.com', 'Conf. Room 9'],
    ['x3@example.com', 'Conf room'],
    ['x4@example.com', 'Room 7'],
    ['x5@example.fr', 'Salle de réunion 2'],
    ['x6@example.es', 'Sala reuniones'],
  ],
  role: [
    ['office@example.org', 'Weavers Office'],
    ['info-de@example.com'],
    ['sales.team@example.com'],
    ['emea-sales@example.com'],
    ['hr@example.com', 'Human Resources'],
    ['it@example.com'],
    ['zhaopin@example.cn', '招聘组'],
    ['caiwu@example.cn'],
    ['datadesk@example.com', 'Data Desk'],
    ['buero@example.de'],
    ['secretaria@example.es'],
    ['办公室@example.cn'],
    ['sales+autumn@example.com'],
    ['"sales"@example.com'],
    ['"sales team"@example.com'],
    ['sales--2--emea@example.com'],
    ['2sales@example.com'],
    ['pr@example.com', 'Public Relations'],
    ['it@example.com', 'Information Technology'],
    ['sales@example.com', '李伟'],
    ['caiwu@example.cn', '财务部小组'],
    ['caiwu@example.cn', 'Cai Wu 财务'],
    ['hr@example.cn', '人事部'],
    ['hr@example.cn', 'HR 李伟'],
  ],
  queue: [
    ['support@example.com'],
    ['it-support@example.com'],
    ['tickets-2@example.com'],
    ['kundenservice@example.de'],
    ['kefu@example.cn', '客服'],
    ['help@example.com', 'Ana from Example'],
  ],
};

describe.each(Object.entries(cases))('%s', (kind, list) => {
  test.each(list)('%s %s', (written, name) => {
    expect(mailboxKind({ written, name: name ?? null, marked: null })).toBe(kind);
  });
});

test('what the page marks wins', () => {
  expect(mailboxKind({ written: 'ana@gmail.com', name: 'Ana', marked: 'room' })).toBe('room');
  expect(mailboxKind({ written: 'ana@gmail.com', name: 'Ana', marked: 'group' })).toBe('list');
});

test('anybody may be at a free-mail host, in every country of a family', () => {
  for (const host of ['gmail.com', 'qq.com', 'yahoo.co.uk', 'hotmail.fr', 'outlook.com', 'live.nl', 'mail.ru'])
    expect(isFreeMail(host), host).toBe(true);
  for (const host of ['example.com', 'mygmail.com', 'outlook.office.com', 'live.example.com'])
    expect(isFreeMail(host), host).toBe(false);
});

test('the word lists hold lower-case words without separators', () => {
  for (const list of [listWords, machineWords, pinyinQueueWords, pinyinRoleWords, queueWords, roleWords, roomWords])
    for (const word of list) expect(word).toMatch(/^[\p{Ll}\p{Lo}\p{Lm}]+$/u);
});
