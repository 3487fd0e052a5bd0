const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/**
 * The words that name a mailbox nobody is behind as a person, by language. Left out on purpose: words that are also
 * given names or surnames (dean, grant, bill, mark, page …).
 */

/** Functions of an organisation (RFC 2142 and common use). */
export const roleWords = words(
  'info information infos infodesk contact contacts contactus hello hi hey enquiries enquiry inquiries inquiry mail email mailbox inbox ' +
    'office frontoffice backoffice reception frontdesk concierge secretary secretariat admin administrator administration adm ' +
    'sales marketing press media pr publicrelations communications comms newsroom editor editorial editors ' +
    'hr humanresources people jobs job career careers recruiting recruitment recruiter talent hiring payroll ' +
    'accounting accounts accountspayable accountsreceivable ap ar billing invoice invoices invoicing finance payments purchasing procurement orders order shop store ' +
    'legal privacy compliance dpo gdpr security abuse fraud safety hostmaster webmaster postmaster sysadmin noc soc usenet ftp www web it ops devops operations ' +
    'events event booking bookings reservations registration registrar admissions library alumni membership members volunteers donations ' +
    'partners partnership partnerships investors investorrelations ir feedback suggestions returns shipping logistics facilities ' +
    // German, Dutch, Scandinavian
    'kontakt buero büro sekretariat verwaltung empfang vertrieb verkauf einkauf buchhaltung rechnung rechnungen personal bewerbung bewerbungen presse redaktion zentrale anfrage anfragen datenschutz bestellung ' +
    'administratie verkoop inkoop personeel vacatures boekhouding facturen facturatie receptie pers ekonomi faktura försäljning salg regnskap post postmottak ' +
    // French, Spanish, Portuguese, Italian, Catalan
    'accueil bureau secretariat secrétariat direction commercial ventes achats comptabilite comptabilité facturation recrutement emploi presse redaction rédaction contacto información informacion ventas compras ' +
    'contabilidad facturacion facturación administracion administración secretaria secretaría prensa empleo rrhh reservas recepcion recepción contato vendas financeiro comercial imprensa vagas rh contatti segreteria amministrazione vendite acquisti fatture fatturazione ufficio ufficiostampa stampa prenotazioni commerciale ' +
    // Polish, Czech, Russian and Turkish in Latin letters
    'biuro kontakty sprzedaz rekrutacja ksiegowosc sekretariat obchod fakturace priem buhgalteria otdel bilgi iletisim satis muhasebe ' +
    // Japanese and Korean in Latin letters
    'soumu somu jinji eigyo keiri saiyo toiawase koho madoguchi jimukyoku ' +
    // Cyrillic, Chinese, Japanese, Korean scripts
    'инфо продажи бухгалтерия приемная кадры 办公室 综合办 销售 市场 人事 招聘 财务 行政 采购 商务 媒体 公关 法务 前台 总机 総務 人事部 営業 経理 広報 事務局 안내 영업 인사',
);

/** Chinese functions in pinyin. Some read like names (蔡武 is caiwu too): they count only where no person's name stands beside them. */
export const pinyinRoleWords = words(
  'bangongshi bgs zonghe zongheban xiaoshou shichang shichangbu renshi renli zhaopin caiwu caiwubu xingzheng caigou shangwu yewu hezuo meiti gongguan fawu qiantai xuanchuan dangban jiaowu jiaowuchu zhaosheng tougao bianjibu',
);

/** Queues in pinyin, under the same condition. */
export const pinyinQueueWords = words('kefu fuwu tousu zixun gongdan baoxiu');

/** Mailboxes that feed a queue: whoever is on duty answers. */
export const queueWords = words(
  'support help helpdesk servicedesk service services customerservice customercare customersupport customersuccess care tickets ticket queue cases incident incidents complaints complaint hotline ' +
    'itsupport ithelp ithelpdesk techsupport techhelp hilfe kundenservice kundendienst kundensupport stoerung klantenservice storing assistance serviceclient sav soporte ayuda atencion atencionalcliente suporte ajuda atendimento sac ' +
    'assistenza assistenzaclienti servizioclienti pomoc podpora destek yardim podderzhka поддержка помощь kundeservice kundtjanst kundtjänst asiakaspalvelu 客服 客户服务 服务 投诉 咨询 工单 サポート 고객센터',
);

/** Names of people sent to all together. */
export const listWords = words(
  'all everyone everybody allhands allstaff staff allemployees employees company companywide team teams crew department dept group groups list lists listserv majordomo mailman announce announcements discuss discussion subscribers ' +
    'alle mitarbeiter belegschaft verteiler tous toutlemonde equipe équipe todos equipo tutti zespol allemaal medewerkers quanyuan quanti 全体 全员 全体员工 大家',
);

/** Machines that write and do not read. */
export const machineWords = words(
  'notification notifications notify notifier alert alerts alarm alarms reminder reminders mailer maildaemon mailerdaemon daemon autoreply autoresponder autoconfirm auto automated automailer automation system systems robot bot bots cron root nobody ' +
    'newsletter newsletters news update updates digest digests bounce bounces undeliverable return unsubscribe subscribe verify verification confirm confirmation receipts receipt statements calendarnotification calendarserver invitations jira jenkins gitlab github builds build ci ' +
    'benachrichtigung benachrichtigungen newsletterversand notificacion notificaciones notificacoes notifica notifiche avisos aviso lettre infolettre tongzhi xitong 通知 系统通知 系统',
);

/** Places and equipment that are invited to a meeting. */
export const roomWords = words(
  'room rooms meetingroom conferenceroom confroom boardroom huddle huddleroom phonebooth auditorium besprechungsraum besprechungszimmer sitzungszimmer konferenzraum konferenzzimmer meetingraum vergaderzaal vergaderruimte salle salledereunion sala saladereuniones salareuniao salariunioni mötesrum møterom huiyishi beamer projector 会议室 会議室 회의실',
);

/** Words that say which of several, and prove nothing alone. */
export const whichWords = words(
  'the our de en fr es it pt nl uk us usa eu emea apac latam na cn hk sg jp kr in au ca ch at be dach intl international global world europe asia north south east west central ' +
    'hq main general public internal external corp corporate group team dept department desk central online web new my first second floor building bldg a b c d e f customer client customers clients tech technical it',
);
