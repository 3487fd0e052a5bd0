import type { notices as english } from '../en/notices.ts';
import { isolate } from '../isolate.ts';
import { countedZh } from '../plural.ts';

/** What the browser shows by itself, also on a lock screen: titles and numbers, never a word about anybody. */
export const notices: typeof english = {
  before: (p) => `${p.at}：${isolate(p.title)}`,
  beforeMore: (p) =>
    p.known === 0 ? '有谁在场，能开始点什么：看一眼提示。' : `${countedZh(p.known, '位')}联系人在场。看一眼提示。`,
  after: (p) => `开得怎么样？${isolate(p.title)}`,
  afterMore: '四行，半分钟。也会在列表里等着您。',
  morning: '您的一天',
  morningMore: (p) =>
    [
      countedZh(p.meetings, '场会议'),
      `${countedZh(p.due, '件')}待办`,
      ...(p.reviews === 0 ? [] : [`${countedZh(p.reviews, '篇')}待复盘`]),
    ].join('，'),
  untitled: '无标题会议',
};
