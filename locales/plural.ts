const rules = new Intl.PluralRules('en');
const numbers = { en: new Intl.NumberFormat('en'), 'zh-CN': new Intl.NumberFormat('zh-CN') };

/** `n` written for readers of English, grouped: `2,000`. */
export const count = (n: number): string => numbers.en.format(n);

/** The English form that goes with `n` (CLDR: one, other), with `n` written before it: `3 people`. */
export const counted = (n: number, one: string, other: string): string =>
  `${count(n)} ${rules.select(n) === 'one' ? one : other}`;

/** `n` with its Chinese measure and noun; Chinese has one form (CLDR: other): `3 人`. */
export const countedZh = (n: number, noun: string): string => `${numbers['zh-CN'].format(n)} ${noun}`;
