/** The numbers in a text, in any digits, with the thousands separators of any language. */
export function numbersIn(text: string): number[] {
  return [...text.matchAll(/\p{Nd}{1,3}(?:[.,٬’\u00A0\u202F]\p{Nd}{3})+(?!\p{Nd})|\p{Nd}+/gu)].map(([digits]) =>
    Number([...digits].map(digitOf).join('')),
  );
}

/** A character's digit 0–9, in ASCII; nothing for a separator. */
function digitOf(char: string): string {
  const digit = /\p{Nd}/u;
  if (!digit.test(char)) return '';
  const code = char.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && digit.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

/** The text with all digits in ASCII. */
export const asciiDigits = (text: string): string => text.replace(/\p{Nd}/gu, digitOf);
