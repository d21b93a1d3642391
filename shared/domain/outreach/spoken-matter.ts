import { parseReference } from '../cases/reference.ts';
import { spokenReference } from '../telephone/spoken-reference.ts';
import { formatDay } from '../text/format-instant.ts';
import type { CallOut } from './call-out.ts';

/** At this time a local date is the same date in UTC and in Saudi Arabia. */
const NOON_UTC = 'T09:00:00Z';

/**
 * Describe the subject of a call, to follow the greeting and the purpose. It has no personal data: the person
 * who answers hears at most the service and the day, or the reference of the case.
 */
export function spokenMatter({ service, caseRef, language }: CallOut): string {
  if (service) {
    const day = formatDay(Date.parse(`${service.on}${NOON_UTC}`), language);
    return language === 'ar'
      ? `بشأن خدمة «${service.name}» التي استفدت منها يوم ${day}`
      : `about the service "${service.name}", which you used on ${day}`;
  }
  const reference = caseRef === undefined ? undefined : parseReference(caseRef);
  if (reference) {
    const spoken = spokenReference(reference, language);
    return language === 'ar' ? `بشأن معاملتك رقم ${spoken}` : `about your case, reference ${spoken}`;
  }
  return language === 'ar' ? 'بشأن تواصلك معنا' : 'about what you contacted us for';
}
