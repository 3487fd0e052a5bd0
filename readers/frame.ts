/** The document in a frame of the page's own origin, null for a frame of another one or one that is not there yet. */
export function frameDocument(frame: Element): Document | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument ?? null;
  } catch {
    return null;
  }
}
