import { parseReference } from '../cases/reference.ts';
import { speakable } from '../telephone/spoken-names.ts';
import { spokenReference } from '../telephone/spoken-reference.ts';
import { spokenDay } from '../telephone/spoken-time.ts';
import { RIYADH } from '../text/format-instant.ts';
import type { CallOut } from './call-out.ts';

/** At this time a local date is the same date in UTC and in Saudi Arabia. */
const NOON_UTC = 'T09:00:00Z';

/**
 * Describe the subject of a call, to follow the greeting and the purpose. It has no personal data: the person
 * who answers hears at most the service and the day, or the reference of the case.
 */
export function spokenMatter({
  service,
  caseRef,
  language,
}: Pick<CallOut, 'service' | 'caseRef' | 'language'>): string {
  if (service) {
    const day = spokenDay(Date.parse(`${service.on}${NOON_UTC}`), language, RIYADH);
    const name = speakable(service.name);
    return language === 'ar'
      ? `بشأن خدمة ${name} التي استفدت منها ${day}`
      : `about the service ${name}, which you used ${day}`;
  }
  const reference = caseRef === undefined ? undefined : parseReference(caseRef);
  if (reference) {
    const spoken = spokenReference(reference, language);
    return language === 'ar' ? `بشأن معاملتك رقم ${spoken}` : `about your case, reference ${spoken}`;
  }
  return language === 'ar' ? 'بشأن تواصلك معنا' : 'about what you contacted us for';
}
