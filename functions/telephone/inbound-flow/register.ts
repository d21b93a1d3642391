import { caseType } from '#events/vocabulary.ts';
import { openCallCase } from '#shared/application/telephone/open-call-case.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { Reference } from '#shared/domain/cases/reference.ts';
import { spokenReference } from '#shared/domain/telephone/spoken-reference.ts';
import { districtOf, topicOf } from '#shared/domain/telephone/topics.ts';
import type { FlowAnswer } from '#shared/runtime/lambda.ts';
import type { InboundContext, InboundStep } from './inbound-step.ts';

/** Return a reference as the flow stores it and as it is spoken. */
export const asReference = (
  { language }: Pick<InboundContext, 'language'>,
  reference: Reference,
): FlowAnswer => ({
  reference,
  spoken: spokenReference(reference, language),
});

/** Open the case of this call. The same type returns the same case. */
export const caseOf = (
  { store, keys, rules, now, caller, language }: InboundContext,
  about: {
    readonly type: string | undefined;
    readonly category?: string | undefined;
    readonly district?: string | undefined;
    readonly callBackOn?: string | undefined;
  },
): Promise<Case> =>
  openCallCase(
    { store, rules, keys },
    {
      ...{ callId: caller.callId, number: caller.phone, line: caller.line, language },
      ...about,
      type: caseType.catch('inquiry').parse(about.type),
      ...{ at: now, recordedAt: now },
    },
  );

/**
 * Register the choice of the caller as a case. A repeated request returns the same case.
 *
 * @param parameters `type`: the type of the case; `topic`: the key of an offered category; `district`: the key of an
 * offered district
 */
export const register: InboundStep = async (desk, { type, topic = '', district = '' }) => {
  const { rules } = desk;
  const about = { type, category: topicOf(rules, topic), district: districtOf(rules, district) };
  const { id } = await caseOf(desk, about);
  return asReference(desk, id);
};
