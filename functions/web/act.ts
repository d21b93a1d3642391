import * as z from 'zod';
import { execute } from '#shared/casework/execute.ts';
import { saveMessage } from '#shared/casework/messages.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Rejection } from '#shared/domain/case/command.ts';
import { parseReference } from '#shared/domain/case/reference.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Commit, Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { type ActionName, actions, type Plan } from './actions.ts';
import type { Agent, ConsoleDeps } from './console-deps.ts';

/** A form as it was sent: every field by its name. */
export type Fields = Readonly<Record<string, string>>;

export type Acted =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'repeated' }
  | { readonly outcome: 'wrong'; readonly fields: readonly string[] }
  | { readonly outcome: 'rejected'; readonly rejection: Rejection }
  | { readonly outcome: 'overtaken'; readonly how: 'answered' | 'wrote' };

const page = z.object({
  /** Drawn when the form was shown: what makes two clicks one act. */
  token: z.uuid(),
  /** The case's version that the person saw. */
  seen: z.coerce.number().int().positive(),
});

interface Attempt {
  readonly known: Case;
  readonly action: ActionName;
  readonly fields: Fields;
  readonly agent: Agent;
  readonly rules: Rules;
}

/** What happened to the conversation after the version the person saw. */
function overtaking(commits: readonly Commit[], seen: number): 'answered' | 'wrote' | undefined {
  const types = commits.filter(({ version }) => version > seen).flatMap(({ events }) => events);
  if (types.some(({ type }) => type === 'rida.message.sent.v1')) return 'answered';
  return types.some(({ type }) => type === 'rida.message.received.v1') ? 'wrote' : undefined;
}

async function keep(deps: ConsoleDeps, { known, agent }: Attempt, cause: string, plan: Plan): Promise<void> {
  if (!plan.message) return;
  const { direction, text } = plan.message;
  const { email } = known.beneficiary;
  await saveMessage(deps.blobs, known.id, {
    id: cause,
    direction,
    channel: direction === 'out' ? 'mail' : 'console',
    at: deps.clock.now(),
    from: { name: agent.name, address: agent.user },
    to: direction === 'out' && email !== undefined ? [email] : [],
    subject: known.subject,
    text,
    attachments: [],
    reasons: [],
  });
}

/** A duplicate must name another case that exists. */
async function wrongOriginal(store: Store, known: Case, { command }: Plan): Promise<boolean> {
  if (command.do !== 'close' || command.duplicateOf === undefined) return false;
  const original = parseReference(command.duplicateOf);
  return !original || original === known.id || !(await store.load('case', original));
}

/**
 * Carries out what an agent asked for on a case's page, once however often the form is sent: the cause
 * derives from the form's own token and from what was written, so that going back and writing something
 * else is another act. A reply that somebody overtook is shown again instead of sent.
 */
export async function act(deps: ConsoleDeps, attempt: Attempt): Promise<Acted> {
  const { known, action, fields, agent, rules } = attempt;
  const { token: _t, seen: _s, ...written } = fields;
  const shown = page.safeParse(fields);
  const read = actions[action].read(written, agent.user);
  const wrong = 'wrong' in read ? read.wrong : [];
  if ('wrong' in read || !shown.success)
    return { outcome: 'wrong', fields: shown.success ? wrong : [...wrong, 'token'] };
  const { plan } = read;
  if (await wrongOriginal(deps.store, known, plan)) return { outcome: 'wrong', fields: ['duplicateOf'] };
  const cause = causeId(
    JSON.stringify([
      'console',
      known.id,
      agent.user,
      action,
      shown.data.token,
      Object.entries(written).sort(),
    ]),
  );
  if (known.version > shown.data.seen) {
    const since = await deps.store.timeline('case', known.id);
    if (since.some((commit) => commit.cause === cause)) return { outcome: 'repeated' };
    const how = action === 'reply' ? overtaking(since, shown.data.seen) : undefined;
    if (how) return { outcome: 'overtaken', how };
  }
  await keep(deps, attempt, cause, plan);
  const now = deps.clock.now();
  const done = await execute(
    { store: deps.store, rules },
    {
      ...{ id: known.id, command: plan.command, cause, by: `agent:${agent.user}` },
      ...{ at: now, recordedAt: now, correlationId: cause, causationId: cause },
    },
  );
  if (done.outcome === 'rejected') return { outcome: 'rejected', rejection: done.rejection };
  return { outcome: done.outcome === 'duplicate' ? 'repeated' : 'done' };
}
