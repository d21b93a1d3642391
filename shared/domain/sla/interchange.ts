import { keepNewest } from '../keep-newest.ts';
import type { ClockState } from './clock-state.ts';
import type { CompiledCalendar } from './compile.ts';
import { evaluate } from './evaluate.ts';
import { compileInterchange } from './interchange-calendar.ts';
import {
  type InterchangeItem,
  interchangeCalendar,
  interchangeItem,
  readInterchange,
} from './interchange-schema.ts';
import { toFact, toPolicy } from './interchange-timeline.ts';
import { MINUTE_MS } from './local-date.ts';
import { due, elapsed } from './working-time.ts';

type Answer = Record<string, unknown>;

/** Enough for the calendars that one batch mixes. The oldest is evicted first. */
const KEPT_CALENDARS = 256;

/**
 * Answer items of the interchange form one by one, and cache the compiled calendars between them. An item
 * with an error yields `{ id, error }` and does not affect the others.
 */
export function interchangeAnswerer(): (item: unknown) => Answer {
  const compiled = new Map<string, CompiledCalendar>();
  const calendarOf = (foreign: unknown): CompiledCalendar => {
    const key = JSON.stringify(foreign) ?? 'absent';
    const cached = compiled.get(key);
    if (cached !== undefined) return cached;
    const calendar = compileInterchange(readInterchange(interchangeCalendar, foreign, 'calendar'));
    keepNewest(compiled, key, calendar, KEPT_CALENDARS);
    return calendar;
  };
  return (item) => {
    const { id = null, calendar } = isObject(item) ? item : {};
    try {
      return { id, ...answer(readInterchange(interchangeItem, item), calendarOf(calendar)) };
    } catch (error) {
      return { id, error: error instanceof Error ? error.message : String(error) };
    }
  };
}

function answer(item: InterchangeItem, calendar: CompiledCalendar): Answer {
  if (item.op === 'due') {
    return { due: print(due(calendar, item.start, Math.round(item.minutes * MINUTE_MS), item.pauses)) };
  }
  if (item.op === 'elapsed') {
    return { minutes: wholeMinutes(elapsed(calendar, item.start, item.end, item.pauses)) };
  }
  const { clocks, nextDeadlineAt } = evaluate(
    toPolicy(item.policy),
    calendar,
    item.events.map(toFact),
    item.asOf,
  );
  return {
    firstResponse: reading(clocks.firstResponse),
    nextResponse: reading(clocks.nextResponse),
    resolution: reading(clocks.resolution),
    nextDeadlineAt: print(nextDeadlineAt),
  };
}

function reading({ activeDueAt, startedAt, elapsedMs, targetMs, breached }: ClockState): Answer {
  const elapsedMinutes = startedAt === null ? null : wholeMinutes(elapsedMs);
  return {
    activeDueAt: print(activeDueAt),
    elapsedMinutes,
    marginMinutes:
      elapsedMinutes === null || targetMs === null ? null : targetMs / MINUTE_MS - elapsedMinutes,
    breached,
  };
}

function wholeMinutes(ms: number): number {
  return Math.floor(ms / MINUTE_MS);
}

/** Format as UTC ISO 8601, with milliseconds only when they are not zero. */
function print(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString().replace('.000Z', 'Z');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
