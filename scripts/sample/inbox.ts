import { commonStyle, disc, documentOf, escapeHtml as e, type PageLanguage } from './markup.ts';
import { me } from './people.ts';
import { type SampleMessage, threads } from './story.ts';
import { minutesOf, named } from './who.ts';

const words = {
  en: {
    inbox: 'Inbox',
    starred: 'Starred',
    sent: 'Sent',
    drafts: 'Drafts',
    compose: 'Compose',
    search: 'Search mail',
    to: 'to',
    cc: 'cc:',
    reply: 'Reply all',
    account: 'Google Account',
    me: 'me',
    back: 'Back to Inbox',
  },
  'zh-CN': {
    inbox: '收件箱',
    starred: '已加星标',
    sent: '已发邮件',
    drafts: '草稿',
    compose: '写邮件',
    search: '搜索邮件',
    to: '发送至',
    cc: '抄送：',
    reply: '回复全部',
    account: 'Google 账号',
    me: '我',
    back: '返回收件箱',
  },
} as const;

/** Sixteen hexadecimal digits that name a thread or message of the sample, always the same for the same key. */
export function legacyId(key: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const letter of key) hash = ((hash ^ BigInt(letter.codePointAt(0) ?? 0)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(16).padStart(16, '1');
}

/** The last part of a thread's address, such as `FMfcgzQ…`. */
export const threadHash = (key: string): string =>
  `FMfcgzQ${legacyId(key).replace(/\d/g, (digit) => 'ghjkmnpqrs'[Number(digit)] ?? 'g')}`;

/** The sample inbox, shaped like Gmail's pages (`docs/sites.md`): a list, threads behind the hash, a reply to all. */
export function sampleInbox(language: PageLanguage, now: number): string {
  const w = words[language];
  const date = (message: SampleMessage, long: boolean) => {
    const at = new Date(now + message.day * 86_400_000);
    at.setHours(0, minutesOf(message.time), 0, 0);
    if (long) return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
    return new Intl.DateTimeFormat(
      language,
      message.day === 0 ? { timeStyle: 'short' } : { month: 'short', day: 'numeric' },
    ).format(at);
  };
  const shownName = (who: string) => (who === 'lin.wei' ? w.me : named(who).name);
  const recipient = (who: string) => {
    const { address } = named(who);
    return `<span email="${e(address)}" name="${e(shownName(who))}" data-hovercard-id="${e(address)}" class="g2" data-hovercard-owner-id="25">${e(shownName(who))}</span>`;
  };

  const message = (key: string, one: SampleMessage, index: number) => {
    const { name, address } = named(one.from);
    const id = legacyId(`${key}/${index}`);
    const recipients =
      one.to.map(recipient).join(', ') + (one.cc ? `, ${w.cc} ${one.cc.map(recipient).join(', ')}` : '');
    return `<div class="h7 ie nH oy8Mbf" role="listitem" aria-expanded="true"><div class="adn ads" data-message-id="#msg-f:${BigInt(`0x${id}`)}" data-legacy-message-id="${id}">
<div class="aju">${disc(name)}<img class="ajn" jid="${e(address)}" data-hovercard-id="${e(address)}" data-name="${e(name)}" aria-hidden="true" alt="" hidden></div>
<div class="gs"><div class="gE iv gt"><table class="cf gJ"><tbody><tr class="acZ"><td class="gF gK"><h3 class="iw gFxsud"><span translate="no" class="qu" role="gridcell" tabindex="-1"><span email="${e(address)}" name="${e(shownName(one.from))}" data-hovercard-id="${e(address)}" class="gD"><span>${e(name)}</span></span> <span class="go">&lt;${e(address)}&gt;</span></span></h3></td><td class="gH bAk"><span class="g3" title="${e(date(one, true))}">${e(date(one, true))}</span></td></tr>
<tr class="acZ xD"><td colspan="3"><div class="iw ajw"><span translate="no" class="hb">${w.to} ${recipients} </span></div></td></tr></tbody></table></div>
<div class="ii gt"><div class="a3s aiL"><div dir="ltr">${one.body.map((line) => `<p>${e(line)}</p>`).join('')}</div></div></div></div></div></div>`;
  };

  const chip = (who: string) => {
    const { name, address } = named(who);
    return `<div class="afV" role="option" tabindex="-1" aria-selected="false" data-hovercard-id="${e(address)}" data-name="${e(name)}"><div class="afW"><div class="akl" translate="no">${e(name)}</div></div></div>`;
  };
  const row = (name: string, who: string[]) =>
    `<div class="anm" name="${name}"><div role="listbox" aria-multiselectable="true">${who.map(chip).join('')}</div><input peoplekit-id="BbVjBd" type="text" aria-label="${name}" aria-haspopup="listbox"></div>`;
  const reply = (subject: string, last: SampleMessage) => {
    const others = [...last.to, ...(last.cc ?? [])].filter((who) => who !== 'lin.wei' && who !== last.from);
    return `<div class="M9"><form onsubmit="return false">${row('to', last.from === 'lin.wei' ? last.to : [last.from])}${row('cc', others)}${row('bcc', [])}<input name="subjectbox" value="Re: ${e(subject)}" aria-label="subject"><div class="Am Al editable" role="textbox" contenteditable="true" aria-multiline="true" aria-label="body" g_editable="true"></div></form></div>`;
  };

  const newest = (thread: (typeof threads)[number]) => {
    const last = thread.messages.at(-1);
    return last === undefined ? 0 : last.day * 1440 + minutesOf(last.time);
  };
  const list = threads
    .toSorted((one, other) => newest(other) - newest(one))
    .map((thread) => {
      const last = thread.messages.at(-1);
      if (last === undefined) throw new Error(`The thread “${thread.key}” has no message.`);
      return `<a class="zA ${thread.unread ? 'zE' : 'yO'}" role="row" href="#inbox/${threadHash(thread.key)}"><span class="yW" translate="no"><span email="${e(named(last.from).address)}" name="${e(named(last.from).name)}" class="yP">${e(shownName(last.from))}</span></span><span class="bog">${e(thread.subject)}</span><span class="y2"> – ${e(last.body.join(' '))}</span><span class="xW">${e(date(last, false))}</span></a>`;
    })
    .join('');
  const templates = threads.map((thread) => {
    const last = thread.messages.at(-1);
    return `<template id="view-${threadHash(thread.key)}" data-title="${e(`${thread.subject} - ${me.address} - Gmail`)}"><div role="main" class="nH thread"><div class="nH aHU"><a class="back" href="#inbox" aria-label="${w.back}">←</a><div class="ha"><h2 tabindex="-1" class="hP" data-thread-perm-id="thread-f:${BigInt(`0x${legacyId(thread.key)}`)}" data-legacy-thread-id="${legacyId(thread.key)}">${e(thread.subject)}</h2></div><div class="nH" role="list">${thread.messages.map((one, index) => message(thread.key, one, index)).join('')}</div><button type="button" class="reply">${w.reply}</button><div class="answer"></div></div></div></template>
<template id="reply-${threadHash(thread.key)}">${last ? reply(thread.subject, last) : ''}</template>`;
  });
  const unread = threads.filter((thread) => thread.unread).length;
  const title = `${w.inbox} (${unread}) - ${me.address} - Gmail`;

  return documentOf({
    language,
    title,
    style: `${commonStyle}
.views{background:#fff;border-radius:16px;margin:0 16px 16px 0;overflow:auto}
.zA{display:grid;grid-template-columns:190px auto 1fr 90px;gap:12px;padding:11px 16px;border-bottom:1px solid #eceff3;color:inherit;text-decoration:none;white-space:nowrap;background:#f7f9fc}
.zA.zE{background:#fff;font-weight:700}.zA:hover{box-shadow:inset 1px 0 0 #dadce0,0 1px 3px rgba(60,64,67,.3)}
.zA>*{overflow:hidden;text-overflow:ellipsis}.y2{color:#5f6368;font-weight:400}.xW{text-align:right;font-size:12px}
.thread{padding:14px 24px 40px;max-width:980px}.back{color:#444;text-decoration:none;font-size:18px}
.hP{font-size:22px;font-weight:400;margin:14px 0 18px 52px}
.adn{display:grid;grid-template-columns:52px 1fr;padding:12px 0;border-top:1px solid #eceff3}
.gJ{width:100%;border-spacing:0}.gJ td{padding:0}.iw{margin:0;font-size:14px}.go,.hb,.g3{color:#5f6368;font-weight:400;font-size:12px}.gH{text-align:right}
.a3s{padding:12px 0}.a3s p{margin:0 0 10px}
.reply{margin:16px 0 0 52px;border:1px solid #747775;border-radius:18px;padding:7px 20px}
.M9{margin:16px 0 0 52px;border-radius:12px;box-shadow:0 1px 4px rgba(60,64,67,.4);padding:12px 16px}
.anm{display:flex;gap:6px;border-bottom:1px solid #eceff3;padding:5px 0}.anm::before{content:attr(name);color:#5f6368;width:32px;text-transform:capitalize}
.anm [role=listbox]{display:flex;gap:6px}.anm input{border:0;flex:1;font:inherit}.afV{border:1px solid #c4c7c5;border-radius:12px;padding:0 10px}
[name=subjectbox]{width:100%;border:0;border-bottom:1px solid #eceff3;padding:8px 0;font:inherit}.editable{min-height:120px;padding:10px 0;outline:0}
`,
    body: `<header><h1>${language === 'en' ? 'Sample mail' : '示例邮箱'}</h1><input type="search" placeholder="${w.search}" aria-label="${w.search}"><a class="own" href="#account" aria-label="${w.account}: ${e(me.name)} (${e(me.address)})">${disc(me.name)}</a></header>
<nav><button type="button" class="new">${w.compose}</button><a class="on" href="#inbox">${w.inbox} ${unread}</a><a href="#starred">${w.starred}</a><a href="#sent">${w.sent}</a><a href="#drafts">${w.drafts}</a></nav>
<div class="views"></div>
<template id="view-inbox" data-title="${e(title)}"><div role="main" class="list"><div role="grid">${list}</div></div></template>
${templates.join('')}`,
    script: `
const views = document.querySelector('.views');
const kept = new Map();
function show() {
  const last = location.hash.slice(1).split('/').at(-1) || 'inbox';
  const template = document.getElementById('view-' + last) || document.getElementById('view-inbox');
  // Like the site itself, keep the views that were shown, hidden.
  for (const view of kept.values()) view.style.display = 'none';
  let view = kept.get(template.id);
  if (!view) {
    view = template.content.firstElementChild.cloneNode(true);
    kept.set(template.id, view);
    views.append(view);
    view.querySelector('.reply')?.addEventListener('click', () => {
      const answer = view.querySelector('.answer');
      answer.replaceChildren(document.getElementById('reply-' + last).content.cloneNode(true));
      answer.querySelector('[role=textbox]').focus();
    });
  }
  view.style.display = '';
  document.title = template.dataset.title;
}
addEventListener('hashchange', show);
show();
`,
  });
}
