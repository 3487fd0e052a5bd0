import { describe, expect, test } from 'vitest';
import { addressOf, sameAddress } from '../../../readers/address.ts';
import { asciiDigits, numbersIn } from '../../../readers/count.ts';
import { recipientLine } from '../../../readers/gmail-recipients.ts';
import { mailboxesIn } from '../../../readers/mailbox-text.ts';
import { accountInBar, accountInTitle } from '../../../readers/own-account.ts';
import { newRoll } from '../../../readers/roll.ts';
import { lineOf, titleText } from '../../../readers/text.ts';
import { visible, visibleAll } from '../../../readers/visible.ts';
import { guestWords } from '../../../readers/words/guest-words.ts';
import { openPage } from './page.ts';

const dom = (html: string): Document => openPage(html, 'https://mail.google.com/mail/u/0/').window.document;
const only = (document: Document, selector: string): Element => {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};

describe('addresses', () => {
  test.each([
    ['a@b.example', 'a@b.example'],
    [' Zoë.B+x@bücher.example ', 'Zoë.B+x@bücher.example'],
    ['12345678', null],
    ['a@b@c', null],
    ['Ann <a@b.example>', null],
    ['a b@c.example', null],
    ['', null],
    [null, null],
    [`${'x'.repeat(320)}@b.example`, null],
  ])('%j is %j', (text, address) => expect(addressOf(text)).toBe(address));

  test('are the same whatever the letter case, and nothing is the same as nothing', () => {
    expect(sameAddress('A@b.Example', 'a@B.example')).toBe(true);
    expect(sameAddress(null, null)).toBe(false);
  });
});

describe('text', () => {
  test('is one line without invisible marks, never cut inside a character', () => {
    expect(lineOf(' a\u202E\n b\u200B ')).toBe('a b');
    expect(lineOf(' \u200E ')).toBeNull();
    expect(lineOf(`${'x'.repeat(499)}😀`)).toBe('x'.repeat(499));
    expect(lineOf('y'.repeat(100_000))).toHaveLength(500);
  });

  test('of a title holds the emoji that are drawn as pictures', () => {
    const document = dom('<h2>Boats <img data-emoji="⛵" alt="x"> and <b>tea</b><img alt="☕"></h2>');
    expect(titleText(only(document, 'h2'))).toBe('Boats ⛵ and tea☕');
  });
});

describe('visibility in a DOM without layout', () => {
  test('is told by inline style and hidden attributes of the element and its ancestors', () => {
    const document = dom(
      '<p id="a"></p><div style="color: red; display:none"><p id="b"></p></div><p hidden id="c"></p><p style="visibility: hidden" id="d"></p>',
    );
    expect(visibleAll(document, 'p').map((p) => p.id)).toEqual(['a']);
    const gone = only(document, '#a');
    gone.remove();
    expect(visible(gone)).toBe(false);
  });
});

describe('numbers', () => {
  test.each([
    ['(148)', [148]],
    ['2,000 guests, 12 yes', [2000, 12]],
    ['2.000 Gäste', [2000]],
    ['2\u202F000 invités', [2000]],
    ['١٢ ضيفًا', [12]],
    ['१२', [12]],
    ['５ 人', [5]],
    ['none', []],
  ])('%j → %j', (text, numbers) => expect(numbersIn(text)).toEqual(numbers));

  test('in any digits become ASCII', () => expect(asciiDigits('٣:٤٥ م')).toBe('3:45 م'));
});

describe('the roll', () => {
  test('holds each address once: first role met, but a sender beats a recipient', () => {
    const roll = newRoll('me@example.com');
    roll.add({ name: 'Ines', address: 'Ines@example.com', role: 'to' });
    roll.add({ name: 'Ines Duarte', address: 'ines@example.com', role: 'from' });
    roll.add({ name: 'I. D.', address: 'ines@example.com', role: 'cc' });
    roll.add({ name: 'a@example.com', address: 'a@example.com', role: 'cc' });
    expect(roll.people().map(({ name, role }) => [name, role])).toEqual([
      ['Ines Duarte', 'from'],
      [null, 'cc'],
    ]);
  });

  test('drops the word for "me", and it only', () => {
    const roll = newRoll('me@example.com');
    roll.add({ name: '我', address: 'me@example.com', role: 'from' });
    roll.add({ name: '我', address: 'me@work.example', role: 'to' });
    roll.add({ name: '李', address: 'li@example.com', role: 'to' });
    expect(roll.people().map(({ name, self }) => [name, self])).toEqual([
      [null, true],
      [null, false],
      ['李', false],
    ]);
    const full = newRoll('me@example.com');
    full.add({ name: 'Mei Ling', address: 'me@example.com', role: 'attendee' });
    expect(full.people()[0]?.name).toBe('Mei Ling');
  });
});

describe('the own account', () => {
  test('in the window title is the last address, so that a subject cannot pose as it', () => {
    const document = dom('<title>x - evil@example.net - me@example.com - Acme Mail</title>');
    expect(accountInTitle(document)).toBe('me@example.com');
  });

  test('in the bar stands in parentheses at the end of a label in any language', () => {
    const document = dom(
      '<a aria-label="Write to x@example.net"></a><a href="https://accounts.google.com/SignOutOptions?x" aria-label="Google 帐号： Ann（me@example.com）"></a>',
    );
    expect(accountInBar(document)).toBe('me@example.com');
    expect(accountInBar(dom('<p>'))).toBeNull();
  });
});

describe("a message's line of recipients", () => {
  const read = (html: string) => {
    const document = dom(`<span class="hb">${html}</span>`);
    const line = only(document, '.hb');
    const { people, cut, more } = recipientLine(line, [...line.querySelectorAll('[email]')]);
    return [people.map((p) => p.role).join(' '), cut, more];
  };
  const p = '<b email="a@b.example">A</b>';
  test.each<[string, string, boolean, number?]>([
    [`to ${p}, ${p}, cc: ${p}, bcc: ${p}`, 'to to cc bcc', false],
    [`发送至 ${p}、${p}，抄送：${p}`, 'to to cc', false],
    [`${p}, ${p}에게, 숨은참조: ${p}`, 'to to bcc', false],
    [`xyz ${p}, qqq: ${p}, zzz: ${p}`, 'to cc bcc', false],
    [`cc: ${p}`, 'cc', false],
    [`à ${p}, Cci : ${p}`, 'to bcc', false],
    [`to ${p}, , ${p}`, 'to to', true],
    [`to ${p}, `, 'to', true],
    [`to , ${p}`, 'to', true],
    [`to ${p}, … 12 more`, 'to', true, 12],
    [`to ${p}, ${p} und 3 weitere`, 'to to', true, 3],
  ])('%s', (html, roles, cut, more = undefined) => expect(read(html)).toEqual([roles, cut, more ?? null]));
});

describe('mailboxes written as text', () => {
  test.each([
    [
      'To: Ann Lee <a@x.example>, b@x.example',
      [
        ['Ann Lee', 'a@x.example'],
        [null, 'b@x.example'],
      ],
      [],
    ],
    ['Cc: "Doe, Jane" <j@x.example>', [['Doe, Jane', 'j@x.example']], []],
    ['收件人：李雷 <li@x.example>', [['李雷', 'li@x.example']], []],
    ['To: Doe, Jane <j@x.example>', [['Doe, Jane', 'j@x.example']], []],
    ['to me', [], ['to me']],
    ['To: Ann <a@x.example>, Bob', [['Ann', 'a@x.example']], ['Bob']],
    ['To: "ceo@y.example" <evil@x.example>', [['ceo@y.example', 'evil@x.example']], []],
  ])('%s', (text, people, rest) => {
    const read = mailboxesIn(text);
    expect(read.people.map((p) => [p.name, p.address])).toEqual(people);
    expect(read.rest).toEqual(rest);
  });
});

describe('words about a guest', () => {
  test.each([
    ['Attending, Organizer', 'accepted', false, true],
    ['Not attending, Optional', 'declined', true, false],
    ['不参加', 'declined', false, false],
    ['参加, 可选', 'accepted', true, false],
    ['Nimmt teil, Organisator', 'accepted', false, true],
    ['Vielleicht', 'tentative', false, false],
    ['欠席', 'declined', false, false],
    ['No response', 'needs-action', false, false],
    ['Ne participe pas', 'declined', false, false],
    ['Não participará, Opcional', 'declined', true, false],
    ['Non parteciperà', 'declined', false, false],
    ['No asistirá', 'declined', false, false],
    ['Не участвует', 'declined', false, false],
    ['Участвует, Организатор', 'accepted', false, true],
    ['Neemt niet deel', 'declined', false, false],
    ['Nie uczestniczy', 'declined', false, false],
    ['참석 안함', 'declined', false, false],
    ['참석, 주최자', 'accepted', false, true],
    ['未定', 'tentative', false, false],
    ['等待回覆, 選填', 'needs-action', true, false],
    ['Jakob, Nina, Dalia, Simon', null, false, false],
    ['Awaiting', 'needs-action', false, false],
    ['Mrak kveld', null, false, false],
  ])('%s', (words, answer, optional, organizer) => expect(guestWords(words)).toEqual({ answer, optional, organizer }));
});
