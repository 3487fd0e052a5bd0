import { describe, expect, test } from 'vitest';
import { addressKey, asciiDomain } from '../../../people/address-key.ts';
import { providerOf } from '../../../people/address-provider.ts';

describe('one mailbox, many written forms', () => {
  test.each([
    ['Ana.Lima@Example.COM', 'ana.lima@example.com'],
    ['  ana@example.com\u200b', 'ana@example.com'],
    ['\u202aana@example.com\u202c', 'ana@example.com'],
    ['Ana Lima <ana@example.com>', 'ana@example.com'],
    ['"Lima, Ana" <ana@example.com>', 'ana@example.com'],
    ['ana@old.example <ana@example.com>', 'ana@example.com'],
    ['<ana@example.com>', 'ana@example.com'],
    ['mailto:ana%2Bx@example.com?subject=a@b', 'ana@example.com'],
    ['MAILTO:Ana@example.com', 'ana@example.com'],
    ['ana@example.com.', 'ana@example.com'],
    ['ana@b\u00fccher.example', 'ana@xn--bcher-kva.example'],
    ['ana@BU\u0308CHER.example', 'ana@xn--bcher-kva.example'],
    ['ana@xn--bcher-kva.example', 'ana@xn--bcher-kva.example'],
    ['\u674e\u4f1f@\u4f8b\u5b50.\u4e2d\u56fd', '\u674e\u4f1f@xn--fsqu00a.xn--fiqs8s'],
    ['ana@\u4f8b\u5b50\u3002\u4e2d\u56fd', 'ana@xn--fsqu00a.xn--fiqs8s'],
    ['Jose\u0301@example.com', 'jos\u00e9@example.com'],
    ['"ana"@example.com', 'ana@example.com'],
    ['"Ana Lima"@example.com', '"ana lima"@example.com'],
    ['"a@b"@example.com', '"a@b"@example.com'],
    ['root@localhost', 'root@localhost'],
    ['a..b.@docomo.ne.jp', 'a..b.@docomo.ne.jp'],
    ["o'neil#1@example.com", "o'neil#1@example.com"],
    ['a@b.example', 'a@b.example'],
    ['ana@example.com\u200b\u200e \n', 'ana@example.com'],
    ['mailto:ana@example.com', 'ana@example.com'],
    ['mailto:%20ana@example.com%20', 'ana@example.com'],
    ['mailto:an%a@example.com', 'an%a@example.com'],
    ['"a\\"b\\\\ c"@example.com', '"a\\"b\\\\ c"@example.com'],
    ['"ana\\.lima"@example.com', 'ana.lima@example.com'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
    [`a@${'b'.repeat(63)}.example`, `a@${'b'.repeat(63)}.example`],
    [`a@${'b'.repeat(49)}.${'c.'.repeat(101)}d`, `a@${'b'.repeat(49)}.${'c.'.repeat(101)}d`],
    [`${' '.repeat(985)}ana@example.com`, 'ana@example.com'],
    ['ana@mail.0xample', 'ana@mail.0xample'],
    ['ana@1.example', 'ana@1.example'],
    ['ana@example.com1', 'ana@example.com1'],
    ['ana@example.c0x1', 'ana@example.c0x1'],
  ])('%s', (written, key) => expect(addressKey(written)).toBe(key));
});

describe('what the provider ignores', () => {
  test.each([
    ['A.n.a.Lima+news@gmail.com', 'analima@gmail.com'],
    ['ana.lima@googlemail.com', 'analima@gmail.com'],
    ['ana.lima+x@outlook.com', 'ana.lima@outlook.com'],
    ['ana+x+y@icloud.com', 'ana@icloud.com'],
    ['ana-lima_x.y+z@proton.me', 'analimaxy@proton.me'],
    ['ana+x@pm.me', 'ana@pm.me'],
    ['ana+conf@unknown-company.example', 'ana@unknown-company.example'],
    ['ana.lima@workspace.example', 'ana.lima@workspace.example'],
    ['ana+x@yahoo.co.uk', 'ana+x@yahoo.co.uk'],
    ['ana-x@yahoo.com', 'ana-x@yahoo.com'],
    ['ana+x@qq.com', 'ana+x@qq.com'],
    ['+8613800000000@example.com', '+8613800000000@example.com'],
  ])('%s', (written, key) => expect(addressKey(written)).toBe(key));

  test('an unknown domain has plus tags and no more', () => {
    expect(providerOf('example.org')).toEqual({ plus: true });
    expect(providerOf('notyahoo.com').plus).toBe(true);
  });
});

test.each([
  '',
  'ana',
  '@',
  'ana@',
  '@example.com',
  'ana lima@example.com',
  'ana@exa mple.com',
  'ana@example..com',
  'ana@.example.com',
  'ana@example.com/path',
  'ana@example.com:25',
  'ana@example.com?x',
  'ana@ex%61mple.com',
  'ana@1',
  'ana@127.0.0.1',
  'ana@0x7f',
  'ana@[127.0.0.1]',
  'a@b@example.com',
  'al\u200bice@example.com',
  'ana@example.com, bo@example.com',
  'ana@example.com <not an address>',
  '/O=CORP/OU=EXCHANGE/CN=RECIPIENTS/CN=ANA',
  '...@gmail.com',
  `${'a'.repeat(65)}@example.com`,
  `a@${'a'.repeat(64)}.com`,
  '"a\u0000b"@example.com',
  'ana\ud800@example.com',
  '<ana@example.com',
  'ana@example.com>',
  'Ana <ana@example.com> Lima',
  'Ana mailto:ana@example.com',
  'ana@\u2474',
  'ana@x\u2474',
  'ana@\u2474x',
  'ana@example.0x',
  'ana@example.0xaf',
  'ana@1.2.3',
  '""@example.com',
  '"ana"x@example.com',
  'x"ana"@example.com',
  '"ana@example.com',
  'ana"@example.com',
  `a@${'b'.repeat(52)}.${'c.'.repeat(101)}d`,
  `a@${'\u00fc'.repeat(50)}.${'\u00fc.'.repeat(60)}example`,
  `${' '.repeat(986)}ana@example.com`,
  'an\ufffd@example.com',
])('%j is no address', (written) => expect(addressKey(written)).toBeNull());

test('the root dot and upper case of a domain are dropped, an empty label is refused', () => {
  expect(asciiDomain('Example.COM.')).toBe('example.com');
  expect(asciiDomain('example.com..')).toBeNull();
});
