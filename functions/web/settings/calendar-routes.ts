import { type Context, Hono } from 'hono';
import type { Calendar } from '#shared/domain/sla/calendar.ts';
import { formatDate } from '#shared/domain/sla/local-date.ts';
import { checked, counted } from '#shared/settings/checked.ts';
import { SettingsError } from '#shared/settings/read-settings.ts';
import type { InForce } from '#shared/settings/rules-source.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { IssueCode, SettingsIssue } from '#shared/settings/settings-issue.ts';
import { calendarPage, type SideForms } from './calendar-page.ts';
import { typedDay } from './date-parts.ts';
import { decreed, decreeField, farYears, readDecree } from './decree.ts';
import type { Typed } from './draft.ts';
import { byField, type Editing, showForm, submitForm } from './edit.ts';
import type { SettingsFormContext } from './inputs.ts';
import { calendarsPage } from './list-pages.ts';
import {
  baseOf,
  type SettingsDeps,
  showConflict,
  showPreview,
  typedOf,
  typedValue,
} from './settings-deps.ts';
import { confirmed } from './upcoming-holidays.ts';

const BLANK = { version: 1, hours: {}, holidays: [], overrides: [], exceptions: [] };
const NEW = '~add';

interface Found {
  readonly inForce: InForce;
  readonly at: number;
  readonly calendar: Calendar | undefined;
}

const indexOf = ({ calendars }: Settings, id: string): number =>
  id === NEW ? calendars.length : calendars.findIndex((one) => one.id === id);

const editing = ({ at, calendar }: Found): Editing => ({
  prefix: `calendars.${at}`,
  blank: BLANK,
  page: (context, version) => calendarPage(context, version, calendar),
});

const issueAt = (path: SettingsIssue['path'], code: IssueCode): SettingsIssue => ({
  path,
  code,
  params: {},
  message: code,
});

interface Dates {
  readonly from: string;
  readonly to: string;
  /** The number of days, both ends included. */
  readonly days: number;
}

/** Read the first and the last day of a holiday, or return the wrong fields. */
function readDates(typed: Typed): Dates | { readonly wrong: readonly (readonly [string, IssueCode])[] } {
  const [first, last] = [typedDay(typedValue(typed, 'from')), typedDay(typedValue(typed, 'to'))];
  if (first === undefined || last === undefined)
    return {
      wrong: [
        ...(first === undefined ? [['from', 'date'] as const] : []),
        ...(last === undefined ? [['to', 'date'] as const] : []),
      ],
    };
  return last < first
    ? { wrong: [['to', 'end-before-start']] }
    : { from: formatDate(first), to: formatDate(last), days: last - first + 1 };
}

/** Return the pages of a calendar: the full form and two shortcuts. */
export function calendarRoutes(deps: SettingsDeps): Hono {
  const app = new Hono();

  const find = async (c: Context): Promise<Found | undefined> => {
    const inForce = await deps.keeper.inForce();
    const at = indexOf(inForce.settings, c.req.param('id') ?? '');
    return at < 0 ? undefined : { inForce, at, calendar: inForce.settings.calendars[at] };
  };

  /** Show the page with a shortcut as it was typed: refused, or to be sent over newer settings. */
  const again = async (
    c: Context,
    { inForce, at, calendar }: Found,
    which: keyof SideForms,
    typed: Typed,
    wrong?: SettingsFormContext['wrong'],
  ) => {
    const view = await deps.view(c);
    const context: SettingsFormContext = {
      view,
      settings: inForce.settings,
      prefix: `calendars.${at}`,
      locked: false,
    };
    const side: SettingsFormContext = { ...context, typed, ...(wrong && { wrong }) };
    return c.html(calendarPage(context, inForce.version, calendar, { [which]: side }), wrong ? 422 : 200);
  };

  /** Preview a calendar changed by a shortcut. */
  const propose = async (c: Context, found: Found, typed: Typed, changed: Calendar) => {
    const { inForce, at } = found;
    if (baseOf(typed) !== inForce.version) return showConflict(c, deps, baseOf(typed), { typed });
    const calendars = inForce.settings.calendars.map((one, i) => (i === at ? changed : one));
    return showPreview(c, deps, inForce, counted(inForce.settings, checked(inForce.settings, { calendars })));
  };

  app.get('/', async (c) =>
    c.html(calendarsPage(await deps.view(c), (await deps.keeper.inForce()).settings)),
  );

  app.get('/:id', async (c) => {
    const found = await find(c);
    return found ? showForm(c, deps, found.inForce, editing(found)) : c.notFound();
  });

  app.post('/:id', async (c) => {
    const found = await find(c);
    return found ? submitForm(c, deps, found.inForce, editing(found)) : c.notFound();
  });

  app.post('/:id/decree', async (c) => {
    const found = await find(c);
    if (!found?.calendar) return c.notFound();
    const typed = await typedOf(c);
    if (typed.has('_again')) return again(c, found, 'decree', typed);
    const read = readDecree(typed);
    const path = ['calendars', found.at, 'exceptions'];
    if ('missing' in read) {
      const wrong = new Map(read.missing.map(([name, code]) => [name, [issueAt([...path, name], code)]]));
      return again(c, found, 'decree', typed, wrong);
    }
    const far = farYears(read.on, deps.clock.now());
    if (far) {
      const issue = { ...issueAt([...path, 'on'], 'far-date'), params: far };
      return again(c, found, 'decree', typed, new Map([['on', [issue]]]));
    }
    try {
      return await propose(c, found, typed, decreed(found.calendar, read.on, read.exception));
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      const wrong = byField(error.issues, (place) => decreeField(typed, String(place.at(-1))));
      return again(c, found, 'decree', typed, wrong);
    }
  });

  app.post('/:id/confirm', async (c) => {
    const found = await find(c);
    if (!found?.calendar) return c.notFound();
    const typed = await typedOf(c);
    if (typed.has('_again')) return again(c, found, 'confirm', typed);
    const [list, at, year] = typedValue(typed, 'key').split('.');
    if (list !== 'holidays' && list !== 'overrides') return c.notFound();
    const dates = readDates(typed);
    if ('wrong' in dates) {
      const path = ['calendars', found.at, list, Number(at)];
      const wrong = dates.wrong.map(([name, code]) => [name, [issueAt([...path, name], code)]] as const);
      return again(c, found, 'confirm', typed, new Map(wrong));
    }
    const changed = confirmed(found.calendar, { list, at: Number(at), year: Number(year) }, dates);
    return propose(c, found, typed, changed);
  });

  return app;
}
