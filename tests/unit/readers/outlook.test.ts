import { describe, expect, test } from 'vitest';
import { mark, outlook, read } from '../../../readers/outlook.ts';
import { personIn, rowPeople, senderIn } from '../../../readers/outlook-people.ts';
import { openPage } from './page.ts';

const url = 'https://outlook.office.com/mail/inbox/id/AAQk1';
const dom = (html: string): Document => openPage(html, url).window.document;
const part = (html: string): Element => dom(html).body.firstElementChild ?? dom('<i></i>').body;

describe('a person as Outlook writes one', () => {
  test.each([
    ['Rosa Lim<rosa@example.com>', 'Rosa Lim', 'rosa@example.com'],
    ['"Lim, Rosa" <rosa@example.com>;', 'Lim, Rosa', 'rosa@example.com'],
    ['rosa@example.com', null, 'rosa@example.com'],
    ['Hao, Yuncheng', 'Hao, Yuncheng', null],
    ['ceo@bank.example<evil@phish.example>', 'ceo@bank.example', 'evil@phish.example'],
  ])('%s', (text, name, address) => expect(personIn(text)).toEqual({ name, address }));

  test.each(['', 'Rosa <no address>', 'rosa@example.com and more', 'a < b'])('%j is nobody', (text) =>
    expect(personIn(text)).toBeNull(),
  );
});

describe('a sender', () => {
  test.each([
    ['<div><span aria-label="From: Rosa Lim<rosa@example.com>"><b>Rosa Lim</b></span></div>', 'rosa@example.com'],
    ['<div><span aria-label="发件人：周敏<zhou@example.cn>">周敏</span></div>', 'zhou@example.cn'],
    ['<div><span aria-label="From: Rosa Lim<rosa@example.com>">rosa@example.com</span></div>', 'rosa@example.com'],
    ['<div>De : Rosa &lt;rosa@example.com&gt;</div>', 'rosa@example.com'],
  ])('%s', (html, address) => expect(senderIn(part(html))?.address).toBe(address));

  test('whose label and text name two is nobody', () => {
    expect(senderIn(part('<div><span aria-label="From: A<a@x.example>">B&lt;b@x.example&gt;</span></div>'))).toBeNull();
    expect(senderIn(part('<div><span aria-label="From: me@example.com">xample.com</span></div>'))).toBeNull();
  });
});

describe('a row of recipients', () => {
  const chip = (label: string) =>
    `<span role="button" aria-label="${label}" data-lpc-hover-target-id="lpc">${label.split('&')[0]}</span>`;
  const row = (html: string) => rowPeople(part(`<div>${html}</div>`));
  test('with a number, a hole or a button that is nobody is not whole', () => {
    expect(row(`To: ${chip('A')};${chip('B')}`)).toMatchObject({ more: false });
    expect(row(`To: ${chip('A')};`)).toMatchObject({ more: true });
    expect(row(`To: ${chip('A')}<button>+3 others</button>`)).toMatchObject({ more: true });
    expect(row(`To: ${chip('A')} 他 3 人`)).toMatchObject({ more: true });
    expect(row('To: A; B<b@x.example>; 3 others')).toMatchObject({ more: true, found: [{ name: 'A' }, { name: 'B' }] });
  });
  test('that names somebody in two ways is none', () => {
    expect(
      row('<span role="button" data-lpc-hover-target-id="l" aria-label="A<a@x.example>">b@x.example</span>'),
    ).toBeNull();
  });
});

describe('the page', () => {
  const message = (extra = '') =>
    `<div id="ReadingPaneContainerId"><div data-app-section="ConversationContainer"><div id="CONV_AAQk1_SUBJECT" role="heading"><span title="T">T</span></div>
    <div aria-expanded="true"><div id="MSG_a_FROM"><span aria-label="From: A<a@x.example>">A</span></div><div id="MSG_a_TO">To: <span role="button" data-lpc-hover-target-id="l" aria-label="B<b@x.example>">B</span></div>
    <div role="document"><div id="UniqueMessageBody_1">Hi</div></div></div>${extra}</div></div>`;

  test('a conversation with a folded message, a row gone or somebody astray is not whole', () => {
    const whole = (document: Document) => {
      const reading = read(document, url);
      return reading.state === 'occasion' && reading.occasion.extent.complete;
    };
    expect(whole(dom(message()))).toBe(true);
    expect(whole(dom(message('<div aria-expanded="false" tabindex="0"></div>')))).toBe(false);
    expect(whole(dom(message('<div tabindex="0">Carla, Monday, see below</div>')))).toBe(false);
    expect(whole(dom(message('<div><button>Reply</button></div>')))).toBe(true);
    const without = dom(message());
    without.querySelector('#MSG_a_TO')?.remove();
    expect(whole(without)).toBe(false);
    const astray = dom(message());
    const chip = astray.querySelector('#MSG_a_TO [role=button]');
    astray.querySelector('#MSG_a_FROM')?.after(chip?.cloneNode(true) ?? '');
    expect(whole(astray)).toBe(false);
  });

  test('is named by its address and by what is drawn, and not at all while something is written', () => {
    expect(mark(dom(message()), url)).toBe('AAQk1 CONV_AAQk1_SUBJECT MSG_a_FROM');
    expect(mark(dom(message()), 'https://outlook.office.com/mail/compose/AAMk')).toBeNull();
    expect(mark(dom(''), 'https://outlook.office.com/mail/inbox')).toBeNull();
  });

  test('heading, sender and recipients are watched, no body and nothing that is written', () => {
    const document = dom(message('<div id="editorParent_1"><div contenteditable="true">typed</div></div>'));
    const { deep, below } = outlook.watched(document, url);
    expect(deep.map((e) => e.id)).toEqual(['CONV_AAQk1_SUBJECT', 'MSG_a_FROM', 'MSG_a_TO']);
    expect(below).toEqual([]);
    expect(outlook.watched(dom('<div id="ReadingPaneContainerId"></div>'), url).below).toHaveLength(1);
  });
});
