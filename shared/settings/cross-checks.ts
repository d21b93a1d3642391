import { PLACEHOLDERS, unknownPlaceholders } from '#shared/domain/mail/reply-template.ts';
import {
  calendarListProblems,
  type ListProblem,
  policyListProblems,
} from '#shared/domain/sla/list-problems.ts';
import { isShippedService } from './default-services.ts';
import type { Settings } from './settings.ts';
import { codeByMessage, type SettingsIssue } from './settings-issue.ts';

type Place = SettingsIssue['path'];

const ids = (list: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(list.map(({ id }) => id));

/** The kind of entry that another setting names by its id. */
export type ReferencedKind = 'department' | 'category' | 'calendar';

function* unknownIds(settings: Settings): Generator<SettingsIssue> {
  const idsByKind: Readonly<Record<ReferencedKind, ReadonlySet<string>>> = {
    department: ids(settings.departments),
    category: ids(settings.categories),
    calendar: ids(settings.calendars),
  };
  const uses: [ReferencedKind, string | undefined, Place][] = [
    ['department', settings.desk.fallbackDepartment, ['desk', 'fallbackDepartment']],
    ['calendar', settings.desk.calendar, ['desk', 'calendar']],
    ['calendar', settings.outbound.calendar, ['outbound', 'calendar']],
    ['calendar', settings.survey.calendar, ['survey', 'calendar']],
    ...settings.departments.map(({ calendar }, at): [ReferencedKind, string | undefined, Place] => [
      'calendar',
      calendar,
      ['departments', at, 'calendar'],
    ]),
    ...settings.categories.map(({ department }, at): [ReferencedKind, string, Place] => [
      'department',
      department,
      ['categories', at, 'department'],
    ]),
    ...settings.services.flatMap((service, at): [ReferencedKind, string, Place][] =>
      isShippedService(service) ? [] : [['department', service.department, ['services', at, 'department']]],
    ),
    ...settings.staff.flatMap(({ departments, skills }, at): [ReferencedKind, string, Place][] => [
      ...departments.map((id, i): [ReferencedKind, string, Place] => [
        'department',
        id,
        ['staff', at, 'departments', i],
      ]),
      ...skills.map((id, i): [ReferencedKind, string, Place] => ['category', id, ['staff', at, 'skills', i]]),
    ]),
    ...settings.replyTemplates.map(({ category }, at): [ReferencedKind, string | undefined, Place] => [
      'category',
      category,
      ['replyTemplates', at, 'category'],
    ]),
    ...settings.calendars.flatMap(({ scope }, at) =>
      (scope?.departments ?? []).map((id, i): [ReferencedKind, string, Place] => [
        'department',
        id,
        ['calendars', at, 'scope', 'departments', i],
      ]),
    ),
    ...settings.policies.flatMap(({ calendarId, when }, at): [ReferencedKind, string, Place][] => [
      ['calendar', calendarId, ['policies', at, 'calendarId']],
      ...(when.departments ?? []).map((id, i): [ReferencedKind, string, Place] => [
        'department',
        id,
        ['policies', at, 'when', 'departments', i],
      ]),
      ...(when.categories ?? []).map((id, i): [ReferencedKind, string, Place] => [
        'category',
        id,
        ['policies', at, 'when', 'categories', i],
      ]),
    ]),
  ];
  for (const [kind, id, path] of uses) {
    if (id === undefined || idsByKind[kind].has(id)) continue;
    yield {
      ...{ path, code: 'unknown-id', params: { kind, id } },
      message: `expected the id of a ${kind}, got "${id}"`,
    };
  }
}

function* twins(settings: Settings): Generator<SettingsIssue> {
  const lists: readonly (readonly [string, string, readonly string[]])[] = [
    ['departments', 'id', settings.departments.map(({ id }) => id)],
    ['categories', 'id', settings.categories.map(({ id }) => id)],
    ['districts', 'id', settings.districts.map(({ id }) => id)],
    ['services', 'id', settings.services.map(({ id }) => id)],
    ['calendars', 'id', settings.calendars.map(({ id }) => id)],
    ['replyTemplates', 'id', settings.replyTemplates.map(({ id }) => id)],
    ['policies', 'id', settings.policies.map(({ id }) => id)],
    // Sign-in ignores case, so user names are compared in lower case.
    ['staff', 'user', settings.staff.map(({ user }) => user.toLowerCase())],
  ];
  for (const [section, field, names] of lists) {
    for (const [at, name] of names.entries()) {
      if (names.indexOf(name) === at) continue;
      yield {
        ...{ path: [section, at, field], code: 'twice', params: { id: name } },
        message: `"${name}" is listed twice`,
      };
    }
  }
}

function* unknownNames({ replyTemplates }: Settings): Generator<SettingsIssue> {
  for (const [at, { text }] of replyTemplates.entries()) {
    for (const language of ['ar', 'en'] as const) {
      for (const name of unknownPlaceholders(text[language])) {
        const names = PLACEHOLDERS.join(', ');
        yield {
          ...{ path: ['replyTemplates', at, 'text', language], code: 'placeholder', params: { name, names } },
          message: `expected one of ${names} in double braces, got "${name}"`,
        };
      }
    }
  }
}

const inSection =
  (section: string) =>
  ({ path, message }: ListProblem): SettingsIssue => ({
    ...{ path: [section, ...path], code: codeByMessage(message), params: {}, message },
  });

/** A call that follows a message is of no use once its case has closed by itself. */
function* callsAfterClosing({ messages, desk }: Settings): Generator<SettingsIssue> {
  const limit = Math.floor(desk.closeDays * 24);
  if (messages.use === 'off' || messages.callAfterHours < limit) return;
  yield {
    ...{ path: ['messages', 'callAfterHours'], code: 'after-closing', params: { limit } },
    message: `expected less than the ${limit} hours after which a resolved case closes`,
  };
}

/** A table item may have 400 KB. Keep a margin for later changes. */
const MOST_BYTES = 350_000;

function* tooLarge(settings: Settings): Generator<SettingsIssue> {
  const bytes = new TextEncoder().encode(JSON.stringify(settings)).length;
  if (bytes <= MOST_BYTES) return;
  const message = `expected at most ${MOST_BYTES} bytes of JSON, got ${bytes}`;
  yield { path: [], code: 'too-large', params: { limit: MOST_BYTES, bytes }, message };
}

/** Return contradictions between entries and sections, and duplicate ids. */
export function crossChecks(settings: Settings): SettingsIssue[] {
  return [
    ...unknownIds(settings),
    ...twins(settings),
    ...unknownNames(settings),
    ...callsAfterClosing(settings),
    ...tooLarge(settings),
    ...calendarListProblems(settings.calendars).map(inSection('calendars')),
    ...policyListProblems(settings.policies).map(inSection('policies')),
  ];
}
