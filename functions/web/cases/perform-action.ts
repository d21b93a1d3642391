import { createHash } from 'node:crypto';
import * as z from 'zod';
import { handleAct, unseenNews } from '#shared/application/handle-command.ts';
import { readMessage } from '#shared/application/messages.ts';
import { followMerges } from '#shared/application/surviving-case.ts';
import { answerAddresses, type Case, isActive } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import type { Rejection } from '#shared/domain/cases/decision.ts';
import { contradicts } from '#shared/domain/cases/decisions/links.ts';
import type { News } from '#shared/domain/cases/overtaken.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { mayCommand } from '#shared/domain/staff/permissions.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { MOST_FILE_BYTES, MOST_FILES, type SentFile } from '../shell/http/sent-form.ts';
import type { Agent } from '../shell/sign-in.ts';
import type { PlannedAction } from './actions/action-input.ts';
import { type ActionName, actions } from './actions/actions.ts';
import type { ConsoleDeps } from './cases-deps.ts';
import { identified } from './identified.ts';
import { keepMessage } from './keep-message.ts';

/** The fields of a sent form, by name. */
export type SentFields = Readonly<Record<string, string>>;

export type Acted =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'repeated' }
  | { readonly outcome: 'wrong'; readonly fields: readonly string[] }
  | { readonly outcome: 'rejected'; readonly rejection: Rejection }
  | { readonly outcome: 'conflict'; readonly how: News };

type Done = Extract<Acted, { outcome: 'done' | 'repeated' }>;

/** Return whether an action was carried out, now or by an earlier request. */
export const isDone = (acted: Acted): acted is Done =>
  acted.outcome === 'done' || acted.outcome === 'repeated';

const page = z.object({
  /** Drawn when the form was shown, so that a double click is one action. */
  token: z.uuid(),
  /** The version of the case that the person saw. */
  seen: z.coerce.number().int().positive(),
});

export interface Attempt {
  readonly supportCase: Case;
  readonly action: ActionName;
  readonly fields: SentFields;
  readonly files?: readonly SentFile[];
  readonly agent: Agent;
  readonly rules: Rules;
}

/** Return the problem of a reply with the files of an undone one. */
async function wrongFilesOf(
  blobs: ConsoleDeps['blobs'],
  id: string,
  { filesOf = '', files = [] }: NonNullable<PlannedAction['message']>,
): Promise<string[]> {
  const undone = await readMessage(blobs, id, filesOf);
  if (undone?.direction !== 'out') return ['message'];
  const bytes = [...undone.attachments.map(({ size }) => size), ...files.map((one) => one.bytes.length)];
  if (bytes.length > MOST_FILES) return ['files.many'];
  return bytes.reduce((sum, size) => sum + size, 0) > MOST_FILE_BYTES ? ['files.large'] : [];
}

/** Return the fields that name something missing: a message of this case, an address to answer. */
async function missing(
  { blobs }: ConsoleDeps,
  supportCase: Case,
  { command, message }: PlannedAction,
): Promise<string[]> {
  if (command.do === 'hold-reply') {
    const to = answerAddresses(supportCase.beneficiary);
    if (to.length === 0 && !command.alsoMerged) return ['answerTo.none'];
    if (message?.to !== undefined && !to.includes(message.to)) return ['answerTo'];
    return message?.filesOf === undefined ? [] : wrongFilesOf(blobs, supportCase.id, message);
  }
  if (command.do !== 'split') return [];
  return (await readMessage(blobs, supportCase.id, command.message)) ? [] : ['message'];
}

/**
 * Return the command with the case that its reference means: a merged case stands for the one it was merged
 * into. Return undefined when there is none that this case can be merged into or linked to. A case must not
 * be merged into one that ended, because its message would get no reply, nor into one that was merged into it.
 */
async function withOtherCase(
  { store }: ConsoleDeps,
  supportCase: Case,
  { command, refersTo }: PlannedAction,
): Promise<CaseCommand | undefined> {
  if (!refersTo) return command;
  const named = await store.load('case', refersTo.reference);
  const { survivor, ring } = named ? await followMerges(store, named) : { survivor: undefined, ring: [] };
  if (!survivor || survivor.erased || survivor.id === supportCase.id || ring.length > 0) return undefined;
  if (command.do === 'merge')
    return isActive(survivor.status) ? { ...command, into: survivor.id } : undefined;
  return command.do === 'link' ? { ...command, to: survivor.id } : command;
}

/** The cause of an action: the form's token, the typed text, and the contents of the files. */
const causeOf = (
  { supportCase, agent, action, files = [] }: Attempt,
  token: string,
  written: Readonly<Record<string, string>>,
): string =>
  causeId(
    JSON.stringify([
      ...['console', supportCase.id, agent.user, action, token],
      Object.entries(written).sort(),
      ...files.map(({ name, bytes }) => [name, createHash('sha256').update(bytes).digest('hex')]),
    ]),
  );

/** Return the outcome of an action that is too late: it was done before, or a newer event overtook it. */
async function lateFor(
  { store }: ConsoleDeps,
  supportCase: Case,
  act: Parameters<typeof unseenNews>[2],
): Promise<Acted | undefined> {
  // No page has shown a later version than the newest one.
  if (act.seen > supportCase.version) return { outcome: 'wrong', fields: ['token'] };
  const news = await unseenNews(store, supportCase, act);
  if (news === undefined) return undefined;
  return news === 'repeated' ? { outcome: 'repeated' } : { outcome: 'conflict', how: news };
}

/** Return why the person may not do the planned action at all, or not at its time. */
function barredFrom({ command, at }: PlannedAction, { agent, supportCase }: Attempt): Acted | undefined {
  // The guard of the route was asked before. A form whose command needs more than its route is rejected here.
  if (!mayCommand(agent.roles, 'case', command.do))
    return { outcome: 'rejected', rejection: { rejected: 'not-permitted' } };
  // A form has whole minutes, so the minute in which the case was opened is valid.
  const isBefore = at !== undefined && at + MINUTE <= supportCase.openedAt;
  return isBefore ? { outcome: 'wrong', fields: ['happenedAt'] } : undefined;
}

/**
 * Perform the action of a form once, however often the form is sent. The cause is derived from the form's
 * token and its content, so another text is another action. An action that a newer event overtook is
 * shown again with its text, and nothing is written.
 */
export async function act(deps: ConsoleDeps, attempt: Attempt): Promise<Acted> {
  const { supportCase, action, fields, files = [], agent, rules } = attempt;
  const { token: _t, seen: _s, draft: _d, ...written } = fields;
  const shown = page.safeParse(fields);
  const now = deps.clock.now();
  const read = actions[action].read(written, { supportCase, agent, rules, now, files });
  const wrong = 'wrong' in read ? read.wrong : [];
  if ('wrong' in read || !shown.success)
    return { outcome: 'wrong', fields: shown.success ? wrong : [...wrong, 'token'] };
  const { plan } = read;
  const barred = barredFrom(plan, attempt);
  if (barred) return barred;
  const meant = await withOtherCase(deps, supportCase, plan);
  const command = meant && (await identified(deps.keys, supportCase, meant));
  const absent = command ? await missing(deps, supportCase, plan) : [plan.refersTo?.field ?? ''];
  if (!command || absent.length > 0) return { outcome: 'wrong', fields: absent };
  if (command.do === 'link' && contradicts(supportCase, command))
    return { outcome: 'rejected', rejection: { rejected: 'linked-otherwise' } };
  const cause = causeOf(attempt, shown.data.token, written);
  const { seen } = shown.data;
  // Checked before the text is stored, so that a late reply stores nothing. The write checks it again.
  const late = await lateFor(deps, supportCase, { command, cause, seen });
  if (late) return late;
  if (plan.message) await keepMessage(deps.blobs, supportCase, plan.message, { id: cause, at: now, agent });
  const done = await handleAct(
    { store: deps.store, rules },
    {
      ...{ id: supportCase.id, command, cause, seen, by: `agent:${agent.user}` },
      ...{
        at: Math.max(plan.at ?? now, supportCase.openedAt),
        recordedAt: now,
        correlationId: cause,
        causationId: cause,
      },
    },
  );
  if (done.outcome === 'rejected') return { outcome: 'rejected', rejection: done.rejection };
  if (done.outcome === 'overtaken') return { outcome: 'conflict', how: done.news };
  return { outcome: done.outcome === 'duplicate' ? 'repeated' : 'done' };
}
