/** One content line of a vCard, unfolded and taken apart; the value not yet unescaped. `line`: where it begins, from 1. */
export interface CardProperty {
  line: number;
  group: string | null;
  name: string;
  params: ReadonlyMap<string, readonly string[]>;
  value: string;
}

/** Quoted-printable (RFC 2045 §6.7) to text in the given charset; soft breaks are gone already. */
export function quotedPrintable(text: string, charset: string): string {
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (let i = 0; i < text.length; ) {
    const hex = /^=([0-9a-f]{2})/i.exec(text.slice(i, i + 3))?.[1];
    if (hex === undefined) {
      const character = String.fromCodePoint(text.codePointAt(i) ?? 0);
      bytes.push(...encoder.encode(character));
      i += character.length;
    } else {
      bytes.push(Number.parseInt(hex, 16));
      i += 3;
    }
  }
  return decoderFor(charset).decode(new Uint8Array(bytes));
}

function decoderFor(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

/** RFC 6868: `^n`, `^'` and `^^` inside parameter values. */
const paramText = (text: string): string =>
  text.replace(/\^([n'^])/g, (_, code: string) => (code === 'n' ? '\n' : code === "'" ? '"' : '^'));

/** Splits `NAME;P=a,b;P="c;d":value` at the first colon and the semicolons outside quotes. Null when there is no colon. */
export function parseProperty(text: string, line: number): CardProperty | null {
  const head = /^(?:[^":]|"[^"]*")*:/.exec(text)?.[0] ?? /^[^:]*:/.exec(text)?.[0];
  if (head === undefined) return null;
  const [first = '', ...rest] = head.slice(0, -1).match(/(?:[^";]|"[^"]*"|")+/g) ?? [];
  const named = /^(?:([\w.-]+)\.)?([\w-]+)\s*$/.exec(first.trim());
  if (!named) return null;
  const params = new Map<string, string[]>();
  for (const part of rest) {
    const equals = part.indexOf('=');
    const bare = equals < 0 ? part.trim().toUpperCase() : '';
    const name =
      equals < 0
        ? /^(quoted-printable|base64|8bit|7bit)$/i.test(bare)
          ? 'ENCODING'
          : 'TYPE'
        : part.slice(0, equals).trim().toUpperCase();
    const written = equals < 0 ? bare : part.slice(equals + 1);
    const values = (written.match(/"[^"]*"|[^,]+/g) ?? []).map((one) => paramText(one.trim().replace(/^"|"$/g, '')));
    params.set(name, [...(params.get(name) ?? []), ...values]);
  }
  return {
    line,
    group: named[1] ?? null,
    name: (named[2] ?? '').toUpperCase(),
    params,
    value: text.slice(head.length),
  };
}

/** A content line as it grows, physical line by physical line; joined only once, for photos have thousands of them. */
class GrowingLine {
  private readonly parts: string[] = [];
  /** Told by the part before the first colon, as soon as it is whole. */
  private encoding: 'quoted-printable' | 'base64' | 'none' | null = null;

  constructor(
    readonly line: number,
    first: string,
  ) {
    this.add(first);
  }

  add(part: string): void {
    this.parts.push(part);
    if (this.encoding !== null) return;
    const head = /^[^:]*:/.exec(this.parts.join(''))?.[0];
    if (head === undefined) return;
    if (/;(ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(head)) this.encoding = 'quoted-printable';
    else this.encoding = /;(ENCODING=)?(BASE64|B)[;:]/i.test(head) ? 'base64' : 'none';
  }

  /** Whether a `=` at its end says that the next physical line goes on with it (RFC 2045 §6.7); takes the `=` away. */
  takeSoftBreak(): boolean {
    const last = this.parts.at(-1) ?? '';
    if (this.encoding !== 'quoted-printable' || !last.endsWith('=')) return false;
    this.parts[this.parts.length - 1] = last.slice(0, -1);
    return true;
  }

  /** `BEGIN:…` and `END:…` are whole: an indented line after them is a line of its own. */
  get isEdge(): boolean {
    return /^\s*(BEGIN|END):[\w-]+\s*$/i.test(this.parts[0] ?? '');
  }

  get isBase64(): boolean {
    return this.encoding === 'base64';
  }

  get text(): string {
    return this.parts.join('');
  }
}

/**
 * The content lines of a text, unfolded: by RFC 6350 a break with one space or tab after it goes away; in vCard 2.1 the
 * break alone does, and a quoted-printable value goes on after a `=` at the end of a line.
 */
export function* contentLines(text: string): Generator<{ line: number; text: string }> {
  let line = 0;
  let current: GrowingLine | null = null;
  let old = false;
  for (const match of text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    if (match[0] === '' && match.index === text.length) break;
    line++;
    const physical = match[1] ?? '';
    if (current?.takeSoftBreak()) {
      current.add(physical.replace(/^[ \t](?==)/, ''));
      continue;
    }
    if (current && !current.isEdge && /^[ \t]/.test(physical) && physical.trim() !== '') {
      current.add(old && !current.isBase64 ? physical : physical.slice(1));
      continue;
    }
    if (current && current.text.trim() !== '') yield { line: current.line, text: current.text };
    if (/^BEGIN:VCARD\s*$/i.test(physical)) old = false;
    if (/^VERSION:2\.1\s*$/i.test(physical)) old = true;
    current = new GrowingLine(line, physical);
  }
  if (current && current.text.trim() !== '') yield { line: current.line, text: current.text };
}

/** The text of a value: quoted-printable decoded, then backslash escapes (RFC 6350 §3.4), which 2.1 has for semicolons alone. */
export function valueText(property: CardProperty, old: boolean): string {
  const charset = property.params.get('CHARSET')?.[0] ?? 'utf-8';
  const encoded = property.params.get('ENCODING')?.some((one) => /^quoted-printable$/i.test(one)) ?? false;
  const value = encoded ? quotedPrintable(property.value, charset) : property.value;
  return old ? value.replace(/\\([;,:\\])/g, '$1') : unescaped(value);
}

const unescaped = (text: string): string =>
  text.replace(/\\([\s\S])/g, (_, code: string) => (/n/i.test(code) ? '\n' : code));

/** The parts of a structured value, split at a separator that is not escaped. */
export function valueParts(property: CardProperty, separator: ';' | ',', old: boolean): string[] {
  const charset = property.params.get('CHARSET')?.[0] ?? 'utf-8';
  const encoded = property.params.get('ENCODING')?.some((one) => /^quoted-printable$/i.test(one)) ?? false;
  const value = encoded ? quotedPrintable(property.value, charset) : property.value;
  const parts = value.split(separator === ';' ? /(?<!\\(?:\\\\)*);/ : /(?<!\\(?:\\\\)*),/);
  return parts.map((part) => (old ? part.replace(/\\([;,:\\])/g, '$1') : unescaped(part)).trim());
}
