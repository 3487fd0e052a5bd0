import type { Brief, BriefKnown, BriefPerson, PanelView, TipChoice } from '../../records/brief.ts';
import type { Prompt } from '../../records/prompt.ts';

/** Tuesday 3 March 2026, 13:40 local time: what "now" is on every picture. */
export const now = new Date(2026, 2, 3, 13, 40).getTime();
const day = 86_400_000;
const ago = (days: number): number => now - days * day;

const known = (given: Partial<BriefKnown> & { id: string; name: string }): BriefKnown => ({
  organisation: null,
  title: null,
  standing: { word: 'acquaintance', friend: false, connection: false, potential: false, evidence: [] },
  tie: { word: 'unknown', lastAt: null, days: 0 },
  note: null,
  needs: [],
  offers: [],
  couldDoForMe: [],
  ...given,
});

const person = (address: string | null, name: string, given: Partial<BriefPerson> = {}): BriefPerson => ({
  ref: address ?? `name:${name}`,
  address,
  key: address,
  name,
  roles: ['attendee'],
  answer: 'accepted',
  match: given.known ? 'known' : 'new',
  mailbox: 'person',
  known: null,
  candidates: [],
  ...given,
});

const want = (text: string) => ({ id: text, text, createdAt: ago(40) });

const people: BriefPerson[] = [
  person('lin.yue@beihai.example', 'Lin Yue 林悦', {
    roles: ['organizer'],
    known: known({
      id: 'lin',
      name: '林悦 Lin Yue',
      organisation: 'Beihai Cold Chain',
      title: 'Head of quality',
      standing: {
        word: 'connection',
        friend: true,
        connection: true,
        potential: false,
        evidence: [
          {
            cooperationId: 'c1',
            direction: 'i-asked',
            about: 'a room for the June workshop',
            answer: 'agreed',
            at: ago(200),
          },
          {
            cooperationId: 'c2',
            direction: 'they-asked',
            about: 'reading her audit report',
            answer: 'open',
            at: ago(9),
          },
        ],
      },
      tie: { word: 'weak', lastAt: ago(74), days: 3 },
      note: 'Rather hears things by telephone first, and never before nine.',
      needs: [want('a laboratory that tests packaging within a week')],
      offers: [want('knows the port’s inspection rules'), want('冷链仓库的短租')],
      couldDoForMe: [{ need: 'somebody who knows port inspection', offer: 'knows the port’s inspection rules' }],
    }),
  }),
  person('tobias.achterberg@nordlicht.example', 'Tobias Achterberg-Winkelhausen', {
    answer: 'tentative',
    known: known({
      id: 'tobias',
      name: 'Tobias Achterberg-Winkelhausen',
      organisation: 'Nordlicht Laboratorien für Verpackungsprüfung und Materialwissenschaft GmbH',
      title: 'Managing director',
      tie: { word: 'dormant', lastAt: ago(540), days: 0 },
      offers: [want('packaging tests in five days')],
    }),
  }),
  person('zhaomin@haike.example', '赵敏', {
    known: known({
      id: 'zhao',
      name: '赵敏',
      organisation: '海科咨询',
      title: '合伙人',
      standing: { word: 'friend', friend: true, connection: false, potential: true, evidence: [] },
      tie: { word: 'strong', lastAt: ago(2), days: 41 },
      note: '儿子今年中考，最近不便晚上打扰。',
      needs: [want('上海的日语翻译，能做现场的')],
    }),
  }),
  person('yousef@darb.example', 'يوسف الحداد', {
    known: known({
      id: 'yousef',
      name: 'يوسف الحداد',
      organisation: 'شركة الدرب للشحن',
      tie: { word: 'weak', lastAt: ago(120), days: 2 },
    }),
  }),
  person('wang.wei@portauthority.example', 'Wang Wei', {
    match: 'possible',
    candidates: [
      { id: 'ww1', name: '王伟', organisation: 'Port Authority', reason: 'pinyin' },
      { id: 'ww2', name: 'Wang Wei', organisation: null, reason: 'same-name' },
    ],
  }),
  person(null, 'Ines Marchetti', { answer: null }),
  person('n.okafor@freemail.example', 'Ngozi Okafor'),
  person('\u202Egnp.exe@odd.example', '\u202Eevil\u202C <b>Mallory</b> \u2066x'),
  person('a.person.with.a.very.long.mailbox.name.that.never.ends@a-very-long-domain-name-for-testing.example', '', {
    answer: 'declined',
  }),
  person('team-quality@beihai.example', 'Quality team', { mailbox: 'list' }),
  person('c_1880a@resource.calendar.example', 'Room 4.12 (8)', { mailbox: 'room', answer: null }),
  person('no-reply@calendar.example', 'Calendar', { mailbox: 'no-reply' }),
];

const prompt = (given: Partial<Prompt> & Pick<Prompt, 'key' | 'kind' | 'person' | 'because'>): Prompt => ({
  other: null,
  subject: null,
  setting: null,
  ...given,
});
const lin = { id: 'lin', key: 'lin.yue@beihai.example', name: '林悦 Lin Yue' };
const tobias = { id: 'tobias', key: 'tobias.achterberg@nordlicht.example', name: 'Tobias Achterberg-Winkelhausen' };
const zhao = { id: 'zhao', key: 'zhaomin@haike.example', name: '赵敏' };

const prompts: Prompt[] = [
  prompt({
    key: 'introduce:lin:tobias',
    kind: 'introduce',
    person: lin,
    other: tobias,
    because: [
      {
        code: 'need-meets-offer',
        params: {
          needer: lin.name,
          need: 'a laboratory that tests packaging within a week',
          offerer: tobias.name,
          offer: 'packaging tests in five days',
        },
        from: { table: 'people', id: 'lin' },
      },
      {
        code: 'once-cooperated',
        params: { about: 'a room for the June workshop', at: ago(200) },
        from: { table: 'cooperations', id: 'c1' },
      },
      {
        code: 'another-circle',
        params: { organisation: 'Nordlicht Laboratorien' },
        from: { table: 'people', id: 'tobias' },
      },
    ],
    setting: 'private-message',
  }),
  prompt({
    key: 'share:zhao:t1',
    kind: 'share',
    person: zhao,
    subject: {
      table: 'tips',
      id: 't1',
      text: '虹口的同传公司四月起有两位日语现场翻译空出来，报价比去年低一成；联系人愿意先试半天。',
    },
    because: [
      {
        code: 'tip-meets-need',
        params: { tip: '同传公司', need: '上海的日语翻译，能做现场的' },
        from: { table: 'tips', id: 't1' },
      },
      { code: 'tip-exclusive', params: {}, from: { table: 'tips', id: 't1' } },
      { code: 'tip-ends', params: { at: now + 30 * day }, from: { table: 'tips', id: 't1' } },
    ],
    setting: 'walk',
  }),
  prompt({
    key: 'record:n.okafor@freemail.example',
    kind: 'record',
    person: { id: null, key: 'n.okafor@freemail.example', name: 'Ngozi Okafor' },
    because: [{ code: 'new-face', params: {}, from: null }],
  }),
  prompt({
    key: 'follow-up:lin:c2',
    kind: 'follow-up',
    person: lin,
    subject: { table: 'cooperations', id: 'c2', text: 'reading her audit report' },
    because: [
      {
        code: 'i-owe-answer',
        params: { about: 'reading her audit report', at: ago(9) },
        from: { table: 'cooperations', id: 'c2' },
      },
    ],
    setting: 'call',
  }),
  prompt({
    key: 'advance:lin:m1/s2',
    kind: 'advance',
    person: lin,
    subject: { table: 'matters', id: 'm1/s2', text: 'Ask which forms the port wants' },
    because: [
      {
        code: 'step-they-could',
        params: {
          matter: 'Bring the samples through customs',
          step: 'Ask which forms the port wants',
          offer: 'knows the port’s inspection rules',
        },
        from: { table: 'matters', id: 'm1' },
      },
      { code: 'step-due', params: { at: now + 6 * day }, from: { table: 'matters', id: 'm1' } },
    ],
    setting: 'after',
  }),
  prompt({
    key: 'reconnect:tobias',
    kind: 'reconnect',
    person: tobias,
    because: [
      { code: 'last-contact', params: { at: ago(540) }, from: { table: 'people', id: 'tobias' } },
      {
        code: 'could-do-what-i-need',
        params: { need: 'a test certificate for the new film', offer: 'packaging tests in five days' },
        from: { table: 'settings', id: 'settings' },
      },
      { code: 'seldom-seen', params: { at: ago(540) }, from: null },
    ],
    setting: 'meal',
  }),
  prompt({
    key: 'review:zhao:o1',
    kind: 'review',
    person: zhao,
    subject: { table: 'occasions', id: 'o1', text: 'Packaging review, spring season' },
    because: [{ code: 'occasion-over', params: { at: ago(0) - 40 * 60_000 }, from: { table: 'occasions', id: 'o1' } }],
  }),
];

const occasion: Brief['occasion'] = {
  id: 'o1',
  site: 'google-calendar',
  kind: 'meeting',
  title: 'Packaging review, spring season 包装评审（春季）',
  startAt: now + 20 * 60_000,
  endAt: now + 110 * 60_000,
  zone: null,
  whenText: null,
  extent: { complete: true, shown: 12, total: 12 },
  over: false,
};

/** Twelve people, all seven kinds of prompt, both languages, marks that reorder text, names that do not end. */
export const rich: Brief = { occasion, people, prompts };

/** The same, over, and with most of its guests folded away on the page. */
export const over: Brief = {
  occasion: {
    ...occasion,
    startAt: ago(0.1),
    endAt: now - 30 * 60_000,
    over: true,
    extent: { complete: false, shown: 3, total: 12 },
  },
  people: people.slice(0, 3),
  prompts: [],
};

/** A thread among strangers: the store is empty. */
export const strangers: Brief = {
  occasion: {
    ...occasion,
    kind: 'thread',
    title: null,
    startAt: null,
    endAt: null,
    extent: { complete: true, shown: 3, total: 3 },
  },
  people: [
    person('mara@quay.example', 'Mara Lindqvist', { roles: ['from'] }),
    person('sun.hao@quay.example', '孙浩', { roles: ['to'] }),
    person('press@quay.example', 'Press office', { roles: ['cc'], mailbox: 'role' }),
  ],
  prompts: [],
};

/** Nobody but the user. */
export const alone: Brief = {
  occasion: { ...occasion, title: 'x'.repeat(400), extent: { complete: true, shown: 0, total: 0 } },
  people: [],
  prompts: [],
};

/** A meeting of a whole company. */
export const crowd: Brief = {
  occasion: { ...occasion, title: 'All hands', extent: { complete: false, shown: 2000, total: 2410 } },
  people: [
    ...people,
    ...Array.from({ length: 1988 }, (_, n) => person(`guest${n}@company.example`, `Guest Number ${n}`)),
  ],
  prompts,
};

/** Tips that could be given: one free, one that somebody has, one not meant for this person. */
export const tips: TipChoice[] = [
  {
    id: 't1',
    line: '虹口的同传公司四月起有两位日语现场翻译空出来，报价比去年低一成',
    reach: 'one',
    expiresAt: now + 30 * day,
    wentTo: [],
    allowed: true,
  },
  {
    id: 't2',
    line: 'The laboratory in Bremen opens a second line in May and takes early bookings',
    reach: 'one',
    expiresAt: null,
    wentTo: ['Tobias Achterberg-Winkelhausen'],
    allowed: true,
  },
  {
    id: 't3',
    line: 'The inspection office moves to the new quay',
    reach: 'few',
    expiresAt: null,
    wentTo: [],
    allowed: false,
  },
];

const view = (state: PanelView['state']): PanelView => ({ generation: 'g1', language: 'auto', theme: 'auto', state });

/** Every state a panel can be in, by name. */
export const views: Record<string, PanelView | null> = {
  rich: view({ is: 'occasion', brief: rich }),
  over: view({ is: 'occasion', brief: over }),
  strangers: view({ is: 'occasion', brief: strangers }),
  found: view({
    is: 'occasion',
    brief: {
      ...strangers,
      occasion: { ...strangers.occasion, id: null, site: 'generic', unconfirmed: true },
    },
  }),
  alone: view({ is: 'occasion', brief: alone }),
  crowd: view({ is: 'occasion', brief: crowd }),
  nothing: view({ is: 'nothing' }),
  broken: view({ is: 'broken', site: 'google-calendar', part: 'the guest list and the guest count disagree' }),
  'store-problem': view({ is: 'store-problem', code: 'RM-103' }),
  loading: null,
};
