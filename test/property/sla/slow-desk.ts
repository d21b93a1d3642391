/**
 * A slow model of the interchange format, from its description alone: it reads the local time minute by
 * minute and looks up every rule in the item. It shares no code with the engine.
 */
const MINUTE = 60_000;
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** The maximum length of a walk in days. Longer ones have no result. */
const PATIENCE_DAYS = 9;

type Week = Readonly<Record<string, readonly (readonly [string, string])[] | undefined>>;

export interface SlowCalendar {
  readonly timezone: string;
  readonly hours: Week;
  readonly holidays: readonly string[];
  readonly overrides: readonly { readonly from: string; readonly to: string; readonly hours: Week }[];
  readonly closures: readonly { readonly date: string; readonly from: string; readonly to: string }[];
}

export interface SlowPolicy {
  readonly firstResponseMinutes?: number | undefined;
  readonly nextResponseMinutes?: number | undefined;
  readonly resolutionMinutes?: number | undefined;
  readonly pauseStates: readonly string[];
}

/** Epoch milliseconds instead of texts. */
export interface SlowEvent {
  readonly at: number;
  readonly type: string;
  readonly state?: string | undefined;
  readonly policy?: SlowPolicy | undefined;
}

type Span = readonly [from: number, to: number];

export interface SlowReading {
  readonly activeDueAt: number | null;
  readonly elapsedMinutes: number | null;
  readonly marginMinutes: number | null;
  readonly breached: boolean;
}

const NOTHING: SlowReading = {
  activeDueAt: null,
  elapsedMinutes: null,
  marginMinutes: null,
  breached: false,
};

export function slowDesk(calendar: SlowCalendar) {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: calendar.timezone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const quarters = new Map<number, string>();

  /**
   * Return local date and time. Offsets change on quarter hours, so that within one only the minutes advance.
   */
  function wall(at: number): { date: string; time: string } {
    const quarter = Math.floor(at / (15 * MINUTE));
    const text = quarters.get(quarter) ?? format.format(quarter * 15 * MINUTE);
    quarters.set(quarter, text);
    const [date = '', start = ''] = text.split(' ');
    const minute = Number(start.slice(3)) + Math.floor((at - quarter * 15 * MINUTE) / MINUTE);
    return { date, time: `${start.slice(0, 3)}${String(minute).padStart(2, '0')}` };
  }

  const openByMinute = new Map<number, boolean>();

  function isOpen(at: number): boolean {
    const minute = Math.floor(at / MINUTE);
    const open = openByMinute.get(minute) ?? looksOpen(at);
    openByMinute.set(minute, open);
    return open;
  }

  function looksOpen(at: number): boolean {
    const { date, time } = wall(at);
    if (calendar.holidays.includes(date)) return false;
    if (calendar.closures.some((each) => each.date === date && each.from <= time && time < each.to))
      return false;
    const override = calendar.overrides.findLast(({ from, to }) => from <= date && date <= to);
    const hours = (override?.hours ?? calendar.hours)[DAYS[new Date(date).getUTCDay()] ?? ''] ?? [];
    return hours.some(([from, to]) => from <= time && time < to);
  }

  /** Walk worked time outside the pauses until `visit` stops it. Return the instant. */
  function walk(from: number, to: number, pauses: readonly Span[], enough: number) {
    let worked = 0;
    const edges = [...pauses.flat(), to].sort((a, b) => a - b);
    for (let at = from; at < to; ) {
      while ((edges[0] ?? to) <= at) edges.shift();
      const next = Math.min(edges[0] ?? to, Math.floor(at / MINUTE) * MINUTE + MINUTE);
      const counts = isOpen(at) && !pauses.some(([a, b]) => a <= at && at < b);
      if (counts && worked + next - at >= enough) return { worked: enough, at: at + enough - worked };
      if (counts) worked += next - at;
      at = next;
    }
    return { worked, at: null };
  }

  function due(start: number, duration: number, pauses: readonly Span[]): number | null {
    if (duration === 0) return start;
    return walk(start, start + PATIENCE_DAYS * 1440 * MINUTE, pauses, duration).at;
  }

  function elapsed(start: number, end: number, pauses: readonly Span[]): number {
    return walk(start, end, pauses, Number.POSITIVE_INFINITY).worked;
  }

  /**
   * Read one clock that started at `start`, and ended at `end` or is running at `asOf`. Return null when the
   * walk is too long.
   */
  function read(start: number, end: number | null, target: number, held: readonly Span[], asOf: number) {
    const until = end ?? asOf;
    const spans = held.map(([from, to]): Span => [from, Math.min(to, until)]).filter(([a, b]) => a < b);
    const at = due(start, target, spans);
    if (at === null) return null;
    const late = minutesOf(at, until).some(
      (instant) => !spans.some(([from, to]) => from <= instant && instant < to),
    );
    const running = end === null && !held.some(([from, to]) => from <= asOf && asOf < to);
    return { elapsed: elapsed(start, until, spans), late, activeDueAt: running ? at : null };
  }

  function timeline(first: SlowPolicy, events: readonly SlowEvent[], asOf: number) {
    const seen = events.filter(({ at }) => at <= asOf).sort((a, b) => a.at - b.at);
    const created = seen.find(({ type }) => type === 'created');
    if (created === undefined) return { firstResponse: NOTHING, nextResponse: NOTHING, resolution: NOTHING };
    const policy = seen.findLast(({ type }) => type === 'policy')?.policy ?? first;
    const statuses = seen.filter(({ type }) => type === 'created' || type === 'state' || type === 'closed');
    const spans = statuses.map(({ at, type, state }, i) => ({
      state: type === 'closed' ? 'closed' : (state ?? 'new'),
      span: [at, statuses[i + 1]?.at ?? Number.POSITIVE_INFINITY] as Span,
    }));
    const held = spans
      .filter(({ state }) => state === 'closed' || policy.pauseStates.includes(state))
      .map(({ span }) => span);
    const isClosed = spans.at(-1)?.state === 'closed';
    const closedAt = isClosed
      ? (spans.findLast((each, i) => each.state === 'closed' && spans[i - 1]?.state !== 'closed')?.span[0] ??
        null)
      : null;
    const response = seen.find(({ type }) => type === 'first_response')?.at ?? null;

    const judge = (minutes: number | undefined, runs: readonly Span[]): SlowReading | null => {
      if (minutes === undefined || runs.length === 0) return NOTHING;
      const readings = runs.map(([from, to]) =>
        read(from, Number.isFinite(to) ? to : null, minutes * MINUTE, held, asOf),
      );
      const good = readings.filter((each) => each !== null);
      if (good.length < readings.length) return null;
      const elapsedMinutes = Math.floor(Math.max(...good.map((each) => each.elapsed)) / MINUTE);
      return {
        activeDueAt: good.at(-1)?.activeDueAt ?? null,
        elapsedMinutes,
        marginMinutes: minutes - elapsedMinutes,
        breached: good.some(({ late }) => late),
      };
    };
    const until = (end: number | null) => end ?? Number.POSITIVE_INFINITY;
    return {
      firstResponse: judge(policy.firstResponseMinutes, [[created.at, until(response)]]),
      nextResponse: judge(policy.nextResponseMinutes, exchangesOf(seen)),
      resolution: judge(policy.resolutionMinutes, [[created.at, until(closedAt)]]),
    };
  }

  return { due, elapsed, timeline };
}

/** Return the spans from the first unanswered contact of the customer to the next contact of the agent. */
function exchangesOf(events: readonly SlowEvent[]): Span[] {
  const exchanges: [number, number][] = [];
  for (const { at, type } of events) {
    const open = exchanges.at(-1)?.[1] === Number.POSITIVE_INFINITY;
    if (type === 'customer_contact' && !open) exchanges.push([at, Number.POSITIVE_INFINITY]);
    const last = exchanges.at(-1);
    if (type === 'agent_contact' && open && last !== undefined) last[1] = at;
  }
  return exchanges;
}

/** Return the instants of `[from, to)` a minute apart, which is enough for events on whole minutes. */
function minutesOf(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, Math.ceil((to - from) / MINUTE)) }, (_, i) => from + i * MINUTE);
}
