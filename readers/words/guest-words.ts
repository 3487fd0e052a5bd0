import type { Answer } from '../../records/occasion.ts';

/**
 * Words that Google Calendar puts behind a guest's name, in the languages most used. An optional second reading: a word
 * that is not here leaves the answer untold. A refusal is looked for first, for it often contains the word for a consent.
 */
const answers: [NonNullable<Answer>, RegExp][] = [
  [
    'declined',
    /^(?:not attending|not going|declined|no|不参加|不參加|不出席|已拒绝|已拒絕|拒绝|拒絕|欠席|不参加|辞退|불참|참석 안함|참석하지 않음|거절(?:함|됨)?|nimmt nicht teil|abgelehnt|abgesagt|nein|ne participe pas|ne participera pas|refusée?|décliné|non|no asistirá|no asiste|rechazad[oa]|não participará|não vai participar|não comparecerá|recusad[oa]|recusou|não|non parteciperà|non partecipa|rifiutat[oa]|neemt niet deel|niet aanwezig|afgewezen|geweigerd|nee|не участвует|не при(?:дет|дёт)|отклонил[аи]?|отклонено|нет|nie weźmie udziału|nie uczestniczy|odrzucon[oy]|odrzucił[aо]?|nie|katılmıyor|reddetti|hayır|لن يحضر|رفض|deltar inte|deltar ikke|avböjt|avslået|nej|nei)$/iu,
  ],
  [
    'tentative',
    /^(?:maybe(?: attending)?|tentative|待定|可能参加|可能參加|或许|也許|暂定|暫定|不確定|未定|仮承諾|참석 미정|미정|어쩌면|vielleicht|unter vorbehalt|peut-être|provisoire|quizás?|tal vez|provisional|talvez|tentativ[oa]|forse|misschien|onder voorbehoud|возможно|может быть|może|być może|wstępnie|belki|ربما|kanske|kanskje|måske)$/iu,
  ],
  [
    'needs-action',
    /^(?:awaiting(?: response| reply)?|no response|needs action|pending|invited|等待回复|等待回覆|等候回覆|待回复|未回复|未回覆|已邀请|已邀請|返信待ち|未返信|返答待ち|응답 대기(?: ?중)?|대기 ?중|미응답|keine antwort|antwort ausstehend|ausstehend|en attente(?: de réponse)?|sans réponse|a la espera|en espera|pendiente|sin respuesta|aguardando(?: resposta)?|a aguardar|pendente|sem resposta|in attesa(?: di risposta)?|in afwachting|wacht op reactie|geen reactie|ожидается ответ|ожидание ответа|нет ответа|ожидает|oczekuje(?: na odpowiedź)?|brak odpowiedzi|bekliyor|yanıt bekleniyor|في انتظار الرد|inväntar svar|afventer svar|venter på svar)$/iu,
  ],
  [
    'accepted',
    /^(?:attending|going|accepted|yes|参加|參加|出席|会参加|會參加|已接受|接受|参加する|出席する|承諾|참석(?:함)?|수락(?:함|됨)?|nimmt teil|zugesagt|angenommen|ja|participe|participera|acceptée?|oui|asistirá|asiste|aceptad[oa]|sí|participará|vai participar|comparecerá|aceit[oe]|aceitou|confirmad[oa]|sim|parteciperà|partecipa|accettat[oa]|sì|neemt deel|aanwezig|geaccepteerd|участвует|при(?:дет|дёт)|принял[аи]?|принято|да|weźmie udział|uczestniczy|zaakceptowan[oay]|zaakceptował[a]?|tak|katılıyor|kabul etti|evet|سيحضر|سيحضرون|قبول|مقبول|deltar|accepterat|deltager|akseptert)$/iu,
  ],
];
const optional =
  /optional|可选|可選|選填|选填|任意|선택|facultati|opcional|facoltativ|optioneel|необязательн|opcjonaln|nieobowiązkow|isteğe bağlı|اختياري|valfri|valgfri/iu;
const organizer =
  /organi[sz]er|组织者|組織者|主办|主辦|主催者|開催者|주최자|organisator|veranstalter|organisat(?:eur|rice)|organi[sz]ador|organizzat(?:ore|rice)|организатор|organizator|düzenleyen|منظ[ّم]*م|arrangör|arrangør/iu;

/** What the words behind a guest's name say; `null` and `false` where they say nothing known. */
export function guestWords(words: string): { answer: Answer; optional: boolean; organizer: boolean } {
  const parts = words.split(/[,،，、;()（）·\n]/).map((part) => part.trim());
  const answer = answers.find(([, pattern]) => parts.some((part) => pattern.test(part)))?.[0] ?? null;
  return { answer, optional: optional.test(words), organizer: organizer.test(words) };
}
