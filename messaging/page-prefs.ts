/** The settings that a content script goes by, kept by the background in `storage.local`. Nothing in them is about people. */
export interface PagePrefs {
  /** Whether the panel is shown in the page or only in the browser's side panel. */
  panel: 'frame' | 'side-panel';
  /** Names of the sites that the user switched off: not read at all. */
  sitesOff: string[];
}

/** The keys of `storage.local` that a content script goes by: its settings, the place of its host, the name of an event. */
export const pageKeys = { prefs: 'page-prefs', place: 'host-place', newcomer: 'newcomer' } as const;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What is kept under `pageKeys.prefs`; anything else than that reads as a fresh installation. */
export function pagePrefsOf(value: unknown): PagePrefs {
  const kept = isRecord(value) ? value : {};
  return {
    panel: kept.panel === 'side-panel' ? 'side-panel' : 'frame',
    sitesOff: Array.isArray(kept.sitesOff) ? kept.sitesOff.filter((name) => typeof name === 'string') : [],
  };
}

/** The place kept under `pageKeys.place`, or null where none was chosen yet. */
export function hostPlaceOf(value: unknown): { collapsed: boolean; top: number; side: 'left' | 'right' } | null {
  if (!isRecord(value) || typeof value.top !== 'number' || !Number.isFinite(value.top)) return null;
  return {
    collapsed: value.collapsed === true,
    top: Math.max(0, value.top),
    side: value.side === 'left' ? 'left' : 'right',
  };
}
