import type { reasons as english } from '../en/reasons.ts';

/** One sentence for each reason that a prompt can give (`records/prompt.ts`). */
export const reasons: typeof english = {
  'tip-meets-need': (p) => `正好回应${p.who}在找的：“${p.need}”。`,
  'tip-meets-topic': (p) => `与${p.who}关心的话题有关：${p.topic}。`,
  'tip-exclusive': () => '您打算只告诉一个人，目前还没有人知道。',
  'tip-named': (p) => `您指定的几个人里有${p.who}。`,
  'tip-ends': (p) => `这条信息在${p.at}之前有用。`,
  'share-planned': (p) => (p.at === '' ? `您已计划告诉对方：${p.setting}。` : `您计划${p.at}告诉对方：${p.setting}。`),
  'need-meets-offer': (p) => `${p.needer}在找“${p.need}”，${p.offerer}能提供“${p.offer}”。`,
  'introduction-open': (p) => `这次引荐您已经开了头：${p.state}。`,
  'other-absent': (p) => `${p.name}不在场，可以分别征求双方意见。`,
  'step-mine': (p) => `“${p.matter}”中，这一步由您来做：“${p.step}”。`,
  'step-they-could': (p) =>
    p.offer === ''
      ? `“${p.matter}”中，这一步可以找${p.who}：“${p.step}”。`
      : `“${p.matter}”中，${p.who}能提供“${p.offer}”，或许能帮这一步：“${p.step}”。`,
  'step-due': (p) => `期限：${p.at}。`,
  'new-face': (p) => `${p.who}还没有收录，记上一笔，下次见面就有话可接。`,
  'leads-occasion': (p) => `这次由${p.who}发起。`,
  'shares-name': (p) => `记录里有同名的人：${p.name}，也许是同一位。`,
  'last-contact': (p) => `上次联系：${p.at}。`,
  'tagged-potential': (p) => `您把${p.who}标为潜在人脉：${p.at}。`,
  'could-do-what-i-need': (p) => `您在找“${p.need}”，${p.who}能提供“${p.offer}”。`,
  'i-owe-answer': (p) => `${p.who}曾为“${p.about}”找过您（${p.at}），还在等您答复。`,
  'they-owe-answer': (p) => `您曾为“${p.about}”请${p.who}帮忙（${p.at}），还没有答复。`,
  'introduction-result': (p) => `您引荐过${p.who}与${p.other}（${p.at}），结果还没有记下。`,
  'occasion-over': (p) => `已于${p.at}结束，趁记忆还新。`,
  'once-cooperated': (p) => `你们合作过：“${p.about}”（${p.at}）。`,
  'another-circle': (p) => `${p.who}所在的${p.organisation}是您平时接触不到的圈子，消息也不一样。`,
  'seldom-seen': (p) => `你们不常见面，上次是${p.at}；这样的弱关系往往消息最多。`,
  'you-take-up': (p) => `这类提示对您有用：采纳 ${p.taken} 次，回绝 ${p.refused} 次，带来合作 ${p.ledTo} 次。`,
  'you-set-aside': (p) =>
    `这类提示您用得少，所以靠后：采纳 ${p.taken} 次，回绝 ${p.refused} 次，带来合作 ${p.ledTo} 次。`,
};
