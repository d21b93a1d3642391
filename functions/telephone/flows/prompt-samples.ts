import { caseStatus, caseType, type Language } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { referenceAt } from '#shared/domain/cases/reference.ts';
import { spokenMatter } from '#shared/domain/outreach/spoken-matter.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { spokenNumber } from '#shared/domain/telephone/keyed-number.ts';
import { spokenOpenCases } from '#shared/domain/telephone/pressing.ts';
import { spokenCase, spokenExistence } from '#shared/domain/telephone/spoken-case.ts';
import { speakable } from '#shared/domain/telephone/spoken-names.ts';
import { spokenReference } from '#shared/domain/telephone/spoken-reference.ts';
import { spokenInstant } from '#shared/domain/telephone/spoken-time.ts';
import { spokenPlace } from '#shared/domain/telephone/spoken-wait.ts';
import { spokenDistricts, spokenTopics } from '#shared/domain/telephone/topics.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import type { PromptSamples } from '#shared/flow/prompt-list.ts';
import { secondsOf } from '#shared/flow/speaking-time.ts';
import { compileRules } from '#shared/settings/compile-rules.ts';
import { type SettingsInput, settingsSchema } from '#shared/settings/settings.ts';

/** A Sunday morning, and the times whose words are the longest. */
const NOW = Date.UTC(2026, 0, 4, 7);
const TIMES = [NOW + 18 * DAY + 2 * HOUR + 41 * MINUTE, NOW + 9 * DAY + 25 * MINUTE, NOW - 9 * DAY] as const;
const REFERENCE = referenceAt(123_456);

type Wording = Readonly<Record<Language, string>>;

const inBoth = (each: (language: Language) => readonly string[]): Wording => {
  const longest = (language: Language): string =>
    each(language).reduce((a, b) => (secondsOf(b, language) > secondsOf(a, language) ? b : a), '');
  return { ar: longest('ar'), en: longest('en') };
};

/** Every kind of case of the settings that a caller can hear of. */
const casesOf = (rules: Rules): readonly Case[] =>
  caseType.options.flatMap((type) =>
    caseStatus.options.flatMap((status) =>
      [...rules.categories.keys()].flatMap((category) =>
        [...rules.departments.keys()].map(
          (department): Case => ({
            ...{ id: REFERENCE, version: 1, causes: [], correlationId: '-', type, category, department },
            ...{ subject: '', beneficiary: { id: '-', authenticated: true }, segment: 'unknown' },
            ...{ channel: 'phone', language: 'ar', priority: 'normal', status, openedAt: NOW },
            ...{ generation: 0, facts: [{ at: NOW, type: 'opened' }], fired: [], level: 0 },
            promise: { at: NOW, dueAt: TIMES[0], by: 'rida' },
          }),
        ),
      ),
    ),
  );

/** Offer the districts that the settings offer, or any while they offer none. */
function offeringAll(rules: Rules): Rules {
  const all = [...rules.districts.values()];
  if (all.some(({ offered }) => offered)) return rules;
  return { ...rules, districts: new Map(all.map((one) => [one.id, { ...one, offered: true }])) };
}

/** Return the longest text of each reference in the prompts, with these settings. */
export function promptSamples(given: SettingsInput): PromptSamples {
  const settings = settingsSchema.parse(given);
  const rules = compileRules(settings);
  const { zone } = rules.desk.calendar.calendar;
  const cases = casesOf(rules);
  const when = inBoth((language) => TIMES.map((at) => spokenInstant(at, NOW, language, zone)));
  const number = inBoth((language) => [spokenNumber('+966557876543', language)]);
  const spokenOf = (language: Language) => ({
    one: cases.map((one) => spokenCase(one, rules, NOW, language)),
    open: cases.flatMap((one) => spokenOpenCases([one, one, one], rules, NOW, language) ?? []),
  });
  const spoken = { ar: spokenOf('ar'), en: spokenOf('en') };
  const ofCase = (part: 'which' | 'stands' | 'more') =>
    inBoth((language) => spoken[language].one.map((words) => words[part]));
  const ofOpen = (part: 'count' | 'status' | 'more') =>
    inBoth((language) => spoken[language].open.map((words) => words[part]));
  const topics = (part: 'first' | 'rest') => inBoth((language) => [spokenTopics(rules, language)[part]]);
  const districts = (part: 'first' | 'rest') =>
    inBoth((language) => [spokenDistricts(offeringAll(rules), language)?.[part] ?? '']);
  return {
    ...{ districts: districts('first'), moreDistricts: districts('rest') },
    ...{ opens: when, when },
    closes: inBoth((language) => [spokenInstant(NOW + 5 * HOUR + 41 * MINUTE, NOW, language, zone)]),
    spoken: inBoth((language) => [spokenReference(REFERENCE, language)]),
    ownNumber: number,
    status: inBoth((language) => [
      ofCase('which')[language],
      spokenExistence({ status: 'closed' }, language),
    ]),
    ...{ stands: ofCase('stands'), rest: ofCase('more') },
    ...{ activeCount: ofOpen('count'), activeStatus: ofOpen('status'), activeMore: ofOpen('more') },
    ...{ topics: topics('first'), moreTopics: topics('rest') },
    emergencyAr: inBoth(() => [speakable(settings.telephone.emergency.ar)]),
    emergencyEn: inBoth(() => [speakable(settings.telephone.emergency.en)]),
    emergency: inBoth((language) => [speakable(settings.telephone.emergency[language])]),
    place: inBoth((language) => [spokenPlace({ position: 38, waitSeconds: 45 * 60 }, language) ?? '']),
    about: inBoth((language) => [
      spokenMatter({ caseRef: REFERENCE, language }),
      spokenMatter({ service: { name: 'رخصة بناء سكنية', on: '2026-01-21' }, language }),
    ]),
  };
}
