/** A calendar object of a mail (RFC 5545, RFC 5546): its method and texts. */
export interface CalendarNote {
  /** `REQUEST`, `REPLY`, `CANCEL` …; empty when missing. */
  readonly method: string;
  readonly summary: string;
  readonly text: string;
}

const unescaped = (value: string): string =>
  value.replace(/\\([nN,;\\])/g, (_whole, letter: string) => (/n/i.test(letter) ? '\n' : letter));

/** Format `20261122T073000Z` as `2026-11-22 07:30Z`. */
const readable = (value: string): string =>
  value.replace(/^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}(Z?))?$/, (_whole, ...parts: string[]) => {
    const [year, month, day, hour, minute, zone = ''] = parts;
    return `${year}-${month}-${day}${hour === undefined ? '' : ` ${hour}:${minute}${zone}`}`;
  });

/** Parse the first event of a calendar object. Missing fields stay empty. */
export function readCalendar(source: string): CalendarNote {
  const values = new Map<string, string>();
  let inEvent = false;
  for (const line of source
    .slice(0, 200_000)
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).split(';')[0]?.toUpperCase() ?? '';
    const value = line.slice(colon + 1).trim();
    if (name === 'BEGIN') inEvent = value === 'VEVENT';
    if (colon > 0 && (inEvent || name === 'METHOD') && !values.has(name)) values.set(name, value);
  }
  const get = (name: string): string => unescaped(values.get(name) ?? '').trim();
  const when = [get('DTSTART'), get('DTEND')].filter(Boolean).map(readable).join(' – ');
  const lines = [get('SUMMARY'), when, get('LOCATION'), get('DESCRIPTION')];
  return {
    method: get('METHOD').toUpperCase(),
    summary: get('SUMMARY'),
    text: lines.filter(Boolean).join('\n'),
  };
}
