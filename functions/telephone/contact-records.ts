import type { ConnectContactRecord } from '#events/inbound/connect-contact-record.ts';
import { saidBy, wishesOf } from '#shared/application/telephone/call-attributes.ts';
import { fulfilWishes } from '#shared/application/telephone/fulfil-wishes.ts';
import { updateCall } from '#shared/application/telephone/update-call.ts';
import { defined } from '#shared/domain/telephone/join.ts';
import type { CallReport, Recording } from '#shared/domain/telephone/leg-facts.ts';
import { isVoiceMessage } from '#shared/domain/telephone/voice-message.ts';
import type { Clock, Keys, RulesSource } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { idOf, msOf, parseConnectTime, queueFact, wordOf } from './connect-facts.ts';
import { completeOutboundWishes } from './outbound-flow.ts';

export interface ContactRecordDeps {
  readonly store: Store;
  readonly rules: RulesSource;
  readonly keys: Keys;
  readonly clock: Clock;
}

type ReportedRecording = NonNullable<ConnectContactRecord['Recordings']>[number];

/** Return the object key in a location, which is the bucket name and the key. */
const keyIn = (location: string | null | undefined): string | undefined =>
  location?.replace(/^s3:\/\//u, '').replace(/^[^/]*\//u, '') || undefined;

/** Return the type of a recording: before or without an agent, it contains the caller and the flow. */
function recordingOf(reported: ReportedRecording, answeredAt: number | undefined): Recording[] {
  const key = keyIn(reported.Location);
  if (key === undefined || reported.Status === 'DELETED' || (reported.MediaStreamType ?? 'AUDIO') !== 'AUDIO')
    return [];
  const [startedAt, endedAt] = [
    parseConnectTime(reported.StartTimestamp),
    parseConnectTime(reported.StopTimestamp),
  ];
  const alone = answeredAt === undefined || (endedAt !== undefined && endedAt <= answeredAt);
  return [
    defined<Recording>({
      key,
      kind: reported.ParticipantType === 'IVR' || alone ? 'automated' : 'agent',
      startedAt,
      endedAt,
      transcript: keyIn(reported.UnprocessedTranscriptLocation),
    }),
  ];
}

/**
 * Convert a contact record.
 * @internal exported for tests
 */
export function factsOfRecord(record: ConnectContactRecord): CallReport {
  const { Agent: agent, Queue: queue, Recordings: recordings } = record;
  const answeredAt = parseConnectTime(agent?.ConnectedToAgentTimestamp);
  const kept = recordings?.flatMap((one) => recordingOf(one, answeredAt));
  const wanted = wishesOf(record.Attributes ?? {}).message === true;
  return defined<CallReport>({
    ...saidBy(record.Attributes ?? {}),
    message: wanted && kept?.some(isVoiceMessage) ? true : undefined,
    source: 'record',
    contactId: record.ContactId,
    updatedAt: parseConnectTime(record.LastUpdateTimestamp),
    initiationMethod: wordOf(record.InitiationMethod),
    initiatedAt: parseConnectTime(record.InitiationTimestamp),
    connectedAt: parseConnectTime(record.ConnectedToSystemTimestamp),
    queue: queue ? queueFact(queue.Name, queue.ARN) : undefined,
    queuedAt: parseConnectTime(queue?.EnqueueTimestamp),
    queueMs: msOf(queue?.Duration),
    answeredAt,
    agent: wordOf(agent?.Username) ?? wordOf(idOf(agent?.ARN)),
    holds: agent?.NumberOfHolds ?? undefined,
    holdMs: msOf(agent?.CustomerHoldDuration),
    talkMs: msOf(agent?.AgentInteractionDuration),
    afterWorkMs: msOf(agent?.AfterContactWorkDuration),
    endedAt: parseConnectTime(record.DisconnectTimestamp),
    reason: wordOf(record.DisconnectReason),
    previous: wordOf(record.PreviousContactId),
    next: wordOf(record.NextContactId),
    recordings: kept,
  });
}

/**
 * Add a contact record to its call, and complete what the caller asked for: a case, a callback, a voice
 * message. Only telephone contacts are stored. Repeated records change nothing.
 */
export async function recordContactRecord(
  { store, rules, keys, clock }: ContactRecordDeps,
  record: ConnectContactRecord,
): Promise<'committed' | 'duplicate' | 'not-a-call'> {
  if (record.Channel !== 'VOICE') return 'not-a-call';
  const recordedAt = clock.now();
  const id = record.InitialContactId || record.ContactId;
  const at = parseConnectTime(record.LastUpdateTimestamp) ?? recordedAt;
  const facts = factsOfRecord(record);
  const { outcome, call } = await updateCall(store, {
    id,
    cause: causeId(`contact-record:${record.ContactId}:${record.LastUpdateTimestamp}`),
    at,
    recordedAt,
    facts,
  });
  const wishes = wishesOf(record.Attributes ?? {});
  const number = record.CustomerEndpoint?.Address;
  const attributes = record.Attributes ?? {};
  const isOutbound = await completeOutboundWishes(
    { store, rules, keys, clock: { now: () => facts.endedAt ?? recordedAt } },
    { contactId: record.ContactId, attributes, remarked: facts.message === true },
  );
  if (!isOutbound)
    await fulfilWishes({ store, rules: await rules.current(), keys }, { call, wishes, number, recordedAt });
  return outcome;
}
