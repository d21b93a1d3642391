import { type ActionRunner, mapOf, nameIn, textOf } from './machine.ts';
import { nameOf } from './names.ts';

const E164 = /^\+[1-9]\d{6,14}$/;

const goOn: ActionRunner = () => ({ kind: 'next' });

/** Attributes of the related contact are not this call's. */
const setAttributes: ActionRunner = ({ Parameters }, machine) => {
  if (textOf(Parameters.TargetContact, machine).toLowerCase() !== 'related') {
    const given = Object.entries(mapOf(Parameters.Attributes, machine));
    for (const [name, value] of given) machine.attributes[textOf(name, machine)] = value;
  }
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

/** Runners of the contact actions. What only an agent or a recording would notice changes nothing here. */
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
  UpdateContactRecordingBehavior: goOn,
  UpdateContactRecordingAndAnalyticsBehavior: goOn,
  UpdateContactRoutingBehavior: goOn,
  UpdateContactRoutingCriteria: goOn,
  UpdateRoutingCriteria: goOn,
  UpdatePreviousContactParticipantState: goOn,
  UpdateContactMediaStreamingBehavior: goOn,
  UpdateContactMediaProcessing: goOn,
  CompleteOutboundCall: goOn,
  ResumeContact: goOn,
  TagContact: goOn,
  UntagContact: goOn,
  UnTagContact: goOn,
};
