import type { Participant, Reading } from '../records/occasion.ts';
import type { SiteReader } from './site-reader.ts';

/** What a watch needs. Everything it sets up hangs on `signal`; it may be started again at any time. */
export type WatchOptions = {
  document: Document;
  /** The reader for an address, null where none is to read: a page may go from one site to another without a load. */
  readerAt(url: string): SiteReader | null;
  /** Told as soon as something stands open that may be an occasion, before it is read. */
  onOpening?(): void;
  /** Told of each new reading, never twice in a row of an equal one. */
  onReading(reading: Reading): void;
  signal: AbortSignal;
  /** Epoch ms. */
  now(): number;
};

/** A page is read when its watched parts have been quiet this long, ms. */
const quiet = 100;
/** A page that is never quiet is read this often, ms. */
const patience = 1_000;
/** The same people under another occasion may be left over in a node in reuse: looked at again after this, ms. */
const doubt = 600;
/** Waits between tries while the page is still loading, ms: about half a minute, then only the page's own changes count. */
const backoff = [150, 300, 600, 1_200, 2_400, 4_800, 9_600, 9_600];

const editable = '[contenteditable]:not([contenteditable="false"]),input,textarea,select';
const typing = (target: Node): boolean =>
  (target.nodeType === 1 ? (target as Element) : target.parentElement)?.closest(editable) != null;

const lineOf = ({ address, name }: Participant): string => `${address ?? ''} ${name ?? ''}`;
const peopleOf = (reading: Reading | null): string =>
  reading?.state === 'occasion' ? reading.occasion.participants.map(lineOf).join('\n') : '';

/**
 * Follows a page and tells what is open in it: after a load, a change of address without a load, back and forward, a
 * pane or bubble that opens, closes or is reused. As soon as something else stands open, the last occasion is withdrawn
 * (`not-yet` or `not-here`), then read when the page is quiet. Does nothing while the user types or the tab is hidden.
 */
export function watch({ document, readerAt, onOpening, onReading, signal, now }: WatchOptions): void {
  const view = document.defaultView;
  if (signal.aborted || !view) return;

  let told: Reading | null = null;
  let toldJson = '';
  let mark: string | null = null;
  /** People of the occasion before the last change of mark. */
  let former = '';
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstSign = 0;
  let stale = true;
  /** Ends what listens to the frames that are there now. */
  let attached = new AbortController();

  const tell = (reading: Reading) => {
    const json = JSON.stringify(reading);
    if (json === toldJson) return;
    told = reading;
    toldJson = json;
    onReading(reading);
  };

  const readAfter = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(readNow, ms);
  };

  const readHere = (): Reading => {
    const url = document.location.href;
    const reader = readerAt(url);
    try {
      return reader?.read(document, url) ?? { state: 'not-here' };
    } catch {
      return { state: 'broken', site: reader?.site ?? '', part: 'the page could not be read' };
    }
  };

  const readNow = () => {
    timer = undefined;
    firstSign = 0;
    if (signal.aborted || document.visibilityState === 'hidden') return;
    withdrawIfChanged();
    if (stale) attach();
    const reading = readHere();
    if (reading.state === 'occasion' && former !== '' && peopleOf(reading) === former) {
      former = '';
      readAfter(doubt);
      return;
    }
    if (reading.state === 'occasion') former = '';
    tell(reading);
    if (reading.state === 'not-yet') {
      const wait = backoff[tries++];
      if (wait !== undefined) readAfter(wait);
    }
  };

  const markAt = (url: string): string | null => {
    const reader = readerAt(url);
    const open = reader?.mark(document, url) ?? null;
    return open === null ? null : `${reader?.site} ${open}`;
  };

  const withdrawIfChanged = () => {
    const current = markAt(document.location.href);
    if (current === mark) return;
    const fresh = told?.state !== 'occasion' && told?.state !== 'broken';
    mark = current;
    tries = 0;
    stale = true;
    if (told?.state === 'occasion') former = peopleOf(told);
    if (told?.state === 'occasion' || told?.state === 'broken')
      tell({ state: current === null ? 'not-here' : 'not-yet' });
    if (fresh && current !== null) lookAhead();
  };

  /**
   * Where nothing was open, most pages draw what opens in one go: it is told at once, and read again when the page is
   * quiet. Nodes in use again may still hold somebody of the occasion before: with any of those it waits.
   */
  const lookAhead = () => {
    onOpening?.();
    const reading = readHere();
    const left = new Set(former.split('\n'));
    if (reading.state !== 'occasion' || reading.occasion.participants.some((p) => !p.self && left.has(lineOf(p))))
      return;
    former = '';
    tell(reading);
  };

  /** A sign that something may have changed. One that keeps the page unquiet puts the reading off. */
  const sign = (unquiet: boolean) => {
    if (document.visibilityState === 'hidden') return;
    withdrawIfChanged();
    if (!firstSign) firstSign = now();
    else if (!unquiet) return;
    readAfter(Math.max(0, Math.min(quiet, firstSign + patience - now())));
  };

  const onRecords = (records: MutationRecord[]) => {
    let unquiet = false;
    let any = false;
    for (const record of records) {
      if (typing(record.target)) continue;
      any = true;
      if (record.type !== 'attributes') {
        unquiet = true;
        stale = true;
      }
    }
    if (any) sign(unquiet);
  };
  const parts = new MutationObserver(onRecords);
  const openings = new MutationObserver(onRecords);

  const attach = () => {
    stale = false;
    parts.disconnect();
    openings.disconnect();
    const url = document.location.href;
    const reader = readerAt(url);
    const { deep, along, below, frames } = reader?.watched(document, url) ?? {
      deep: [],
      along: [],
      below: [document.body],
    };
    const path = new Set<Element>();
    for (const element of [...along, ...deep])
      for (let e: Element | null = element; e && !path.has(e); e = e.parentElement) path.add(e);
    for (const element of path)
      parts.observe(element, {
        childList: true,
        attributes: true,
        attributeFilter: ['style', 'class', 'hidden', 'id', ...(reader?.named ?? [])],
      });
    for (const element of deep)
      parts.observe(element, { childList: true, subtree: true, characterData: true, attributes: true });
    for (const element of below) openings.observe(element, { childList: true, subtree: true });
    attached.abort();
    attached = new AbortController();
    for (const frame of frames ?? []) {
      frame.addEventListener('load', reloaded, { signal: attached.signal });
      // Told as soon as another page comes into the frame, long before all of it is there.
      (frame as HTMLIFrameElement).contentWindow?.addEventListener('pagehide', reloaded, { signal: attached.signal });
    }
  };

  const reloaded = () => {
    stale = true;
    sign(true);
  };

  const moved = () => sign(true);
  for (const name of ['popstate', 'hashchange', 'pageshow']) view.addEventListener(name, moved, { signal });
  document.addEventListener('visibilitychange', moved, { signal });
  // A frame that the page draws itself in shows another document: what was watched in it is gone.
  const framed = ({ target }: Event) => {
    if ((target as Element).localName !== 'iframe' && (target as Element).localName !== 'frame') return;
    stale = true;
    sign(true);
  };
  document.addEventListener('load', framed, { signal, capture: true });
  // The only event of a page's own pushState that reaches another world of the same page.
  (view as Window & { navigation?: EventTarget }).navigation?.addEventListener('currententrychange', moved, { signal });
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      attached.abort();
      parts.disconnect();
      openings.disconnect();
    },
    { once: true },
  );
  sign(true);
}
