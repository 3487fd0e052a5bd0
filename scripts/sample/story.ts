import type { Answer, Role } from '../../records/occasion.ts';
import type { Setting } from '../../records/share.ts';
import type { Reach } from '../../records/tip.ts';

/** The sample story: an instrument maker's office, some months of it. Days are counted from now: -1 is yesterday. */

export const cooperations: {
  person: string;
  direction: 'they-asked' | 'i-asked';
  about: string;
  answer: 'agreed' | 'declined' | 'open';
  day: number;
}[] = [
  {
    person: 'marta.nowak',
    direction: 'i-asked',
    about: 'Free the consignment stuck at the north quay',
    answer: 'agreed',
    day: -190,
  },
  {
    person: 'amina.diallo',
    direction: 'i-asked',
    about: 'The hall by the water at a day’s notice',
    answer: 'agreed',
    day: -260,
  },
  { person: 'peter.novak', direction: 'i-asked', about: 'A letter for the pier site', answer: 'agreed', day: -410 },
  { person: 'zhou.min', direction: 'they-asked', about: '借一台浊度仪做比对', answer: 'agreed', day: -75 },
  {
    person: 'tomas.rivera',
    direction: 'they-asked',
    about: 'Raw turbidity data for the paper',
    answer: 'open',
    day: -9,
  },
  { person: 'chen.yu', direction: 'i-asked', about: '提前付供应商定金', answer: 'declined', day: -120 },
  { person: 'wu.jiaqi', direction: 'they-asked', about: '介绍一位做研发台账的同行', answer: 'agreed', day: -45 },
  { person: 'ingrid.solberg', direction: 'i-asked', about: 'A loan unit of the wiper head', answer: 'open', day: -21 },
  { person: 'grace.lim', direction: 'they-asked', about: 'Proof-read the customer letter', answer: 'agreed', day: -30 },
  { person: 'kofi.mensah', direction: 'i-asked', about: 'Swap the weekend shift', answer: 'declined', day: -60 },
];

export const tips: {
  key: string;
  text: string;
  topics: string[];
  reach: Reach;
  few?: string[];
  confidential?: boolean;
  learnt: number;
  ends: number | null;
  source: string | null;
}[] = [
  {
    key: 'declarations',
    text: 'From February the port takes electronic customs declarations only; the pilot group that signs up this month gets the test accounts first.',
    topics: ['customs', 'electronic declarations'],
    reach: 'one',
    learnt: -3,
    ends: 18,
    source: 'A clerk at the port office, over lunch',
  },
  {
    key: 'procedure',
    text: '浊度仪检定规程修订稿月底征求意见，参与比对的单位可以提前拿到文本。',
    topics: ['校准', '计量'],
    reach: 'few',
    few: ['zhou.min', 'sun.hao'],
    learnt: -5,
    ends: 20,
    source: '标准院内部交流会',
  },
  {
    key: 'grant',
    text: 'The regional water fund opens a small call for joint projects of a university and a utility; ten pages, no match funding.',
    topics: ['grants', 'hydrology', 'open data'],
    reach: 'one',
    learnt: -2,
    ends: 30,
    source: 'A friend on the panel',
  },
  {
    key: 'lens',
    text: '苏州一家光学厂刚空出一条小批量镀膜线，价格比现在的供应商低两成。',
    topics: ['光学元件', '供应链'],
    reach: 'one',
    learnt: -8,
    ends: 45,
    source: '展会上认识的工程师',
  },
  {
    key: 'hall',
    text: 'The old pump house reopens as a meeting place in March, and takes bookings for weekdays already.',
    topics: ['venues', 'events'],
    reach: 'open',
    learnt: -14,
    ends: 90,
    source: 'Riverside Gazette',
  },
  {
    key: 'reshuffle',
    text: '总部春天要调整研发负责人，尚未公布。',
    topics: ['人事'],
    reach: 'one',
    confidential: true,
    learnt: -11,
    ends: null,
    source: '不可外传',
  },
  {
    key: 'vacancy',
    text: '江北水务明年要招一名懂仪表的数据专员，正式公告在下月。',
    topics: ['招聘', '水务'],
    reach: 'one',
    learnt: -6,
    ends: 40,
    source: '监测中心的朋友',
  },
];

export const shares: {
  tip: string;
  person: string;
  state: 'planned' | 'given';
  setting: Setting;
  day: number;
  whyYou: string;
}[] = [
  { tip: 'hall', person: 'fang.qing', state: 'given', setting: 'walk', day: -10, whyYou: '用户日正缺场地' },
  {
    tip: 'grant',
    person: 'tomas.rivera',
    state: 'planned',
    setting: 'call',
    day: 2,
    whyYou: 'You asked who funds field data',
  },
];

export const introductions: { a: string; b: string; reason: string; state: 'asked' | 'done'; day: number }[] = [
  {
    a: 'ben.carter',
    b: 'priya.raman',
    reason: 'A phone form for river readings, and a real use case for the dashboard',
    state: 'asked',
    day: -12,
  },
  { a: 'wu.jiaqi', b: 'luo.wen', reason: '研发费用归集，一问一答', state: 'done', day: -33 },
];

export const matters: {
  title: string;
  owner: string;
  steps: { title: string; who: string | null; done?: boolean; due?: number }[];
}[] = [
  {
    title: 'Lend sensors for the spring river survey',
    owner: 'amina.diallo',
    steps: [
      { title: 'Find two units that are free in March', who: 'me', due: 3 },
      { title: 'A loan agreement of one page', who: 'qin.yue', done: true },
      { title: 'Show the volunteers how to clean the optics', who: null },
    ],
  },
  {
    title: '江北水务在线比对',
    owner: 'zhou.min',
    steps: [
      { title: '列出三家可选的校准实验室', who: 'me', done: true },
      { title: '确认比对点位和停水窗口', who: 'gao.feng' },
      { title: '起草比对方案', who: null },
    ],
  },
];

/** A meeting in the sample calendar or the past. `at`: day and local wall clock. */
export interface SampleMeeting {
  key: string;
  title: string;
  day: number;
  from: string;
  to: string;
  organizer: string;
  /** Person keys, or `Name <address>` for somebody who is not among the forty. */
  guests: { who: string; answer: Answer; optional?: boolean }[];
  room?: string;
  place?: string;
  description?: string;
}

const yes = (...who: string[]) => who.map((person) => ({ who: person, answer: 'accepted' as const }));
const open = (...who: string[]) => who.map((person) => ({ who: person, answer: 'needs-action' as const }));

export const meetings: SampleMeeting[] = [
  {
    key: 'delivery',
    title: 'Quarterly delivery review 季度交付评审',
    day: 1,
    from: '10:00',
    to: '11:30',
    organizer: 'oliver.brandt',
    guests: [
      ...yes('marta.nowak', 'zhou.min', 'ingrid.solberg', 'chen.yu', 'amina.diallo'),
      { who: 'han.lei', answer: 'tentative' },
      { who: 'kofi.mensah', answer: 'accepted' },
      { who: 'tomas.rivera', answer: 'accepted', optional: true },
      { who: 'luo.wen', answer: 'declined' },
      ...open('Elif Aydin <elif.aydin@northport.example>'),
    ],
    room: 'Room Willow (14)',
    description: 'Slides in the shared folder. Dial in: 4711@sip.example.net',
  },
  {
    key: 'calibration',
    title: '在线浊度仪比对启动会',
    day: 2,
    from: '14:00',
    to: '15:00',
    organizer: 'zhou.min',
    guests: [
      ...yes('sun.hao', 'gao.feng'),
      ...open('lu.xiaoyan', 'jia.rui'),
      { who: '苏静 <su.jing@nqu.example>', answer: 'needs-action' },
    ],
    place: '江北水务监测中心 3 楼',
  },
  {
    key: 'coffee',
    title: 'Coffee with Tomás',
    day: 3,
    from: '09:00',
    to: '09:30',
    organizer: 'lin.wei',
    guests: yes('tomas.rivera'),
    place: 'Pump house café',
  },
  {
    key: 'userday',
    title: 'User day: first plan',
    day: -1,
    from: '15:00',
    to: '16:00',
    organizer: 'grace.lim',
    guests: yes('fang.qing', 'priya.raman', 'xu.ning', 'daniel.okafor'),
    room: 'Room Alder (6)',
  },
  {
    key: 'allhands',
    title: 'All hands 全员会',
    day: 4,
    from: '16:00',
    to: '17:00',
    organizer: 'han.lei',
    guests: yes(
      'kofi.mensah',
      'chen.yu',
      'grace.lim',
      'luo.wen',
      'oliver.brandt',
      'xu.ning',
      'priya.raman',
      'lu.xiaoyan',
      'fang.qing',
      'lucas.meyer',
      'qin.yue',
      'peng.bo',
      'shen.kai',
    ),
  },
];

/** Meetings long gone, for ties and last contacts: day and who was there. */
export const pastMeetings: { title: string; day: number; people: string[] }[] = [
  { title: 'Port open day', day: -195, people: ['marta.nowak', 'ma.chao', 'peter.novak'] },
  { title: 'Pier site hand-over', day: -400, people: ['peter.novak', 'kofi.mensah'] },
  { title: '监测中心走访', day: -76, people: ['zhou.min', 'gao.feng', 'jia.rui'] },
  { title: 'River survey evening', day: -255, people: ['amina.diallo', 'ben.carter', 'ruth.adler'] },
  { title: 'Weekly stand-up', day: -7, people: ['kofi.mensah', 'han.lei', 'chen.yu', 'grace.lim'] },
  { title: 'Weekly stand-up', day: -14, people: ['kofi.mensah', 'han.lei', 'chen.yu', 'grace.lim'] },
  { title: 'Weekly stand-up', day: -21, people: ['kofi.mensah', 'han.lei', 'chen.yu', 'lucas.meyer'] },
  { title: 'Weekly stand-up', day: -28, people: ['kofi.mensah', 'han.lei', 'chen.yu', 'oliver.brandt'] },
  { title: 'Sensor fair', day: -130, people: ['ingrid.solberg', 'sofia.rossi', 'marco.silva'] },
  { title: '检定规程交流会', day: -92, people: ['sun.hao', 'deng.tao'] },
];

/** One message of a sample thread. */
export interface SampleMessage {
  from: string;
  to: string[];
  cc?: string[];
  day: number;
  time: string;
  body: string[];
}

export const threads: { key: string; subject: string; unread: boolean; messages: SampleMessage[] }[] = [
  {
    key: 'customs',
    subject: 'Clearance for the January shipment',
    unread: true,
    messages: [
      {
        from: 'lin.wei',
        to: ['marta.nowak'],
        cc: ['ma.chao'],
        day: -1,
        time: '16:20',
        body: [
          'Hello Marta,',
          'the next pallet is planned for the second week of January. Will the old papers still do?',
          'Lin Wei',
        ],
      },
      {
        from: 'marta.nowak',
        to: ['lin.wei'],
        cc: ['ma.chao'],
        day: 0,
        time: '08:42',
        body: [
          'Good question. Nobody here can tell me when the declarations change, only that they will.',
          'If you hear anything before I do, I owe you a coffee.',
          'Marta',
        ],
      },
    ],
  },
  {
    key: 'newsender',
    subject: 'Dashboards for water utilities',
    unread: true,
    messages: [
      {
        from: 'Elif Aydin <elif.aydin@northport.example>',
        to: ['lin.wei'],
        day: 0,
        time: '07:55',
        body: [
          'Dear Lin Wei,',
          'we met in the queue at the sensor fair: my team has just finished the water quality dashboards of three port towns.',
          'Would you look at one and tell me what is missing?',
          'Elif Aydin, Northport Data',
        ],
      },
    ],
  },
  {
    key: 'bidui',
    subject: '比对方案和实验室',
    unread: false,
    messages: [
      {
        from: 'zhou.min',
        to: ['lin.wei'],
        cc: ['sun.hao', 'gao.feng'],
        day: -2,
        time: '10:08',
        body: ['林薇你好：', '年底前想把在线浊度仪的比对做完，还缺一家有资质的校准实验室，你那边有认识的吗？', '周敏'],
      },
    ],
  },
  {
    key: 'data',
    subject: 'Raw turbidity data',
    unread: false,
    messages: [
      {
        from: 'tomas.rivera',
        to: ['lin.wei'],
        cc: ['nadia.petrov'],
        day: -9,
        time: '13:19',
        body: [
          'Hi,',
          'could we use the raw readings of the pier station for a paper? Three years would be wonderful.',
          'Tomás',
        ],
      },
    ],
  },
  {
    key: 'venue',
    subject: '用户日场地',
    unread: false,
    messages: [
      {
        from: 'fang.qing',
        to: ['lin.wei', 'grace.lim'],
        cc: ['xu.ning'],
        day: -4,
        time: '17:31',
        body: ['薇姐，', '泵房那边四月的周末都订满了，工作日还可以。要不要先占一天？', '方晴'],
      },
    ],
  },
  {
    key: 'wiper',
    subject: 'Wiper head, second batch',
    unread: false,
    messages: [
      {
        from: 'sofia.rossi',
        to: ['lin.wei', 'ingrid.solberg'],
        day: -6,
        time: '11:04',
        body: [
          'Dear Lin Wei,',
          'the second batch of the wiper head is on the bench. Who could put one in dirty water for a month?',
          'Sofia',
        ],
      },
    ],
  },
  {
    key: 'audit',
    subject: 'Pre-audit in January 预审时间',
    unread: false,
    messages: [
      {
        from: 'lu.xiaoyan',
        to: ['lin.wei', 'peng.bo', 'shen.kai', 'qin.yue'],
        day: -5,
        time: '09:15',
        body: ['各位好，', '外部审核在二月，想在一月先预审一次。谁手上有供应商评价记录？', '陆晓燕'],
      },
    ],
  },
  {
    key: 'news',
    subject: 'Port news of the week',
    unread: false,
    messages: [
      {
        from: 'Port Office <no-reply@northport.example>',
        to: ['Subscribers <news@lists.northport.example>'],
        day: -3,
        time: '06:00',
        body: ['Crane two is back. The north gate closes at eight on Friday.'],
      },
    ],
  },
];

/** A participant's role in a meeting, told by the organizer's key. */
export const roleIn = (meeting: SampleMeeting, key: string): Role =>
  meeting.organizer === key ? 'organizer' : 'attendee';
