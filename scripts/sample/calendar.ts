import { commonStyle, disc, documentOf, escapeHtml as e, type PageLanguage } from './markup.ts';
import { me } from './people.ts';
import { meetings, roleIn, type SampleMeeting } from './story.ts';
import { minutesOf, named } from './who.ts';

const words = {
  en: {
    title: 'Sample calendar',
    create: 'Create',
    when: 'When:',
    guests: 'Guests',
    organizer: 'Organizer',
    optional: 'Optional',
    accepted: 'Attending',
    declined: 'Not attending',
    tentative: 'Maybe',
    'needs-action': 'Awaiting',
    edit: 'Edit event',
    close: 'Close',
    save: 'Save',
    account: 'Google Account',
    page: (date: string) => `Google Calendar - Week of ${date}`,
    details: 'Google Calendar - Event details',
  },
  'zh-CN': {
    title: '示例日历',
    create: '创建',
    when: '时间：',
    guests: '参加者',
    organizer: '组织者',
    optional: '可选',
    accepted: '参加',
    declined: '不参加',
    tentative: '可能参加',
    'needs-action': '等待回复',
    edit: '编辑活动',
    close: '关闭',
    save: '保存',
    account: 'Google 账号',
    page: (date: string) => `Google 日历 - ${date}这一周`,
    details: 'Google 日历 - 活动详情',
  },
} as const;

/** Rows of the grid: from seven in the morning, `hour` pixels each. */
const firstHour = 7;
const hour = 46;

/** What the event's id names it by, as its reader keeps it. */
export const eventRef = (key: string): string => `${key}9k2m4`;

/** The event's id on its page: base64 of `id calendar`, without padding. */
export const eventId = (key: string): string =>
  Buffer.from(`${eventRef(key)} ${me.address}`)
    .toString('base64')
    .replace(/=+$/, '');

/** The address of a meeting's edit page. */
export const editAddress = (key: string): string =>
  `https://calendar.google.com/calendar/u/0/r/eventedit/${eventId(key)}`;

/** The sample calendar, shaped like Google Calendar's pages (`docs/sites.md`): a week of chips, a bubble, an edit page. */
export function sampleCalendar(language: PageLanguage, now: number): string {
  const w = words[language];
  const dayAt = (offset: number) => {
    const date = new Date(now);
    date.setHours(12, 0, 0, 0);
    date.setDate(date.getDate() + offset);
    return date;
  };
  const format = (options: Intl.DateTimeFormatOptions, date: Date) =>
    new Intl.DateTimeFormat(language, options).format(date);
  const longDay = (offset: number) =>
    language === 'en'
      ? format({ weekday: 'long', month: 'long', day: 'numeric' }, dayAt(offset))
      : `${dayAt(offset).getMonth() + 1}月 ${dayAt(offset).getDate()}日 (${format({ weekday: 'long' }, dayAt(offset))})`;
  const half = (clock: string) => (minutesOf(clock) < 720 ? 'am' : 'pm');
  const twelve = (clock: string) => `${(((minutesOf(clock) / 60 + 11) | 0) % 12) + 1}:${clock.split(':')[1]}`;
  const time = (clock: string) => (language === 'en' ? `${twelve(clock)}${half(clock)}` : clock);
  const span = ({ from, to }: SampleMeeting) => {
    if (language === 'zh-CN') return `${from}～${to}`;
    return half(from) === half(to) ? `${twelve(from)} – ${time(to)}` : `${time(from)} – ${time(to)}`;
  };
  const numericDay = (offset: number) => {
    const date = dayAt(offset);
    return `${date.getFullYear()}${String(date.getMonth() + 1).padStart(2, '0')}${String(date.getDate()).padStart(2, '0')}`;
  };
  /** Days since 1970 plus one month-and-day number, as the site keys its columns: only has to differ from day to day. */
  const dateKey = (offset: number) => {
    const date = dayAt(offset);
    return ((date.getFullYear() - 1970) << 9) | ((date.getMonth() + 1) << 5) | date.getDate();
  };

  /** Everybody in a meeting: the organizer first, the user, then the guests. */
  const rows = (meeting: SampleMeeting) => {
    const guests = meeting.guests.filter(({ who }) => who !== meeting.organizer);
    return [
      { who: meeting.organizer, answer: 'accepted' as const, optional: false },
      ...(meeting.organizer === 'lin.wei' ? [] : [{ who: 'lin.wei', answer: 'accepted' as const, optional: false }]),
      ...guests,
    ];
  };
  const guestRow = (meeting: SampleMeeting, guest: ReturnType<typeof rows>[number]) => {
    const { name, address } = named(guest.who);
    const organizer = roleIn(meeting, guest.who) === 'organizer';
    const said = [
      name,
      w[guest.answer ?? 'needs-action'],
      ...(organizer ? [w.organizer] : []),
      ...(guest.optional ? [w.optional] : []),
    ].join(', ');
    return `<div ${organizer ? 'id="xDtlDlgOrg" ' : ''}role="treeitem" tabindex="-1" aria-label="${e(said)}" data-email="${e(address)}" data-id="${e(address)}" data-hovercard-id="${e(address)}" jsname="OLRBPb">${disc(name)}<div class="SDqFWd"><span>${e(name)}</span></div>${organizer ? `<div class="rLkvHd">${w.organizer}</div>` : ''}</div>`;
  };
  const roomRow = (room: string) =>
    `<div role="treeitem" tabindex="-1" aria-label="${e(room)}, ${w.accepted}" data-email="c_1880willow@resource.calendar.google.com" data-id="c_1880willow@resource.calendar.google.com" data-hovercard-id="c_1880willow@resource.calendar.google.com" jsname="OLRBPb"><span class="disc room" aria-hidden="true">▢</span><div class="SDqFWd"><span>${e(room)}</span></div></div>`;
  const line = (id: string, inner: string, text?: string) =>
    `<div class="nBzcnc"><div class="toUqff" id="${id}"${text ? ` data-text="${e(text)}"` : ''}>${inner}</div></div>`;

  const bubble = (meeting: SampleMeeting) => {
    const everybody = rows(meeting);
    const count = everybody.length + (meeting.room ? 1 : 0);
    return `<div class="ibJzMe" data-in-bubble="true"><div id="xDetDlg" data-eventid="${eventId(meeting.key)}" jslog="35463; 2:[&quot;${meeting.key}9k2m4&quot;,&quot;${e(me.address)}&quot;]"><div class="tools"><button type="button" class="edit" aria-label="${w.edit}">✎</button><button id="xDetDlgCloseBu" type="button" aria-label="${w.close}">✕</button></div><div><span id="rAECCd" role="heading" aria-level="1" tabindex="-1">${e(meeting.title)}</span></div>${line('xDetDlgWhen', `<span class="XuJrye">${w.when}</span><div class="AzuXid"><span>${longDay(meeting.day)}<span class="grQv0">⋅</span><span>${span(meeting)}</span></span></div>`)}${meeting.place ? line('xDetDlgLoc', e(meeting.place), meeting.place) : ''}${line('xDetDlgAtt', `<div role="tree" aria-label="${w.guests}"><div class="count" data-is-expandable="true" role="presentation">${w.guests} <span class="gLs5v">(${count})</span></div>${everybody.map((guest) => guestRow(meeting, guest)).join('')}${meeting.room ? roomRow(meeting.room) : ''}</div>`)}${meeting.description ? line('xDetDlgDesc', e(meeting.description)) : ''}${line('xDetDlgCal', e(me.name), `${me.name} – ${me.address}`)}</div></div>`;
  };
  const editPage = (meeting: SampleMeeting) => {
    const everybody = rows(meeting);
    const date = format({ dateStyle: 'medium' }, dayAt(meeting.day));
    return `<div role="main" class="edit-page"><div data-is-create="false"><div class="top"><button type="button" class="leave" aria-label="${w.close}">✕</button><div id="xTiIn"><input type="text" aria-label="title" data-initial-value="${e(meeting.title)}" value="${e(meeting.title)}"></div><button id="xSaveBu" type="button">${w.save}</button></div><div id="xDaRaSel"><span id="xStDaRo" data-date="${numericDay(meeting.day)}"><input aria-label="start date" value="${e(date)}"></span><input aria-label="start time" value="${time(meeting.from)}"><span id="xEnDaRo" data-date="${numericDay(meeting.day)}"><input aria-label="end date" value="${e(date)}"></span><input aria-label="end time" value="${time(meeting.to)}"></div><div class="halves"><div id="xDescIn"><div contenteditable="true" role="textbox" aria-label="description">${e(meeting.description ?? '')}</div></div><div id="xGstLst"><h2>${w.guests}</h2><div role="tree" aria-label="${w.guests}">${everybody.map((guest) => guestRow(meeting, guest).replace('id="xDtlDlgOrg" ', '')).join('')}</div></div></div><div id="xOnCal">${e(me.name)}</div><div id="xCalOwn">${e(me.address)}</div></div></div>`;
  };

  const days = [-1, 0, 1, 2, 3, 4, 5];
  const column = (offset: number) =>
    `<div class="day${offset === 0 ? ' today' : ''}" data-datekey="${dateKey(offset)}">${meetings
      .filter((meeting) => meeting.day === offset)
      .map((meeting) => {
        const top = ((minutesOf(meeting.from) - firstHour * 60) / 60) * hour;
        const height = ((minutesOf(meeting.to) - minutesOf(meeting.from)) / 60) * hour - 3;
        const organizer = named(meeting.organizer).name;
        return `<div class="chip" data-eventchip data-eventid="${eventId(meeting.key)}" data-key="${meeting.key}" role="button" tabindex="0" style="top:${top}px;height:${height}px"><div class="XuJrye">${span(meeting)}, ${e(meeting.title)}, ${e(organizer)}, ${longDay(offset)}</div><div data-eventid="${eventId(meeting.key)}" aria-hidden="true"><b>${e(meeting.title)}</b><br>${span(meeting)}</div></div>`;
      })
      .join('')}</div>`;
  const heads = days
    .map(
      (offset) =>
        `<div class="head${offset === 0 ? ' today' : ''}">${format({ weekday: 'short' }, dayAt(offset))}<b>${dayAt(offset).getDate()}</b></div>`,
    )
    .join('');
  const hours = Array.from({ length: 12 }, (_, index) => `<div>${firstHour + index}:00</div>`).join('');
  const pageTitle = w.page(format({ dateStyle: 'long' }, dayAt(0)));

  return documentOf({
    language,
    title: pageTitle,
    style: `${commonStyle}
.XuJrye{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stage{background:#fff;border-radius:16px;margin:0 16px 16px 0;overflow:auto;position:relative}
.grid{display:grid;grid-template:56px ${12 * hour}px/56px repeat(7,1fr);min-width:760px}
.head{text-align:center;font-size:11px;color:#5f6368;padding-top:6px;text-transform:uppercase}.head b{display:block;font-size:22px;font-weight:400;color:#1f1f1f}
.head.today b{background:#0b57d0;color:#fff;border-radius:50%;width:36px;height:36px;line-height:36px;margin:auto}
.hours div{height:${hour}px;font-size:10px;color:#5f6368;text-align:right;padding-right:8px;transform:translateY(-7px)}
.day{position:relative;border-left:1px solid #e3e6ea;background:repeating-linear-gradient(#fff 0 ${hour - 1}px,#e3e6ea ${hour - 1}px ${hour}px)}
.chip{position:absolute;left:2px;right:8px;background:#039be5;color:#fff;border-radius:6px;padding:3px 8px;font-size:12px;overflow:hidden;cursor:pointer;line-height:1.3}
[role=dialog]{position:fixed;top:96px;left:392px;width:400px;max-height:calc(100vh - 130px);overflow:auto;background:#f0f4f9;border-radius:24px;box-shadow:0 8px 24px rgba(0,0,0,.28);padding:12px 20px 20px;z-index:5}
.tools{display:flex;justify-content:flex-end;gap:6px}.tools button{width:34px;height:34px;border-radius:50%}
#rAECCd{font-size:21px;line-height:1.25}.nBzcnc{padding:7px 0}.count{color:#444;padding-bottom:4px}
[role=treeitem]{display:flex;align-items:center;gap:10px;padding:3px 0}[role=treeitem] .disc{width:26px;height:26px;font-size:12px}.disc.room{background:#5f6368}
.rLkvHd{color:#5f6368;font-size:11px}
.edit-page{padding:16px 24px}.edit-page .top{display:flex;gap:12px;align-items:center}.edit-page input{font:inherit;border:0;background:#eef1f5;border-radius:6px 6px 0 0;padding:8px 12px;margin:3px}
#xTiIn{flex:1;max-width:620px}#xTiIn input{font-size:21px;width:100%}#xSaveBu{background:#0b57d0;color:#fff;border-radius:20px;padding:9px 24px}
.halves{display:grid;grid-template-columns:1fr 320px;gap:24px;margin:16px 0;max-width:960px}#xDescIn [contenteditable]{background:#eef1f5;border-radius:8px;min-height:160px;padding:12px}#xGstLst h2{font-size:14px;font-weight:500}
`,
    body: `<header><h1>${w.title}</h1><span>${format({ month: 'long', year: 'numeric' }, dayAt(0))}</span><a class="own" href="#account" aria-label="${w.account}: ${e(me.name)} (${e(me.address)})">${disc(me.name)}</a></header>
<nav><button type="button" class="new">${w.create}</button><a class="on" href="#mine">${e(me.name)}</a></nav>
<div class="stage"><div role="main" class="week"><div class="grid"><div></div>${heads}<div class="hours">${hours}</div>${days.map(column).join('')}</div></div></div>
<div class="layer"><div role="dialog" aria-modal="false" data-layout-mode="bubble" data-chips-dialog="true" aria-labelledby="rAECCd" style="display: none;"></div></div>
${meetings.map((meeting) => `<template id="bubble-${meeting.key}">${bubble(meeting)}</template><template id="edit-${meeting.key}" data-eventid="${eventId(meeting.key)}">${editPage(meeting)}</template>`).join('\n')}`,
    script: `
const dialog = document.querySelector('[role=dialog]');
const stage = document.querySelector('.stage');
const week = document.querySelector('.week');
const weekTitle = document.title;
function close() { dialog.style.display = 'none'; }
function open(chip) {
  close();
  // The site uses one dialog again for the next event.
  dialog.replaceChildren(document.getElementById('bubble-' + chip.dataset.key).content.cloneNode(true));
  dialog.style.display = '';
  dialog.querySelector('#xDetDlgCloseBu').addEventListener('click', close);
  dialog.querySelector('.edit').addEventListener('click', () => {
    history.pushState(null, '', '/calendar/u/0/r/eventedit/' + chip.dataset.eventid);
    route();
  });
}
function route() {
  const id = location.pathname.split('/eventedit/')[1];
  close();
  stage.querySelector('.edit-page')?.remove();
  week.style.display = id ? 'none' : '';
  document.title = id ? ${JSON.stringify(w.details)} : weekTitle;
  if (!id) return;
  const template = document.querySelector('template[data-eventid="' + CSS.escape(id) + '"]');
  if (!template) return;
  stage.append(template.content.cloneNode(true));
  stage.querySelector('.leave').addEventListener('click', () => history.back());
}
for (const chip of document.querySelectorAll('[data-eventchip]')) {
  chip.addEventListener('click', () => open(chip));
  chip.addEventListener('keydown', (event) => { if (event.key === 'Enter') open(chip); });
}
addEventListener('keydown', (event) => { if (event.key === 'Escape') close(); });
addEventListener('popstate', route);
route();
`,
  });
}
