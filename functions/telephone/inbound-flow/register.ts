import { caseType } from '#events/vocabulary.ts';
import { openCallCase } from '#shared/application/telephone/open-call-case.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { Reference } from '#shared/domain/cases/reference.ts';
import { spokenReference } from '#shared/domain/telephone/spoken.ts';
import { topicOf } from '#shared/domain/telephone/topics.ts';
import type { FlowAnswer } from '#shared/runtime/lambda.ts';
import type { InboundContext, InboundStep } from './step.ts';

/** A reference as the flow keeps it, and as it says it. */
export const asReference = (
  { language }: Pick<InboundContext, 'language'>,
  reference: Reference,
): FlowAnswer => ({
  reference,
  spoken: spokenReference(reference, language),
});

/** Opens the case of this call; the same for the same type. */
export const caseOf = (
  { store, keys, rules, now, caller, language }: InboundContext,
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
export const register: InboundStep = async (desk, { type, topic = '' }) => {
  const { id } = await caseOf(desk, type, topicOf(desk.rules, topic));
  return asReference(desk, id);
};
