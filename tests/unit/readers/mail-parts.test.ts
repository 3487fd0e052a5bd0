import { describe, expect, test } from 'vitest';
import { documentsOf, framesAround } from '../../../readers/frames.ts';
import { addRecipients, addSender, around, outermost, readConversation, thread } from '../../../readers/mail-thread.ts';
import { accountAt } from '../../../readers/own-account.ts';
import { addressIn, personFrom } from '../../../readers/person.ts';
import { newRoll } from '../../../readers/roll.ts';
import { siteOf, sitesWithoutPeople, siteWithoutPeopleAt } from '../../../readers/sites.ts';
import { watchedParts } from '../../../readers/watched-parts.ts';
import { isWordForMe } from '../../../readers/words/for-me.ts';
import { openPage } from './page.ts';

const page = (html: string): Document => openPage(html, 'https://mail.example/').window.document;
const first = (document: Document, selector: string): Element => {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return found;
};

describe('a person on a page', () => {
  test.each<[string, (string | null)[], (string | null)[], ReturnType<typeof personFrom>]>([
    ['a name and an address', ['Ana Wu'], ['ana@example.com'], { name: 'Ana Wu', address: 'ana@example.com' }],
    ['an address in brackets', ['Ana'], ['<ana@example.com>'], { name: 'Ana', address: 'ana@example.com' }],
    ['full-width brackets', ['周敏'], ['＜z@example.com＞'], { name: '周敏', address: 'z@example.com' }],
    ['both in one text', ['"Wu, Ana" <ana@example.com>'], [], { name: 'Wu, Ana', address: 'ana@example.com' }],
    ['only an address', ['ana@example.com'], [], { name: null, address: 'ana@example.com' }],
    ['only a name', ['Hao, Yuncheng'], [], { name: 'Hao, Yuncheng', address: null }],
    ['nothing', [null, ''], [null], { name: null, address: null }],
    [
      'the same address in other letters',
      ['A'],
      ['ANA@example.com', 'ana@Example.com'],
      { name: 'A', address: 'ANA@example.com' },
    ],
    [
      'an address as the name of another one',
      ['ceo@one.example'],
      ['evil@two.example'],
      { name: 'ceo@one.example', address: 'evil@two.example' },
    ],
    ['a time in the place of a name', ['08:00'], [], false],
    ['a date in the place of a name', ['2026年4月3日'], [], false],
    ['a name with a number', ['Team 7'], [], { name: 'Team 7', address: null }],
    ['two addresses', ['A'], ['a@example.com', 'b@example.com'], false],
  ])('%s', (_what, names, addresses, expected) => expect(personFrom(names, addresses)).toEqual(expected));

  test('the last address of a text counts, and a text about an address is none', () => {
    expect(addressIn('"a@b.example" <c@d.example>')).toBe('c@d.example');
    expect(addressIn('write to a@b.example now')).toBeNull();
  });

  test('words for the user in many languages', () => {
    expect(['me', 'Me', '我', '自分', 'moi', 'я', 'أنا'].every(isWordForMe)).toBe(true);
    expect(['Mei', '王', 'Ann'].some(isWordForMe)).toBe(false);
  });
});

describe('a conversation', () => {
  const ways = (e: Element) => [[e.textContent], [e.getAttribute('data-a')]] as [(string | null)[], (string | null)[]];

  test('stops at the first message that is broken or not drawn yet', () => {
    const named = { site: 'x', ref: 'r', title: 't', own: null };
    const two = [...page('<p></p><p></p>').querySelectorAll('p')];
    expect(readConversation(named, two, true, () => ({ broken: 'sender' }))).toEqual({
      state: 'broken',
      site: 'x',
      part: 'sender',
    });
    expect(readConversation(named, two, true, () => ({ notYet: true }))).toEqual({ state: 'not-yet' });
    const read = readConversation(named, two, false, () => ({ complete: true }));
    expect(read.state === 'occasion' && read.occasion.extent.complete).toBe(false);
  });

  test('takes roles from order and words, and a number in the line as somebody left out', () => {
    const line = first(
      page('<p id=l>An: <b data-a=a@x.example>A</b>, Kopie: <b data-a=b@x.example>B</b> +2</p>'),
      '#l',
    );
    const roll = newRoll(null);
    expect(addRecipients(roll, line, [...line.querySelectorAll('b')], ways)).toEqual({ complete: false });
    expect(roll.people().map((p) => `${p.role} ${p.address}`)).toEqual(['to a@x.example', 'cc b@x.example']);
  });

  test('names what is wrong with a sender', () => {
    const document = page('<b data-a=a@x.example>A</b><i></i>');
    expect(addSender(newRoll(null), undefined, ways)).toEqual({ broken: 'sender of a message' });
    expect(addSender(newRoll(null), first(document, 'i'), ways)).toEqual({ broken: 'sender of a message' });
    expect(addSender(newRoll(null), first(document, 'b'), () => [[], ['a@x.example', 'b@x.example']])).toEqual({
      broken: 'address of a sender',
    });
  });

  test('keeps a reference short and counts only when everybody is there', () => {
    const read = thread({ site: 'x', ref: 'r'.repeat(400), title: null, own: null }, newRoll(null), false);
    expect(read.state === 'occasion' && [read.occasion.ref.length, read.occasion.extent.total]).toEqual([300, null]);
  });

  test('finds what is around elements, and which of them are outermost', () => {
    const document = page('<div id=o><p><b></b></p><i></i></div>');
    const [p, b, i] = ['p', 'b', 'i'].map((s) => first(document, s)) as [Element, Element, Element];
    expect(around([b, i])?.id).toBe('o');
    expect(around([])).toBeNull();
    expect(outermost([p, b, i])).toEqual([p, i]);
  });
});

describe('frames', () => {
  const framed = () =>
    page(
      '<iframe id=f srcdoc="<p id=x>x</p>"></iframe><iframe srcdoc="<p>y</p>" style="display:none"></iframe><iframe sandbox srcdoc="<p>z</p>"></iframe>',
    );

  test('those of the same origin on the screen are part of the page, bodies in a sandbox are not', () => {
    const document = framed();
    const found = documentsOf(document);
    expect(found.map((d) => d.body.textContent?.trim())).toEqual(['', 'x']);
    expect(framesAround(found[1] as Document).map((e) => e.id)).toEqual(['f']);
    expect(framesAround(document)).toEqual([]);
  });

  test('are watched with what is in them', () => {
    const document = framed();
    const inner = documentsOf(document)[1] as Document;
    const watched = watchedParts(document, [first(inner, '#x')], []);
    expect(watched.along.map((e) => e.id || e.localName)).toEqual(['f', 'body']);
    expect(watched.below).toEqual([]);
    expect(watchedParts(document, [], []).below).toHaveLength(2);
  });
});

test('an account is an address in a place of its own', () => {
  expect(accountAt(page('<b class=u>Ana</b><b class=u>a@x.example</b>'), '.u')).toBe('a@x.example');
  expect(accountAt(page('<b class=u title="a@x.example">Ana</b>'), '.u')).toBe('a@x.example');
  expect(accountAt(page('<b class=u>Ana</b>'), '.u')).toBeNull();
});

test('sites whose pages hold no people are known, and none of them is one that is read', () => {
  expect(siteWithoutPeopleAt('https://tenant.feishu.cn/calendar/week')?.name).toBe('feishu-calendar');
  expect(siteWithoutPeopleAt('https://www.icloud.com/calendar/')?.name).toBe('icloud-calendar');
  expect(siteWithoutPeopleAt('https://www.icloud.com/mail/')).toBeNull();
  expect(siteWithoutPeopleAt('https://feishu.cn.example/calendar')).toBeNull();
  expect(siteWithoutPeopleAt('nothing')).toBeNull();
  for (const { hosts } of sitesWithoutPeople)
    for (const host of hosts) expect(siteOf(`https://${host}/calendar/`)).toBeNull();
});
