import ICAL from 'ical.js';
import { ianaZone, type Zone, zoneOf } from './zone.ts';

/** Windows' names of zones to IANA (CLDR `windowsZones`, territory 001), as Outlook and Exchange write them. */
const windowsNames = `Dateline Standard Time=Etc/GMT+12;Hawaiian Standard Time=Pacific/Honolulu;Alaskan Standard Time=America/Anchorage;Pacific Standard Time=America/Los_Angeles;US Mountain Standard Time=America/Phoenix;Mountain Standard Time=America/Denver;Central America Standard Time=America/Guatemala;Central Standard Time=America/Chicago;Central Standard Time (Mexico)=America/Mexico_City;Canada Central Standard Time=America/Regina;SA Pacific Standard Time=America/Bogota;Eastern Standard Time=America/New_York;US Eastern Standard Time=America/Indiana/Indianapolis;Venezuela Standard Time=America/Caracas;Atlantic Standard Time=America/Halifax;SA Western Standard Time=America/La_Paz;Pacific SA Standard Time=America/Santiago;Newfoundland Standard Time=America/St_Johns;E. South America Standard Time=America/Sao_Paulo;Argentina Standard Time=America/Buenos_Aires;SA Eastern Standard Time=America/Cayenne;Greenland Standard Time=America/Godthab;Azores Standard Time=Atlantic/Azores;UTC=Etc/UTC;GMT Standard Time=Europe/London;Greenwich Standard Time=Atlantic/Reykjavik;Morocco Standard Time=Africa/Casablanca;W. Europe Standard Time=Europe/Berlin;Central Europe Standard Time=Europe/Budapest;Romance Standard Time=Europe/Paris;Central European Standard Time=Europe/Warsaw;W. Central Africa Standard Time=Africa/Lagos;GTB Standard Time=Europe/Bucharest;E. Europe Standard Time=Europe/Chisinau;Middle East Standard Time=Asia/Beirut;Egypt Standard Time=Africa/Cairo;South Africa Standard Time=Africa/Johannesburg;FLE Standard Time=Europe/Kiev;Israel Standard Time=Asia/Jerusalem;Turkey Standard Time=Europe/Istanbul;Arabic Standard Time=Asia/Baghdad;Arab Standard Time=Asia/Riyadh;Belarus Standard Time=Europe/Minsk;Russian Standard Time=Europe/Moscow;E. Africa Standard Time=Africa/Nairobi;Iran Standard Time=Asia/Tehran;Arabian Standard Time=Asia/Dubai;Azerbaijan Standard Time=Asia/Baku;Georgian Standard Time=Asia/Tbilisi;Afghanistan Standard Time=Asia/Kabul;West Asia Standard Time=Asia/Tashkent;Ekaterinburg Standard Time=Asia/Yekaterinburg;Pakistan Standard Time=Asia/Karachi;India Standard Time=Asia/Calcutta;Sri Lanka Standard Time=Asia/Colombo;Nepal Standard Time=Asia/Katmandu;Central Asia Standard Time=Asia/Almaty;Bangladesh Standard Time=Asia/Dhaka;Myanmar Standard Time=Asia/Rangoon;SE Asia Standard Time=Asia/Bangkok;N. Central Asia Standard Time=Asia/Novosibirsk;China Standard Time=Asia/Shanghai;Singapore Standard Time=Asia/Singapore;Taipei Standard Time=Asia/Taipei;W. Australia Standard Time=Australia/Perth;Ulaanbaatar Standard Time=Asia/Ulaanbaatar;Tokyo Standard Time=Asia/Tokyo;Korea Standard Time=Asia/Seoul;Cen. Australia Standard Time=Australia/Adelaide;AUS Central Standard Time=Australia/Darwin;E. Australia Standard Time=Australia/Brisbane;AUS Eastern Standard Time=Australia/Sydney;West Pacific Standard Time=Pacific/Port_Moresby;Tasmania Standard Time=Australia/Hobart;Vladivostok Standard Time=Asia/Vladivostok;New Zealand Standard Time=Pacific/Auckland;Fiji Standard Time=Pacific/Fiji;Tonga Standard Time=Pacific/Tongatapu`;
const byWindowsName = new Map(windowsNames.split(';').map((pair) => pair.split('=') as [string, string]));

/** A zone by the name that programs write: IANA, with a maker's prefix (`/mozilla.org/20070129_1/Europe/Berlin`), or Windows'. */
export function zoneByName(written: string): Zone | null {
  const name = written.trim().replace(/^"|"$/g, '');
  if (name === '') return null;
  const parts = name.split('/').filter((part) => part !== '');
  const tails = [name, ...[3, 2].filter((n) => parts.length > n - 1).map((n) => parts.slice(-n).join('/'))];
  for (const tail of tails) {
    const zone = /^[+-]?\d/.test(tail) ? null : ianaZone(tail);
    if (zone) return zone;
  }
  const windows = byWindowsName.get(name);
  return windows === undefined ? null : ianaZone(windows);
}

/** Clocks are changed on days of the year; a rule by the hour or second would be stepped through for minutes. */
const isPlausible = (text: string): boolean =>
  (text.match(/^RRULE[^:\r\n]*:.*/gim) ?? []).every(
    (rule) => /FREQ=YEARLY/i.test(rule) && !/BY(HOUR|MINUTE|SECOND|YEARDAY|SETPOS|WEEKNO)=/i.test(rule),
  );

/** The zone that a VTIMEZONE component (its text) describes, with the id it has in the file; null when it cannot be read. */
export function describedZone(text: string): { id: string; zone: Zone } | null {
  if (!isPlausible(text)) return null;
  try {
    const component = new ICAL.Component(ICAL.parse(text));
    const timezone = new ICAL.Timezone(component);
    const time = (wall: number) => {
      const at = new Date(wall);
      return new ICAL.Time(
        {
          year: at.getUTCFullYear(),
          month: at.getUTCMonth() + 1,
          day: at.getUTCDate(),
          hour: at.getUTCHours(),
          minute: at.getUTCMinutes(),
          second: at.getUTCSeconds(),
          isDate: false,
        },
        timezone,
      );
    };
    const atWall = (wall: number) => timezone.utcOffset(time(wall)) * 1000;
    const observances = component.getAllSubcomponents();
    if (timezone.tzid === '' || observances.length === 0 || !Number.isFinite(atWall(0))) return null;
    const exact = (utc: number) => {
      const first = atWall(utc + atWall(utc));
      return atWall(utc + first) === first ? first : atWall(utc);
    };
    return { id: timezone.tzid, zone: zoneOf(null, exact) };
  } catch {
    return null;
  }
}
