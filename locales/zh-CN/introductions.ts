import type { introductions as english } from '../en/introductions.ts';
import { isolate } from '../isolate.ts';

/** Introductions: ideas, consents, what came of them. */
export const introductions: typeof english = {
  lead: '两个人，一个理由。先分别问过双方，再介绍认识，事后记下结果。',
  add: '新的引荐',
  addHow: '谁需要的，正好是另一个人能给的？您会先问过双方。',
  none: '还没有引荐。',
  noneHow: '一个人的需求正好是另一个人的资源时，会议旁会有提示。也可以在这里发起。',
  group: {
    agreed: '双方都同意：可以介绍了',
    asked: '已询问，等答复',
    idea: '想法',
    done: '已引荐',
    declined: '婉拒',
  },
  and: '与',
  consentOf: (p) => p.who,
  consent: { 'not-asked': '还没问', asked: '已询问', agreed: '同意', declined: '婉拒' },
  consentSaved: (p) => `${isolate(p.who)}：${p.consent}。`,
  introduce: '已经介绍了',
  writeOutcome: '结果如何？',
  madeTitle: (p) => `${isolate(p.a)}与${isolate(p.b)}已经认识`,
  made: '引荐已记下。',
  outcome: '结果如何？',
  outcomeNote: '可以以后再写，到时会再问您。',
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
