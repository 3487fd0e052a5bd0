import { expect, test } from 'vitest';
import { organisationDomain } from '../../../people/organisation.ts';

test.each([
  ['ana@weavers.co.uk', 'weavers.co.uk'],
  ['ana@sales.weavers.co.uk', 'weavers.co.uk'],
  ['ana@mail.weavers.com.cn', 'weavers.com.cn'],
  ['ana@weavers.github.io', 'weavers.github.io'],
  ['ana@gmail.com', null],
  ['ana@yahoo.co.uk', null],
  ['ana@vip.qq.com', null],
  ['ana@i.softbank.jp', null],
  ['ana@localhost', null],
  ['ana@co.uk', null],
  ['', null],
])('%s belongs to %s', (key, domain) => expect(organisationDomain(key)).toBe(domain));
