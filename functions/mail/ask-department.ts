import type { EventsOf } from '#events/registry.ts';
import { readMessage } from '#shared/application/messages.ts';
import { type SendDeps, type Sent, sendOnce } from '#shared/application/send-once.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { openRequests } from '#shared/domain/cases/decisions/department.ts';
import { departmentQuestion } from '#shared/domain/mail/templates/department-question.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { BlobStore } from '#shared/ports/outside.ts';
import { maskText } from '#shared/runtime/mask-text.ts';
import { categoryNames } from './category-names.ts';

interface AskDepartmentDeps extends SendDeps {
  readonly blobs: BlobStore;
}

/** Mail a question to a department. Its reply is added to the case. */
export async function askDepartment(
  deps: AskDepartmentDeps,
  supportCase: Case,
  { id: eventId, data }: Extract<EventsOf<'mail/notify-beneficiary'>, { type: 'rida.department.asked.v1' }>,
  rules: Rules,
): Promise<Sent | 'not-wanted' | 'no-address'> {
  if (!openRequests(supportCase).some(({ id }) => id === data.request)) return 'not-wanted';
  const to = rules.departments.get(data.department)?.email;
  if (to === undefined) return 'no-address';
  const [opening] = await deps.store.newestCommits('case', supportCase.id, { before: 2, limit: 1 });
  const first = opening && (await readMessage(deps.blobs, supportCase.id, opening.cause));
  const question =
    data.message === undefined ? undefined : await readMessage(deps.blobs, supportCase.id, data.message);
  if (data.message !== undefined && !question) throw new Error('the text of a question is not in the store');
  const mail = departmentQuestion({
    ...{ language: 'ar', reference: supportCase.id, centre: rules.centre, dueAt: Date.parse(data.dueAt) },
    category: categoryNames(rules, supportCase.category),
    question: question?.text,
    beneficiaryText: first && maskText(first.text),
    zone: rules.desk.calendar.calendar.zone,
    link: `${rules.centre.publicUrl}/cases/${supportCase.id}`,
  });
  return sendOnce(deps, {
    eventId,
    what: 'question',
    case: supportCase,
    rules,
    to,
    mail,
    thread: 'department',
  });
}
