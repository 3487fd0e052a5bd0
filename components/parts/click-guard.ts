import type { PanelPlace } from '../../messaging/protocol.ts';

/** How long the whole view must have been seen before a click counts, ms. */
const longEnough = 500;
const whole = 0.99;

/** What a guard calls back for. */
export interface ClickGuardOptions {
  /**
   * A click where clicks cannot be trusted at all (no `IntersectionObserver` v2): nothing happened but this call, which
   * is to open the browser's side panel at that place. Called inside the click.
   */
  elsewhere(place: PanelPlace): void;
  /** A click or a key was dropped, because the view was not wholly visible for long enough. */
  held(): void;
}

/** Whether this browser can tell that a frame is wholly visible, so that clicks in a framed view can count. */
export const canSeeItself = (view: Window & typeof globalThis): boolean =>
  'isVisible' in view.IntersectionObserverEntry.prototype;

const acting = 'button,a,summary,input,select,textarea,label,[role],[tabindex],[contenteditable]';

/** The place in the panel that an element belongs to, by the attributes of its list item. */
function placeOf(target: EventTarget | null): PanelPlace {
  const item = (target as Element | null)?.closest?.('[data-prompt],[data-ref]');
  if (item instanceof HTMLElement && item.dataset.prompt !== undefined)
    return { at: 'prompt', key: item.dataset.prompt };
  if (item instanceof HTMLElement && item.dataset.ref !== undefined) return { at: 'person', ref: item.dataset.ref };
  return null;
}

/** Keys that move around and do nothing. */
const harmless = /^(?:Tab|Shift|Control|Alt|Meta|Escape|Arrow\w+|Page\w+|Home|End|F\d+|CapsLock)$/;

/**
 * Guards a framed view against stolen clicks. Call it once, before anything is rendered; it listens on the window in the capture
 * phase, so that it stands before every handler. A click, a key or a drop counts only when the whole view was reported
 * visible by `IntersectionObserver` v2 (ratio at least 0.99: not covered, not see-through, not filtered or turned) for
 * 500 ms without a break when it was made; a click also needs that its pointer went down under the same condition. Where v2 is
 * missing, nothing acts here: `elsewhere` is called instead. Only what the user's hand did is judged; events that our own
 * code makes pass.
 */
export function guardClicks(view: Window & typeof globalThis, options: ClickGuardOptions): void {
  const { document } = view;
  const sees = canSeeItself(view);
  let wholeSince: number | null = null;
  /** The last pointer or key went down while the view was not to be trusted: what follows from it does not count. */
  let begunInTheDark = false;

  if (sees) {
    // The root is as large as the frame, so that its visibility is the whole frame's; the body scrolls in it.
    Object.assign(document.documentElement.style, { height: '100%', overflow: 'hidden' });
    Object.assign(document.body.style, { height: '100%', overflow: 'auto' });
    new view.IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const seen = entry.intersectionRatio >= whole && (entry as { isVisible?: boolean }).isVisible === true;
          wholeSince = seen ? (wholeSince ?? entry.time) : null;
        }
      },
      // v2 wants a delay of at least 100 ms; the thresholds make it report the loss of a few pixels.
      { threshold: [0, 0.5, 0.9, whole, 1], trackVisibility: true, delay: 100 } as IntersectionObserverInit,
    ).observe(document.documentElement);
  }

  const drop = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const counts = (event: Event): boolean =>
    sees && wholeSince !== null && event.timeStamp - wholeSince >= longEnough && document.visibilityState === 'visible';

  const judge = (event: Event) => {
    if (!event.isTrusted) return;
    const key = event instanceof view.KeyboardEvent ? event.key : null;
    if (key !== null && harmless.test(key)) return;
    const target = event.target instanceof view.Element ? event.target : null;
    const acts = target?.closest(acting) != null;
    const begins = event.type === 'pointerdown' || event.type === 'keydown';
    if (!sees) {
      if (!acts) return;
      drop(event);
      if (event.type === 'click' || (event.type === 'keydown' && (key === 'Enter' || key === ' ')))
        options.elsewhere(placeOf(target));
      return;
    }
    if (begins) begunInTheDark = !counts(event);
    if (counts(event) && !begunInTheDark) return;
    drop(event);
    if (acts && (event.type === 'click' || event.type === 'keydown')) options.held();
  };

  for (const type of [
    'pointerdown',
    'mousedown',
    'touchstart',
    'pointerup',
    'mouseup',
    'touchend',
    'click',
    'dblclick',
    'auxclick',
    'contextmenu',
    'keydown',
    'keypress',
    'keyup',
    'beforeinput',
    'paste',
    'drop',
    'submit',
  ])
    view.addEventListener(type, judge, { capture: true, passive: false });
}
