/** The calendar's week, with nothing open, at this address. */
export const calendarUrl = 'https://calendar.google.com/calendar/u/0/r/week/2026/11/24';
export const calendarPage =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Google Calendar - Week of November 23, 2026</title></head><body><div role="main"></div></body></html>';

/** The bubble of an event with `guests` people, in the calendar's own shape. `round` makes it another event. */
export function bubble(guests: number, round: number): string {
  const eventId = Buffer.from(`bench${round} me@example.com`).toString('base64url');
  const rows = Array.from({ length: guests }, (_, i) => {
    const n = round * 101 + i * 37;
    const address = `person.${n}@firm${n % 997}.example`;
    return `<div role="treeitem" data-email="${address}" data-id="${address}" data-hovercard-id="${address}" aria-label="Person ${n}, Attending"><div class="SDqFWd"><span>Person ${n}</span></div></div>`;
  });
  return `<div role="dialog" data-chips-dialog="true" data-layout-mode="bubble" aria-labelledby="rAECCd"><div id="xDetDlg" data-eventid="${eventId}"><span id="rAECCd" role="heading">Review ${round}</span><div id="xDetDlgWhen"><div class="AzuXid"><span>Tuesday, November 24<span class="grQv0">⋅</span><span>3:00 – 3:45pm</span></span></div></div><div id="xDetDlgAtt"><div role="tree"><div data-is-expandable="true" role="presentation"><div class="gLs5v">(${guests})</div></div>${rows.join('')}</div></div></div></div>`;
}

/** A conversation at this address. */
export const threadUrl = 'https://mail.google.com/mail/u/0/#inbox/FMfcgzQbenchBenchBenchBenchBench';

/** A conversation of `messages` open messages, with a compose window beside it, in Gmail's own shape. */
export function threadPage(messages: number): string {
  const one = (i: number) => {
    const address = `person.${i % 12}@firm${i % 12}.example`;
    const person = `email="${address}" name="Person ${i % 12}" data-hovercard-id="${address}"`;
    return `<div class="h7" role="listitem" aria-expanded="true"><div class="adn ads" data-message-id="#msg-f:${i}" data-legacy-message-id="18f${i}"><div class="gs"><div class="gE iv gt"><table><tbody><tr><td class="gF gK"><h3 class="iw"><span class="qu" role="gridcell"><span ${person} class="gD"><span>Person ${i % 12}</span></span></span></h3></td><td class="gH"><span class="g3" title="3 Mar 2026, 09:12">3 Mar</span></td></tr><tr><td colspan="2"><span class="hb">to <span email="me@example.com" name="me" data-hovercard-id="me@example.com" class="g2">me</span> </span></td></tr></tbody></table></div><div class="ii gt"><div class="a3s aiL">${'<p>Some lines of a letter.</p>'.repeat(8)}</div></div></div></div></div>`;
  };
  const list = Array.from({ length: messages }, (_, i) => one(i)).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Long thread - me@example.com - Gmail</title></head><body><div role="main"><div class="nH aHU"><h2 class="hP" data-thread-perm-id="thread-f:1" data-legacy-thread-id="18f0">Long thread</h2><div role="list">${list}</div></div></div><div class="nH Hd" role="dialog"><form><div class="Am aiL" id="compose" contenteditable="true" role="textbox" style="height:200px;overflow:auto"></div></form></div></body></html>`;
}
