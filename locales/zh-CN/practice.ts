import type { practice as english } from '../en/practice.ts';
import { isolate } from '../isolate.ts';
import { count, countedZh } from '../plural.ts';

/** Practice: what was done over the weeks, what it led to, what has grown cold. */
export const practice: typeof english = {
  lead: '一周一周，您做了什么，带来了什么。只数做过的事，从不给人打分。',
  none: '还没有可以回顾的。',
  noneHow: '把一条信息只告诉一个人，引荐两个人，做一小步，提一个小请求：每一件都会记在当周，后来的合作写在旁边。',
  thisWeek: '本周',
  thisWeekWords: (p) =>
    `${countedZh(p.occasions, '个场合')}；专属分享 ${countedZh(p.given, '条')}，引荐 ${countedZh(p.introduced, '次')}，办成 ${countedZh(p.advanced, '步')}。`,
  weeks: '逐周',
  week: '起始日',
  running: '进行中',
  columns: {
    occasions: '场合',
    given: '分享',
    introduced: '引荐',
    advanced: '推动',
    asked: '请求',
    answered: '答复',
  },
  together: '合计',
  openNot: '谁都可以知道的信息，不算专属分享。',
  asks: '您提出的请求',
  asksWords: (p) =>
    p.of === 0
      ? p.open === 0
        ? '这些周里您没有向谁提出请求。人脉也从开口开始。'
        : `还没有答复；${countedZh(p.open, '个请求')}未定。`
      : `${count(p.of)} 个里有 ${count(p.agreed)} 个得到答应${p.open === 0 ? '。' : `；另有 ${count(p.open)} 个未定。`}`,
  followed: '什么带来了合作',
  followedNone: '这些周里还没有给过、做过什么。',
  followedHow: '“带来”是指：三个月之内，同一个人答应了您的事，或您答应了对方的事。',
  followedLine: {
    share: (p) => `专属分享 ${count(p.of)} 条中的 ${count(p.by)} 条`,
    introduction: (p) => `引荐 ${count(p.of)} 次中的 ${count(p.by)} 次`,
    step: (p) => `为别人做的 ${count(p.of)} 步中的 ${count(p.by)} 步`,
  },
  followedBy: '之后有了合作',
  cases: '具体是',
  what: '做了什么',
  who: '和谁',
  afterwards: '之后',
  kind: { share: '信息', introduction: '引荐', step: '事务' },
  afterWords: {
    'they-asked': (p) => `您答应了“${isolate(p.about)}”，${p.at}`,
    'i-asked': (p) => `对方答应了“${isolate(p.about)}”，${p.at}`,
  },
  cold: '已经冷下来的',
  coldNone: '没有什么冷下来。',
  coldTie: (p) => `${isolate(p.who)}：${p.at}以来没有往来。`,
  coldAgreed: (p) => `曾经答应：“${isolate(p.about)}”，${p.at}。`,
  coldShare: (p) => `“${isolate(p.tip)}”原定${p.at}告诉${isolate(p.who)}。`,
  coldIntroduction: (p) => `${isolate(p.a)}与${isolate(p.b)}：${p.at}以来没有进展。`,
  coldMatter: (p) => `“${isolate(p.title)}”：${p.at}以来没有进展。`,
  open: '打开',
  link: '最近几周带来了什么？',
};
