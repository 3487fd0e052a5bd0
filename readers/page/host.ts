/** How the user left the panel in the page: a choice about the screen, told by nothing that is known of people. */
export interface HostPlace {
  collapsed: boolean;
  /** CSS pixels from the top of the window. */
  top: number;
  side: 'left' | 'right';
}

/** Where the panel stands until the user moves it: below the bars of mail and calendar, beside what is read. */
export const firstPlace: HostPlace = { collapsed: false, top: 72, side: 'right' };

/** What a host is given. `now` in ms of any clock that only goes forward. */
export interface HostOptions {
  document: Document;
  /** Address of the panel's page, without a fragment. */
  panelUrl: string;
  /** Words for the bar, in the browser's language. */
  words: { name: string; collapse: string; expand: string; otherSide: string; move: string };
  place: HostPlace;
  onPlace(place: HostPlace): void;
  /** The frame was lost with its host, because the page took it away or kept changing it. `closed`: for good. */
  onLost(closed: boolean): void;
  now(): number;
}

/** The one element that we add to a page, with the panel's frame in its closed shadow root. */
export interface Host {
  /** Whether a frame is there, shown or collapsed. */
  readonly framed: boolean;
  /** Shows the panel with a frame opened by this one-time token. */
  show(token: string): void;
  /** Whether the host has stood where the user left it for a while: a page may move it under the pointer. */
  readonly steady: boolean;
  /** Takes the host out of the page. */
  hide(): void;
  /** Takes over a place that was chosen in another tab. */
  move(place: HostPlace): void;
}

const width = 372;
const barHeight = 36;
/** Distance from the window's edge: beside the strip of icons that both sites have on the right. */
const edge = 64;
const margin = 16;
const collapsedWidth = 148;
/** Changes by the page that are put right within `forgiven` ms, before the panel closes for this page. */
const patience = 5;
const forgiven = 60_000;

/** How long after a move by the page a click in the frame does not count, ms. */
const settling = 500;

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** A fresh element name, so that a page's style sheet or script cannot be written for it. */
function randomName(): string {
  const random = crypto.getRandomValues(new Uint8Array(14));
  const word = [...random].map((byte) => letters[byte % 26]).join('');
  return `${word.slice(0, 6)}-${word.slice(6)}`;
}

const important = (element: HTMLElement | SVGElement, rules: Record<string, string>): void => {
  for (const [name, value] of Object.entries(rules)) element.style.setProperty(name, value, 'important');
};

/**
 * A host for this page, not yet in it. Its presence, place and size follow from the page, the window and the user's own
 * `place`: never from what is known of anybody. Put out of shape or moved by the page it is put right, at the fifth time within a minute it closes for good.
 */
export function pageHost(options: HostOptions): Host {
  const { document, words } = options;
  let place = options.place;
  let element: HTMLElement | null = null;
  let frame: HTMLIFrameElement | null = null;
  let layOut = () => {};
  let stop = new AbortController();
  let repairs: number[] = [];
  let closed = false;
  let displaced = false;
  let movedAt = Number.NEGATIVE_INFINITY;
  let standing: IntersectionObserver | null = null;

  /** Watches whether the host is drawn in its place, whatever the page does to what it stands in. */
  function watchPlace(host: HTMLElement, top: number, height: number, wide: number): void {
    standing?.disconnect();
    const view = document.defaultView;
    if (view?.IntersectionObserver === undefined) return;
    const { clientWidth, clientHeight } = document.documentElement;
    const left = place.side === 'right' ? clientWidth - edge - wide : margin;
    // Two pixels of grace, for zoom and fractions.
    const box = [top, clientWidth - left - wide, clientHeight - top - height, left];
    standing = new view.IntersectionObserver(
      (entries) => {
        const now = (entries.at(-1)?.intersectionRatio ?? 1) < 0.99;
        if (now || displaced) movedAt = options.now();
        displaced = now;
      },
      { rootMargin: box.map((inset) => `${2 - Math.round(inset)}px`).join(' '), threshold: 0.99 },
    );
    standing.observe(host);
  }

  function remember(change: Partial<HostPlace>): void {
    place = { ...place, ...change };
    layOut();
    options.onPlace(place);
  }

  function hide(): void {
    stop.abort();
    standing?.disconnect();
    element?.remove();
    element = null;
    frame = null;
    layOut = () => {};
  }

  function show(token: string): void {
    hide();
    if (closed) return;
    stop = new AbortController();
    const { signal } = stop;
    const host = document.createElement(randomName());
    const root = host.attachShadow({ mode: 'closed' });
    const box = document.createElement('div');
    const opened = document.createElement('iframe');
    opened.src = `${options.panelUrl}#${token}`;
    const bar = barOf(document, words);
    opened.title = words.name;
    opened.allow = 'clipboard-write';
    opened.referrerPolicy = 'no-referrer';
    box.append(bar.element, opened);
    root.append(box);
    // It begins to load now; how it looks is told before anything is painted.
    document.documentElement.append(host);

    layOut = () => {
      const view = document.defaultView;
      const space = view?.innerHeight ?? 800;
      const height = Math.max(160, Math.min(720, space - 2 * margin));
      const top = Math.max(0, Math.min(place.top, space - (place.collapsed ? barHeight : 160)));
      const wide = place.collapsed ? collapsedWidth : width;
      const high = place.collapsed ? barHeight : Math.min(height, space - top - margin);
      important(host, {
        all: 'initial',
        display: 'block',
        position: 'fixed',
        top: `${top}px`,
        [place.side]: `${place.side === 'right' ? edge : margin}px`,
        width: `${wide}px`,
        height: `${high}px`,
        'z-index': '2147483647',
        contain: 'strict',
        'color-scheme': 'light dark',
      });
      host.style.removeProperty(place.side === 'right' ? 'left' : 'right');
      important(opened, { display: place.collapsed ? 'none' : 'block' });
      bar.turn(place.collapsed);
      known = host.getAttribute('style') ?? '';
      watching.takeRecords();
      watchPlace(host, top, high, wide);
    };

    let known = '';
    const view = document.defaultView;
    const watching = new MutationObserver(() => {
      if (signal.aborted) return;
      const moved = host.parentNode !== document.documentElement;
      const names = host.getAttributeNames();
      const changed = names.length !== 1 || host.getAttribute('style') !== known || host.childNodes.length > 0;
      if (!moved && !changed) return;
      const now = options.now();
      repairs = [...repairs.filter((at) => now - at < forgiven), now];
      closed = repairs.length >= patience;
      if (moved || closed) {
        hide();
        options.onLost(closed);
        return;
      }
      for (const name of names) host.removeAttribute(name);
      host.replaceChildren();
      layOut();
    });

    important(box, {
      all: 'initial',
      display: 'grid',
      'grid-template': `${barHeight}px minmax(0, 1fr) / minmax(0, 1fr)`,
      'box-sizing': 'border-box',
      width: '100%',
      height: '100%',
      overflow: 'hidden',
      // Paper, ink and line of `components/parts/tokens.css`: the bar is one with the panel below it.
      border: '1px solid light-dark(#8a8070, #7d7364)',
      'border-radius': '6px',
      background: 'light-dark(#f6f2e9, #191714)',
      color: 'light-dark(#231f1a, #ece5d8)',
      'color-scheme': 'light dark',
    });
    important(opened, { width: '100%', height: '100%', border: '0', 'color-scheme': 'light dark' });

    bar.onCollapse(() => remember({ collapsed: !place.collapsed }));
    bar.onOtherSide(() => remember({ side: place.side === 'right' ? 'left' : 'right' }));
    bar.onMove((by) => remember({ top: Math.max(0, place.top + by) }), signal);
    view?.addEventListener('resize', () => layOut(), { signal });
    // A printed thread is the page's alone.
    view?.addEventListener('beforeprint', () => important(box, { display: 'none' }), { signal });
    view?.addEventListener('afterprint', () => important(box, { display: 'grid' }), { signal });

    element = host;
    frame = opened;
    layOut();
    watching.observe(host, { attributes: true, childList: true });
    watching.observe(document.documentElement, { childList: true });
    signal.addEventListener('abort', () => watching.disconnect());
  }

  return {
    get framed() {
      return frame?.isConnected === true;
    },
    get steady() {
      return !displaced && options.now() - movedAt >= settling;
    },
    show,
    hide,
    move(to) {
      place = to;
      layOut();
    },
  };
}

interface Bar {
  element: HTMLElement;
  turn(collapsed: boolean): void;
  onCollapse(act: () => void): void;
  onOtherSide(act: () => void): void;
  onMove(act: (by: number) => void, signal: AbortSignal): void;
}

/** The strip above the frame: our name, and buttons that change nothing but the place. */
function barOf(document: Document, words: HostOptions['words']): Bar {
  const element = document.createElement('div');
  const handle = document.createElement('button');
  handle.type = 'button';
  handle.textContent = words.name;
  handle.title = words.move;
  const side = signButton(document, words.otherSide);
  const fold = signButton(document, words.collapse);
  const line = { all: 'revert', margin: '0', border: '0', background: 'transparent', color: 'inherit', padding: '0' };
  important(element, { display: 'flex', 'align-items': 'center', gap: '2px', padding: '0 6px' });
  important(handle, {
    ...line,
    flex: '1',
    'min-width': '0',
    height: '28px',
    padding: '0 6px',
    font: '600 13px/28px system-ui, sans-serif',
    'text-align': 'start',
    overflow: 'hidden',
    'text-overflow': 'ellipsis',
    'white-space': 'nowrap',
    cursor: 'grab',
  });
  side.textContent = '⇄';
  for (const button of [side, fold])
    important(button, {
      ...line,
      width: '28px',
      height: '28px',
      font: '16px/28px system-ui, sans-serif',
      'text-align': 'center',
      cursor: 'pointer',
      'border-radius': '6px',
    });
  element.append(handle, side, fold);

  const pressed = (button: HTMLButtonElement, act: () => void) =>
    button.addEventListener('click', (event) => {
      if (event.isTrusted) act();
    });

  return {
    element,
    turn(collapsed) {
      fold.setAttribute('aria-expanded', String(!collapsed));
      fold.setAttribute('aria-label', collapsed ? words.expand : words.collapse);
      fold.title = collapsed ? words.expand : words.collapse;
      fold.textContent = collapsed ? '+' : '−';
      important(side, { display: collapsed ? 'none' : 'block' });
    },
    onCollapse: (act) => pressed(fold, act),
    onOtherSide: (act) => pressed(side, act),
    onMove(act, signal) {
      let from: number | null = null;
      handle.addEventListener(
        'pointerdown',
        (event) => {
          if (!event.isTrusted) return;
          from = event.clientY;
          handle.setPointerCapture(event.pointerId);
        },
        { signal },
      );
      handle.addEventListener(
        'pointermove',
        (event) => {
          if (from === null || !event.isTrusted) return;
          act(event.clientY - from);
          from = event.clientY;
        },
        { signal },
      );
      for (const name of ['pointerup', 'pointercancel']) handle.addEventListener(name, () => (from = null), { signal });
      handle.addEventListener(
        'keydown',
        (event) => {
          const by = event.key === 'ArrowUp' ? -24 : event.key === 'ArrowDown' ? 24 : 0;
          if (by === 0 || !event.isTrusted) return;
          event.preventDefault();
          act(by);
        },
        { signal },
      );
    },
  };
}

/** A button that shows a sign and is named by `label`. */
function signButton(document: Document, label: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-label', label);
  button.title = label;
  return button;
}
