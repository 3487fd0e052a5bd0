import type { Answer } from '../../records/occasion.ts';

/**
 * Words that Google Calendar puts behind a guest's name, in the languages most used, each by its beginning (a `$` where
 * only the whole word will do). An optional second reading: a word that is not here leaves the answer untold. The first
 * kind that fits holds, for a refusal often contains the word for a consent.
 */
const answers: [NonNullable<Answer>, RegExp][] = [
  [
    'needs-action',
    /^(?:await|no resp|(?:you )?did ?n.t resp|(?:you )?haven.t resp|未响应|未答复|未回应|hat nicht g|needs act|pending|invited$|等[待候]|[待未]回[复覆]|已邀|返[信答]待|未返信|응답 ?대기|대기 ?중|미응답|keine antw|.*ausstehend|en att|sans rép|a la esp|en esp|pendi|sin resp|aguard|a aguard|pende|sem resp|in att|in afw|wacht|geen re|ожида|нет отв|oczek|brak odp|bekli|yanıt|في انتظار|inväntar|afventer|venter)/iu,
  ],
  [
    'declined',
    /^(?:not |declin|no$|不[参參出]|已?[拒][绝絕]|欠席|辞退|불참|참석 ?안|참석하지|거절|nimmt nicht|abge[ls]|nein$|ne parti|refus|décl|non$|non part|no asis|rechaz|não|recus|rifiut|neemt niet|niet aanw|afgew|geweig|nee$|не |отклон|нет$|nie$|nie |odrzuc|katılmı|reddet|hayır|لن |رفض|deltar i|avböj|avsl|nej$|nei$)/iu,
  ],
  [
    'tentative',
    /^(?:maybe|tentativ|待定|可能|或许|也許|[暂暫]定|不確定|未定|仮承諾|참석 미정|미정|어쩌면|vielleicht|unter vor|peut|provis|quiz|tal vez|talvez|forse|misschien|onder voor|возмож|может|może|być może|wstęp|belki|ربما|kansk|måske)/iu,
  ],
  [
    'accepted',
    /^(?:attend|going$|accept|yes$|[参參]加|出席|[会會][参參]加|已?接受|承諾|참석|수락|nimmt teil|zugesagt|angenommen|ja$|particip|oui$|asist|acept|sí$|vai part|comparec|aceit|confirmad|sim$|partecip|accett|sì$|neemt deel|aanwezig|geaccept|участв|прид|принял|принято|да$|weźmie|uczest|zaakcept|tak$|katılı|kabul|evet$|سيحضر|قبول|مقبول|deltar$|deltager|akseptert)/iu,
  ],
];
const optional =
  /optional|[可選选][选選填]|任意|선택|facultati|opcional|facoltativ|optioneel|необязат|opcjonaln|nieobow|isteğe|اختياري|val[fg]ri/iu;
const organizer =
  /organi[sz]|主[办辦催持]|组织者|組織者|開催者|주최|veranstalt|организат|düzenle|منظ\p{M}*م|arrang[öø]r/iu;

/** What the words behind a guest's name say; `null` and `false` where they say nothing known. */
export function guestWords(words: string): { answer: Answer; optional: boolean; organizer: boolean } {
  const parts = words.split(/[,،，、;()（）·\n]/).map((part) => part.trim());
  const answer = answers.find(([, pattern]) => parts.some((part) => pattern.test(part)))?.[0] ?? null;
  return { answer, optional: optional.test(words), organizer: organizer.test(words) };
}
