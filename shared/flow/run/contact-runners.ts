import { within } from './json-path.ts';
import { type ActionRunner, mapOf, nameIn, textOf } from './machine.ts';
import { nameOf } from './names.ts';
import { perform } from './perform.ts';

const E164 = /^\+[1-9]\d{6,14}$/;

const goOn: ActionRunner = () => ({ kind: 'next' });

/** Limit for all attributes of a contact together. Source: API reference, "UpdateContactAttributes". */
const ATTRIBUTE_BYTES = 32_768;

const bytesOf = (attributes: Readonly<Record<string, string>>): number =>
  new TextEncoder().encode(Object.entries(attributes).flat().join('')).length;

/**
 * Set all attributes, or none when they exceed the limit. Ignore those of the related contact, which is not
 * in this call.
 */
const setAttributes: ActionRunner = ({ Parameters }, machine) => {
  const given = Object.entries(mapOf(Parameters.Attributes, machine)).map(([name, value]) => [
    textOf(name, machine),
    value,
  ]);
  const set = Object.fromEntries(given) as Readonly<Record<string, string>>;
  if (textOf(Parameters.TargetContact, machine).toLowerCase() === 'related') return { kind: 'next' };
  if (bytesOf({ ...machine.attributes, ...set }) > ATTRIBUTE_BYTES)
    return { kind: 'error', type: 'NoMatchingError' };
  Object.assign(machine.attributes, set);
  return { kind: 'next' };
};

const setData: ActionRunner = ({ Parameters }, machine) => {
  const code = textOf(Parameters.LanguageCode, machine);
  if (code !== '') machine.languageCode = code;
  return { kind: 'next' };
};

const setVoice: ActionRunner = ({ Parameters }, machine) => {
  const voice = textOf(Parameters.TextToSpeechVoice, machine);
  if (voice === '') return { kind: 'error', type: 'NoMatchingError' };
  machine.voice = voice;
  return { kind: 'next' };
};

const setQueue: ActionRunner = (action, machine) => {
  const queue = nameIn(action, 'QueueId', machine) || nameIn(action, 'AgentId', machine);
  if (queue === '') return { kind: 'error', type: 'NoMatchingError' };
  machine.queue = queue;
  return { kind: 'next' };
};

const toQueue: ActionRunner = (action, machine) => {
  const own = nameIn(action, 'QueueId', machine) || nameIn(action, 'AgentId', machine);
  if (own !== '') machine.queue = own;
  if (machine.queue === undefined) return { kind: 'error', type: 'NoMatchingError' };
  const { contacts, capacity } = machine.world.queue(machine.queue);
  return contacts >= capacity ? { kind: 'error', type: 'QueueAtCapacity' } : { kind: 'queued' };
};

const toAgent: ActionRunner = (_, { queue }) => ({
  kind: 'end',
  outcome: 'handed-to-agent',
  ...(queue === undefined ? {} : { reason: queue }),
});

const setCallbackNumber: ActionRunner = ({ Parameters }, machine) => {
  const number = textOf(Parameters.CallbackNumber, machine);
  if (!E164.test(number)) return { kind: 'error', type: 'InvalidCallbackNumber' };
  machine.callbackNumber = number;
  return { kind: 'next' };
};

const setHooks: ActionRunner = ({ Parameters }, machine) => {
  for (const [hook, flow] of Object.entries(mapOf(Parameters.EventHooks, machine)))
    machine.hooks[hook] = nameOf(flow);
  return { kind: 'next' };
};

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Handle both forms of the block: the older one, and the one that also sets analytics. */
const setRecording: ActionRunner = ({ Parameters }, machine) => {
  const given = Parameters.RecordingBehavior ?? within(Parameters.VoiceBehavior, 'VoiceRecordingBehavior');
  if (given === undefined) return { kind: 'next' };
  const automated = textOf(within(given, 'IVRRecordingBehavior'), machine);
  return perform(
    {
      type: 'recording',
      participants: textsOf(within(given, 'RecordedParticipants')),
      ...(automated === '' ? {} : { automated: automated === 'Enabled' }),
    },
    machine,
  );
};

const setRouting: ActionRunner = ({ Parameters }, machine) => {
  const priority = textOf(Parameters.QueuePriority, machine);
  const addSeconds = textOf(Parameters.QueueTimeAdjustmentSeconds, machine);
  return perform(
    {
      type: 'routing',
      ...(priority === '' ? {} : { priority: Number(priority) }),
      ...(addSeconds === '' ? {} : { addSeconds: Number(addSeconds) }),
    },
    machine,
  );
};

const setTags: ActionRunner = ({ Parameters }, machine) => {
  const tags = mapOf(Parameters.Tags, machine);
  Object.assign(machine.tags, tags);
  return perform({ type: 'tags', tags }, machine);
};

const removeTags: ActionRunner = ({ Parameters }, machine) => {
  for (const key of textsOf(Parameters.TagKeys)) delete machine.tags[key];
  return { kind: 'next' };
};

/** Runners of the contact actions. Actions that only an agent notices change nothing here. */
export const contactRunners: Readonly<Record<string, ActionRunner>> = {
  UpdateContactAttributes: setAttributes,
  UpdateContactData: setData,
  UpdateContactTextToSpeechVoice: setVoice,
  UpdateContactTargetQueue: setQueue,
  TransferContactToQueue: toQueue,
  DequeueContactAndTransferToQueue: toQueue,
  TransferContactToAgent: toAgent,
  UpdateContactCallbackNumber: setCallbackNumber,
  UpdateContactEventHooks: setHooks,
  UpdateContactRecordingBehavior: setRecording,
  UpdateContactRecordingAndAnalyticsBehavior: setRecording,
  UpdateContactRoutingBehavior: setRouting,
  UpdateContactRoutingCriteria: goOn,
  UpdateRoutingCriteria: goOn,
  UpdatePreviousContactParticipantState: goOn,
  UpdateContactMediaStreamingBehavior: goOn,
  UpdateContactMediaProcessing: goOn,
  CompleteOutboundCall: goOn,
  ResumeContact: goOn,
  TagContact: setTags,
  UntagContact: removeTags,
  UnTagContact: removeTags,
};
