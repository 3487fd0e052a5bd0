import { expect, test } from 'vitest';
import { isLdif, parseLdif } from '../../../interchange/ldif.ts';

const file = `version: 1

# Thunderbird
dn: cn=Ana Lima,mail=ana@example.com
objectclass: top
objectclass: person
objectclass: mozillaAbPersonAlpha
givenName: Ana
sn: Lima
cn: Ana Lima
mozillaNickname: Anita
mail: ana@example.com
mozillaSecondEmail: ana.lima@example.org
telephoneNumber: +351 21 000 000
mobile: +351 91 000 000
o: Exem
 plo Lda
title: buyer
description:: 5pyL5Y+L

dn:: Y249546L5Lyf
objectclass: person
sn:: 546L
givenName:: 5Lyf
mail: wang@example.cn

dn: cn=Friends
objectclass: groupOfNames
cn: Friends
member: cn=Ana Lima

dn: cn=nobody
objectclass: person
photo:< file:///x.jpg

dn: cn=broken
this is no attribute
`;

test('people of an LDIF file; groups passed over, what names nobody or cannot be read given back with its line', () => {
  const { records, rejected, passedOver } = parseLdif(file);
  expect(records).toMatchObject([
    {
      line: 3,
      name: 'Ana Lima',
      otherNames: ['Anita'],
      addresses: ['ana@example.com', 'ana.lima@example.org'],
      phones: ['+351 21 000 000', '+351 91 000 000'],
      organisation: 'Exemplo Lda',
      title: 'buyer',
      notes: ['朋友'],
    },
    { name: '王伟', addresses: ['wang@example.cn'] },
  ]);
  expect(passedOver).toEqual({ group: 1 });
  expect(rejected.map(({ code }) => code)).toEqual(['nobody-named', 'bad-line']);
  expect(rejected[1]).toMatchObject({ detail: 'this is no attribute' });
});

test('is told by its first lines', () => {
  expect(isLdif(file)).toBe(true);
  expect(isLdif('# a comment\ndn: cn=x\n')).toBe(true);
  expect(isLdif('name: x\n')).toBe(false);
  expect(parseLdif('').records).toEqual([]);
});
