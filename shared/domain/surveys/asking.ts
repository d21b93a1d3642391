import type { Preference, SurveyChannel } from '#events/vocabulary.ts';
import type { Case } from '../cases/case.ts';
import { HOUR } from '../time/instant.ts';

/** When a person was last asked for their opinion, and the invitation that may still be open. */
export interface Asking {
  readonly at: number;
  readonly channel: SurveyChannel;
  /** The invitation: a case and its round, a call, or an outgoing call. */
  readonly about: string;
  /** The end of the wait for its answer, epoch milliseconds. */
  readonly until: number;
  /** The other ids of the person under which the question is stored. */
  readonly also?: readonly string[];
}

/** A request to ask a person. */
export interface AskRequest {
  readonly channel: SurveyChannel;
  readonly about: string;
  readonly until: number;
  readonly also?: readonly string[];
  /** The time after any earlier question, milliseconds. */
  readonly coolDownMs: number;
  /** An invitation that is answered, or about a case that was reopened since: it is open no more. */
  readonly ended?: string;
  /** The newest invitation from before invitations were in the row. It counts while the row has none. */
  readonly earlier?: Asking;
}

/** Why a person is not asked, by their own row. */
export type AskRefusal = 'opted-out' | 'no-calls' | 'open-invitation' | 'cool-down';

/** The answer of a person's row: asked now, or why not. */
export type PersonAnswer = 'asked' | AskRefusal;

const BY_CALL: ReadonlySet<SurveyChannel> = new Set(['follow-up', 'evaluation']);

/**
 * Return why a person is not asked now, or undefined. An opt-out of calls is about calls of the centre: a caller is
 * asked at the end of the call. The same invitation is never refused, because its delivery may be repeated.
 */
export function askRefusal(
  asked: Asking | undefined,
  optOuts: readonly Preference[],
  { about, channel, coolDownMs, ended }: Omit<AskRequest, 'until'>,
  now: number,
): AskRefusal | undefined {
  if (optOuts.includes('surveys')) return 'opted-out';
  if (BY_CALL.has(channel) && optOuts.includes('calls')) return 'no-calls';
  if (asked === undefined || asked.about === about) return undefined;
  if (now - asked.at < coolDownMs) return 'cool-down';
  return asked.about === ended || asked.until <= now ? undefined : 'open-invitation';
}

/** A question is put once within this time, however often it is delivered. */
const SAME_MOMENT = HOUR;

/** Return true when the row has a question already, and it is not put again later by a further attempt. */
export const isRepeated = (
  asked: Asking | undefined,
  { about }: Pick<AskRequest, 'about'>,
  now: number,
): boolean => asked?.about === about && now - asked.at < SAME_MOMENT;

/** Name the invitation of a case, a call, or an outgoing call. */
export const invitationAbout = {
  case: (reference: string, invitation: string): string => `case:${reference}:${invitation}`,
  call: (contactId: string): string => `call:${contactId}`,
  callOut: (id: string): string => `call-out:${id}`,
} as const;

/**
 * Return the invitation of a case from before invitations were in the row of the person, or undefined. Later ones name
 * their channel.
 */
export function askedBefore({ id, survey }: Pick<Case, 'id' | 'survey'>): Asking | undefined {
  if (survey?.state !== 'invited' && survey?.state !== 'answered') return undefined;
  if (survey.state === 'invited' && survey.channel !== undefined) return undefined;
  const { at, invitation } = survey;
  const until = survey.state === 'invited' ? survey.expiresAt : at;
  return { at, channel: 'mail', about: invitationAbout.case(id, invitation), until };
}

/** Return the newer of two. Joined records keep the rest of both people. */
export const laterAsking = (a: Asking | undefined, b: Asking | undefined): Asking | undefined =>
  a === undefined || (b !== undefined && b.at > a.at) ? b : a;
