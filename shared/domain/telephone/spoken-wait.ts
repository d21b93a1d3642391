import type { Language } from '#events/vocabulary.ts';
import { arabicNumber, arabicOrdinal, MOST_IN_WORDS } from '#shared/domain/text/arabic-number.ts';
import { SECOND } from '#shared/domain/time/instant.ts';
import { spokenMinutes } from './spoken-time.ts';

/** The place of a caller in the queue, as far as the telephone system reports it. */
export interface QueuePlace {
  /** 1 is next. */
  readonly position?: number | undefined;
  readonly waitSeconds?: number | undefined;
}

/** Beyond it, the position is spoken as a number. */
const MOST_ORDINALS = 99;

const ENGLISH: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const englishOrdinals = new Intl.PluralRules('en', { type: 'ordinal' });

function position(at: number, language: Language): string {
  if (language === 'en') {
    const ordinal = `${at}${ENGLISH[englishOrdinals.select(at)]}`;
    return at === 1 ? 'You are next in the queue.' : `You are ${ordinal} in the queue.`;
  }
  return at > MOST_ORDINALS
    ? `ترتيبك في الانتظار هو رقم ${arabicNumber(Math.min(at, MOST_IN_WORDS), 'he')}.`
    : `ترتيبك في الانتظار هو ${arabicOrdinal(at)}.`;
}

function wait(seconds: number, language: Language): string {
  const minutes = spokenMinutes(seconds * SECOND, language);
  return language === 'ar'
    ? ` والوقت المتوقع ${seconds === 0 ? '' : 'نحو '}${minutes}.`
    : ` We expect to answer in ${seconds === 0 ? '' : 'about '}${minutes}.`;
}

/**
 * Build the announcement for a waiting caller. Return undefined when the telephone system reports neither
 * value.
 */
export function spokenPlace(
  { position: at, waitSeconds }: QueuePlace,
  language: Language,
): string | undefined {
  const parts = [
    ...(at !== undefined && Number.isSafeInteger(at) && at >= 1 ? [position(at, language)] : []),
    ...(waitSeconds !== undefined && Number.isFinite(waitSeconds) && waitSeconds >= 0
      ? [wait(waitSeconds, language)]
      : []),
  ];
  return parts.length === 0 ? undefined : parts.join('').trim();
}
