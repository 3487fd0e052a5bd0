import { addressOf } from './address.ts';
import { siteOf } from './sites.ts';
import { shownAnchor, skeletonWords } from './skeleton-words.ts';

/** Attributes whose words are names that somebody gave to parts of the page. */
const naming = new Set(['class', 'id', 'for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns']);
/** Never gone into: not what a reader reads, or too much of it. */
const left = 'script,style,noscript,svg,link,meta,head,template,video,audio,canvas,object,embed';
const bodies = '.a3s,.ii,[id="xDetDlgDesc"],[id="xDetDlgLoc"],[contenteditable]:not([contenteditable="false"])';
const deepest = 60;

/** A text with addresses in it, taken apart: an address, a word, white space, a mark that parts mailboxes. */
const pieces = /([^\s<>()[\],;:"'\\]+@[^\s<>()[\],;:"'\\/]+)|([^\s:：<>,;，；、()"]+)|(\s+)|(.)/gu;

/** Gives each different text a number, in the order in which they come. */
function numbers(): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const number = known.get(text) ?? known.size + 1;
    known.set(text, number);
    return number;
  };
}

/**
 * What an address of a page looks like: words that products write into theirs, letters and digits counted, marks as they
 * are; the host left out.
 */
const shapeOf = (url: string): string => {
  const { pathname, search, hash } = new URL(url);
  return `${pathname}${search}${hash}`
    .slice(0, 1_000)
    .replace(/[\p{L}\p{Nd}]+|[^\p{L}\p{Nd}/?#&=._~:%+-]+/gu, (run) => {
      if (skeletonWords.paths.has(run)) return run;
      if (!/^[\p{L}\p{Nd}]/u.test(run)) return '*';
      return run.replace(/\p{L}+|\p{Nd}+/gu, (part) => `${/\p{L}/u.test(part) ? 'A' : 'N'}${part.length}`);
    });
};

/**
 * The page's outline for a report. It holds words of two kinds alone: those of a stated list (`skeleton-words.ts`: the tags,
 * attributes and values that HTML and ARIA name, and what the readers' own code looks for), and numbers. A text is `3:12`, the third
 * different one, of twelve characters; `#2` the second different address; `~4:.3<#2>` a text with that address in
 * it, its words counted; `0:4` four digits; `h5:16` a hexadecimal name; a name that is in no list its number alone. No word of a list is shown that stands on the page as text too, but for tags, attributes and roles. At most
 * `limit` elements ("…" where there are more).
 */
export function censoredSkeleton(document: Document, url: string, limit = 3_000): string {
  const text = numbers();
  const address = numbers();
  const name = numbers();
  const spoken = new Set((document.body?.textContent ?? '').toLowerCase().match(/[\p{L}\p{N}_-]+/gu) ?? []);

  const shownText = (value: string): string => {
    const trimmed = value.trim().replace(/\s+/g, ' ');
    const mailto = /^mailto:/i.test(trimmed);
    const bare = addressOf(mailto ? trimmed.slice(7).split('?')[0] : trimmed);
    if (bare !== null) return `${mailto ? 'mailto' : ''}#${address(bare.toLowerCase())}`;
    if (trimmed.includes('@'))
      return `~${trimmed
        .slice(0, 2_000)
        .replace(
          pieces,
          (_, mailbox: string | undefined, word: string | undefined, space: string | undefined, mark: string) =>
            mailbox ? `#${address(mailbox.toLowerCase())}` : word ? String(word.length) : space ? '.' : mark,
        )}`;
    if (/^\p{Nd}+$/u.test(trimmed)) return `0:${trimmed.length}`;
    return `${/^[0-9a-f]{8,}$/.test(trimmed) ? 'h' : ''}${text(trimmed)}:${trimmed.length}`;
  };

  const shownName = (token: string): string => {
    const { anchors } = skeletonWords;
    const prefix = /^[A-Za-z][A-Za-z-]*[_:-]/.exec(token)?.[0] ?? '';
    const anchor = anchors.has(token) ? token : anchors.has(prefix) ? prefix : null;
    const said = anchor === null || spoken.has(anchor.toLowerCase()) || addressOf(token) !== null;
    return said
      ? String(name(token))
      : anchor === prefix && prefix !== token
        ? `${shownAnchor(prefix)}*`
        : shownAnchor(anchor);
  };

  const shownValue = (attribute: string, value: string): string => {
    const { roles, states, kinds } = skeletonWords;
    if (naming.has(attribute)) return `"${value.trim().split(/\s+/).slice(0, 20).map(shownName).join(' ')}"`;
    if (attribute === 'role' && roles.has(value)) return value;
    if (attribute === 'type' && kinds.has(value)) return value;
    if (states.has(value) && !spoken.has(value)) return value;
    if (attribute === 'style')
      return /(?:display:\s*none|visibility:\s*(?:hidden|collapse))/i.test(value) ? 'none' : '';
    if (/^data-(?:test-?id|testid|app-section)$/.test(attribute)) return shownName(value);
    return shownText(value);
  };

  const lines: string[] = [];
  let room = limit;
  const walk = (element: Element, depth: number): void => {
    if (element.matches(left) || depth > deepest) return;
    if (room-- <= 0) return;
    const { tags, attributes } = skeletonWords;
    const tag = tags.has(element.localName) ? element.localName : `?${name(element.localName)}`;
    const said = [...element.attributes].map((attribute) => {
      const shown = attributes.has(attribute.name) ? attribute.name : `?${name(attribute.name)}`;
      const value = attribute.value === '' ? '' : shownValue(attribute.name, attribute.value);
      return value === '' ? shown : `${shown}=${value}`;
    });
    const own = [...element.childNodes].flatMap((node) =>
      node.nodeType === 3 && node.nodeValue?.trim() ? [shownText(node.nodeValue)] : [],
    );
    lines.push(`${' '.repeat(depth)}${[tag, ...said].join(' ')}${own.length > 0 ? ` > ${own.join(' ')}` : ''}`);
    if (element.matches(bodies)) return;
    for (const child of element.children) walk(child, depth + 1);
    const inner = element.localName === 'iframe' ? innerBody(element as HTMLIFrameElement) : null;
    if (inner !== null) walk(inner, depth + 1);
  };
  if (document.body !== null) walk(document.body, 0);
  const site = siteOf(url)?.name ?? 'generic';
  return [`renmai ${site}`, shapeOf(url), ...lines, ...(room < 0 ? ['…'] : [])].join('\n');
}

/** The body of a frame of the page's own origin; null for any other. */
function innerBody(frame: HTMLIFrameElement): Element | null {
  try {
    return frame.contentDocument?.body ?? null;
  } catch {
    return null;
  }
}
