import { CalendarError } from './calendar-error.ts';
import { DAY_MS, MINUTE_MS } from './local-date.ts';

/**
 * The shortest suspensions of summer time (for Ramadan) lasted 29 days, so probes every four weeks find all
 * of them.
 */
const PROBE_MS = 28 * DAY_MS;
const SECOND_MS = 1000;

/**
 * Offsets of one IANA zone from UTC. Probe Intl every four weeks of the range, and find a change between two
 * different probes by bisection: two years need about forty calls, not thousands.
 */
export class Zone {
  readonly name: string;
  readonly #format: Intl.DateTimeFormat;
  /** `#offsets[i]` applies from `#changes[i]` on. The first applies from `#from`. */
  #changes: number[] = [];
  #offsets: number[] = [];
  #from = 0;
  #to = 0;

  constructor(name: string) {
    this.name = name;
    try {
      this.#format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
        timeZone: name,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      throw new CalendarError('zone', `expected an IANA time zone such as Asia/Riyadh, got "${name}"`);
    }
  }

  /** Compute the offsets from `from` to `to` (epoch milliseconds). */
  cover(from: number, to: number): void {
    if (this.#changes.length > 0 && from >= this.#from && to <= this.#to) return;
    if (this.#changes.length === 0 || from < this.#from) {
      this.#from = Math.floor(from / PROBE_MS) * PROBE_MS;
      this.#changes = [this.#from];
      this.#offsets = [this.#ask(this.#from)];
      to = Math.max(to, this.#to);
      this.#to = this.#from;
    }
    while (this.#to < to) this.#probe(this.#to, this.#to + PROBE_MS);
  }

  /** Return the offset from UTC in milliseconds. Call {@link cover} with the instant first. */
  offsetAt(instant: number): number {
    let low = 0;
    let high = this.#changes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#changes[middle] as number) <= instant) low = middle;
      else high = middle - 1;
    }
    return this.#offsets[low] as number;
  }

  /**
   * Return the instant of a local time (milliseconds since 1970 as if it were UTC). A time that does not
   * exist moves forward by the gap (02:30 becomes 03:30). A time that occurs twice is its first occurrence
   * (RFC 5545 §3.3.5).
   */
  toInstant(local: number): number {
    const before = this.offsetAt(local - DAY_MS);
    const after = this.offsetAt(local + DAY_MS);
    if (before === after) return local - before;
    if (this.offsetAt(local - before) === before) return local - before;
    return this.offsetAt(local - after) === after ? local - after : local - before;
  }

  #probe(from: number, to: number): void {
    const target = this.#ask(to);
    let low = from;
    let high = to;
    if (this.#offsets.at(-1) !== target) {
      while (high - low > SECOND_MS) {
        const middle = Math.floor((low + high) / 2 / SECOND_MS) * SECOND_MS;
        if (this.#ask(middle) === target) high = middle;
        else low = middle;
      }
      this.#changes.push(high);
      this.#offsets.push(target);
    }
    this.#to = to;
  }

  #ask(instant: number): number {
    const part: Record<string, number> = {};
    for (const { type, value } of this.#format.formatToParts(instant)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
  }
}

const zones = new Map<string, Zone>();

/**
 * Return the zone of a name, shared by all its calendars. Throw a {@link CalendarError} for an unknown name.
 */
export function zoneOf(name: string): Zone {
  const cached = zones.get(name);
  if (cached !== undefined) return cached;
  const zone = new Zone(name);
  zones.set(name, zone);
  return zone;
}

/** Format an offset in milliseconds as `+03:00`. */
export function formatOffset(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE_MS;
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
