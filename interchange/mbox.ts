const lineFeed = 10;
const carriageReturn = 13;
const letterF = 70;

/** Header blocks longer than this are cut: real ones are a few kilobytes. */
const longestHeader = 256_000;

/** So much of a line is looked at to tell what it is. */
const lineStart = 300;

/** The header block of one message, the line it begins on, and whether the file breaks off within it. */
export interface HeaderBlock {
  header: Uint8Array;
  line: number;
  cut: boolean;
}

/** Grows as bytes are put in, up to a limit; what is beyond is dropped. */
class Collector {
  #bytes = new Uint8Array(4_096);
  length = 0;

  constructor(readonly limit: number) {}

  add(bytes: Uint8Array): void {
    const taken = bytes.subarray(0, Math.max(0, this.limit - this.length));
    if (this.length + taken.length > this.#bytes.length) {
      const larger = new Uint8Array(Math.min(this.limit, Math.max(this.#bytes.length * 2, this.length + taken.length)));
      larger.set(this.#bytes.subarray(0, this.length));
      this.#bytes = larger;
    }
    this.#bytes.set(taken, this.length);
    this.length += taken.length;
  }

  /** A copy of what was put in. */
  take(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }

  cutTo(length: number): void {
    this.length = Math.min(this.length, length);
  }

  clear(): void {
    this.length = 0;
  }
}

const asText = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** `From ` with a time or a year, as all writers of the format have it. */
const separator = /^From \S.*(\d\d:\d\d|\b(19|20)\d\d\b)/;
const headerLine = /^[!-9;-~]+[ \t]*:/;

/** So many messages at most are held in doubt before a told length is given up. */
const mostDoubtful = 2_000;

/**
 * Reads a mailbox file piece by piece, and keeps of it nothing but one header block at a time. All four ways to quote are
 * read (mboxo, mboxrd, mboxcl, mboxcl2): a separator is a `From ` line with a date, after a blank line or with a time of day, that a
 * header line follows; where a message tells its `Content-Length` and the next separator, or the end, stands just there, lines
 * within that look like separators are its body's.
 */
export class MboxScanner {
  /** Bytes read, and lines ended. */
  #at = 0;
  #line = 0;
  readonly #start = new Collector(lineStart);
  #lineAt = 0;
  #inLine = false;
  /** The beginning of this line is kept, to tell what it is. */
  #isKept = false;
  readonly #header = new Collector(longestHeader);
  /** How long the header was before the line that is being read. */
  #headerBefore = 0;
  #where: 'nowhere' | 'header' | 'body' = 'nowhere';
  #headerLine = 0;
  #afterBlank = true;
  /** A line that looks like a separator, and waits for the next one to show whether it is. */
  #waiting: { at: number; line: number } | null = null;
  /** Where the body ends by the length that its header tells. */
  #endsAt: number | null = null;
  #doubtful: HeaderBlock[] = [];
  #lastByte = lineFeed;

  /** Takes the next piece; gives back the messages whose header became whole by it. */
  push(chunk: Uint8Array): HeaderBlock[] {
    const found: HeaderBlock[] = [];
    let from = 0;
    while (from < chunk.length) {
      const feed = chunk.indexOf(lineFeed, from);
      const until = feed < 0 ? chunk.length : feed + 1;
      const piece = chunk.subarray(from, until);
      if (!this.#inLine) {
        this.#inLine = true;
        this.#lineAt = this.#at;
        this.#headerBefore = this.#header.length;
        this.#isKept = this.#where !== 'body' || this.#waiting !== null || mayMatter(piece);
      }
      if (this.#isKept) this.#start.add(piece);
      if (this.#where === 'header') this.#header.add(piece);
      this.#at += piece.length;
      if (feed >= 0) this.#endLine(found);
      from = until;
    }
    this.#lastByte = chunk.at(-1) ?? this.#lastByte;
    return found;
  }

  /** Ends the file; gives back what was still open. */
  end(): HeaderBlock[] {
    const found: HeaderBlock[] = [];
    if (this.#inLine) this.#endLine(found);
    const isCut = this.#lastByte !== lineFeed && this.#lastByte !== carriageReturn;
    if (this.#where === 'header') this.#close(found, isCut);
    if (this.#endsAt !== null && !fits(this.#at, this.#endsAt)) found.push(...this.#doubtful);
    this.#doubtful = [];
    return found;
  }

  /** What a whole line is, and what follows from it. */
  #endLine(found: HeaderBlock[]): void {
    const bytes = this.#start.take();
    // Of most lines of a body nothing was kept.
    const isBlank = bytes.length > 0 && onlyBlank(bytes);
    this.#start.clear();
    this.#inLine = false;
    this.#line += 1;
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting !== null && headerLine.test(asText(bytes))) {
      this.#begin(found, waiting);
      this.#header.add(bytes);
    } else if (bytes[0] === letterF && this.#looksLikeSeparator(bytes)) {
      this.#header.cutTo(this.#headerBefore);
      this.#waiting = { at: this.#lineAt, line: this.#line };
    } else if (this.#where === 'header' && isBlank) this.#close(found, false);
    this.#afterBlank = isBlank;
  }

  #looksLikeSeparator(bytes: Uint8Array): boolean {
    const text = asText(bytes);
    return separator.test(text) && (this.#afterBlank || /\d\d:\d\d/.test(text));
  }

  /** A message begins, and shows whether the length told before it was right. */
  #begin(found: HeaderBlock[], { at, line }: { at: number; line: number }): void {
    if (this.#where === 'header') this.#close(found, false);
    if (this.#endsAt !== null && (at + 2 >= this.#endsAt || this.#doubtful.length > mostDoubtful)) {
      if (!fits(at, this.#endsAt)) found.push(...this.#doubtful);
      this.#endsAt = null;
      this.#doubtful = [];
    }
    this.#where = 'header';
    this.#headerLine = line;
    this.#header.cutTo(0);
  }

  /** The header block is whole. */
  #close(found: HeaderBlock[], cut: boolean): void {
    const header = this.#header.take();
    this.#header.cutTo(0);
    this.#where = 'body';
    const block = { header, line: this.#headerLine, cut };
    if (this.#endsAt !== null) this.#doubtful.push(block);
    else {
      found.push(block);
      const told = /^content-length:[ \t]*(\d{1,15})[ \t]*\r?$/im.exec(latin1(header.subarray(0, 20_000)))?.[1];
      this.#endsAt = told === undefined ? null : this.#at + Number(told);
    }
  }
}

/** Whether a body that is told to end at `told` ends at `at`: writers count the blank line after it in or not. */
const fits = (at: number, told: number): boolean => Math.abs(at - told) <= 2;

/** Within a body only a line that may be a separator, or is blank, matters. */
const mayMatter = (piece: Uint8Array): boolean =>
  piece[0] === letterF || piece[0] === lineFeed || piece[0] === carriageReturn;

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

const onlyBlank = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte === lineFeed || byte === carriageReturn || byte === 32 || byte === 9);

/** The header block of a file that is one message: to its first blank line, blank lines before it and a `From ` line left out. */
export function headerOf(bytes: Uint8Array): Uint8Array {
  let start = 0;
  const next = (at: number): number => {
    for (let i = at; i < bytes.length; i++) {
      if (bytes[i] === lineFeed) return i + 1;
      if (bytes[i] === carriageReturn) return bytes[i + 1] === lineFeed ? i + 2 : i + 1;
    }
    return bytes.length;
  };
  while (start < bytes.length && onlyBlank(bytes.subarray(start, next(start)))) start = next(start);
  if (asText(bytes.subarray(start, start + 5)) === 'From ') start = next(start);
  let stop = start;
  while (stop < bytes.length && stop - start < longestHeader) {
    const end = next(stop);
    if (onlyBlank(bytes.subarray(stop, end))) break;
    stop = end;
  }
  return bytes.subarray(start, Math.min(stop, start + longestHeader));
}
