/** What a mail provider does with the written forms of one mailbox. */
export interface Provider {
  /** `name+tag` is delivered to `name`. */
  plus: boolean;
  /** Characters in the local part that make no difference. */
  ignores?: RegExp;
  /** The one domain for which the provider's others are only other spellings. */
  domain?: string;
}

/**
 * Providers that do more than tags. Gmail: dots make no difference (support.google.com/mail/answer/7436150), tags and
 * googlemail.com (support.google.com/mail/answer/10313). Not so for Google Workspace, where dots count.
 * Proton: `.`, `-` and `_` make no difference (canonicalizeInternalEmail in ProtonMail/WebClients); its domains are
 * kept apart, for an address exists at each only once it is activated.
 */
const gmail: Provider = { plus: true, ignores: /\./g, domain: 'gmail.com' };
const proton: Provider = { plus: true, ignores: /[._-]/g };

/**
 * Providers without plus tags: a `+` there is an unknown mailbox, or part of a name. Yahoo and AOL tag with a hyphen
 * after a base name that is made for it, which cannot be told from a name with a hyphen (help.yahoo.com/kb/SLN28815).
 * The others name no tags in their help and allow no `+` in a name.
 */
const withoutTags = new Set(
  (
    'aol.com ymail.com rocketmail.com myyahoo.com ' +
    'qq.com foxmail.com 163.com 126.com yeah.net 188.com sina.com sina.cn sohu.com 139.com 189.cn wo.cn tom.com aliyun.com 21.cn ' +
    'gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de ' +
    'naver.com hanmail.net daum.net nate.com docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp ' +
    'orange.fr wanadoo.fr laposte.net sfr.fr libero.it virgilio.it'
  ).split(' '),
);

const otherwise: Provider = { plus: true };
const plain: Provider = { plus: false };

/**
 * What the provider behind an ASCII domain ignores. A domain that is not in the tables has plus tags (RFC 5233):
 * Google Workspace, Microsoft 365 (on by default since 2022), iCloud, Fastmail, Zoho, Postfix and Exim as commonly set up
 * deliver them, and where a server does not, `a+b` is hardly ever somebody else than `a`.
 */
export function providerOf(domain: string): Provider {
  if (domain === 'gmail.com' || domain === 'googlemail.com') return gmail;
  if (/^(proton\.me|pm\.me|protonmail\.(com|ch))$/.test(domain)) return proton;
  if (withoutTags.has(domain) || /^yahoo\.[a-z.]+$/.test(domain)) return plain;
  return otherwise;
}
