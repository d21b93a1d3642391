import type { CallPurpose } from '#events/vocabulary.ts';
import { questionnaires } from '#shared/domain/outreach/questionnaire.ts';
import {
  applyVoice,
  checkCallProgress,
  compare,
  defineFlow,
  disconnect,
  type FlowDefinition,
  listen,
  menu,
  say,
  setAttributes,
  setLanguage,
  setLogging,
  setRecording,
} from '#shared/flow/builder.ts';
import { notUnderstood } from '../shared-prompts.ts';
import { askOutboundFlow, noteAnswer } from './ask-outbound-flow.ts';
import { offerBlocks } from './offer.ts';
import * as prompts from './outbound-prompts.ts';
import { outcomeBlocks, TELL_OUTCOME } from './outcome.ts';
import { firstOf, questionsOf } from './questions.ts';

const ask = { timeoutSeconds: 7, retry: notUnderstood, onError: 'trouble' } as const;
const REMARK_SECONDS = 60;

/**
 * Note a wish of the beneficiary before Rida is asked to store it, so that the contact record completes it after
 * a failure or a hang-up.
 */
const wish = (attributes: Readonly<Record<string, string>>, next: string) =>
  setAttributes<string>(attributes, { next, onError: 'answer' in attributes ? 'trouble' : next });

/** The response of the function at the start. It is stored, because the next response replaces it. */
const ABOUT = { about: '$.External.about' } as const;
const OUTCOME = { stands: '$.External.stands', rest: '$.External.rest', rate: '$.External.rate' } as const;

/** The attributes of the contact when the flow starts. */
const GIVEN = ['language', 'purpose', 'caseRef', 'line', 'callOutId', 'attempt'];

/**
 * The flow of a call to a beneficiary: caller and reason, whether it is a good time, the recording notice,
 * the questions by keys, and further requests. An answering machine gets no questions. After silence, the
 * call ends politely.
 */
export const outboundCall = (purpose: CallPurpose): FlowDefinition => {
  const questionnaire = questionnaires[purpose];
  const isFollowUp = purpose === 'follow-up';
  const first = isFollowUp ? TELL_OUTCOME : firstOf(questionnaire);
  return defineFlow<string>(`outbound/${purpose}-call`, {
    kind: 'CONTACT_FLOW',
    start: 'log',
    attributes: GIVEN,
    blocks: {
      log: setLogging('Enabled', { next: 'voice' }),
      voice: applyVoice({ next: 'answered by', onError: 'answered by' }),
      'answered by': checkCallProgress({
        ...{ answered: 'begin', beep: 'leave word', machine: 'note machine', unknown: 'begin' },
      }),
      'leave word': say(prompts.voicemail, { next: 'note machine', onError: 'note machine' }),
      'note machine': noteAnswer('machine', { next: 'hang up', onError: 'hang up' }),

      begin: askOutboundFlow({ step: 'begin' }, { next: 'remember', onError: 'trouble' }),
      remember: setAttributes(isFollowUp ? { ...ABOUT, ...OUTCOME } : ABOUT, {
        next: 'goes?',
        onError: 'trouble',
      }),
      'goes?': compare('$.External.goes', { true: 'greet' }, 'not needed'),
      'not needed': say(prompts.noLongerNeeded, { next: 'hang up', onError: 'hang up' }),
      greet: say(prompts.outboundGreeting, { next: 'say about', onError: 'trouble' }),
      'say about': say(prompts.matter, { next: 'say why', onError: 'trouble' }),
      'say why': say(prompts.reason(purpose), { next: 'may we?', onError: 'trouble' }),
      'may we?': menu({
        ...ask,
        prompt: prompts.permission,
        keys: {
          ...{ '1': 'recording?', '2': 'another time', '3': 'not concerned' },
          ...{ '4': 'refuse', '5': 'ask for peace' },
          '9': 'other language',
        },
        onGiveUp: 'note silence',
      }),
      'other language': compare('$.Attributes.language', { en: 'to Arabic' }, 'to English'),
      'to Arabic': setLanguage('ar', { next: 'begin', onError: 'begin' }),
      'to English': setLanguage('en', { next: 'begin', onError: 'begin' }),

      'recording?': menu({
        ...ask,
        prompt: prompts.consent,
        keys: { '1': 'agree', '2': 'decline' },
        onGiveUp: 'decline',
      }),
      agree: setAttributes({ recording: 'on' }, { next: 'record', onError: 'trouble' }),
      record: setRecording(['Agent', 'Customer'], { next: first }),
      decline: setAttributes({ recording: 'off' }, { next: 'record nobody', onError: 'trouble' }),
      'record nobody': setRecording([], { automated: false, next: first }),

      ...(isFollowUp ? outcomeBlocks : questionsOf(questionnaire, 'done')),
      done: noteAnswer('done', { next: 'remark allowed?', onError: 'trouble' }),
      'remark allowed?': compare('$.Attributes.recording', { on: 'remark?' }, 'offer'),
      'remark?': menu({
        ...ask,
        prompt: prompts.remarkOffer,
        keys: { '1': 'want remark', '2': 'offer' },
        onGiveUp: 'offer',
      }),
      // The contact record adds the remark, because only a recording proves it.
      'want remark': setAttributes({ message: 'wanted' }, { next: 'remark', onError: 'offer' }),
      remark: listen({
        ...{ prompt: prompts.remarkPrompt, maxSeconds: REMARK_SECONDS, recorded: ['Agent', 'Customer'] },
        ...{ next: 'offer', onError: 'offer' },
      }),
      ...offerBlocks(purpose === 'investor' ? 'investors' : 'general'),

      // Noted before the question: of a person who does not choose, the wish for another time is kept.
      'another time': wish({ intent: 'later:3' }, 'when?'),
      'when?': menu({
        ...ask,
        prompt: prompts.whenElse,
        keys: { '1': 'in an hour', '2': 'evening', '3': 'tomorrow' },
        ...{ onGiveUp: 'tomorrow', onError: 'tomorrow' },
      }),
      'in an hour': wish({ answer: '1', intent: 'later:1' }, 'later'),
      evening: wish({ answer: '2', intent: 'later:2' }, 'later'),
      tomorrow: wish({ answer: '3', intent: 'later:3' }, 'later'),
      later: askOutboundFlow(
        { step: 'later', choice: '$.Attributes.answer' },
        { next: 'remember when', onError: 'noted for later' },
      ),
      'remember when': setAttributes(
        { when: '$.External.when' },
        { next: 'agreed', onError: 'noted for later' },
      ),
      agreed: say(prompts.agreed, { provenBy: 'later', next: 'hang up', onError: 'hang up' }),

      'not concerned': wish({ intent: 'not-user' }, 'mistake?'),
      'mistake?': menu({
        ...ask,
        prompt: prompts.whoseCall,
        keys: { '1': 'wrong number', '2': 'not user' },
        ...{ onGiveUp: 'not user', onError: 'not user' },
      }),
      'wrong number': wish({ intent: 'wrong-number' }, 'note wrong number'),
      'note wrong number': noteAnswer('wrong-number', { next: 'mistaken', onError: 'noted for later' }),
      'not user': wish({ intent: 'not-user' }, 'note not user'),
      'note not user': noteAnswer('not-user', { next: 'mistaken', onError: 'noted for later' }),
      mistaken: say(prompts.mistaken, { next: 'hang up', onError: 'hang up' }),
      refuse: wish({ intent: 'refused' }, 'note refusal'),
      'note refusal': noteAnswer('refused', { next: 'goodbye', onError: 'noted for later' }),
      'ask for peace': wish({ intent: 'never' }, 'never'),
      never: noteAnswer('never', { next: 'respected', onError: 'noted for later' }),
      respected: say(prompts.respected, { provenBy: 'never', next: 'hang up', onError: 'hang up' }),
      'note silence': noteAnswer('silent', { next: 'unheard', onError: 'unheard' }),
      unheard: say(prompts.unheard, { next: 'hang up', onError: 'hang up' }),
      // The wish is noted as an attribute, and done from the contact record.
      'noted for later': say(prompts.notedForLater, { next: 'hang up', onError: 'hang up' }),
      trouble: say(prompts.technicalTrouble, { next: 'hang up', onError: 'hang up' }),
      goodbye: say(prompts.thanks, { next: 'hang up', onError: 'hang up' }),
      'hang up': disconnect(),
    },
  });
};
