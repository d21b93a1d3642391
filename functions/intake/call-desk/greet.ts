import type { Language } from '#events/vocabulary.ts';
import { executePerson } from '#shared/casework/execute-person.ts';
import { spokenNumber } from '#shared/domain/call/keyed-number.ts';
import { openCases, spokenOpenCases } from '#shared/domain/call/pressing.ts';
import { speakable } from '#shared/domain/call/spoken-names.ts';
import { spokenInstant } from '#shared/domain/call/spoken-time.ts';
import { spokenTopics } from '#shared/domain/call/topics.ts';
import type { Person } from '#shared/domain/people/person.ts';
import { isOpen, nextOpening } from '#shared/domain/sla/openings.ts';
import type { FlowAnswer } from '#shared/runtime/chain-flow.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { type Desk, NOTHING, type Step } from './desk.ts';
import { type KnownCaller, knownCaller } from './known-caller.ts';
import { tellCall } from './tell-call.ts';

/** The language a caller chose once, or that of their newest case. */
const rememberedOf = ({ person, cases }: KnownCaller): Language | undefined =>
  person?.language ?? cases[0]?.language;

/** Keeps a choice that is another than the one remembered: once for a number, as a rule. */
async function remember(
  { store, caller, now }: Desk,
  person: Person | undefined,
  language: Language,
): Promise<void> {
  await executePerson(store, {
    id: person?.id ?? caller.beneficiary,
    cause: causeId(`flow:${caller.callId}:speaks:${language}`),
    ...{ by: 'beneficiary', at: now, recordedAt: now, correlationId: caller.callId },
    command: { do: 'speak', language },
  });
}

function inLanguage({ rules, now, caller }: Desk, { cases }: KnownCaller, language: Language): FlowAnswer {
  const { calendar } = rules.desk;
  const open = openCases(cases, rules, now);
  const opens = spokenInstant(nextOpening(calendar, now), now, language, calendar.calendar.zone);
  return {
    opens,
    hasActive: String(open.length > 0),
    activeCase: open[0]?.id ?? NOTHING,
    activeStatus: spokenOpenCases(open, rules, now, language) ?? NOTHING,
    topics: spokenTopics(rules, language),
    ownNumber: caller.phone === undefined ? NOTHING : spokenNumber(caller.phone, language),
  };
}

/** Before a language is known only what needs none is answered. */
const UNSAID: FlowAnswer = {
  ...{ opens: NOTHING, hasActive: 'false', activeCase: NOTHING, activeStatus: NOTHING },
  ...{ topics: NOTHING, ownNumber: NOTHING },
};

/**
 * Who calls, in which language, whether the centre is open, and which case of theirs is under way. Asked
 * again with a language when the caller chose one, which is then remembered.
 *
 * @param parameters `language`: what was chosen now; `chosen`: `yes` when the caller did so themselves
 */
export const greet: Step = async (desk, { language: given, chosen }) => {
  const { store, rules, now, caller } = desk;
  const known = await knownCaller(store, caller);
  const remembered = rememberedOf(known);
  const language = given ? desk.language : remembered;
  if (language !== undefined) {
    const chose = chosen === 'yes' && caller.phone !== undefined && language !== remembered;
    await Promise.all([
      tellCall({ ...desk, caller: { ...caller, language } }, `greet:${language}`),
      ...(chose ? [remember(desk, known.person, language)] : []),
    ]);
  }
  const { emergency } = rules.telephone;
  return {
    language: language ?? NOTHING,
    open: String(isOpen(rules.desk.calendar, now)),
    emergencyAr: speakable(emergency.ar),
    emergencyEn: speakable(emergency.en),
    emergency: speakable(emergency[language ?? 'ar']),
    callbackNumber: caller.phone ?? NOTHING,
    ...(language === undefined ? UNSAID : inLanguage(desk, known, language)),
  };
};
