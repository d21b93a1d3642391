import { createHash } from 'node:crypto';
import * as z from 'zod';
import { handleCommand } from '#shared/application/handle-command.ts';
import { readMessage } from '#shared/application/messages.ts';
import { survivingCase } from '#shared/application/surviving-case.ts';
import { type Case, isActive } from '#shared/domain/cases/case.ts';
import type { Rejection } from '#shared/domain/cases/case-command.ts';
import { contradicts } from '#shared/domain/cases/decisions/links.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import type { Commit } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import type { SentFile } from '../shell/http/sent-form.ts';
import type { Agent } from '../shell/sign-in.ts';
import type { PlannedAction } from './actions/action-input.ts';
import { type ActionName, actions } from './actions/actions.ts';
import type { ConsoleDeps } from './cases-deps.ts';
import { keepMessage } from './keep-message.ts';

/** The fields of a sent form, by name. */
export type SentFields = Readonly<Record<string, string>>;

export type Acted =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'repeated' }
  | { readonly outcome: 'wrong'; readonly fields: readonly string[] }
  | { readonly outcome: 'rejected'; readonly rejection: Rejection }
  | { readonly outcome: 'conflict'; readonly how: 'answered' | 'wrote' | 'reclassified' };

const page = z.object({
  /** Drawn when the form was shown, so that a double click is one action. */
  token: z.uuid(),
  /** The version of the case that the person saw. */
  seen: z.coerce.number().int().positive(),
});

interface Attempt {
  readonly supportCase: Case;
  readonly action: ActionName;
  readonly fields: SentFields;
  readonly files?: readonly SentFile[];
  readonly agent: Agent;
  readonly rules: Rules;
}

type Conflict = Extract<Acted, { outcome: 'conflict' }>['how'];

/** Return the newer event that the person should see before this action, if there is one. */
function conflictOf(action: ActionName, commits: readonly Commit[], seen: number): Conflict | undefined {
  const since = new Set(
    commits.filter(({ version }) => version > seen).flatMap(({ events }) => events.map(({ type }) => type)),
  );
  if (action === 'reclassify') return since.has('rida.case.reclassified.v1') ? 'reclassified' : undefined;
  if (action !== 'reply') return undefined;
  if (since.has('rida.message.sent.v1')) return 'answered';
  return since.has('rida.message.received.v1') ? 'wrote' : undefined;
}

/** Return the fields that name something missing: another case, a message of this case, an address to copy. */
async function missing(
  { store, blobs }: ConsoleDeps,
  supportCase: Case,
  { command, message, refersTo }: PlannedAction,
): Promise<string[]> {
  const copied = (message?.cc ?? []).length > 0;
  if (copied && supportCase.beneficiary.email === undefined) return ['cc.alone'];
  if (refersTo) {
    const { field, reference } = refersTo;
    const other = reference === supportCase.id ? undefined : await store.load('case', reference);
    if (!other || other.erased) return [field];
    // A case cannot be merged into one that ended, because its message would get no reply.
    const isUsable = command.do !== 'merge' || isActive((await survivingCase(store, other)).status);
    return isUsable ? [] : [field];
  }
  if (command.do !== 'split') return [];
  return (await readMessage(blobs, supportCase.id, command.message)) ? [] : ['message'];
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

/**
 * Perform the action of a form once, however often the form is sent. The cause is derived from the form's
 * token and its content, so another text is another action. A reply that a newer message or reply overtook
 * is shown again instead of sent.
 */
export async function act(deps: ConsoleDeps, attempt: Attempt): Promise<Acted> {
  const { supportCase, action, fields, files = [], agent, rules } = attempt;
  const { token: _t, seen: _s, ...written } = fields;
  const shown = page.safeParse(fields);
  const now = deps.clock.now();
  const read = actions[action].read(written, { agent, rules, now, files });
  const wrong = 'wrong' in read ? read.wrong : [];
  if ('wrong' in read || !shown.success)
    return { outcome: 'wrong', fields: shown.success ? wrong : [...wrong, 'token'] };
  const { plan } = read;
  // A form has whole minutes, so the minute in which the case was opened is valid.
  if (plan.at !== undefined && plan.at + MINUTE <= supportCase.openedAt)
    return { outcome: 'wrong', fields: ['happenedAt'] };
  const absent = await missing(deps, supportCase, plan);
  if (absent.length > 0) return { outcome: 'wrong', fields: absent };
  if (plan.command.do === 'link' && contradicts(supportCase, plan.command))
    return { outcome: 'rejected', rejection: { rejected: 'linked-otherwise' } };
  const cause = causeOf(attempt, shown.data.token, written);
  if (supportCase.version > shown.data.seen) {
    const since = await deps.store.timeline('case', supportCase.id);
    if (since.some((commit) => commit.cause === cause)) return { outcome: 'repeated' };
    const how = conflictOf(action, since, shown.data.seen);
    if (how) return { outcome: 'conflict', how };
  }
  if (plan.message) await keepMessage(deps.blobs, supportCase, plan.message, { id: cause, at: now, agent });
  const done = await handleCommand(
    { store: deps.store, rules },
    {
      ...{ id: supportCase.id, command: plan.command, cause, by: `agent:${agent.user}` },
      ...{
        at: Math.max(plan.at ?? now, supportCase.openedAt),
        recordedAt: now,
        correlationId: cause,
        causationId: cause,
      },
    },
  );
  if (done.outcome === 'rejected') return { outcome: 'rejected', rejection: done.rejection };
  return { outcome: done.outcome === 'duplicate' ? 'repeated' : 'done' };
}
