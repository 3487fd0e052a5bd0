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
