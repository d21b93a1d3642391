import type { EventsOf, EventType } from '#events/registry.ts';
import { readMessage } from '#shared/application/messages.ts';
import { type SendDeps, type Sent, sendOnce } from '#shared/application/send-once.ts';
import {
  DEPARTMENT_LINK_MS,
  owedPath,
  owedToken,
  requestPath,
  requestToken,
} from '#shared/application/tokens/department-token.ts';
import type { Case, DepartmentRequest } from '#shared/domain/cases/case.ts';
import { ownMessageId } from '#shared/domain/mail/own-address.ts';
import {
  type DepartmentNews,
  departmentQuestion,
} from '#shared/domain/mail/templates/department-question.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { BlobStore, Keys } from '#shared/ports/outside.ts';
import { maskText } from '#shared/runtime/mask-text.ts';
import { categoryNames } from './category-names.ts';
import { questionId } from './question-named.ts';

interface TellDepartmentDeps extends SendDeps {
  readonly blobs: BlobStore;
  readonly keys: Keys;
}

/** The events that a department is told about. */
const ABOUT_REQUESTS = {
  'rida.department.asked.v1': true,
  'rida.department.reminder-due.v1': true,
  'rida.department.request-withdrawn.v1': true,
  'rida.department.time-decided.v1': true,
} as const satisfies Partial<Record<EventType, true>>;

type AboutRequest = Extract<EventsOf<'mail/notify-beneficiary'>, { type: keyof typeof ABOUT_REQUESTS }>;

/** Return true for an event about a request to a department. */
export const isAboutRequest = (event: EventsOf<'mail/notify-beneficiary'>): event is AboutRequest =>
  event.type in ABOUT_REQUESTS;

/** Return what a department is told, or undefined when it is not true any more. */
function newsOf(event: AboutRequest, { ended, time, dueAt }: DepartmentRequest): DepartmentNews | undefined {
  if (event.type === 'rida.department.request-withdrawn.v1')
    return ended?.how === 'withdrawn' ? 'withdrawn' : undefined;
  if (ended) return undefined;
  if (event.type === 'rida.department.asked.v1') return 'question';
  if (event.type === 'rida.department.reminder-due.v1')
    return dueAt === Date.parse(event.data.dueAt) ? 'reminder' : undefined;
  return time?.state === 'granted' || time?.state === 'refused' ? time.state : undefined;
}

const WHAT = {
  question: 'question',
  reminder: 'question-reminder',
  withdrawn: 'question-withdrawn',
  granted: 'time-decided',
  refused: 'time-decided',
} as const satisfies Record<DepartmentNews, string>;

const placeOf = ({ place }: Case, { districts }: Rules) => {
  const district = place?.district === undefined ? undefined : districts.get(place.district)?.name;
  const words = place?.words === undefined ? undefined : maskText(place.words);
  if (!district && words === undefined) return undefined;
  const line = (name: string | undefined) => [name, words].filter((one) => one !== undefined).join(' · ');
  return { ar: line(district?.ar), en: line(district?.en) };
};

/** Return the department that passed a question on, with its reason. */
async function passedBy(
  { blobs }: TellDepartmentDeps,
  { id, requests = [] }: Case,
  request: DepartmentRequest,
  rules: Rules,
) {
  const before = requests.find((one) => one.id === request.passedFrom);
  const from = before && rules.departments.get(before.department)?.name;
  const reason = before?.ended?.message && (await readMessage(blobs, id, before.ended.message));
  return from && reason ? { from, reason: reason.text } : undefined;
}

/**
 * Mail a department about its request: the question, a reminder before it is due, that it was taken back, or the
 * decision about more time. Its reply is added to the case.
 */
export async function tellDepartment(
  deps: TellDepartmentDeps,
  supportCase: Case,
  event: AboutRequest,
  rules: Rules,
): Promise<Sent | 'not-wanted' | 'no-address'> {
  const { id, requests = [] } = supportCase;
  const request = requests.find((one) => one.id === event.data.request);
  const news = request && newsOf(event, request);
  if (!request || !news || supportCase.erased) return 'not-wanted';
  const to = rules.departments.get(request.department)?.email;
  if (to === undefined) return 'no-address';
  const isQuestion = news === 'question';
  const [opening] = isQuestion ? await deps.store.newestCommits('case', id, { before: 2, limit: 1 }) : [];
  const first = opening && (await readMessage(deps.blobs, id, opening.cause));
  const question =
    request.message === undefined ? undefined : await readMessage(deps.blobs, id, request.message);
  if (isQuestion && request.message !== undefined && !question)
    throw new Error('the text of a question is not in the store');
  const expiresAt = Math.max(request.dueAt, deps.clock.now()) + DEPARTMENT_LINK_MS;
  const { centre } = rules;
  const token = await requestToken(deps.keys, { reference: id, question: request.id, expiresAt });
  const all = await owedToken(deps.keys, { department: request.department, expiresAt });
  const mail = departmentQuestion({
    ...{ news, language: 'ar', reference: id, centre, dueAt: request.dueAt },
    category: categoryNames(rules, supportCase.category),
    place: placeOf(supportCase, rules),
    question: question?.text,
    beneficiaryText: first && maskText(first.text),
    passed: isQuestion ? await passedBy(deps, supportCase, request, rules) : undefined,
    zone: rules.desk.calendar.calendar.zone,
    link: `${centre.publicUrl}${requestPath(token)}`,
    all: `${centre.publicUrl}${owedPath(all)}`,
  });
  const domain = centre.helpAddress.split('@')[1] ?? '';
  return sendOnce(deps, {
    ...{
      eventId: isQuestion ? questionId(id, request.id) : event.id,
      what: WHAT[news],
      case: supportCase,
      rules,
      to,
      mail,
    },
    thread: 'department',
    // Providers replace the Message-ID of a mail, but replies repeat its references.
    references: [ownMessageId(id, `question-${request.id}`, domain)],
  });
}
