import { type ActionRunner, mapOf, textOf, within } from './machine.ts';
import { nameOf } from './names.ts';

const E164 = /^\+[1-9]\d{6,14}$/;

const goOn: ActionRunner = () => ({ kind: 'next' });

const setAttributes: ActionRunner = ({ Parameters }, machine) => {
  Object.assign(machine.attributes, mapOf(Parameters.Attributes, machine));
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

const setQueue: ActionRunner = ({ Parameters }, machine) => {
  const queue = textOf(Parameters.QueueId ?? Parameters.AgentId, machine);
  if (queue === '') return { kind: 'error', type: 'NoMatchingError' };
  machine.queue = nameOf(queue);
  return { kind: 'next' };
};

const toQueue: ActionRunner = ({ Parameters }, machine) => {
  const own = textOf(within(Parameters, 'QueueId'), machine);
  if (own !== '') machine.queue = nameOf(own);
  if (machine.queue === undefined) return { kind: 'error', type: 'NoMatchingError' };
  const { contacts, capacity } = machine.world.queue(machine.queue);
  return contacts >= capacity ? { kind: 'error', type: 'QueueAtCapacity' } : { kind: 'queued' };
};

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
  UpdateContactCallbackNumber: setCallbackNumber,
  UpdateContactEventHooks: setHooks,
  UpdateContactRecordingBehavior: goOn,
  UpdateContactRecordingAndAnalyticsBehavior: goOn,
  UpdateContactRoutingBehavior: goOn,
  UpdatePreviousContactParticipantState: goOn,
  UpdateContactMediaStreamingBehavior: goOn,
  CompleteOutboundCall: goOn,
  TagContact: goOn,
  UnTagContact: goOn,
};
