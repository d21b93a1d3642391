import type { ConnectContactRecord } from '#events/inbound/connect-contact-record.ts';
import { attachMessage } from '#shared/application/telephone/attach-message.ts';
import { intentOf, saidBy } from '#shared/application/telephone/call-attributes.ts';
import { keepIntent } from '#shared/application/telephone/call-intent.ts';
import { updateCall } from '#shared/application/telephone/update-call.ts';
import { defined } from '#shared/domain/telephone/join.ts';
import type { CallReport, Recording } from '#shared/domain/telephone/leg-facts.ts';
import type { Clock, Keys, RulesSource } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { idOf, msOf, parseConnectTime, queueFact, wordOf } from './connect-facts.ts';

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
  return defined<CallReport>({
    ...saidBy(record.Attributes ?? {}),
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
    recordings: recordings?.flatMap((one) => recordingOf(one, answeredAt)),
  });
}

/**
 * Add a contact record to its call, execute requests that the caller made while Rida was unavailable, and add
 * a voice message to its case. Only telephone contacts are stored. Repeated records change nothing.
 */
export async function recordContactRecord(
  { store, rules, keys, clock }: ContactRecordDeps,
  record: ConnectContactRecord,
): Promise<'committed' | 'duplicate' | 'not-a-call'> {
  if (record.Channel !== 'VOICE') return 'not-a-call';
  const recordedAt = clock.now();
  const id = record.InitialContactId || record.ContactId;
  const at = parseConnectTime(record.LastUpdateTimestamp) ?? recordedAt;
  const { outcome, call } = await updateCall(store, {
    id,
    cause: causeId(`contact-record:${record.ContactId}:${record.LastUpdateTimestamp}`),
    at,
    recordedAt,
    facts: factsOfRecord(record),
  });
  const intent = intentOf(record.Attributes ?? {});
  const inForce = await rules.current();
  const number = record.CustomerEndpoint?.Address;
  if (intent) await keepIntent({ store, rules: inForce, keys }, { call, intent, number, recordedAt });
  await attachMessage({ store, rules: inForce }, id, recordedAt);
  return outcome;
}
