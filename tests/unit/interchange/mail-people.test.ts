import { describe, expect, test } from 'vitest';
import { parseMbox } from '../../../interchange/mail.ts';
import { ownAddresses, peopleOfMail } from '../../../interchange/mail-people.ts';
import { addressKey } from '../../../people/address-key.ts';

let n = 0;
const mail = (from: string, to: string, more = '') => {
  n += 1;
  return `From x Tue Nov 24 09:00:00 2026\nFrom: ${from}\nTo: ${to}\nDate: Tue, 24 Nov 2026 09:00:00 +0000\nMessage-ID: <${n}@x>\n${more}Subject: s\n\nx\n\n`;
};
const threads = async (...mails: string[]) => (await parseMbox([new TextEncoder().encode(mails.join(''))])).records;

const me = 'Me Myself <me@example.org>';

describe('whose mail it is', () => {
  test('by what was delivered and what was sent', async () => {
    const all = await threads(
      mail('ana@example.com', me, 'Delivered-To: me@example.org\n'),
      mail('bo@example.com', me, 'Delivered-To: me@example.org\n'),
      mail('Me <me.too@example.net>', 'ana@example.com', 'X-Gmail-Labels: Sent\n'),
      mail('Me <me.too@example.net>', 'bo@example.com', 'X-Gmail-Labels: =?UTF-8?Q?Enviados?=,Opened\n'),
    );
    expect(
      ownAddresses(all, addressKey)
        .map(({ key, messages }) => [key, messages])
        .sort(),
    ).toEqual([
      ['me.too@example.net', 2],
      ['me@example.org', 2],
    ]);
  });

  test('else by who stands in most of them, and of few mails nothing is said', async () => {
    const many = Array.from({ length: 12 }, (_, i) => mail(`p${i}@example.com`, me));
    expect(ownAddresses(await threads(...many), addressKey)).toMatchObject([{ address: 'me@example.org', share: 1 }]);
    expect(ownAddresses(await threads(...many.slice(0, 5)), addressKey)).toEqual([]);
  });
});

test('people are those the user wrote to, and those who wrote in person', async () => {
  const crowd = Array.from({ length: 30 }, (_, i) => `c${i}@example.com`).join(', ');
  const all = await threads(
    mail(me, 'Cleo <cleo@example.com>'),
    mail('"Ana Lima" <ana@example.com>', me),
    mail('ana@example.com', me),
    mail('News <news@shop.example>', me, 'List-Unsubscribe: <mailto:x@shop.example>\n'),
    mail('Weavers <weavers@lists.example.com>', me),
    mail('no-reply@example.com', me),
    mail('support@example.com', me),
    mail('MAILER-DAEMON@example.com', me, 'Auto-Submitted: auto-replied\n'),
    mail('Spam <spam@bad.example>', me, 'X-Gmail-Labels: Spam\n'),
    mail('Dee <dee@example.com>', `${crowd}, me@example.org`),
    mail('Eve <eve@example.com>', 'somebody@example.com'),
  );
  const people = peopleOfMail(all, new Set(['me@example.org']), addressKey);
  expect(people.map(({ name, addresses }) => `${name} ${addresses}`).sort()).toEqual([
    'Ana Lima ana@example.com',
    'Cleo cleo@example.com',
  ]);
  expect(people.every((one) => one.byMail)).toBe(true);
  expect(peopleOfMail(all, new Set(), addressKey)).toEqual([]);
});
