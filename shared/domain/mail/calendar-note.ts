import { Zone } from '#shared/domain/sla/zone.ts';
import { RIYADH } from '#shared/domain/text/format-instant.ts';
import { DAY, MINUTE } from '#shared/domain/time/instant.ts';

/** A calendar object of a mail (RFC 5545, RFC 5546): its method and texts. */
export interface CalendarNote {
  /** `REQUEST`, `REPLY`, `CANCEL` …; empty when missing. */
  readonly method: string;
  readonly summary: string;
  /** Summary, times in Riyadh, place and description, one a line. */
  readonly text: string;
}

interface Property {
  readonly name: string;
  readonly zone: string | undefined;
  readonly value: string;
}

const MOST_ZONES = 20;
const LINE = /^([A-Za-z-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/;
const TIME = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})\d{2}(Z?)$/;

const unescaped = (value: string): string =>
  value.replace(/\\([nN,;\\])/g, (_whole, letter: string) => (/n/i.test(letter) ? '\n' : letter));

const shown = (local: number): string => new Date(local).toISOString().slice(0, 16).replace('T', ' ');

/** Return the offset of an instant or a local time in an IANA zone. Undefined for another name. */
function inZone(name: string, use: (zone: Zone) => number, near: number): number | undefined {
  try {
    const zone = new Zone(name);
    zone.cover(near - 2 * DAY, near + 2 * DAY);
    return use(zone);
  } catch {
    return undefined;
  }
}

/** Parse `+0300` in milliseconds. */
function offsetIn(text: string): number | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d{2})(\d{2})/.exec(text) ?? [];
  if (hours === undefined) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
}

/**
 * Format a time as Riyadh's: `20261122T073000Z` as `2026-11-22 10:30`. A local time without a zone stays as it is, and
 * the name of an unknown zone is shown.
 * @param offsets the offsets that the object itself defines for its zones, all of one zone
 */
function readable({ value, zone }: Property, offsets: ReadonlyMap<string, ReadonlySet<number>>): string {
  const [, year, month, day, hour, minute, utc] = TIME.exec(value) ?? [];
  if (year === undefined) return value.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
  const written = `${year}-${month}-${day} ${hour}:${minute}`;
  if (utc === '' && zone === undefined) return written;
  const [only, ...more] = offsets.get(zone ?? '') ?? [];
  const fixed = only !== undefined && more.length === 0 ? local - only : undefined;
  const instant = utc === 'Z' ? local : (inZone(zone ?? '', (one) => one.toInstant(local), local) ?? fixed);
  if (instant === undefined) return `${written} (${zone})`;
  return shown(instant + (inZone(RIYADH, (one) => one.offsetAt(instant), instant) ?? 0));
}

function propertiesOf(source: string): Property[] {
  const lines = source
    .slice(0, 200_000)
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n');
  return lines.flatMap((line) => {
    const [, name, parameters = '', value = ''] = LINE.exec(line) ?? [];
    const zone = /;TZID=(?:"([^"]*)"|([^;]*))/i.exec(parameters);
    return name === undefined
      ? []
      : [{ name: name.toUpperCase(), zone: zone?.[1] ?? zone?.[2], value: value.trim() }];
  });
}

/** Return the offsets that a calendar object defines for its zones (RFC 5545 §3.6.5). */
function zoneOffsets(properties: readonly Property[]): ReadonlyMap<string, ReadonlySet<number>> {
  const offsets = new Map<string, Set<number>>();
  let zone = '';
  for (const { name, value } of properties) {
    if (name === 'TZID') zone = value;
    const offset = name === 'TZOFFSETTO' ? offsetIn(value) : undefined;
    if (offset === undefined || (!offsets.has(zone) && offsets.size >= MOST_ZONES)) continue;
    offsets.set(zone, (offsets.get(zone) ?? new Set()).add(offset));
  }
  return offsets;
}

/** Parse the first event of a calendar object. Missing fields stay empty. */
export function readCalendar(source: string): CalendarNote {
  const properties = propertiesOf(source);
  const first = new Map<string, Property>();
  let inEvent = false;
  for (const property of properties) {
    const { name, value } = property;
    if (name === 'BEGIN') inEvent = value.toUpperCase() === 'VEVENT';
    if ((inEvent || name === 'METHOD') && !first.has(name)) first.set(name, property);
  }
  const get = (name: string): string => unescaped(first.get(name)?.value ?? '').trim();
  const offsets = zoneOffsets(properties);
  const times = [first.get('DTSTART'), first.get('DTEND')].flatMap((one) => (one?.value ? [one] : []));
  const when = times.map((one) => readable(one, offsets)).join(' – ');
  const lines = [get('SUMMARY'), when, get('LOCATION'), get('DESCRIPTION')];
  return {
    method: get('METHOD').toUpperCase(),
    summary: get('SUMMARY'),
    text: lines.filter(Boolean).join('\n'),
  };
}
