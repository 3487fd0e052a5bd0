import type { welcome as english } from '../en/welcome.ts';

/** What the three screens of the first run say. */
export const welcome: typeof english = {
  title: '欢迎使用人脉',
  step: (p) => `第 ${p.n} 页，共 ${p.of} 页`,
  read: {
    title: '读取什么',
    lead: '您在日历里打开一个会议，或在邮箱里打开一封邮件时，人脉会读取里面有谁。',
    reads: '读取',
    readsList: ['姓名和地址', '标题或主题', '时间'],
    never: '从不读取',
    neverList: ['邮件或活动的正文', '您没有打开的页面', '您没有启用的网站'],
    site: '网页本身什么也得不到：不知道您认识谁，也不知道您写了什么。',
  },
  stays: {
    title: '存在哪里',
    lead: '所有内容都留在这台电脑的这个浏览器里。',
    points: [
      '没有账号，没有我们的服务器，也不做统计。',
      '不会替您发送任何东西。说什么由您决定，也由您亲自去说。',
      '您标为保密的内容，不会出现在任何提示或草稿里。',
    ],
  },
  leaves: {
    title: '怎么离开',
    lead: '卸载扩展会立即删除所有内容，无法找回。',
    points: [
      '浏览器不留副本，我们也没有。',
      '所以请不时备份：规划页、设置、“立即备份”，得到一个由您保管的文件。',
      '也可以在那里清空所有内容，从头开始。',
    ],
  },
  begin: {
    title: '第一条提示',
    lead: '打开任何一个有来宾的活动，或一封邮件，旁边就会出现面板，里面有第一批提示。',
    calendar: '打开日历',
    mail: '打开邮箱',
    sample: '用样例试试',
    sampleWhat: '四十位虚构的人、一个会议和几条信息。在设置里点一下就能移除。',
    loading: '正在放入样例。',
    ready: '样例已放入，会议就在下一页。',
    planner: '先不试',
  },
};
