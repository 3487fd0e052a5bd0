import type { introductions as english } from '../en/introductions.ts';
import { isolate } from '../isolate.ts';
import { countedZh } from '../plural.ts';

const from = (house: string): string => (house === '' ? '' : `（${house}）`);

/** Introductions: ideas, consents, what came of them. */
export const introductions: typeof english = {
  lead: '两个人，一个理由。先分别问过双方，再介绍认识，事后记下结果。',
  add: '新的引荐',
  addHow: '谁需要的，正好是另一个人能给的？您会先问过双方。',
  none: '还没有引荐。',
  noneHow:
    '一个人的需求正好是另一个人的资源时，这一对会自动出现在这里，也会出现在会议旁。请在联系人页上记下需求与资源，或在这里发起。',
  ideas: '谁能帮谁',
  ideasHow: '从您所有联系人的需求与资源里找出，不论近期是否见面。您不问，谁也不会知道。',
  ideasNone: '找到的每一对都有不宜引荐之处。',
  doubtful: (p) => `另有 ${countedZh(p.n, '对')}，各有不宜之处`,
  reasonOf: (p) => `${isolate(p.a)}需要“${isolate(p.need)}”，${isolate(p.b)}能提供“${isolate(p.offer)}”。`,
  begin: '开始引荐',
  begun: '已开始。先去问一方。',
  never: '不引荐这两位',
  setAside: '已搁置：不引荐这两位。',
  against: {
    title: '请先留意',
    sameHouse: (p) => `两位同属${isolate(p.name)}，不必您来介绍。`,
    refused: (p) => `${isolate(p.who)}${p.at}婉拒过这次引荐。`,
    refusedByOne: (p) => `其中一位${p.at}婉拒过这次引荐。`,
    met: (p) => `两位${p.at}都在“${isolate(p.title)}”上，可能已经认识。`,
    begun: (p) => `这两位的引荐正在进行，始于${p.at}。`,
    madeBefore: (p) => `您${p.at}已经引荐过这两位。`,
  },
  stages: '进展',
  stage: {
    idea: '想法',
    agrees: (p) => `${isolate(p.who)}同意`,
    made: '已引荐',
    outcome: '结果',
    isDone: '已完成',
  },
  ask: '去问…',
  askAgain: '收回答复',
  askTitle: (p) => `先问${isolate(p.who)}`,
  askHow: '站在对方的角度写。对方可以婉拒，别人不会知道。',
  note: '便笺',
  noteSubject: '想介绍一位给您认识',
  bothSubject: (p) => `${p.a}——${p.b}`,
  noteToNeeder: (p) =>
    `${p.to}，您好！\n\n您在找：${p.need}。我认识一位，也许帮得上忙：${p.other}${from(p.house)}（${p.offer}）。\n\n要不要我介绍二位认识？不方便的话，直说就好。`,
  noteToOfferer: (p) =>
    `${p.to}，您好！\n\n${p.other}${from(p.house)}在找：${p.need}。我想到了您，因为您这边：${p.offer}。\n\n可以介绍二位认识吗？不方便也完全没关系，只有您我知道。`,
  noteByReason: (p) =>
    `${p.to}，您好！\n\n想介绍${p.other}${from(p.house)}给您认识。${p.reason}\n\n可以吗？不方便也完全没关系，只有您我知道。`,
  noteToBoth: (p) =>
    `${p.a}、${p.b}，二位好！\n\n二位都愿意认识，我就在这里介绍一下：${p.a}${from(p.houseA)}，${p.b}${from(p.houseB)}。${p.reason}\n\n往下就请二位自己聊了。`,
  haveAsked: '我已经问了',
  bothAgree: '双方都同意了。写一封给两位，然后退到一边。',
  introduceThem: '介绍二位…',
  twoWeeks: '已经两周了。问问其中一位结果如何，并记下来。',
  outcomeTitle: (p) => `${isolate(p.a)}与${isolate(p.b)}：结果如何？`,
  outcomeSaved: '结果已记下。',
  group: {
    agreed: '双方都同意：可以介绍了',
    asked: '已询问，等答复',
    idea: '想法',
    done: '已引荐',
    declined: '婉拒',
  },
  and: '与',
  consent: { 'not-asked': '还没问', asked: '已询问', agreed: '同意', declined: '婉拒' },
  consentSaved: (p) => `${isolate(p.who)}：${p.consent}。`,
  introduce: '已经介绍了',
  writeOutcome: '结果如何？',
  madeTitle: (p) => `${isolate(p.a)}与${isolate(p.b)}`,
  made: '引荐已记下。',
  outcome: '结果如何？',
  outcomeNote: '引荐两周后会问您。如果其中一位后来托过您办事，也请记在对方的页面上。',
  edit: '编辑引荐',
  remove: '删除引荐',
  removed: '引荐已删除。',
  one: '一方',
  other: '另一方',
  peopleMissing: '引荐需要两个人。',
  reason: '为什么是这两位？',
  reasonNote: '写成可以发给双方的话。',
  reasonMissing: '请写明理由：没有理由，谁也不会答应。',
  saved: '引荐已保存。',
};
