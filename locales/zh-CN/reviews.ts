import type { reviews as english } from '../en/reviews.ts';
import { isolate } from '../isolate.ts';

/** Reviews: still to write, and written. */
export const reviews: typeof english = {
  lead: '会后写四行：给了什么，被请求什么，约定了什么，下一步做什么。',
  none: '还没有复盘。',
  noneHow: '您打开过的会议结束后，会在这里等着您写四行。',
  waiting: '待写',
  written: '已写',
  write: '写复盘',
  of: (p) => `复盘：${isolate(p.title)}`,
  noPeople: '没有看到其他人。',
  wasThere: (p) => `在场：${isolate(p.people)}`,
  given: '给了什么？',
  givenPlaceholder: '一条信息、一个忙、一次引荐',
  asked: '有什么请求？',
  askedPlaceholder: '谁提出的，什么事',
  agreed: '约定了什么？',
  agreedPlaceholder: '谁做什么',
  next: '下一小步',
  nextPlaceholder: '和谁，什么时候',
  saved: '复盘已保存。',
  edit: '编辑复盘',
  remove: '删除复盘',
  removed: '复盘已删除。',
};
