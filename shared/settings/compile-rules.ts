import type { MessageRules, OutboundRules, Rules, TelephoneRules } from '#shared/domain/rules.ts';
import type { Calendar } from '#shared/domain/sla/calendar.ts';
import { CalendarError } from '#shared/domain/sla/calendar-error.ts';
import { type CompiledCalendar, compile } from '#shared/domain/sla/compile.ts';
import { DAY, HOUR, MINUTE, SECOND } from '#shared/domain/time/instant.ts';
import type { StoredSettings } from '#shared/ports/settings-store.ts';
import { SettingsError } from './read-settings.ts';
import type { Settings } from './settings.ts';

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((entry) => [entry.id, entry]));

function compiled(calendar: Calendar, at: number): CompiledCalendar {
  try {
    return compile(calendar);
  } catch (cause) {
    if (!(cause instanceof CalendarError)) throw cause;
    const message = cause.message.slice(cause.field.length + 2);
    throw new SettingsError([
      { path: ['calendars', at, cause.field], code: 'no-hours', params: {}, message },
    ]);
  }
}

const telephoneRules = (telephone: Settings['telephone']): TelephoneRules => ({
  emergency: telephone.emergency,
  serviceLevelMs: telephone.serviceLevelSeconds * SECOND,
  shortAbandonMs: telephone.shortAbandonSeconds * SECOND,
  messageMs: telephone.messageSeconds * SECOND,
  callbackAfterMs: telephone.callbackAfterSeconds * SECOND,
  callbackAttempts: telephone.callbackAttempts,
  callbackRetryMs: telephone.callbackRetryMinutes * MINUTE,
});

const messageRules = ({ use, callAfterHours, url, ...how }: Settings['messages']): MessageRules => ({
  use,
  callAfterMs: callAfterHours * HOUR,
  provider: url === undefined ? undefined : { ...how, url },
});

const outboundRules = (outbound: Settings['outbound'], calendar: CompiledCalendar): OutboundRules => ({
  calendar,
  perSecond: outbound.perSecond,
  concurrent: outbound.concurrent,
  ringMs: outbound.ringSeconds * SECOND,
  attempts: outbound.attempts,
  busyMs: outbound.busyMinutes * MINUTE,
  noAnswerMs: outbound.noAnswerMinutes * MINUTE,
  machineMs: outbound.machineMinutes * MINUTE,
});

/** A report without recipients of its own is sent to its audience. */
function reportRules({ reports, audiences }: Settings): Rules['reports'] {
  const rule = ({ send, hour, to }: Settings['reports']['daily'], audience: string) => ({
    ...{ isSent: send, hour, to: to.length > 0 ? to : [audience] },
  });
  return {
    daily: rule(reports.daily, audiences.supervisor),
    weekly: rule(reports.weekly, audiences.leadership),
    monthly: rule(reports.monthly, audiences.leadership),
  };
}

/** The names of entries that are not in the settings any more. */
export type FormerNames = Pick<StoredSettings, 'formerStaff' | 'formerNames'>;

/**
 * Compile validated settings to the rules for decisions.
 * @throws SettingsError when a calendar cannot be compiled, for example without working hours
 */
export function compileRules(
  settings: Settings,
  version = 0,
  { formerStaff = {}, formerNames = {} }: FormerNames = {},
): Rules {
  const { centre, desk, survey, audiences, departments, categories, policies, escalation } = settings;
  const calendars = new Map(settings.calendars.map((calendar, at) => [calendar.id, compiled(calendar, at)]));
  const isDepartment = new Set(departments.map(({ id }) => id));
  const named = (section: string, id: string): CompiledCalendar => {
    const calendar = calendars.get(id);
    if (!calendar) throw new SettingsError(`settings.${section}.calendar: no calendar "${id}"`);
    return calendar;
  };
  return {
    version,
    centre,
    audiences,
    policies,
    calendars,
    departments: byId(departments),
    categories: byId(categories),
    districts: byId(settings.districts),
    services: byId(settings.services.filter(({ department }) => isDepartment.has(department))),
    replyTemplates: byId(settings.replyTemplates),
    staff: new Map(settings.staff.map((colleague) => [colleague.user, colleague])),
    formerStaff: new Map(Object.entries(formerStaff)),
    formerNames: new Map(Object.entries(formerNames)),
    assignment: settings.assignment.mode,
    escalation: {
      groupMs: escalation.groupMinutes * MINUTE,
      quietHours: escalation.quietHours,
      urgentBreaksQuiet: escalation.urgentBreaksQuiet,
    },
    reports: reportRules(settings),
    dataExport: { isOn: settings.reports.export.write, isCompressed: settings.reports.export.compress },
    eraseAfterMs: settings.retention.eraseAfterDays * DAY,
    telephone: telephoneRules(settings.telephone),
    outbound: outboundRules(settings.outbound, named('outbound', settings.outbound.calendar)),
    messages: messageRules(settings.messages),
    desk: {
      calendar: named('desk', desk.calendar),
      reopenWithinMs: desk.reopenDays * DAY,
      closeAfterMs: desk.closeDays * DAY,
      followUpMs: desk.followUpHours * HOUR,
      contestedWithinMs: desk.contestedHours * HOUR,
      acknowledgementsPerDay: desk.acknowledgementsPerDay,
      acknowledgementsPerHour: desk.acknowledgementsPerHour,
      fallbackDepartment: desk.fallbackDepartment,
    },
    survey: {
      definition: survey.definition,
      delayMs: survey.delayHours * HOUR,
      expiryMs: survey.expiryDays * DAY,
      coolDownMs: survey.coolDownDays * DAY,
      evaluationCoolDownMs: survey.evaluationCoolDownDays * DAY,
      calendar: named('survey', survey.calendar ?? settings.outbound.calendar),
      testContacts: survey.testContacts,
      lowScore: survey.lowScore,
      recoverWithinMs: survey.recoveryHours * HOUR,
    },
  };
}
