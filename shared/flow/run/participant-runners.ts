import { setsKeypadBuffer } from '../actions/catalogue.ts';
import type { Action } from '../flow-language.ts';
import type { Expectation, Spoken } from './call-types.ts';
import { type FreeAnswer, freeAnswer } from './free-answer.ts';
import { within } from './json-path.ts';
import { type ActionResult, type ActionRunner, type Machine, mapOf, textOf } from './machine.ts';
import { nameOf } from './names.ts';
import { speak, utterances } from './speech.ts';

const DEFAULT_INTERDIGIT_SECONDS = 5;

/** Return the console's display name of a recording, or its id. */
const promptName = (prompt: string, block: string, { flow }: Machine): string =>
  flow.Metadata?.ActionMetadata?.[block]?.displayNames?.PromptId ?? nameOf(prompt);

function promptOf(parameters: unknown, block: string, machine: Machine): Spoken[] {
  const { voice } = machine;
  const ssml = within(parameters, 'SSML');
  if (ssml !== undefined) return utterances(textOf(ssml, machine), voice, block);
  const prompt = within(parameters, 'PromptId') ?? within(parameters, 'Media', 'Uri');
  if (prompt !== undefined)
    return speak(`[${promptName(textOf(prompt, machine), block, machine)}]`, voice, block);
  const text = textOf(within(parameters, 'Text'), machine);
  return text === '' ? [] : speak(text, voice, block);
}

const messageParticipant: ActionRunner = ({ Identifier, Parameters }, machine) => {
  machine.spoken.push(...promptOf(Parameters, Identifier, machine));
  return { kind: 'next' };
};

const messageIteratively: ActionRunner = ({ Identifier, Parameters }, machine) => {
  const messages = Parameters.Messages;
  for (const message of Array.isArray(messages) ? messages : [])
    machine.spoken.push(...promptOf(message, Identifier, machine));
  const seconds = Number(textOf(Parameters.InterruptFrequencySeconds, machine));
  return {
    kind: 'ask',
    queue: true,
    expects: {
      maxDigits: 0,
      ...(seconds > 0 ? { timeoutSeconds: seconds } : {}),
      interdigitSeconds: 0,
      received: '',
    },
    done: () => ({ kind: 'result', value: 'MessagesInterrupted' }),
  };
};

function expectation({ Parameters }: Action, machine: Machine, maxDigits: number): Expectation {
  const dtmf = Parameters.DTMFConfiguration;
  const terminator = within(dtmf, 'InputTerminationSequence');
  const interdigit = Number(textOf(within(dtmf, 'InterdigitTimeLimitSeconds'), machine));
  return {
    maxDigits,
    timeoutSeconds: Number(textOf(Parameters.InputTimeLimitSeconds, machine)) || DEFAULT_INTERDIGIT_SECONDS,
    interdigitSeconds: interdigit > 0 ? interdigit : DEFAULT_INTERDIGIT_SECONDS,
    ...(maxDigits === 1 && terminator === undefined
      ? {}
      : { terminator: textOf(terminator, machine) || '#' }),
    ...(textOf(within(dtmf, 'DisableCancelKey'), machine).toLowerCase() === 'true'
      ? { noCancelKey: true }
      : {}),
    received: '',
  };
}

/**
 * Store an input as Connect does. Silence is stored as the text `Timeout`, unless the flow has a branch for
 * it.
 */
function storeInput(action: Action, machine: Machine): (keys: string | undefined) => ActionResult {
  const phone = within(action.Parameters, 'InputValidation', 'PhoneNumberValidation');
  const local = textOf(within(phone, 'NumberFormat'), machine).toLowerCase() === 'local';
  const country = local ? textOf(within(phone, 'CountryCode'), machine) : undefined;
  return (keys) => {
    if (keys === undefined) {
      machine.stored = 'Timeout';
      const branches = action.Transitions.Errors ?? [];
      return branches.some(({ ErrorType }) => ErrorType === 'InputTimeLimitExceeded')
        ? { kind: 'error', type: 'InputTimeLimitExceeded' }
        : { kind: 'next' };
    }
    const number = phone === undefined ? keys : machine.world.phoneNumber(keys, country);
    machine.stored = number ?? keys;
    return number === undefined ? { kind: 'error', type: 'InvalidPhoneNumber' } : { kind: 'next' };
  };
}

const getInput: ActionRunner = (action, machine) => {
  const { Identifier, Parameters } = action;
  if (setsKeypadBuffer(action)) return { kind: 'next' };
  machine.spoken.push(...promptOf(Parameters, Identifier, machine));
  if (textOf(Parameters.StoreInput, machine).toLowerCase() !== 'true') {
    return {
      kind: 'ask',
      expects: expectation(action, machine, 1),
      done: (keys) =>
        keys === undefined
          ? { kind: 'error', type: 'InputTimeLimitExceeded' }
          : { kind: 'result', value: keys },
    };
  }
  const longest = Number(
    textOf(within(Parameters, 'InputValidation', 'CustomValidation', 'MaximumLength'), machine),
  );
  return {
    kind: 'ask',
    expects: expectation(action, machine, longest > 0 ? longest : 20),
    done: storeInput(action, machine),
  };
};

const thirdParty: ActionRunner = async ({ Parameters }, machine) => {
  const number = textOf(Parameters.ThirdPartyPhoneNumber, machine);
  const answer = await machine.world.dial(number);
  if (answer === 'failed') return { kind: 'error', type: 'CallFailed' };
  if (answer === 'no-answer') return { kind: 'error', type: 'ConnectionTimeLimitExceeded' };
  return textOf(Parameters.ContinueFlowExecution, machine).toLowerCase() === 'false'
    ? { kind: 'end', outcome: 'handed-to-number', reason: number }
    : { kind: 'next' };
};

const handles = ({ Transitions }: Action, type: string): boolean =>
  (Transitions.Errors ?? []).some(({ ErrorType }) => ErrorType === type);

/** Expect one answer of any form, within the action's time limit. */
const freely = (timeoutSeconds: number): Expectation => ({
  maxDigits: Number.POSITIVE_INFINITY,
  free: true,
  timeoutSeconds,
  interdigitSeconds: 0,
  received: '',
});

const DEFAULT_BOT_SECONDS = 10;

/** Parse a free answer. Without one, take the time-out branch if the action has it. */
function answerTo(action: Action, spoken: string | undefined): FreeAnswer | 'timeout' {
  if (spoken === undefined && handles(action, 'InputTimeLimitExceeded')) return 'timeout';
  return freeAnswer(spoken ?? '');
}

const TIMEOUT = { kind: 'error', type: 'InputTimeLimitExceeded' } as const;

/** The answer is the intent. Speech recognition is not simulated. */
const askBot: ActionRunner = (action, machine) => {
  const { Identifier, Parameters } = action;
  machine.spoken.push(...promptOf(Parameters, Identifier, machine));
  return {
    kind: 'ask',
    expects: freely(DEFAULT_BOT_SECONDS),
    done: (spoken) => {
      const answer = answerTo(action, spoken);
      if (answer === 'timeout') return TIMEOUT;
      const { choice, fields } = answer;
      const SessionAttributes = mapOf(Parameters.LexSessionAttributes, machine);
      machine.lex = { IntentName: choice, Slots: fields, SessionAttributes };
      return { kind: 'result', value: choice };
    },
  };
};

/** The application ends the conversation, or requests an agent with the result `Escalation`. */
const askAgent: ActionRunner = (action, machine) => ({
  kind: 'ask',
  expects: freely(DEFAULT_BOT_SECONDS),
  done: (spoken) => {
    const answer = answerTo(action, spoken);
    if (answer === 'timeout') return TIMEOUT;
    const { choice, fields } = answer;
    const given = mapOf(within(action.Parameters.AgentConfiguration, 'ContextVariables'), machine);
    machine.agentic = { ContextVariables: { ...given, ...fields } };
    return choice === 'Escalation' ? { kind: 'result', value: choice } : { kind: 'next' };
  },
});

/** A call cannot show a view, so Connect takes the error branch. */
const showView: ActionRunner = ({ Parameters }, machine) => {
  if ((machine.options.contact.channel ?? 'VOICE') === 'VOICE')
    return { kind: 'error', type: 'NoMatchingError' };
  return {
    kind: 'ask',
    expects: freely(Number(textOf(Parameters.InvocationTimeLimitSeconds, machine)) || 0),
    done: (chosen) => {
      if (chosen === undefined) return { kind: 'error', type: 'TimeLimitExceeded' };
      const { choice, fields } = freeAnswer(chosen);
      machine.views = { Action: choice, ViewResultData: fields };
      return { kind: 'result', value: choice };
    },
  };
};

/** Runners of the participant actions. */
export const participantRunners: Readonly<Record<string, ActionRunner>> = {
  MessageParticipant: messageParticipant,
  MessageParticipantIteratively: messageIteratively,
  GetParticipantInput: getInput,
  TransferParticipantToThirdParty: thirdParty,
  DisconnectParticipant: () => ({ kind: 'end', outcome: 'disconnected' }),
  ConnectParticipantWithLexBot: askBot,
  ConnectParticipantWithAgenticCX: askAgent,
  ShowView: showView,
};
