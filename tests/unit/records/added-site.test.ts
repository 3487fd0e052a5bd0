import { expect, test } from 'vitest';
import { addedSiteOf, isNearby, mayBeAdded, originOf, patternOf } from '../../../records/added-site.ts';

test.each([
  ['https://mail.example.org/?_task=mail', 'https://mail.example.org'],
  ['https://MAIL.example.org:8443/x', 'https://mail.example.org'],
  ['http://localhost:8080/roundcube/', 'http://localhost'],
  ['http://[fd00::1]:80/', 'http://[fd00::1]'],
  ['https://邮件.example/', 'https://xn--5nq051n.example'],
  ['https://mail.example.org./', 'https://mail.example.org'],
  ['file:///etc/hosts', null],
  ['chrome://extensions/', null],
  ['about:blank', null],
  ['data:text/html,x', null],
  ['nonsense', null],
  ['', null],
])('the origin of %s is %s', (url, origin) => {
  expect(originOf(url)).toBe(origin);
});

test('an added site is the same scheme and host, on any port and path, and no other', () => {
  const added = [{ origin: 'https://mail.example.org', family: 'roundcube', addedAt: 1 }];
  expect(addedSiteOf('https://mail.example.org:444/a?b#c', added)?.family).toBe('roundcube');
  for (const other of [
    'http://mail.example.org/',
    'https://example.org/',
    'https://evil-mail.example.org/',
    'https://mail.example.org.evil.example/',
    'https://mail.example.org@evil.example/',
    'https://evil.example/#https://mail.example.org',
  ])
    expect(addedSiteOf(other, added), other).toBeNull();
  expect(patternOf('https://mail.example.org')).toBe('https://mail.example.org/*');
});

test.each([
  ['http://localhost', true],
  ['http://127.0.0.1', true],
  ['http://10.1.2.3', true],
  ['http://172.16.0.1', true],
  ['http://172.32.0.1', false],
  ['http://192.168.1.9', true],
  ['http://[::1]', true],
  ['http://[fd12:3456::1]', true],
  ['http://[fe80::1]', true],
  ['http://[2001:db8::1]', false],
  ['http://8.8.8.8', false],
  ['http://10.evil.example', false],
  ['http://192.168.1.9.evil.example', false],
  ['http://nas', true],
  ['http://nas.local', true],
  ['http://mail.lan', true],
  ['http://local', true],
  ['http://notlocal.example', false],
  ['http://mail.example.org', false],
])('%s is nearby: %s', (origin, nearby) => {
  expect(isNearby(origin)).toBe(nearby);
  expect(mayBeAdded(origin)).toBe(nearby);
  expect(mayBeAdded(origin.replace('http:', 'https:'))).toBe(true);
});
