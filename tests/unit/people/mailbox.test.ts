import { describe, expect, test } from 'vitest';
import { parseMailbox, parseMailboxes } from '../../../people/mailbox.ts';

describe('one mailbox', () => {
  test.each([
    ['ana@example.com', null, 'ana@example.com'],
    ['Ana Lima <ana@example.com>', 'Ana Lima', 'ana@example.com'],
    ['"Lima, Ana" <ana@example.com>', 'Lima, Ana', 'ana@example.com'],
    ['"Ana \\"Nan\\" Lima" <ana@example.com>', 'Ana "Nan" Lima', 'ana@example.com'],
    ['李伟 <li@example.cn>', '李伟', 'li@example.cn'],
    ['mailto:ana@example.com?subject=x', null, 'ana@example.com'],
    ['ana@example.com (Ana Lima)', 'Ana Lima', 'ana@example.com'],
    ['Ana Lima<ana@example.com>', 'Ana Lima', 'ana@example.com'],
    ['Ana [Ltd.] <ana@example.com>', 'Ana [Ltd.]', 'ana@example.com'],
    ["'Ana Lima' <ana@example.com>", 'Ana Lima', 'ana@example.com'],
  ])('%s', (text, name, address) => expect(parseMailbox(text)).toMatchObject({ name, address }));

  test.each(['', 'Ana Lima', 'a@b.example, c@d.example', 'Ana <>', 'Ana <not an address>'])('%j is none', (text) => {
    expect(parseMailbox(text)).toBeNull();
  });
});

test('a list with groups, and one that is not well formed', () => {
  const group = parseMailboxes('Weavers: ana@example.com, "Bo, B." <bo@example.com>;, cy@example.com');
  expect(group.mailboxes.map((one) => one.address)).toEqual(['ana@example.com', 'bo@example.com', 'cy@example.com']);
  const sloppy = parseMailboxes('Ana Lima <ana@example.com>; nobody; 李伟 <li@example.cn>，"Bo, B." <bo@example.com>');
  expect(sloppy.mailboxes.map((one) => one.name)).toEqual(['Ana Lima', '李伟', 'Bo, B.']);
  expect(sloppy.rejected).toEqual(['nobody']);
});

describe('what is not well formed', () => {
  // An unquoted bracket in a name is no RFC 5322, and makes the whole list be taken apart by hand.
  const loose = (text: string) => {
    const { mailboxes, rejected } = parseMailboxes(`[x] <x@example.com>; ${text}`);
    return { mailboxes: mailboxes.slice(1).map(({ name, address }) => [name, address]), rejected };
  };
  test.each([
    ['an address alone', 'ana@example.com', [[null, 'ana@example.com']]],
    ['a name before', 'Ana Lima <ana@example.com>', [['Ana Lima', 'ana@example.com']]],
    ['spaces inside the brackets', 'Ana < ana@example.com >', [['Ana', 'ana@example.com']]],
    ['words after the brackets', 'Ana <ana@example.com> (work)', [['Ana', 'ana@example.com']]],
    ['a comment as name', 'ana@example.com (Ana Lima)', [['Ana Lima', 'ana@example.com']]],
    ['a comment without a space', 'ana@example.com(Ana)', [['Ana', 'ana@example.com']]],
    ['an empty comment', 'ana@example.com ()', [[null, 'ana@example.com']]],
    ['a link', 'mailto:ana@example.com?subject=a@b.example', [[null, 'ana@example.com']]],
    ['a link in brackets, in capitals', 'Ana <MAILTO:ana@example.com>', [['Ana', 'ana@example.com']]],
    ['a separator in quotes', '"Lima; Ana, [x]" <ana@example.com>', [['Lima; Ana, [x]', 'ana@example.com']]],
    ['a quote within quotes', '"Ana \\"N;\\" [x]" <ana@example.com>', [['Ana "N;" [x]', 'ana@example.com']]],
    ['a separator in a comment', 'ana@example.com (Lima, Ana)', [['Lima, Ana', 'ana@example.com']]],
    [
      'Chinese separators',
      '李伟 <li@example.cn>，王芳 <wang@example.cn>；bo@example.com',
      [
        ['李伟', 'li@example.cn'],
        ['王芳', 'wang@example.cn'],
        [null, 'bo@example.com'],
      ],
    ],
    [
      'lines',
      'ana@example.com\n\nbo@example.com',
      [
        [null, 'ana@example.com'],
        [null, 'bo@example.com'],
      ],
    ],
    ['empty places', ';;ana@example.com, ,', [[null, 'ana@example.com']]],
    ['a closing bracket too many', 'Ana) ; bo@example.com', [[null, 'bo@example.com']]],
  ])('%s', (_, text, mailboxes) => expect(loose(text).mailboxes).toEqual(mailboxes));

  test('what holds no address is given back as it was written', () => {
    expect(loose('Ana Lima, <>, Bo <not an address>, a <b <c@example.com>').rejected).toEqual([
      'Ana Lima',
      '<>',
      'Bo <not an address>',
      'a <b <c@example.com>',
    ]);
  });
});

test('names are one line, without quotes around them, and no longer than a line may be', () => {
  const nameOf = (written: string) => parseMailbox(`${written} <ana@example.com>`)?.name;
  expect(nameOf('"Ana \t  Lima"')).toBe('Ana Lima');
  expect(nameOf('"\'Ana Lima\'"')).toBe('Ana Lima');
  expect(nameOf('"‘Ana‘"')).toBe('Ana');
  expect(nameOf('"\'Ana’"')).toBe("'Ana’");
  expect(nameOf('"Ana \'Nan\' Lima"')).toBe("Ana 'Nan' Lima");
  expect(nameOf(`"${'x'.repeat(600)}"`)).toHaveLength(500);
  expect(nameOf('""')).toBeNull();
});

test('an address alone may have space around it', () => {
  expect(parseMailboxes('  ana@example.com \n')).toEqual({
    mailboxes: [{ name: null, address: 'ana@example.com' }],
    rejected: [],
  });
});
