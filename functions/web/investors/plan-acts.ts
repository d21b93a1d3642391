import * as z from 'zod';
import { obstacleKind, procedureKind, procedureState } from '#events/investor-vocabulary.ts';
import type { Language } from '#events/vocabulary.ts';
import { handleAct } from '#shared/application/handle-command.ts';
import { saveMessage } from '#shared/application/messages.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { mayCommand } from '#shared/domain/staff/permissions.ts';
import { userOf } from '#shared/domain/staff/user-of.ts';
import { toLatinDigits } from '#shared/domain/text/digits.ts';
import type { BlobStore } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import {
  empty,
  instantOfLocalTime,
  localTime,
  optionalText,
  requiredText,
  userName,
} from '../shell/form-fields.ts';
import type { View } from '../shell/view.ts';
import { investorsText, newsText, refusedText } from './investors-text.ts';

const page = z.object({
  token: z.uuid(),
  seen: z
    .string()
    .transform((typed) => Number(toLatinDigits(typed)))
    .pipe(z.int().nonnegative()),
});
const added = z.object({
  kind: procedureKind,
  department: requiredText(40),
  dueAt: localTime,
  number: optionalText(60),
});
const changed = z.object({
  procedure: requiredText(10),
  state: procedureState,
  department: requiredText(40),
  dueAt: localTime,
});
const met = z.object({ procedure: requiredText(10), kind: obstacleKind });
const cleared = z.object({ obstacle: requiredText(10) });
const heard = z.object({ finished: z.enum(['yes', 'no']).or(empty).optional() });
const handedOver = z.object({ to: userName, words: requiredText(2000) });

type Fields = Readonly<Record<string, unknown>>;

/** The command of a form, and words that are stored beside it. */
interface Planned {
  readonly command: CaseCommand;
  readonly words?: string;
}

/** A form with a field that has no usable value. */
interface Faulty {
  readonly fault: string;
}

type Reader = (
  fields: Fields,
  given: { readonly view: View; readonly plan: Case['plan'] },
) => Planned | Faulty;

/** Name the first field that was refused. */
const faultyField = ({ issues: [first] }: z.ZodError): Faulty => ({ fault: String(first?.path[0]) });

const by = ({ agent }: View) => `agent:${agent.user}` as const;

/** The forms of a plan, each by its name in the address. */
const forms = {
  start: (_, { view }) => ({ command: { do: 'start-plan', by: by(view) } }),
  procedure: (fields, { view }) => {
    const read = added.safeParse(fields);
    if (!read.success) return faultyField(read.error);
    const { number, dueAt, ...rest } = read.data;
    return {
      command: {
        ...{ do: 'add-procedure', ...rest, dueAt: instantOfLocalTime(dueAt, view), by: by(view) },
        ...(number !== undefined && { number }),
      },
    };
  },
  change: (fields, { view, plan }) => {
    const read = changed.safeParse(fields);
    if (!read.success) return faultyField(read.error);
    const { procedure, dueAt, ...to } = read.data;
    const at = instantOfLocalTime(dueAt, view);
    // A form has whole minutes. The stored time stays when its minute was not changed.
    const before = plan?.procedures.find(({ id }) => id === procedure)?.dueAt;
    const isSame = before !== undefined && Math.floor(before / 60_000) === Math.floor(at / 60_000);
    return {
      command: {
        do: 'change-procedure',
        procedure,
        to: { ...to, ...(!isSame && { dueAt: at }) },
        by: by(view),
      },
    };
  },
  obstacle: (fields, { view }) => {
    const read = met.safeParse(fields);
    return read.success
      ? { command: { do: 'meet-obstacle', ...read.data, by: by(view) } }
      : faultyField(read.error);
  },
  clear: (fields, { view }) => {
    const read = cleared.safeParse(fields);
    return read.success
      ? { command: { do: 'clear-obstacle', ...read.data, by: by(view) } }
      : faultyField(read.error);
  },
  contact: (fields, { view }) => {
    const read = heard.safeParse(fields);
    if (!read.success) return faultyField(read.error);
    const { finished } = read.data;
    return {
      command: {
        ...{ do: 'hear-investor', means: 'staff', by: by(view) },
        ...(finished !== undefined && { finished: finished === 'yes' }),
      },
    };
  },
  'hand-over': (fields, { view }) => {
    const read = handedOver.safeParse(fields);
    if (!read.success) return faultyField(read.error);
    const { to, words } = read.data;
    return { command: { do: 'hand-over-plan', to: userOf(view.rules.staff, to), by: by(view) }, words };
  },
  end: (_, { view }) => ({ command: { do: 'end-plan', by: by(view) } }),
} satisfies Readonly<Record<string, Reader>>;

export type PlanForm = keyof typeof forms;
export const PLAN_FORMS = Object.keys(forms) as readonly PlanForm[];

/** Return the sentence that names a refused field by its label. */
function faultText(form: PlanForm, field: string, language: Language): string {
  const w = investorsText[language];
  const labels: Readonly<Record<string, string>> = {
    ...{ kind: form === 'obstacle' ? w.obstacle : w.kind, department: w.department, dueAt: w.due },
    ...{ number: w.number, state: w.state, to: w.to, words: w.words, finished: w.asked },
  };
  const label = labels[field];
  return label === undefined ? w.otherwise : w.faulty(label);
}

/**
 * Carry out a form of a plan once, however often it is sent. Return the reason when it was not carried out.
 */
export async function actOnPlan(
  { store, blobs }: { readonly store: Store; readonly blobs: BlobStore },
  view: View,
  { investor, form, fields }: { readonly investor: Case; readonly form: PlanForm; readonly fields: Fields },
): Promise<string | undefined> {
  const { language, now, agent, rules } = view;
  const w = investorsText[language];
  const shown = page.safeParse(fields);
  const read: Reader = forms[form];
  const planned = read(fields, { view, plan: investor.plan });
  if ('fault' in planned) return faultText(form, planned.fault, language);
  if (!shown.success || shown.data.seen > investor.version) return w.otherwise;
  const { command, words } = planned;
  if (!mayCommand(agent.roles, 'case', command.do)) return w.otherwise;
  const { token, seen } = shown.data;
  const cause = causeId(JSON.stringify(['investors', investor.id, agent.user, form, token, command]));
  if (words !== undefined)
    await saveMessage(blobs, investor.id, {
      ...{ id: cause, direction: 'note', at: now, text: words, channel: 'console' },
      from: { name: agent.name, address: agent.user },
      ...{ to: [], subject: investor.subject, attachments: [], reasons: [] },
    });
  const done = await handleAct(
    { store, rules },
    {
      ...{ id: investor.id, command, cause, seen, by: by(view), at: Math.max(now, investor.openedAt) },
      ...{ recordedAt: now, correlationId: cause, causationId: cause },
    },
  );
  if (done.outcome === 'rejected') return refusedText(done.rejection.rejected, language);
  return done.outcome === 'overtaken' ? newsText(done.news, language) : undefined;
}
