/** Where `meetingPage` is served: a week of the calendar, on its real host. */
export const meetingUrl = 'https://calendar.google.com/calendar/u/0/r/week/2026/9/16';

/** A guest as an attacker may write one. */
export interface Guest {
  name: string;
  email: string;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark);

/** A calendar page with one meeting open in its bubble, built like the ones under `tests/fixtures/sites/google-calendar`. */
export function meetingPage(title: string, guests: readonly Guest[], id = 'evil1'): string {
  const eventId = Buffer.from(`${id} me@example.com`).toString('base64url');
  const rows = [{ name: 'me', email: 'me@example.com' }, ...guests].map(
    ({ name, email }) =>
      `<div role="treeitem" tabindex="-1" aria-label="${escaped(name)}, Attending" data-email="${escaped(email)}" data-id="${escaped(email)}" data-hovercard-id="${escaped(email)}"><div class="SDqFWd"><span>${escaped(name)}</span></div></div>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Google Calendar - Week of September 16, 2026</title></head><body>
<div id="YPCqFe"><div role="dialog" aria-modal="false" data-layout-mode="bubble" data-chips-dialog="true" aria-labelledby="rAECCd"><div class="ibJzMe" data-in-bubble="true"><div id="xDetDlg" data-eventid="${eventId}" jslog="35463; 2:[&quot;${id}&quot;,&quot;me@example.com&quot;]"><div><button id="xDetDlgCloseBu" type="button"></button></div><div><span id="rAECCd" role="heading" aria-level="1" tabindex="-1">${escaped(title)}</span></div><div><div class="toUqff" id="xDetDlgWhen"><div class="AzuXid"><span>Wednesday, September 16<span>⋅</span><span>3:00 – 3:45pm</span></span></div></div></div><div><div class="toUqff" id="xDetDlgAtt"><div role="tree" aria-label="Guests"><div data-is-expandable="true" role="presentation"><div>(${rows.length})</div></div>${rows.join('')}</div></div></div><div><div class="toUqff" id="xDetDlgCal" data-text="Me Myself – me@example.com">me@example.com</div></div></div></div></div></div></body></html>`;
}
