import { connectContactRecord } from '#events/inbound/connect-contact-record.ts';
import { connectFlowRequest } from '#events/inbound/connect-flow-request.ts';
import type { CallPurpose } from '#events/vocabulary.ts';
import { recordContactRecord } from '#functions/telephone/contact-records.ts';
import { outboundFlows } from '#functions/telephone/flows/outbound/outbound-flows.ts';
import { answerOutboundFlow } from '#functions/telephone/outbound-flow.ts';
import { DAY, isoInstant } from '#shared/domain/time/instant.ts';
import type { Flow } from '#shared/flow/flow-language.ts';
import { createCall, quietWorld } from '#shared/flow/interpreter.ts';
import { aCase } from '#test/builders/a-case.ts';
import { CallingCentre } from '#test/unit/outreach/calling.ts';
import { brokenFlows } from './branches.ts';
import { act, flowsByName } from './telephone.ts';

const CALL_OUT = 'call-out-1';
const CONTACT = `contact-of-${CALL_OUT}`;

const all: Readonly<Record<string, Flow>> = {
  ...flowsByName,
  ...Object.fromEntries(outboundFlows.map((definition) => [definition.name, definition.toFlow()])),
};

/** Return what is stored of an outbound call, in the words of the table. */
async function keptOut(centre: CallingCentre): Promise<string[]> {
  const { attempts } = await centre.callOut(CALL_OUT);
  const { answered: _, registered: __, answers = {}, ...said } = attempts[0]?.report ?? {};
  const cases = centre.store.commits.filter(({ kind, version }) => kind === 'case' && version === 1);
  const opened = await Promise.all(cases.map(({ id }) => centre.store.load('case', id)));
  return [
    ...Object.entries(answers).map(([question, answer]) => `${question} ${answer}`),
    ...Object.keys(said),
    ...opened.map((one) => one?.type ?? ''),
    ...centre.store.commits.flatMap(({ events }) =>
      events.flatMap(({ type, data }) =>
        type === 'rida.outcome.answered.v1' ? [data.finished ? 'confirmed' : 'contested'] : [],
      ),
    ),
  ];
}

/** Store the case whose end a follow-up call tells and asks about. */
function endedCase(centre: CallingCentre) {
  const at = centre.clock.now();
  const supportCase = aCase({
    status: 'resolved',
    channel: 'phone',
    beneficiary: { id: `beneficiary-${CALL_OUT}`, phone: '+966500000001', authenticated: false },
    resolution: { at, by: 'agent:salem', as: 'done', outcome: 'استُبدلت المصابيح.' },
    confirmation: { state: 'asked', question: 'c0', by: 'call' },
    survey: { state: 'invited', invitation: 's0', at, expiresAt: at + DAY },
  });
  centre.store.seed(supportCase);
  return { caseRef: supportCase.id, question: 'c0' };
}

/** Place an outbound call that a person answers, and make their moves; see `called`. */
export async function calledOut(
  purpose: CallPurpose,
  does: readonly string[],
  language: 'ar' | 'en',
  broken = '',
) {
  const centre = new CallingCentre();
  const about = purpose === 'follow-up' ? endedCase(centre) : {};
  await centre.dial(await centre.due(CALL_OUT, { purpose, language, ...about }));
  const [order] = centre.orders;
  const flows = brokenFlows(all, [{ block: broken, error: 'NoMatchingError' }]);
  const flow = flows[`outbound/${purpose}-call`];
  if (!flow || !order) throw new Error(`no call of purpose ${purpose}`);
  const call = createCall({
    ...{ flow, flows },
    contact: {
      contactId: CONTACT,
      customer: order.to,
      initiationMethod: 'API',
      attributes: order.attributes,
    },
    world: {
      ...quietWorld,
      now: () => centre.clock.now(),
      after: () => new Promise(() => undefined),
      result: ({ block }) => (block === broken ? 'NoMatchingError' : undefined),
      lambda: (_, event) => answerOutboundFlow(centre.deps(), connectFlowRequest.parse(event)),
    },
  });
  await call.run();
  for (const deed of does.filter((one) => one !== '')) await act(call, deed === '-' ? 'silence' : deed);
  return {
    call,
    async end(): Promise<string[]> {
      await call.hangUp();
      const until = centre.clock.now();
      const recorded = call.effects.some((effect) => effect.type === 'recording' && effect.automated);
      const record = connectContactRecord.parse({
        ...{ ContactId: CONTACT, Channel: 'VOICE', InitiationMethod: 'API' },
        ...{ LastUpdateTimestamp: isoInstant(until), DisconnectTimestamp: isoInstant(until) },
        ...{ CustomerEndpoint: { Address: order.to }, Attributes: call.attributes },
        Recordings: recorded
          ? [
              {
                ...{ Location: `bucket/ivr/${CONTACT}.wav`, ParticipantType: 'IVR' },
                ...{ StartTimestamp: isoInstant(until - 20_000), StopTimestamp: isoInstant(until) },
              },
            ]
          : [],
      });
      // The record may come twice.
      await recordContactRecord(centre.deps(), record);
      await recordContactRecord(centre.deps(), record);
      return keptOut(centre);
    },
  };
}
