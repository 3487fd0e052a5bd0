/** Longest line kept, in UTF-16 units: the bound of `lineSchema`. */
const lineLimit = 500;
/** Longest addr-spec (RFC 5321 §4.5.3.1: 64 + 1 + 255). */
const addressLimit = 320;
/** Most participants taken from one page. */
const participantLimit = 2_500;

/**
 * Characters that are not seen but change what is seen: controls, lone surrogates, bidi marks, embeddings, overrides and
 * isolates, zero-width spaces, fillers, tags. Variation selectors stay (emoji, ideographs in names), and joiners stay
 * after the scripts and emoji that need them.
 */
const unseen =
  /(?![\s\p{Variation_Selector}\u200C\u200D])[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Variation_Selector}\p{M}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}])[\u200C\u200D]/gu;

/** More than six marks on one letter: a stack that paints over the lines above and below. */
const stack = /(\p{M}{6})\p{M}+/gu;

/**
 * One line out of a page's text: unseen characters taken away, white space made single, NFC, well-formed UTF-16, at most
 * 500 units and then an ellipsis. Null where nothing is left.
 */
export function cleanLine(text: string): string | null {
  const clean = text
    .slice(0, 8 * lineLimit)
    .replace(unseen, '')
    .replace(stack, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC');
  if (clean === '') return null;
  if (clean.length <= lineLimit) return clean;
  return `${clean.slice(0, lineLimit - 1).replace(/\p{Cs}$/u, '')}…`;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const lineOf = (value: unknown): unknown => (typeof value === 'string' ? cleanLine(value) : value);

/** An address is never mended: one with unseen characters, or too long to be one, is none. */
function addressOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  unseen.lastIndex = 0;
  return value.length > addressLimit || unseen.test(value) || /\s/u.test(value.trim()) ? null : value.trim();
}

function participantOf(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const address = addressOf(value.address);
  // Without an address and a name the written text is all there is: shown as a name, never kept as an address.
  const name = lineOf(value.name) ?? (address === null ? lineOf(value.address) : null);
  return { ...value, name, address };
}

const linesOf = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((each) => (typeof each === 'string' ? (cleanLine(each) ?? '') : each)) : value;

function wordingOf(value: unknown, kept: readonly number[] | null): unknown {
  if (!isRecord(value)) return value;
  const said = Array.isArray(value.participants) ? value.participants : null;
  return {
    ...value,
    when: linesOf(value.when),
    form: isRecord(value.form) ? { ...value.form, clocks: linesOf(value.form.clocks) } : value.form,
    participants: said === null || kept === null ? value.participants : linesOf(kept.map((place) => said[place] ?? '')),
  };
}

/**
 * A reading as it came out of a page, with its texts cleaned and its lengths bounded, ready for the schema. Anything
 * that is not shaped like a reading is returned as it is, for the schema to refuse.
 */
export function cleanReading(reading: unknown): unknown {
  if (!isRecord(reading) || reading.state !== 'occasion' || !isRecord(reading.occasion)) return reading;
  const read = reading.occasion;
  const given = Array.isArray(read.participants) ? read.participants : null;
  const kept =
    given
      ?.slice(0, participantLimit)
      .map((each, place) => ({ each: participantOf(each), place }))
      .filter(({ each }) => !isRecord(each) || each.name !== null || each.address !== null) ?? null;
  const lost = given !== null && kept !== null && kept.length < given.length;
  return {
    ...reading,
    occasion: {
      ...read,
      title: lineOf(read.title),
      whenText: lineOf(read.whenText),
      own: addressOf(read.own),
      participants: kept?.map(({ each }) => each) ?? read.participants,
      extent: lost && isRecord(read.extent) ? { ...read.extent, complete: false, shown: kept.length } : read.extent,
      ...('wording' in read ? { wording: wordingOf(read.wording, kept?.map(({ place }) => place) ?? null) } : {}),
    },
  };
}
