import { addressKey } from '../people/address-key.ts';
import { fold } from '../people/name.ts';

/** What a column can hold. `ignore`: left out. */
export const csvFields = [
  'name',
  'given',
  'middle',
  'family',
  'nickname',
  'other-name',
  'phonetic-given',
  'phonetic-family',
  'address',
  'phone',
  'organisation',
  'title',
  'tags',
  'topics',
  'needs',
  'offers',
  'note',
  'ignore',
] as const;
export type CsvField = (typeof csvFields)[number];

/** Column heading → field. */
export type CsvMapping = Readonly<Record<string, CsvField>>;

/**
 * Headings, folded and without separators, as written by Google Contacts (both of its formats), Outlook (classic and new,
 * English, German, French, Spanish, Chinese), Thunderbird, Apple's Contacts through Numbers, LinkedIn, Yahoo, QQ mail and
 * by people; one field a line.
 */
const written: readonly (readonly [CsvField, string])[] = [
  [
    'name',
    'name fullname displayname contactname person contact fileas completename anzeigename nomcomplet nombrecompleto nombreparamostrar nomecompleto nomeexibido vollstandigername ' +
      '姓名 名字 名称 全名 显示名称 联系人 联系人姓名 氏名 表示名 이름 имя фио',
  ],
  ['given', 'givenname firstname first forename vorname prenom nombre nome voornaam fornamn imie ime 名 名字名 имя1'],
  ['middle', 'middlename additionalname middle weiterevornamen deuxiemeprenom segundonombre'],
  [
    'family',
    'familyname lastname last surname nachname familienname nomdefamille nom apellido apellidos cognome sobrenome achternaam efternamn nazwisko 姓 姓氏 фамилия',
  ],
  ['nickname', 'nickname nick spitzname surnom apodo soprannome apelido 昵称 暱稱 称呼 花名 小名'],
  ['other-name', 'othername maidenname formername alias aliases englishname chinesename 英文名 中文名 曾用名 别名'],
  ['phonetic-given', 'phoneticfirstname phoneticgivenname givennameyomi firstnamephonetic yomigivenname 名拼音'],
  ['phonetic-family', 'phoneticlastname phoneticfamilyname familynameyomi lastnamephonetic yomisurname 姓拼音'],
  [
    'address',
    'email emailaddress mail mailaddress emailvalue primaryemail secondaryemail workemail homeemail emails emailaddresses personalemail businessemail companyemail otheremail smtpaddress ' +
      'emailadresse adresseemail courriel adressedemessagerie correo correoelectronico direcciondecorreoelectronico email1 indirizzoemail indirizzodipostaelettronica enderecodeemail ' +
      '邮箱 电子邮件 电子邮箱 电邮 邮件 邮箱地址 邮件地址 电子邮件地址 电子邮件地址1 常用邮箱 工作邮箱 个人邮箱 公司邮箱 电子信箱 電子郵件 電子郵件地址 信箱 メール メールアドレス 이메일 почта эпочта',
  ],
  [
    'phone',
    'phone phonenumber phonevalue telephone tel mobile mobilephone cell cellphone cellular homephone workphone businessphone companymainphone primaryphone otherphone pagernumber mobilenumber handy ' +
      'telefon telefonnummer mobiltelefon telefongeschaftlich telefonprivat telefono movil telephonemobile telephoneportable portable cellulare celular ' +
      '电话 电话号码 手机 手机号 手机号码 移动电话 联系电话 办公电话 座机 住宅电话 商务电话 公司电话 電話 行動電話 携帯 휴대폰 телефон',
  ],
  [
    'organisation',
    'organization organisation organizationname company companyname employer org firma unternehmen societe entreprise empresa organizacion azienda societa bedrijf foretag ' +
      '公司 公司名称 单位 工作单位 单位名称 组织 机构 企业 会社 会社名 회사 компания организация',
  ],
  [
    'title',
    'title jobtitle organizationtitle position role occupation profession position1 beruf berufsbezeichnung position funktion fonction poste puesto cargo qualifica functie ' +
      '职务 职位 职称 岗位 头衔 職稱 役職 직함 должность',
  ],
  [
    'tags',
    'tags tag labels label groups group groupmembership categories category kategorien categories etiquetas gruppen 标签 分组 组 群组 类别 分类 標籤',
  ],
  ['topics', 'topics topic interests interest interessen 兴趣 话题 爱好 关注'],
  ['needs', 'needs need lookingfor 需求 需要'],
  ['offers', 'offers offer resources canoffer 资源 能提供 可提供'],
  [
    'note',
    'notes note comments comment remarks description bemerkungen notizen notas observaciones commentaires notazioni 备注 備註 说明 附注 描述',
  ],
];

/** Headings that look like one of the above and are not. */
const never =
  /type$|displayname$|^(email|phone)label|label$|(street|city|region|postal|country|pobox|box|zip|birthday|birthdate|fax|url|web|photo|gender|hobby|language|priority|sensitivity|anniversary|assistant|manager|spouse|children|profession|directoryserver|location|kind|initials|prefix|suffix|connectedon|userid|account|keywords)/;

const byHeading = new Map(
  written.flatMap(([field, list]) => list.split(' ').map((heading) => [heading, field] as const)),
);

const bare = (heading: string): string => fold(heading).replace(/[\s_\-–.:：*()（）[\]/\\'"]/g, '');

/** The field that a heading names, `ignore` for one that is known to be none of them, null for one that is not known. */
export function fieldOf(heading: string): CsvField | null {
  const name = bare(heading);
  const plain = name.replace(/\d+/g, '');
  const exact = byHeading.get(name) ?? byHeading.get(plain);
  if (exact) return exact;
  if (never.test(plain)) return 'ignore';
  const inner = byHeading.get(plain.replace(/value$|^organization(?=.)/, ''));
  if (inner && /^(email|organization|phone)/.test(plain)) return inner;
  if (/^(e?mail|邮箱)|(e?mail(address)?|邮箱|邮件地址)$/.test(plain)) return 'address';
  if (/(phone|mobile|telefon|电话|手机)$/.test(plain)) return 'phone';
  return null;
}

const looksLikePhone = (value: string): boolean =>
  /^\+?[\d\s().-]{6,24}$/.test(value) && (value.match(/\d/g)?.length ?? 0) >= 6;

/** What most of the samples of a column look like. */
function fieldBySamples(values: readonly string[]): CsvField | null {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  const most = (test: (value: string) => boolean) =>
    filled.length > 0 && filled.filter(test).length * 2 > filled.length;
  if (most((value) => addressKey(value) !== null)) return 'address';
  if (most((value) => looksLikePhone(value) && !/^\d{4}-\d\d-\d\d$/.test(value))) return 'phone';
  return null;
}

/** A name written in a column that no heading explains: two or more capitalised words, or two to four hanzi. */
const looksLikeName = (value: string): boolean =>
  /^\p{Lu}[\p{L}.'’-]*( \p{Lu}?[\p{L}.'’-]+){1,3}$/u.test(value) || /^\p{Script=Han}{2,4}$/u.test(value);

/**
 * A mapping to begin with: by heading, then by what the samples look like; what neither tells is `ignore`, for the user to
 * say. A column of names is guessed only where no heading gives one.
 */
export function guessMapping(headings: readonly string[], samples: readonly (readonly string[])[]): CsvMapping {
  const guessed = headings.map((heading, i) => fieldOf(heading) ?? fieldBySamples(samples.map((row) => row[i] ?? '')));
  // In Outlook's export “Title” is the form of address, and the job stands under “Job Title”.
  const prefix = headings.findIndex((heading) => bare(heading) === 'title');
  if (prefix >= 0 && guessed.filter((field) => field === 'title').length > 1) guessed[prefix] = 'ignore';
  const named = guessed.some((field) => field === 'name' || field === 'given' || field === 'family');
  if (!named) {
    const at = headings.findIndex((_, i) => {
      const values = samples.map((row) => row[i]?.trim() ?? '').filter((value) => value !== '');
      return guessed[i] === null && values.length > 0 && values.filter(looksLikeName).length * 2 > values.length;
    });
    if (at >= 0) guessed[at] = 'name';
  }
  return Object.fromEntries(headings.map((heading, i) => [heading, guessed[i] ?? 'ignore']));
}
