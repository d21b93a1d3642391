import type { Actor } from '#events/vocabulary.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { saveMessage } from '#shared/application/messages.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import type { Message } from '#shared/domain/cases/message-schema.ts';
import { causeId } from '#shared/runtime/ids.ts';
import type { World } from './world.ts';

/** A command to a case in a story, decided when its time comes. */
export interface CaseAct {
  readonly at: number;
  /** Unique in the case. */
  readonly name: string;
  /** The member of staff with the case by default. */
  readonly by?: Actor;
  readonly text?: string;
  /** Return undefined when the case no longer needs it. */
  command(supportCase: Case, by: Actor): CaseCommand | undefined;
}

/** The reference of a case, known from its opening on. */
export interface CaseHolder {
  ref?: string;
}

const directionOf = (command: CaseCommand): Message['direction'] =>
  command.do === 'reply' || command.do === 'resolve'
    ? 'out'
    : command.do === 'receive' || command.do === 'answer-request'
      ? 'in'
      : 'note';

const byStaff = (world: World, { id, assignee, department }: Case): Actor =>
  `agent:${assignee ?? world.present(department, id)[0] ?? 'care.001'}`;

/** Carry out an act as the console or the mail intake does: store its text, then handle the command. */
async function carryOut(world: World, ref: string, { at, name, by, text, command }: CaseAct): Promise<void> {
  const { store, blobs } = world.ports;
  const supportCase = await store.load('case', ref);
  if (!supportCase) return;
  const actor = by ?? byStaff(world, supportCase);
  const wanted = command(supportCase, actor);
  if (!wanted) return;
  const cause = causeId(`example:${ref}:${name}`);
  if (text !== undefined) {
    const direction = directionOf(wanted);
    const { email, name: sender = '' } = supportCase.beneficiary;
    await saveMessage(blobs, ref, {
      ...{ id: cause, direction, channel: direction === 'note' ? 'console' : 'mail', at, text },
      from:
        direction === 'in'
          ? { name: sender, address: email ?? 'department@rida.example' }
          : { name: actor.slice(actor.indexOf(':') + 1), address: actor.slice(actor.indexOf(':') + 1) },
      to: direction === 'out' && email !== undefined ? [email] : [],
      ...{ subject: supportCase.subject, attachments: [], reasons: [] },
    });
  }
  await handleCommand(
    { store, rules: world.rules() },
    {
      ...{ id: ref, supportCase, command: wanted, cause, by: actor, at, recordedAt: at },
      ...{ correlationId: cause, causationId: cause },
    },
  );
}

/** Plan acts on a case that is open by then. */
export function planCaseActs(world: World, holder: CaseHolder, acts: readonly CaseAct[]): void {
  for (const one of acts) {
    const act = { ...one, at: Math.round(one.at) };
    world.plan({
      at: act.at,
      run: async () => holder.ref !== undefined && carryOut(world, holder.ref, act),
    });
  }
}
