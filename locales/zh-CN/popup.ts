import type { popup as english } from '../en/popup.ts';
import { countedZh } from '../plural.ts';

/** What the popup of the toolbar button says. */
export const popup: typeof english = {
  title: '人脉',
  onThisTab: '这个标签页',
  nothing: '这个标签页没有打开会议或邮件。',
  nothingWhat: '在日历里打开一个活动，或在邮箱里打开一封邮件。',
  notRead: '人脉不读取这个网站。',
  addSite: (p) => `读取 ${p.host}`,
  addSiteWhat: '浏览器会就这一个网站征求您的同意。那里只读姓名、地址、标题和时间；可以随时在设置里收回。',
  siteAdded: (p) => `从现在起读取 ${p.host}（按${p.as}）。`,
  siteReadAs: (p) => `您添加了 ${p.host}，按${p.as}读取。`,
  anyPage: '普通网页',
  notEncrypted: (p) => `无法添加 ${p.host}：页面没有加密，途中的任何人都可能往里塞人。`,
  off: (p) => `${p.site} 已关闭，这里什么都不读取。`,
  counts: (p) => `${countedZh(p.people, '人')}，${countedZh(p.prompts, '条提示')}`,
  broken: '这个页面读不出来，详情见侧边栏。',
  capture: '趁没忘，记一笔',
  what: { tip: '一条信息', need: '我需要', offer: '我能提供' },
  captureLabel: { tip: '值得知道的事', need: '您在找什么', offer: '您能提供什么' },
  tipHow: '#话题、到12月5日、来源：……、!保密',
  tipUntil: (p) => `${p.at}前有效`,
  openSidePanel: '打开侧边栏',
  openPlanner: '打开规划页',
  read: (p) => `读取 ${p.site}`,
  readWhat: '只读您打开的会议或邮件里的姓名、地址、标题和时间。',
  switched: { on: '已开启。若没有出现，请刷新页面。', off: '已关闭，这里什么都不读取。' },
};
