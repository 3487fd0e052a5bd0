import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fastmail } from '../../../readers/fastmail.ts';
import { feishuMail } from '../../../readers/feishu-mail.ts';
import { documentsOf } from '../../../readers/frames.ts';
import { icloudMail } from '../../../readers/icloud-mail.ts';
import { netease163 } from '../../../readers/netease163.ts';
import { protonCalendar } from '../../../readers/proton-calendar.ts';
import { protonMail } from '../../../readers/proton-mail.ts';
import { qqmail } from '../../../readers/qqmail.ts';
import type { SiteReader } from '../../../readers/site-reader.ts';
import { zohoMail } from '../../../readers/zoho-mail.ts';
import type { Expected } from '../../fixtures/sites/compare.ts';
import { ownPages } from '../../fixtures/sites/find.ts';
import { openPage } from './page.ts';

const open = (page: string) => {
  const at = join(ownPages, `${page}.html`);
  const { url } = JSON.parse(readFileSync(`${at}.expected.json`, 'utf8')) as Expected;
  return { document: openPage(readFileSync(at, 'utf8'), url).window.document, url };
};
/** The document in which the site draws itself. */
const inner = (d: Document, selector: string): Document => documentsOf(d).find((e) => e.querySelector(selector)) ?? d;
const remove = (selector: string) => (d: Document) => {
  const found = inner(d, selector).querySelectorAll(selector);
  if (found.length === 0) throw new Error(`nothing is ${selector}`);
  for (const e of found) e.remove();
};
const twice = (selector: string) => (d: Document) => {
  const e = inner(d, selector).querySelector(selector);
  e?.after(e.cloneNode(true));
};
const set = (selector: string, name: string, value: string) => (d: Document) =>
  inner(d, selector).querySelector(selector)?.setAttribute(name, value);

describe('a page whose parts disagree or are gone is broken, by name, and gives nobody', () => {
  test.each<[string, SiteReader, string, (d: Document) => void, string]>([
    ['no subject', protonMail, 'proton-mail/conversation-zh', remove('h1'), 'heading of the conversation'],
    [
      'no sender',
      protonMail,
      'proton-mail/conversation-zh',
      remove('[data-testid="recipients:sender"]'),
      'sender of a message',
    ],
    [
      'two addresses of a sender',
      protonMail,
      'proton-mail/conversation-zh',
      set('[data-testid="recipients:sender"]', 'title', 'x@y.example'),
      'address of a sender',
    ],
    [
      'two addresses of a recipient',
      protonMail,
      'proton-mail/conversation-zh',
      set('[data-testid^="recipients:item"]', 'title', 'x@y.example'),
      'address of a recipient',
    ],
    ['two headings', protonMail, 'proton-mail/conversation-zh', twice('h1'), 'not-yet'],
    [
      'two addresses of a guest',
      protonCalendar,
      'proton-calendar/popover-zh',
      set('.participant .flex-1', 'title', '<x@y.example>'),
      'address of a guest',
    ],
    [
      'two organizers',
      protonCalendar,
      'proton-calendar/popover-zh',
      (d) => d.querySelector('.participant:not(.is-organizer)')?.classList.add('is-organizer'),
      'organizer',
    ],
    [
      'a guest without anything',
      protonCalendar,
      'proton-calendar/popover-zh',
      remove('.participant .flex-1'),
      'address of a guest',
    ],
    ['two bubbles', protonCalendar, 'proton-calendar/popover-zh', twice('.eventpopover'), 'not-yet'],
    ['no subject', fastmail, 'fastmail/thread-all-open', remove('.v-Thread-title'), 'heading of the conversation'],
    ['no sender', fastmail, 'fastmail/thread-all-open', remove('.v-MessageCard-from'), 'sender of a message'],
    [
      'details of somebody else',
      fastmail,
      'fastmail/details-open-ja',
      (d) => {
        const a = d.querySelector('dd a');
        if (a) a.textContent = 'X <x@y.example>';
      },
      'sender in the details of a message',
    ],
    ['no subject', qqmail, 'qqmail/read-en-cc', remove('.mail-detail-subject'), 'subject of the message'],
    [
      'people outside of the rows',
      qqmail,
      'qqmail/read-en-cc',
      (d) => d.querySelector('.mail-detail-basic')?.append(d.querySelector('.cmp-account-wrap') ?? ''),
      'rows of a header',
    ],
    ['old form without anybody', qqmail, 'qqmail/old-form-in-frame', remove('[e]'), 'sender of a message'],
    ['no subject', netease163, 'netease163/read-cc', remove('h1'), 'subject of the message'],
    ['two subjects', netease163, 'netease163/read-cc', twice('h1'), 'subject of the message'],
    [
      'two addresses of a sender',
      netease163,
      'netease163/read-cc',
      set('.nui-addr', 'title', 'x@y.example'),
      'address of a sender',
    ],
    [
      'two senders',
      zohoMail,
      'zoho-mail/message-en',
      set('.zmMHFrom [data-eid]', 'data-eid', 'x@y.example'),
      'sender of a message',
    ],
    [
      'people outside of the rows',
      zohoMail,
      'zoho-mail/message-en',
      (d) => {
        const data = d.querySelector('.zmMHdrData');
        d.querySelector('.zmMHdr')?.append(data ?? '');
      },
      'rows of a header',
    ],
    ['no heading', icloudMail, 'icloud-mail/thread-in-frame', remove('h1'), 'heading of the conversation'],
    [
      'no heading',
      feishuMail,
      'feishu-mail/thread-zh',
      remove('[class*="threadHeaderTitleText"]'),
      'heading of the conversation',
    ],
    [
      'two senders',
      feishuMail,
      'feishu-mail/thread-zh',
      (d) => {
        const e = d.querySelector('.ThreadDetail-module__wrap--u [class*="SenderName"]');
        const other = e?.cloneNode(true) as Element;
        other.textContent = 'x';
        e?.after(other);
      },
      'sender of a message',
    ],
  ])('%s', (_what, reader, page, change, expected) => {
    const { document, url } = open(page);
    const before = reader.read(document, url);
    expect(before.state).toBe('occasion');
    change(document);
    const after = reader.read(document, url);
    expect(after.state === 'broken' ? after.part : after.state).toBe(expected);
  });
});

describe('what is watched', () => {
  const all: [SiteReader, string, string][] = [
    [protonMail, 'proton-mail/conversation-zh', 'proton-mail/list-nothing-open'],
    [protonCalendar, 'proton-calendar/popover-zh', 'proton-calendar/week-grid-nothing-open'],
    [fastmail, 'fastmail/thread-all-open', 'fastmail/list-nothing-open'],
    [qqmail, 'qqmail/old-form-in-frame', 'qqmail/list-nothing-open'],
    [netease163, 'netease163/read-cc', 'netease163/list-nothing-open'],
    [zohoMail, 'zoho-mail/message-en', 'zoho-mail/list-nothing-open'],
    [icloudMail, 'icloud-mail/thread-in-frame', 'icloud-mail/nothing-chosen'],
    [feishuMail, 'feishu-mail/thread-zh', 'feishu-mail/list-nothing-open'],
  ];
  test.each(all)(
    '$site: people and heading, never a body; with nothing open, where something may come',
    (reader, page, empty) => {
      const { document, url } = open(page);
      const { deep, below } = reader.watched(document, url);
      expect(deep.length).toBeGreaterThan(1);
      expect(below).toEqual([]);
      const body =
        '[role=document],.mail-detail-content,.v-Message-body,#mailContentContainer,[class*="mailBody"],[contenteditable]';
      expect(deep.filter((e) => e.matches(body) || e.querySelector(body) || e.closest(body))).toEqual([]);
      const { document: none, url: at } = open(empty);
      expect(reader.watched(none, at).below).toContain(none.body);
    },
  );

  test.each(all)('$site: another occasion has another mark, nothing open has none', (reader, page, empty) => {
    const { document, url } = open(page);
    const before = reader.mark(document, url);
    expect(before).not.toBeNull();
    const title = 'h1,[id="subject"],.mail-subject-text,.zmSubject,[class*="TitleText"]';
    const heading = inner(document, title).querySelector(title);
    if (heading) heading.textContent = 'other';
    for (const e of document.querySelectorAll('[data-message-id],[id^="zm_Container_m"]')) {
      if (e.hasAttribute('data-message-id')) e.setAttribute('data-message-id', 'other');
      else e.id = 'zm_Container_mother';
    }
    expect(reader.mark(document, url)).not.toBe(before);
    const { document: none, url: at } = open(empty);
    expect(reader.mark(none, at)).toBeNull();
  });
});

test('Feishu, which has no host of its own, is known by its marks', () => {
  expect(feishuMail.fingerprint?.(open('feishu-mail/thread-zh').document)).toBe(true);
  expect(feishuMail.fingerprint?.(open('zoho-mail/message-en').document)).toBe(false);
});
