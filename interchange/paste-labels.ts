import type { Role } from '../records/occasion.ts';

/** What a labelled line of a pasted text says. */
export type LabelMeaning = Role | 'title' | 'when' | 'other';

/** Labels of mail headers and invitations as programs write them, in the languages of the large ones. */
const labels: Record<Exclude<LabelMeaning, 'bcc'> | 'bcc', string> = {
  from: 'from|von|de|da|van|от|发件人|寄件者|寄件人|差出人|보낸 사람',
  to: 'to|an|à|a|aan|para|кому|收件人|收件者|宛先|받는 사람',
  cc: 'cc|kopie|copie|копия|抄送|副本|참조',
  bcc: 'bcc|blindkopie|密送|密件抄送|密件副本',
  'reply-to': 'reply-to|antwort an|回复至|回覆至',
  organizer: 'organi[sz]er|host|organisator|organisateur|organizador|组织者|组织人|发起人|主持人|召集人|主催者',
  attendee:
    'required attendees|required|optional attendees|optional|attendees|guests|invitees|participants|who|teilnehmer|gäste|participants|invités|asistentes|invitados|参与者|参加者|参会人员|参会人|与会者|与会人员|与会人|出席人员|出席|参加人员|宾客|受邀者|必需与会者|可选与会者|名单',
  title: 'subject|betreff|objet|asunto|oggetto|onderwerp|тема|主题|主旨|标题|会议主题|会议名称|件名|제목|title|event',
  when: 'when|date and time|wann|quand|cuándo|time|zeit|时间|会议时间|日期|日時',
  other:
    'where|location|wo|lieu|ort|sent|date|gesendet|datum|envoyé|enviado|join|meeting id|passcode|agenda|notes|description|beschreibung|calendar|地点|会议地点|发送时间|会议号|议程|备注|日程|说明|场所',
};

const meanings = Object.entries(labels).map(
  ([meaning, words]) => [meaning as LabelMeaning, new RegExp(`^(?:${words})$`, 'iu')] as const,
);

/** One labelled part of a text: what it says, and its value, which may run over several lines. */
export type LabelledPart = { meaning: LabelMeaning; optional: boolean; value: string };

/** The meaning of a label's words, or null where they are none. */
function meaningOf(label: string): LabelMeaning | null {
  const bare = label.replace(/[*_]+/g, '').trim();
  return meanings.find(([, words]) => words.test(bare))?.[0] ?? null;
}

const unmarked = (line: string): string => line.replace(/^[\s>]+/u, '').replace(/^\*+|\*+$/g, '');

/**
 * Takes a text apart at its labels: "Label: value", or a label alone on a line with its value under it until the next
 * label or an empty line. `before`: the lines before the first label.
 */
export function labelledParts(text: string): { before: string[]; parts: LabelledPart[] } {
  const before: string[] = [];
  const parts: LabelledPart[] = [];
  let open = false;
  for (const written of text.split(/\r\n|\r|\n/)) {
    const line = unmarked(written);
    const [, label = '', value = ''] = /^([^:：<>@]{1,40}?)\s*[:：]\**\s*(.*)$/u.exec(line) ?? [];
    const meaning = label === '' ? null : meaningOf(label);
    const alone = meaning === null ? meaningOf(line) : null;
    const name = meaning ?? alone;
    if (name !== null) {
      parts.push({
        meaning: name,
        optional: /optional|可选/iu.test(meaning === null ? line : label),
        value: meaning === null ? '' : value,
      });
      open = true;
    } else if (line.trim() === '') open = open && parts.at(-1)?.value === '';
    else if (open) {
      const last = parts.at(-1);
      if (last !== undefined) last.value = `${last.value}\n${line}`.trim();
    } else if (parts.length === 0) before.push(line);
  }
  return { before, parts };
}
