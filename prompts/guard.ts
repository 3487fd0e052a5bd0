import type { Share } from '../records/share.ts';
import type { Tip } from '../records/tip.ts';
import { isBarred } from './gates.ts';

/** Somebody who would get a tip: a kept person, or an address or name that is not kept. */
export interface Listener {
  personId: string | null;
  name: string;
}

/** What stands against giving a tip in this way. */
export interface Warning {
  /**
   * `confidential`: it is a note, for nobody; `expired`: past its shelf life; `has-it`: this person got it before;
   * `taken`: exclusive, and somebody else has it (or it is planned for them); `outside-few`: not among those named;
   * `not-alone`: several would get it at once, which makes it worth nothing.
   */
  code: 'confidential' | 'expired' | 'has-it' | 'taken' | 'outside-few' | 'not-alone';
  /** Whom the warning is about: the listener, or for `taken` the name-giving person who has it; null: all of them. */
  personId: string | null;
  name: string | null;
}

/** Ids of those who were given this tip, each once, in the order of giving. */
export function holdersOf(tipId: string, shares: readonly Share[]): string[] {
  const given = shares.filter((share) => share.tipId === tipId && share.state === 'given');
  given.sort((a, b) => (a.givenAt ?? a.updatedAt) - (b.givenAt ?? b.updatedAt) || (a.id < b.id ? -1 : 1));
  return [...new Set(given.map((share) => share.personId))];
}

/**
 * Whether giving this tip to these listeners together, at `now` (epoch ms), would carry it beyond its reach: everything that
 * stands against it, the gravest first. Nothing when it may go.
 */
export function guard(tip: Tip, shares: readonly Share[], listeners: readonly Listener[], now: number): Warning[] {
  const about = ({ personId, name }: Listener) => ({ personId, name });
  const nobody = { personId: null, name: null };
  const barred = isBarred(tip, now);
  const warnings: Warning[] = barred === null ? [] : [{ code: barred, ...nobody }];
  const holders = holdersOf(tip.id, shares);
  const has = (listener: Listener) => listener.personId !== null && holders.includes(listener.personId);
  if (tip.reach === 'one') {
    const planned = shares
      .filter((share) => share.tipId === tip.id && share.state === 'planned')
      .map((share) => share.personId);
    for (const personId of new Set([...holders, ...planned.sort()]))
      if (!listeners.some((listener) => listener.personId === personId))
        warnings.push({ code: 'taken', personId, name: null });
  }
  if (tip.reach === 'few')
    for (const listener of listeners)
      if (listener.personId === null || !tip.few.includes(listener.personId))
        warnings.push({ code: 'outside-few', ...about(listener) });
  if (tip.reach !== 'open' && listeners.length > 1) warnings.push({ code: 'not-alone', ...nobody });
  for (const listener of listeners) if (has(listener)) warnings.push({ code: 'has-it', ...about(listener) });
  return warnings;
}
