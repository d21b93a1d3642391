import type { Announced } from '../blocks/block.ts';
import { type Action, targetsOf } from '../flow-language.ts';
import { within } from '../run/json-path.ts';
import { error, type Finding, type Rule } from './finding.ts';
import { allTargets, type FlowGraph, reach, type Successors } from './graph.ts';
import { type SpokenText, wordings } from './wordings.ts';

/** Words that name an act, in each language. */
const WORDS: Readonly<Record<Announced, Readonly<Record<'ar' | 'en', RegExp>>>> = {
  transfer: {
    ar: /(?:س|و|^|\s)(?:نحو[ّ]?لك|نحوّلك|تحويلك|نوصلك|نصلك)(?=[\s،.]|$)/u,
    en: /\b(?:connect|transfer|put|pass(?:ing)?) you\b/iu,
  },
  recording: {
    ar: /(?:نسجّ?ل|سنسجّ?ل|يُسجَّ?ل|تُسجَّ?ل|سُجّ?ل|تسجيل|مسجّ?ل)/u,
    en: /\brecord(?:ed|ing|s)?\b/iu,
  },
  'call-out': {
    ar: /(?:نتصل|سنتصل|نعاود الاتصال|سنعاود الاتصال|سيتصل) بك/u,
    en: /\b(?:calls?|called|calling) you\b|\bbe called\b/iu,
  },
};

const isRecorded = (behavior: unknown): boolean => {
  const participants = within(behavior, 'RecordedParticipants');
  const isAutomated = String(within(behavior, 'IVRRecordingBehavior')).toLowerCase() === 'enabled';
  return isAutomated || (Array.isArray(participants) && participants.length > 0);
};

/** Return the act of an action, or undefined for an action without an announcement. */
function actOf({ Type, Parameters }: Action): Announced | undefined {
  switch (Type) {
    case 'TransferContactToQueue':
    case 'DequeueContactAndTransferToQueue':
    case 'TransferContactToAgent':
    case 'TransferParticipantToThirdParty':
      return 'transfer';
    case 'CreateCallbackContact':
      return 'call-out';
    case 'UpdateContactRecordingBehavior':
      return isRecorded(Parameters.RecordingBehavior) ? 'recording' : undefined;
    case 'UpdateContactRecordingAndAnalyticsBehavior':
      return isRecorded(within(Parameters.VoiceBehavior, 'VoiceRecordingBehavior')) ? 'recording' : undefined;
    default:
      return undefined;
  }
}

const names = (act: Announced, { language, text }: SpokenText): boolean => {
  const { ar, en } = WORDS[act];
  if (language === 'both') return ar.test(text) && en.test(text);
  return language === 'en' ? en.test(text) : ar.test(text);
};

/** Return the branches of a prompt on which the caller has not heard it, or has not answered it. */
function unheard({ Type, Transitions }: Action, act: Announced): readonly string[] {
  // A prompt that cannot be played does not keep the caller from an agent. A recording needs the notice itself.
  if (act !== 'recording') return [];
  const failed = (Transitions.Errors ?? []).map(({ NextAction }) => NextAction);
  if (Type !== 'GetParticipantInput') return failed;
  // A key can end a question early, so that only the offered keys are an answer to it.
  return targetsOf({ ...Transitions, Conditions: [] });
}

function unannounced(graph: FlowGraph, act: Announced, reaching: readonly Action[]): Finding[] {
  const { flow, byId } = graph;
  const naming = new Set(
    wordings(graph)
      .filter((spoken) => names(act, spoken))
      .map(({ action }) => action),
  );
  const successors: Successors = (action) => (naming.has(action) ? unheard(action, act) : allTargets(action));
  const open = reach([flow.StartAction], byId, successors);
  return reaching
    .filter(({ Identifier }) => open.has(Identifier))
    .map(({ Identifier, Type }) =>
      error('unannounced', Identifier, `${Type} is reached without a prompt that names the ${act} before it`),
    );
}

/**
 * In a flow of Rida, a prompt names each transfer, recording and call before it, on every path and in both languages.
 * `announced` of the metadata lists the acts that an earlier flow has announced, or that no caller hears.
 */
const announcements: Rule = (graph) => {
  if (!graph.ours) return [];
  const before = new Set(graph.flow.Metadata?.announced ?? []);
  const acts = graph.flow.Actions.filter(({ Identifier }) => graph.reachable.has(Identifier));
  const byAct = Map.groupBy(acts, actOf);
  return [...byAct].flatMap(([act, actions]) =>
    act === undefined || before.has(act) ? [] : unannounced(graph, act, actions),
  );
};

/** Rules about acts that a caller hears of before. */
export const announcementRules: readonly Rule[] = [announcements];
