/**
 * Hosts where anybody may have a mailbox: the domain says nothing about an organisation, and a role word is a user name.
 * Large public providers by country; a short list on purpose, it travels with the worker.
 */
const hosts = new Set(
  (
    'gmail.com googlemail.com ' +
    'msn.com passport.com ' +
    'aol.com aim.com ymail.com rocketmail.com myyahoo.com ' +
    'icloud.com me.com mac.com ' +
    'proton.me pm.me protonmail.com protonmail.ch tutanota.com tutanota.de tuta.com tuta.io tutamail.com hey.com hushmail.com ' +
    'fastmail.com fastmail.fm mailbox.org posteo.de posteo.net runbox.com zohomail.com zoho.com duck.com mail.com email.com usa.com ' +
    'qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com vip.126.com yeah.net 188.com sina.com sina.cn vip.sina.com sohu.com ' +
    '139.com 189.cn wo.cn 21.cn 21cn.com tom.com aliyun.com 263.net eyou.com ' +
    'hinet.net seed.net.tw pchome.com.tw netvigator.com ' +
    'gmx.de gmx.net gmx.at gmx.ch gmx.com gmx.us web.de t-online.de freenet.de arcor.de bluewin.ch chello.at aon.at ' +
    'orange.fr wanadoo.fr laposte.net free.fr sfr.fr neuf.fr bbox.fr numericable.fr skynet.be telenet.be ' +
    'libero.it virgilio.it tiscali.it alice.it tin.it email.it telefonica.net terra.es sapo.pt ' +
    'btinternet.com virginmedia.com sky.com talktalk.net ntlworld.com blueyonder.co.uk eircom.net ' +
    'ziggo.nl kpnmail.nl planet.nl home.nl xs4all.nl hetnet.nl telia.com online.no ' +
    'seznam.cz centrum.cz email.cz wp.pl o2.pl onet.pl op.pl interia.pl gazeta.pl freemail.hu citromail.hu abv.bg mail.bg ' +
    'yandex.ru yandex.com ya.ru yandex.by yandex.kz yandex.ua mail.ru bk.ru list.ru inbox.ru internet.ru rambler.ru lenta.ru ukr.net i.ua meta.ua inbox.lv ' +
    'naver.com hanmail.net daum.net nate.com kakao.com docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp nifty.com biglobe.ne.jp ' +
    'rediffmail.com uol.com.br bol.com.br terra.com.br ig.com.br globo.com globomail.com ' +
    'comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com optonline.net frontier.com ' +
    'shaw.ca rogers.com sympatico.ca telus.net videotron.ca bigpond.com bigpond.net.au optusnet.com.au iinet.net.au xtra.co.nz'
  ).split(' '),
);

/** Families with one host a country, such as `yahoo.co.uk` and `hotmail.fr`. */
const families = /^(yahoo|hotmail|outlook|live|windowslive)\.(com|[a-z]{2}|(com|co)\.[a-z]{2})$/;

/** Whether anybody may have a mailbox at this domain (ASCII, lower case, as in an address key). */
export const isFreeMail = (domain: string): boolean => hosts.has(domain) || families.test(domain);
