import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readGuests } from '../../../readers/calendar-guests.ts';
import { gmail, read as readGmail } from '../../../readers/gmail.ts';
import { readPrint } from '../../../readers/gmail-print.ts';
import { headerOf, messageUnits, threadHeadings } from '../../../readers/gmail-thread.ts';
import { eventName, read as readCalendar } from '../../../readers/google-calendar.ts';
import { understood } from '../../../readers/words/understood.ts';
import type { Reading } from '../../../records/occasion.ts';
import { ownPages } from '../../fixtures/sites/find.ts';
import { openPage } from './page.ts';

const now = Date.parse('2026-11-24T09:00:00Z');
const threadUrl = 'https://mail.google.com/mail/u/0/#inbox/1547a1b2c3d4e5f6';
const bubbleUrl = 'https://calendar.google.com/calendar/u/0/r/week/2026/9/16';
const page = (file: string, url: string): Document =>
  openPage(readFileSync(join(ownPages, file), 'utf8'), url).window.document;
const part = (reading: Reading): string => (reading.state === 'broken' ? reading.part : reading.state);

describe('a Gmail page whose parts disagree or are gone is broken, by name', () => {
  const changed = (change: (document: Document) => void): string => {
    const document = page('gmail/thread-zh.html', threadUrl);
    change(document);
    return part(readGmail(document, threadUrl));
  };
  test.each<[string, (d: Document) => void, string]>([
    ['sender gone', (d) => d.querySelector('.gE')?.remove(), 'sender of a message'],
    [
      'picture of somebody else',
      (d) => d.querySelector('[jid]')?.setAttribute('jid', 'x@y.example'),
      'sender and picture of a message',
    ],
    [
      'two addresses for a recipient',
      (d) => d.querySelector('.g2')?.setAttribute('data-hovercard-id', 'x@y.example'),
      'address of a recipient',
    ],
    ['no heading', (d) => d.querySelector('h2')?.remove(), 'heading of the conversation'],
    [
      'body classes renamed and header gone',
      (d) => {
        d.querySelector('.gE')?.remove();
        d.querySelector('.a3s')?.setAttribute('class', 'zz');
        d.querySelector('.ii')?.setAttribute('class', 'zz');
      },
      'sender of a message',
    ],
    ['no messages yet', (d) => d.querySelector('[role=list]')?.remove(), 'not-yet'],
    ['main area hidden', (d) => d.querySelector('[role=main]')?.setAttribute('style', 'display:none'), 'not-yet'],
  ])('%s', (_what, change, expected) => expect(changed(change)).toBe(expected));

  test('another conversation than the address names is not read', () => {
    expect(readGmail(page('gmail/thread-zh.html', threadUrl), threadUrl.replace('e5f6', 'e5f7')).state).toBe('not-yet');
  });

  test('only headers and headings are watched deeply, never a body', () => {
    const document = page('gmail/thread-zh.html', threadUrl);
    const { deep } = gmail.watched(document, threadUrl);
    expect(deep.map((e) => e.localName)).toEqual(['h2', 'table']);
    expect(deep.some((e) => e.querySelector('.a3s'))).toBe(false);
    expect(messageUnits(document)).toHaveLength(1);
    expect(threadHeadings(document)).toHaveLength(1);
    expect(headerOf(messageUnits(document)[0] ?? document.body)?.className).toBe('cf gJ');
  });

  test('a print without messages is broken', () => {
    const { document } = openPage('<body><table><tr><td>x</td></tr></table></body>', `${threadUrl}?view=pt`).window;
    expect(['not-yet', 'messages of the print']).toContain(part(readPrint(document, 'x')));
  });
});

describe('a calendar bubble whose parts disagree or are gone is broken, by name', () => {
  const changed = (change: (document: Document) => void): string => {
    const document = page('google-calendar/popover-en.html', bubbleUrl);
    change(document);
    return part(understood(readCalendar(document, bubbleUrl), now));
  };
  const row = (d: Document) => d.querySelector('[data-email="lin.yu@example.com"]');
  test.each<[string, (d: Document) => void, string]>([
    ['two addresses for a guest', (d) => row(d)?.setAttribute('data-id', 'x@y.example'), 'address of a guest'],
    ['a guest outside of the list', (d) => d.querySelector('#xDetDlg')?.append(row(d) ?? ''), 'guest list'],
    [
      'the list in the description',
      (d) => d.querySelector('#xDetDlgDesc')?.append(d.querySelector('#xDetDlgAtt') ?? ''),
      'guest list',
    ],
    ['the list outside of the bubble', (d) => d.body.append(d.querySelector('#xDetDlgAtt') ?? ''), 'guest list'],
    ['two organizers', (d) => row(d)?.setAttribute('aria-label', 'Lin Yu, Organizer'), 'organizer'],
    ['no title', (d) => d.querySelector('#rAECCd')?.remove(), 'title of the event'],
    ['no id', (d) => d.querySelector('#xDetDlg')?.removeAttribute('data-eventid'), 'id of the event'],
  ])('%s', (_what, change, expected) => expect(changed(change)).toBe(expected));

  test('a missing row or a missing count is incomplete, never nobody', () => {
    for (const gone of ['[data-email="lin.yu@example.com"]', '.gLs5v']) {
      const document = page('google-calendar/popover-en.html', bubbleUrl);
      document.querySelector(gone)?.remove();
      const reading = readCalendar(document, bubbleUrl);
      expect(reading.state === 'occasion' && reading.occasion.extent.complete).toBe(false);
    }
  });

  test('a guest list without anybody in it is incomplete', () => {
    const { document } = openPage('<div id="l"><span>Guests</span></div>', bubbleUrl).window;
    expect(readGuests([...document.querySelectorAll('#l')], null, true)).toEqual({
      participants: [],
      words: [],
      complete: false,
      total: null,
    });
  });

  test("an event's name is read from base64, and used as it stands where it is none", () => {
    expect(eventName('N2FiY2QxMjM0ZWZnaCBtZUBleGFtcGxlLmNvbQ')).toEqual({
      event: '7abcd1234efgh',
      calendar: 'me@example.com',
    });
    expect(eventName('%%%')).toEqual({ event: '%%%', calendar: null });
  });
});
