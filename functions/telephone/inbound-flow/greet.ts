import type { Language } from '#events/vocabulary.ts';
import { updatePerson } from '#shared/application/update-person.ts';
import type { Person } from '#shared/domain/people/person.ts';
import { isOpen, nextOpening } from '#shared/domain/sla/openings.ts';
import { dialledNumber, spokenNumber } from '#shared/domain/telephone/keyed-number.ts';
import { openCases, spokenOpenCases } from '#shared/domain/telephone/pressing.ts';
import { speakable } from '#shared/domain/telephone/spoken-names.ts';
import { spokenInstant } from '#shared/domain/telephone/spoken-time.ts';
import { spokenDistricts, spokenTopics } from '#shared/domain/telephone/topics.ts';
import { causeId } from '#shared/runtime/ids.ts';
import type { FlowAnswer } from '#shared/runtime/lambda.ts';
import { type InboundContext, type InboundStep, NOTHING } from './inbound-step.ts';
import { type RecognisedCaller, recogniseCaller } from './recognise-caller.ts';
import { reportCall } from './report-call.ts';

/** Return the language that a caller chose before, or that of their newest case. */
const rememberedOf = ({ person, cases }: RecognisedCaller): Language | undefined =>
  person?.language ?? cases[0]?.language;

/** Store a language choice that differs from the stored one. */
async function remember(
  { store, caller, now }: InboundContext,
  person: Person | undefined,
  language: Language,
): Promise<void> {
  await updatePerson(store, {
    id: person?.id ?? caller.beneficiary,
    cause: causeId(`flow:${caller.callId}:speaks:${language}`),
    ...{ by: 'beneficiary', at: now, recordedAt: now, correlationId: caller.callId },
    command: { do: 'speak', language },
  });
}

function inLanguage(
  { rules, now, caller }: InboundContext,
  { cases }: RecognisedCaller,
  language: Language,
): FlowAnswer {
  const { calendar } = rules.desk;
  const dialled = dialledNumber(caller.phone);
  const open = openCases(cases, rules, now);
  const spoken = spokenOpenCases(open, rules, now, language);
  const topics = spokenTopics(rules, language);
  const districts = spokenDistricts(rules, language);
  const opens = spokenInstant(nextOpening(calendar, now), now, language, calendar.calendar.zone);
  return {
    opens,
    hasActive: String(open.length > 0),
    activeCase: open[0]?.id ?? NOTHING,
    activeCount: spoken?.count ?? NOTHING,
    activeStatus: spoken?.status ?? NOTHING,
    activeMore: spoken?.more ?? NOTHING,
    topics: topics.first,
    moreTopics: topics.rest,
    hasDistricts: String(districts !== undefined),
    districts: districts?.first ?? NOTHING,
    moreDistricts: districts?.rest ?? NOTHING,
    ownNumber: dialled === undefined ? NOTHING : spokenNumber(dialled, language),
  };
}

/** The response before the language is known. */
const UNSAID: FlowAnswer = {
  ...{ opens: NOTHING, hasActive: 'false', activeCase: NOTHING, activeStatus: NOTHING },
  ...{ activeCount: NOTHING, activeMore: NOTHING, topics: NOTHING, moreTopics: NOTHING, ownNumber: NOTHING },
  ...{ hasDistricts: 'false', districts: NOTHING, moreDistricts: NOTHING },
};

/**
 * Return who calls, in which language, whether the centre is open, and which case of the caller is active.
 * The flow repeats the request with a language that the caller chose, which is then stored.
 *
 * @param parameters `language`: the chosen language; `chosen`: `yes` when the caller chose it
 */
export const greet: InboundStep = async (desk, { language: given, chosen }) => {
  const { store, rules, now, caller } = desk;
  const recognised = await recogniseCaller(store, caller);
  const remembered = rememberedOf(recognised);
  const language = given ? desk.language : remembered;
  if (language !== undefined) {
    const chose = chosen === 'yes' && caller.phone !== undefined && language !== remembered;
    await Promise.all([
      reportCall({ ...desk, caller: { ...caller, language } }, `greet:${language}`),
      ...(chose ? [remember(desk, recognised.person, language)] : []),
    ]);
  }
  const { emergency } = rules.telephone;
  return {
    language: language ?? NOTHING,
    open: String(isOpen(rules.desk.calendar, now)),
    emergencyAr: speakable(emergency.ar),
    emergencyEn: speakable(emergency.en),
    emergency: speakable(emergency[language ?? 'ar']),
    callbackNumber: dialledNumber(caller.phone) ?? NOTHING,
    ...(language === undefined ? UNSAID : inLanguage(desk, recognised, language)),
  };
};
