import { createHash } from 'node:crypto';
import * as z from 'zod';
import { handleCommand } from '#shared/application/handle-command.ts';
import { messagesPrefix, saveMessage } from '#shared/application/messages.ts';
import type { Case, DepartmentRequest } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import type { Rejection } from '#shared/domain/cases/decision.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { instantOfLocalTime, localTime, requiredText } from '../shell/form-fields.ts';
import { type SentForm, wrongFiles } from '../shell/http/sent-form.ts';
import { keepFiles } from '../shell/keep-files.ts';
import type { DepartmentsDeps } from './departments-deps.ts';
import type { DoneRequest, RequestAct, WrongRequest } from './request-page.ts';

/** A request, its case, and the rules in force. */
export interface AnsweredRequest {
  readonly supportCase: Case;
  readonly request: DepartmentRequest;
  readonly rules: Rules;
}

export type ActedRequest =
  | { readonly done: DoneRequest }
  | { readonly wrong: readonly WrongRequest[] }
  /** The request ended since the page was shown. */
  | { readonly over: true };

/** Words that a department may add after the end of a request. A link that is spread widely fills no case. */
const MOST_WORDS = 20;

const forms = {
  answer: z.object({ text: requiredText(20_000) }),
  time: z.object({ until: localTime, text: requiredText(20_000) }),
  pass: z.object({ to: z.string().min(1).max(40), text: requiredText(20_000) }),
};

const name = z.string().trim().max(60).catch('');

/** Return the names of the fields that are wrong. */
const wrongIn = ({ issues }: z.ZodError): WrongRequest[] => [
  ...new Set(issues.map(({ path }) => (path[0] === 'until' ? 'until' : path[0] === 'to' ? 'to' : 'text'))),
];

/** Where the page says that a command was rejected. A request that ended has a page of its own. */
function refusedAs({ rejected }: Rejection): WrongRequest | undefined {
  if (rejected === 'passed-before' || rejected === 'too-many') return rejected;
  if (rejected === 'unknown-department') return 'to';
  const isAboutTime = rejected === 'in-the-past' || rejected === 'not-later' || rejected === 'too-far-ahead';
  return isAboutTime ? 'until' : undefined;
}

interface Planned {
  readonly command: CaseCommand;
  readonly done: DoneRequest;
  readonly text: string;
}

/** Read the form of an act, and return the command that it means. */
function planOf(
  act: RequestAct,
  fields: SentForm['fields'],
  { request, rules }: AnsweredRequest,
): Planned | { readonly wrong: readonly WrongRequest[] } {
  const by = `department:${request.department}` as const;
  if (act === 'answer') {
    const read = forms.answer.safeParse(fields);
    if (!read.success) return { wrong: wrongIn(read.error) };
    const command = {
      do: 'hear-department',
      department: request.department,
      request: request.id,
      by,
    } as const;
    return { command, done: request.ended ? 'added' : 'answered', text: read.data.text };
  }
  if (act === 'time') {
    const read = forms.time.safeParse(fields);
    if (!read.success) return { wrong: wrongIn(read.error) };
    const until = instantOfLocalTime(read.data.until, { rules });
    return {
      command: { do: 'ask-time', request: request.id, until, by },
      done: 'time',
      text: read.data.text,
    };
  }
  const read = forms.pass.safeParse(fields);
  if (!read.success) return { wrong: wrongIn(read.error) };
  const { to, text } = read.data;
  return { command: { do: 'pass-on', request: request.id, to, by }, done: 'passed', text };
}

/** The cause of an act: its request, its words and its files, so that a double click is one act. */
const causeOf = (id: string, { command, text }: Planned, { fields, files }: SentForm): string =>
  causeId(
    JSON.stringify([
      ...['department', id, command, text, name.parse(fields.name ?? '')],
      ...files.map((one) => [one.name, createHash('sha256').update(one.bytes).digest('hex')]),
    ]),
  );

/** Carry out the act of a department on a request, once however often the form is sent. */
export async function actOnRequest(
  { store, blobs, clock }: DepartmentsDeps,
  answered: AnsweredRequest,
  act: RequestAct,
  sent: SentForm,
): Promise<ActedRequest> {
  const { supportCase, request, rules } = answered;
  const { id } = supportCase;
  const planned = planOf(act, sent.fields, answered);
  const files = act === 'answer' ? sent.files : [];
  const unusable = wrongFiles(files);
  if ('wrong' in planned || unusable !== undefined)
    return { wrong: ['wrong' in planned ? planned.wrong : [], unusable ?? []].flat() };
  if ((request.words ?? 0) >= MOST_WORDS) return { wrong: ['too-many'] };
  const cause = causeOf(id, planned, sent);
  const at = clock.now();
  const department = rules.departments.get(request.department);
  await saveMessage(blobs, id, {
    ...{
      id: cause,
      direction: 'in',
      channel: 'web',
      at,
      to: [],
      subject: '',
      text: planned.text,
      reasons: [],
    },
    from: {
      name: name.parse(sent.fields.name ?? '') || (department?.name[supportCase.language] ?? ''),
      address: department?.email ?? '',
    },
    attachments: await keepFiles(blobs, `${messagesPrefix(id)}${cause}/`, files),
  });
  const done = await handleCommand(
    { store, rules },
    {
      ...{ id, command: planned.command, cause, by: `department:${request.department}`, at, recordedAt: at },
      ...{ correlationId: cause, causationId: cause },
    },
  );
  if (done.outcome !== 'rejected') return { done: planned.done };
  const wrong = refusedAs(done.rejection);
  return wrong === undefined ? { over: true } : { wrong: [wrong] };
}
