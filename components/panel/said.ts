import type { Catalogue } from '../../locales/index.ts';
import type { Act } from '../../records/act.ts';
import type { Formats } from '../parts/formats.ts';

/** What is said when this act was done. */
export function saidOf(act: Act, t: Catalogue, format: Formats): string {
  const { said } = t.panel;
  switch (act.act) {
    case 'decide':
      return act.decision === 'later' && act.until !== null
        ? said.later({ at: format.dateTime(act.until) })
        : said[act.decision === 'never' ? 'never' : 'done'];
    case 'tag-potential':
      return said[act.on ? 'tag-potential' : 'untag-potential'];
    case 'mark-friend':
      return said[act.on ? 'mark-friend' : 'unmark-friend'];
    default:
      return said[act.act];
  }
}
