import { caseType } from '#events/vocabulary.ts';
import { openCallCase } from '#shared/casework/open-call-case.ts';
import { spokenReference } from '#shared/domain/call/spoken.ts';
import { topicOf } from '#shared/domain/call/topics.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Reference } from '#shared/domain/case/reference.ts';
import type { FlowAnswer } from '#shared/runtime/chain-flow.ts';
import type { Desk, Step } from './desk.ts';

/** A reference as the flow keeps it, and as it says it. */
export const asReference = ({ language }: Pick<Desk, 'language'>, reference: Reference): FlowAnswer => ({
  reference,
  spoken: spokenReference(reference, language),
});

/** Opens the case of this call; the same for the same type. */
export const caseOf = (
  { store, keys, rules, now, caller, language }: Desk,
  type: string | undefined,
  category?: string,
): Promise<Case> =>
  openCallCase(
    { store, rules, keys },
    {
      ...{ callId: caller.callId, number: caller.phone, line: caller.line, language, category },
      type: caseType.catch('inquiry').parse(type),
      ...{ at: now, recordedAt: now },
    },
  );

/**
 * Registers what the caller chose as a case. Asked twice for one call, it answers the same case.
 *
 * @param parameters `type`: the case's; `topic`: the key of a category that was offered
 */
export const register: Step = async (desk, { type, topic = '' }) => {
  const { id } = await caseOf(desk, type, topicOf(desk.rules, topic));
  return asReference(desk, id);
};
